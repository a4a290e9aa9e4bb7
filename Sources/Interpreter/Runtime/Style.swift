// The colours of what ppd itself writes to a terminal: errors, prompts, notices.
import Glibc

/// Terminal colours by what is coloured; none at all where they are not wanted.
///
/// `PPD_COLORS` changes them: `prompt=1;34:error=31` names roles and the parameters of ECMA-48's SGR sequence; an empty
/// one leaves a role plain.
public struct Style: Sendable {
  public enum Role: String, CaseIterable, Sendable {
    /// The prompt of the command line.
    case prompt
    /// An exception's type.
    case error
    /// An exception's message.
    case message
    /// File names, line numbers and functions in tracebacks.
    case place
    /// The markers under a line of source.
    case marker
    /// What the prompt says by itself.
    case notice
    /// Headings of lists and of help.
    case heading
  }

  /// Whether colours were asked for on the command line.
  public enum Choice: String, Sendable {
    case auto, always, never
  }

  private var codes: [Role: String]
  /// The colours of children's output, one after the other.
  public private(set) var childCodes = ["36", "35", "33", "32", "34", "96", "95", "93", "92", "94"]

  /// No colours.
  public static let plain = Style(codes: [:])

  private init(codes: [Role: String]) {
    self.codes = codes
  }

  /// The colours for a descriptor: on a terminal that knows them, unless `choice`, `NO_COLOR` or `FORCE_COLOR` say
  /// otherwise.
  public init(for descriptor: Int32, _ choice: Choice) {
    guard Style.isWanted(descriptor, choice) else {
      self = .plain
      return
    }
    codes = [
      .prompt: "1;34", .error: "1;35", .message: "35", .place: "35", .marker: "1;31", .notice: "2", .heading: "1",
    ]
    if let changes = getenv("PPD_COLORS") { read(String(cString: changes)) }
  }

  private static func isWanted(_ descriptor: Int32, _ choice: Choice) -> Bool {
    func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if isSet("NO_COLOR") { return false }
      if isSet("FORCE_COLOR") { return true }
      guard isatty(descriptor) == 1, let terminal = getenv("TERM") else { return false }
      return strcmp(terminal, "dumb") != 0 && terminal.pointee != 0
    }
  }

  private mutating func read(_ changes: String) {
    for change in changes.split(separator: ":") {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      let values = parts[1].split(separator: ",").map(String.init)
      guard values.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ";") } }) else { continue }
      if let role = Role(rawValue: String(parts[0])) { codes[role] = values.first }
      if parts[0] == "child", !values.isEmpty { childCodes = values }
    }
  }

  /// Whether there are colours at all.
  public var isColored: Bool { !codes.isEmpty }

  /// The text in the colour of a role.
  public func paint(_ text: String, _ role: Role) -> String {
    guard let code = codes[role], !text.isEmpty else { return text }
    return paint(text, code: code)
  }

  /// The text in a colour given by its SGR parameters; plain where there are no colours.
  public func paint(_ text: String, code: String) -> String {
    isColored ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
