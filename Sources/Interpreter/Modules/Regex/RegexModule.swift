// The module `re`.

enum RegexModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let pattern = m.type("Pattern", PatternType.define)
    m.type("Match", MatchType.define)
    m.type("Scanner", PatternScanner.define)
    let cache = PatternCache(pattern)
    m.function("_compile", "pattern, flags, /", .two { (f, source, flags) throws(Raised) in
      .object(try cache.pattern(source, flags, f))
    })
    m.function("compile", "pattern, flags=0", .two { (f, source, flags) throws(Raised) in
      .object(try cache.pattern(source, flags, f))
    })
    for name in ["match", "fullmatch", "search", "findall", "finditer"] {
      m.function(name, "pattern, string, flags=0", .three { (f, source, text, flags) throws(Raised) in
        try f.callMethod(.object(cache.pattern(source, flags, f)), name, CallArguments([text]))
      })
    }
    m.function(
      "split", "pattern, string, maxsplit=0, flags=0",
      .four { (f, source, text, limit, flags) throws(Raised) in
      let limit = limit.isUnbound ? .int(0) : limit
      return try f.callMethod(.object(cache.pattern(source, flags, f)), "split", CallArguments([text, limit]))
    })
    for name in ["sub", "subn"] {
      m.function(name, "pattern, repl, string, count=0, flags=0", .many { (f, a) throws(Raised) in
        let limit = a[3].isUnbound ? .int(0) : a[3]
        return try f.callMethod(.object(cache.pattern(a[0], a[4], f)), name, CallArguments([a[1], a[2], limit]))
      })
    }
    m.function("purge", "", .zero { (_) throws(Raised) in
      cache.removeAll()
      return .none
    })
    m.function("escape", "pattern", .one(escape))
    try m.source(source)
  }

  /// Characters that mean something somewhere in a pattern.
  private static let special = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0b}\u{0c}".unicodeScalars.map(\.value))

  private static func escape(_ f: Frame, _ pattern: Value) throws(Raised) -> Value {
    if let bytes = BytesType.contents(pattern) {
      return .bytes(bytes.flatMap { special.contains(UInt32($0)) ? [0x5c, $0] : [$0] })
    }
    guard let text = pattern.payload.str else {
      throw f.attributeError("'\(f.typeName(pattern))' object has no attribute 'decode'")
    }
    var builder = StrBuilder(capacity: text.count)
    for index in 0..<text.count {
      if special.contains(text[index]) { builder.append(ascii: 0x5c) }
      builder.append(text[index])
    }
    return .object(builder.finish())
  }

  private static let source: StaticString = #"""
    import enum as _enum


    class PatternError(Exception):
        __module__ = 're'

        def __init__(self, msg, pattern=None, pos=None):
            self.msg, self.pattern, self.pos = msg, pattern, pos
            self.lineno = self.colno = None
            text = msg
            if pattern is not None and pos is not None:
                newline = '\n' if isinstance(pattern, str) else b'\n'
                self.lineno = pattern.count(newline, 0, pos) + 1
                self.colno = pos - pattern.rfind(newline, 0, pos)
                text = f'{msg} at position {pos}'
                if newline in pattern:
                    text += f' (line {self.lineno}, column {self.colno})'
            super().__init__(text)


    error = PatternError


    @_enum.global_enum
    class RegexFlag(_enum.IntFlag):
        NOFLAG = 0
        ASCII = A = 256
        IGNORECASE = I = 2
        LOCALE = L = 4
        UNICODE = U = 32
        MULTILINE = M = 8
        DOTALL = S = 16
        VERBOSE = X = 64
        DEBUG = 128
        __str__ = object.__str__


    __all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge',
               'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE',
               'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']
    """#
}

/// Patterns that were compiled before.
private final class PatternCache {
  private struct Key: Hashable {
    let source: String
    let isBytes: Bool
    let flags: Int
  }

  private let type: TypeObject
  private var patterns: [Key: PatternObject] = [:]
  private static let capacity = 512

  init(_ type: TypeObject) {
    self.type = type
  }

  func removeAll() {
    patterns.removeAll()
  }

  /// The compiled pattern of a text, of bytes, or of a pattern itself.
  func pattern(_ source: Value, _ flags: Value, _ f: Frame) throws(Raised) -> PatternObject {
    let flags = flags.isUnbound ? 0 : try f.index(flags)
    if let pattern = source.native(PatternObject.self) {
      if flags != 0 { throw f.valueError("cannot process flags argument with a compiled pattern") }
      return pattern
    }
    guard let key = key(source, flags) else {
      return try PatternObject.compile(type, source, PatternFlags(rawValue: flags), f)
    }
    if let known = patterns[key] { return known }
    let made = try PatternObject.compile(type, source, PatternFlags(rawValue: flags), f)
    if patterns.count >= PatternCache.capacity { patterns.removeAll() }
    patterns[key] = made
    return made
  }

  /// Nil for texts with lone surrogates, which a Swift string cannot tell apart, and for bytes.
  private func key(_ source: Value, _ flags: Int) -> Key? {
    guard let text = source.str, text.isASCII else { return nil }
    return Key(source: text.string, isBytes: false, flags: flags)
  }
}
