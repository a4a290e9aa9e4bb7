// Expectations kept in files.

import Foundation
import Testing

enum Golden {
  /// Expects `actual` to be what the file at `path` holds. With `PPD_RECORD=1` the file is written instead, and the
  /// test fails, so that no recording passes for a check.
  static func expect(_ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = Repository.root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["PPD_RECORD"] == "1" {
      try actual.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
      return
    }
    let expected = try Repository.text(path)
    #expect(actual == expected, "\(path)", sourceLocation: sourceLocation)
  }
}
