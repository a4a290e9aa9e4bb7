// Compiled patterns and matches as objects of scripts.

/// What a pattern is applied to: a text, or bytes held as a text of Latin-1.
struct Subject {
  let value: Value
  let text: Str
  let isBytes: Bool

  /// Raises TypeError where the value is neither, or of the other kind than the pattern.
  init(_ value: Value, for pattern: PatternObject, _ f: Frame) throws(Raised) {
    self.value = value
    if let text = value.payload.str {
      if pattern.isBytes { throw f.typeError("cannot use a bytes pattern on a string-like object") }
      self.text = text
      isBytes = false
    } else if let bytes = BytesType.contents(value) {
      if !pattern.isBytes { throw f.typeError("cannot use a string pattern on a bytes-like object") }
      text = Str(latin1: bytes)
      isBytes = true
    } else {
      throw f.typeError("expected string or bytes-like object, got '\(f.typeName(value))'")
    }
  }

  /// The part `lower..<upper`, of the subject's type.
  func piece(_ lower: Int, _ upper: Int, _ f: Frame) -> Value {
    if lower == 0, upper == text.count, !isBytes, value.instance == nil { return value }
    return isBytes ? .bytes(Array(text.narrow[lower..<upper])) : StrType.piece(f, text, lower, upper)
  }
}

extension Str {
  /// A text whose scalars are bytes.
  convenience init(latin1 bytes: [UInt8]) {
    let isASCII = bytes.withUnsafeBufferPointer { Str.isASCII($0) }
    self.init(unwritten: bytes.count, width: .one, isASCII: isASCII)
    bytes.withUnsafeBytes { source in
      if let base = source.baseAddress { units.copyMemory(from: base, byteCount: source.count) }
    }
  }
}

/// An `re.Pattern`.
final class PatternObject: TypedObject {
  /// The pattern as written.
  let source: Value
  let isBytes: Bool
  let flags: PatternFlags
  let program: PatternProgram
  let groupNames: [(name: Str, group: Int)]
  private let machine: PatternMachine
  private var isRunning = false
  /// The template that `sub` read last.
  var template: ReplacementTemplate?

  /// Compiles a pattern. Raises `re.PatternError`.
  static func compile(
    _ type: TypeObject, _ source: Value, _ flags: PatternFlags, _ f: Frame
  ) throws(Raised) -> PatternObject {
    let text: Str
    let isBytes: Bool
    if let given = source.payload.str {
      text = given
      isBytes = false
    } else if let bytes = BytesType.contents(source) {
      text = Str(latin1: bytes)
      isBytes = true
    } else {
      throw f.typeError("first argument must be string or compiled pattern")
    }
    var parser = PatternParser(f, text, isBytes: isBytes, flags: flags)
    let node = try parser.parse()
    return PatternObject(type, source, isBytes: isBytes, parser, node, f)
  }

  // Errors are made by code of the library's. While that runs there must be no pattern that is not whole: the collector
  // looks at all objects that there are.
  private init(
    _ type: TypeObject, _ source: Value, isBytes: Bool, _ parser: PatternParser, _ node: RegexNode, _ f: Frame
  ) {
    self.source = source
    self.isBytes = isBytes
    flags = parser.flags
    groupNames = parser.groupNames
    program = PatternProgram(node, groupCount: parser.groupCount)
    machine = PatternMachine(program, f)
    super.init(type)
  }

  var groupCount: Int { program.groupCount - 1 }

  func name(of group: Int) -> Str? { groupNames.first { $0.group == group }?.name }

  /// - Parameter origin: where the search is said to have begun, when that is not `start`.
  func match(
    _ subject: Subject, _ start: Int, _ end: Int, _ extent: PatternMachine.Extent, mustAdvance: Bool = false,
    origin: Int? = nil, _ f: Frame
  ) throws(Raised) -> MatchObject? {
    // A signal's handler may use the pattern while it runs.
    let machine = isRunning ? PatternMachine(program, f) : machine
    let wasRunning = isRunning
    isRunning = true
    defer { isRunning = wasRunning }
    if start > end { return nil }
    guard let registers = try machine.match(subject.text, start, end, extent, mustAdvance: mustAdvance, f) else {
      return nil
    }
    return MatchObject(f.types[module: "re.Match"], self, subject, origin ?? start, end, registers)
  }

  /// The matches from left to right; none overlaps another.
  struct Matches {
    let pattern: PatternObject
    let subject: Subject
    private let end: Int
    private let origin: Int
    private var position: Int
    private var mustAdvance = false

    init(_ pattern: PatternObject, _ subject: Subject, _ start: Int, _ end: Int) {
      self.pattern = pattern
      self.subject = subject
      self.end = end
      origin = start
      position = start
    }

    mutating func next(_ f: Frame) throws(Raised) -> MatchObject? {
      let found = try pattern.match(subject, position, end, .anywhere, mustAdvance: mustAdvance, origin: origin, f)
      guard let match = found else {
        position = end + 1
        return nil
      }
      position = match.end(of: 0)
      mustAdvance = match.start(of: 0) == position
      return match
    }
  }
}

/// An `re.Match`.
final class MatchObject: TypedObject {
  let pattern: PatternObject
  let subject: Subject
  /// Where the search began and was to end.
  let position: Int
  let endPosition: Int
  private let registers: [Int]

  init(
    _ type: TypeObject, _ pattern: PatternObject, _ subject: Subject, _ position: Int, _ endPosition: Int,
    _ registers: [Int]
  ) {
    self.pattern = pattern
    self.subject = subject
    self.position = position
    self.endPosition = endPosition
    self.registers = registers
    super.init(type)
  }

  /// The number of the group that was closed last; nil where none has matched.
  var lastIndex: Int? { registers[0] > 0 ? registers[0] : nil }

  func hasMatched(_ group: Int) -> Bool { end(of: group) >= 0 && start(of: group) >= 0 }

  /// -1 where the group has not matched.
  func start(of group: Int) -> Int { registers[1 + 2 * group] }
  func end(of group: Int) -> Int { registers[2 + 2 * group] }

  /// What a group matched; nil where it did not.
  func piece(_ group: Int, _ f: Frame) -> Value? {
    hasMatched(group) ? subject.piece(start(of: group), end(of: group), f) : nil
  }
}
