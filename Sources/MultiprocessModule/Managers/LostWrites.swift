// Warning of changes that are made to a copy of what a manager holds, and are lost.
import Interpreter

/// `table['list'].append(1)` changes a copy that nobody keeps. The line is warned about, once: what a proxy hands out is
/// seen to be a list, a dict or a set, and the source text behind the call to be a change of it.
enum LostWrites {
  /// The methods of proxies whose results are parts of the object.
  private static let readers = ["__getitem__", "get", "setdefault", "__getattribute__"]
  /// The methods that change a list, a dict, a set or a bytearray.
  private static let changers = [
    "append", "extend", "insert", "remove", "pop", "sort", "reverse", "clear", "update", "setdefault", "popitem", "add",
    "discard", "difference_update", "intersection_update", "symmetric_difference_update",
  ]
  private static let library = "<multiprocessing.managers>"

  /// Warns when what `method` returned is changed where it stands.
  static func check(_ result: Value, of method: Str, _ f: Frame) throws(Raised) {
    guard result.list != nil || result.dict != nil || result.anySet != nil || result.byteArray != nil,
      readers.contains(method.string), let place = f.scriptPlace(calling: library), isChange(place.rest)
    else { return }
    let message = "this changes a copy, not what the manager holds: assign the changed copy back, or have the manager hold a "
      + "\(f.typeName(result)) of its own, such as manager.\(result.dict == nil ? "list" : "dict")(…)"
    let warn = try f.attribute(of: f.importModule("warnings"), "warn_explicit")
    _ = try f.call(
      warn,
      CallArguments([.text(message), .object(f.types[.RuntimeWarning]), .text(place.file), .int(place.line)]))
  }

  /// Whether a text begins with `.changer(`, `[…] =` or `[…] op=`.
  private static func isChange(_ text: [UInt8]) -> Bool {
    var scanner = Scanner(text)
    switch scanner.next() {
    case UInt8(ascii: "."):
      let name = scanner.name()
      return scanner.next() == UInt8(ascii: "(") && changers.contains(name)
    case UInt8(ascii: "["):
      return scanner.skipToClosingBracket() && scanner.isAtAssignment()
    default:
      return false
    }
  }

  private struct Scanner {
    private let text: [UInt8]
    private var position = 0

    init(_ text: [UInt8]) { self.text = text }

    private var byte: UInt8? { position < text.count ? text[position] : nil }

    /// The next byte that is no space.
    mutating func next() -> UInt8? {
      while byte == UInt8(ascii: " ") { position += 1 }
      defer { position += 1 }
      return byte
    }

    mutating func name() -> String {
      let start = position
      while let byte, byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) {
        position += 1
      }
      return String(decoding: text[start..<position], as: UTF8.self)
    }

    /// Goes behind the bracket that closes the one just read. Quotes are taken for what they are.
    mutating func skipToClosingBracket() -> Bool {
      var depth = 1
      var quote: UInt8?
      while let byte, depth > 0 {
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
          quote = byte
        } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") {
          depth += 1
        } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") {
          depth -= 1
        } else if byte == UInt8(ascii: "\n") {
          return false
        }
        position += 1
      }
      return depth == 0
    }

    /// Whether `=`, or an operator with `=`, follows, and no comparison.
    mutating func isAtAssignment() -> Bool {
      guard let first = next() else { return false }
      if first == UInt8(ascii: "=") { return byte != UInt8(ascii: "=") }
      guard "+-*/%&|^@<>".utf8.contains(first) else { return false }
      if byte == first { position += 1 } else if first == UInt8(ascii: "<") || first == UInt8(ascii: ">") { return false }
      return byte == UInt8(ascii: "=")
    }
  }
}
