// Small helpers of tests.
import Glibc

/// A file's text, nil where it cannot be read.
public func readText(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes.append(contentsOf: chunk[..<count])
  }
}

extension String {
  /// What stands after the first `marker`, nil where there is none.
  public func text(after marker: String) -> String? {
    let marker = Array(marker.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= marker.count else { return nil }
    for start in 0...(bytes.count - marker.count) where bytes[start..<start + marker.count].elementsEqual(marker) {
      return String(decoding: bytes[(start + marker.count)...], as: UTF8.self)
    }
    return nil
  }
}
