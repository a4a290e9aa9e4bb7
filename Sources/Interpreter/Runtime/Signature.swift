// Parameters of builtins, written as Python would print them, and the one place that reads arguments by them.

/// The arguments of a call as the caller gave them.
public struct CallArguments {
  public var positional: ContiguousArray<Value>
  public var keywords: [(name: Str, value: Value)]

  public init(_ positional: ContiguousArray<Value> = [], keywords: [(name: Str, value: Value)] = []) {
    self.positional = positional
    self.keywords = keywords
  }
}

/// The arguments of a call as a builtin receives them: one value for each parameter, `unbound` for an optional one
/// that was not given, a tuple for `*args`, a dict for `**kwargs`.
public struct Arguments {
  let values: ContiguousArray<Value>

  public subscript(index: Int) -> Value { values[index] }

  /// The members of the `*args` at `index`.
  public func starred(_ index: Int) -> ContiguousArray<Value> { values[index].tuple?.items ?? [] }

  /// The dict of the `**kwargs` at `index`.
  public func doubleStarred(_ index: Int) -> Dict { values[index].dict ?? Dict() }
}

/// The parameters of a builtin.
public struct Signature {
  struct Parameter {
    let name: String
    let text: Str
    let isOptional: Bool

    init(_ name: String, isOptional: Bool) {
      self.name = name
      text = Str(name)
      self.isOptional = isOptional
    }
  }

  private(set) var parameters: [Parameter] = []
  /// Parameters before the `/`.
  private(set) var positionalOnly = 0
  /// Parameters that may be given by position.
  private(set) var positional = 0
  /// Parameters that must be given by position where none is given by name.
  private var leastPositional = 0
  private var needsKeyword = false
  /// Index of `*args`.
  private(set) var starred: Int?
  /// Index of `**kwargs`.
  private(set) var doubleStarred: Int?

  /// Whether it is a type's, whose errors are worded a little differently.
  private let isConstructor: Bool

  public init(parsing text: String, isConstructor: Bool = false) {
    self.isConstructor = isConstructor
    var keywordOnly = false
    for part in Signature.split(text) {
      switch part {
      case "/": positionalOnly = parameters.count
      case "*": keywordOnly = true
      case _ where part.hasPrefix("**"):
        doubleStarred = parameters.count
        parameters.append(Parameter(String(part.dropFirst(2)), isOptional: true))
      case _ where part.hasPrefix("*"):
        starred = parameters.count
        keywordOnly = true
        parameters.append(Parameter(String(part.dropFirst()), isOptional: true))
      default:
        let pieces = part.split(separator: "=", maxSplits: 1)
        parameters.append(Parameter(String(pieces[0]), isOptional: part.contains("=")))
        if !keywordOnly { positional = parameters.count }
        if !part.contains("=") {
          if keywordOnly { needsKeyword = true } else { leastPositional = parameters.count }
        }
      }
    }
  }

  /// The parts between top-level commas, trimmed.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in text {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      default: break
      }
      if character == "," && depth == 0 {
        parts.append(part)
        part = ""
      } else if !(part.isEmpty && character == " ") {
        part.append(character)
      }
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  /// Puts a call's arguments into the order of the parameters. Raises CPython's TypeError where they do not fit.
  ///
  /// - Parameters:
  ///   - name: of the function, for messages.
  ///   - skipping: how many of the first parameters (a method's `self`) the messages do not count.
  public func bind(
    _ arguments: CallArguments, name: @autoclosure () -> String, skipping: Int = 0, _ f: Frame
  ) throws(Raised) -> Arguments {
    var values = ContiguousArray.unbound(parameters.count)
    let given = arguments.positional.count
    for index in 0..<min(given, positional) { values[index] = arguments.positional[index] }
    if arguments.keywords.isEmpty, given >= leastPositional, !needsKeyword, given <= positional || starred != nil {
      if let starred { values[starred] = .tuple(ContiguousArray(arguments.positional.dropFirst(positional))) }
      if let doubleStarred { values[doubleStarred] = .object(Dict()) }
      return Arguments(values: values)
    }
    let total = given + arguments.keywords.count
    let takesFew = !hasOnlyPositional && starred == nil && doubleStarred == nil
    if takesFew, total > parameters.count { throw tooMany(total, skipping, name(), f) }
    if let starred {
      values[starred] = .tuple(ContiguousArray(arguments.positional.dropFirst(positional)))
    } else if given > positional {
      throw tooManyByPosition(given - skipping, positional - skipping, name(), f)
    }
    let extra = doubleStarred.map { _ in Dict() }
    for (keyword, value) in arguments.keywords {
      if let index = parameters.indices.first(where: { parameters[$0].text == keyword && isKeyword($0) }) {
        if !values[index].isUnbound {
          throw f.typeError("argument for \(name())() given by name ('\(keyword.string)') and position (\(index + 1 - skipping))")
        }
        values[index] = value
      } else if let extra {
        extra[keyword] = value
      } else {
        throw unexpected(keyword.string, name(), f)
      }
    }
    if let extra, let doubleStarred { values[doubleStarred] = .object(extra) }
    for (index, parameter) in parameters.enumerated() where values[index].isUnbound && !parameter.isOptional {
      throw missing(index, given - skipping, skipping, name(), f)
    }
    return Arguments(values: values)
  }

  private func isKeyword(_ index: Int) -> Bool {
    index >= positionalOnly && index != starred && index != doubleStarred
  }

  private var hasOnlyPositional: Bool { positionalOnly == parameters.count }
  /// Whether no parameter of its own can be given by name.
  private var isUnpacked: Bool {
    positionalOnly == positional && (hasOnlyPositional || starred != nil || doubleStarred != nil)
  }
  /// Whether CPython would call it with the argument itself.
  private func takesOne(_ least: Int, _ most: Int) -> Bool {
    hasOnlyPositional && !isConstructor && least == 1 && most == 1
  }

  /// More arguments than parameters, whichever way they are given.
  private func tooMany(_ given: Int, _ skipping: Int, _ name: String, _ f: Frame) -> Raised {
    let most = parameters.count - skipping
    let bound = parameters.contains(where: \.isOptional) ? "at most" : "exactly"
    return f.typeError("\(Signature.short(name))() takes \(bound) \(count(most)) (\(given - skipping) given)")
  }

  private func tooManyByPosition(_ given: Int, _ most: Int, _ name: String, _ f: Frame) -> Raised {
    let least = parameters.prefix(positional).count { !$0.isOptional } - (positional - most)
    let short = Signature.short(name)
    if most == 0 {
      return f.typeError(
        hasOnlyPositional ? "\(name)() takes no arguments (\(given) given)" : "\(short)() takes no positional arguments")
    }
    if takesOne(least, most) { return f.typeError("\(name)() takes exactly one argument (\(given) given)") }
    if isUnpacked {
      let expected = least == most ? "expected" : "expected at most"
      return f.typeError("\(short) \(expected) \(count(most)), got \(given)")
    }
    let bound = least == most ? "exactly" : "at most"
    // Where others can be given by name, the message says which ones are too many.
    if most < parameters.count - (positional - most) {
      let plural = most == 1 ? "" : "s"
      return f.typeError("\(short)() takes \(bound) \(most) positional argument\(plural) (\(given) given)")
    }
    return f.typeError("\(short)() takes \(bound) \(count(most)) (\(given) given)")
  }

  private func missing(_ index: Int, _ given: Int, _ skipping: Int, _ name: String, _ f: Frame) -> Raised {
    let least = parameters.prefix(positional).count { !$0.isOptional } - skipping
    let most = positional - skipping
    let short = Signature.short(name)
    if takesOne(least, most) { return f.typeError("\(name)() takes exactly one argument (\(given) given)") }
    if isUnpacked {
      return f.typeError("\(short) \(least == most ? "expected" : "expected at least") \(count(least)), got \(given)")
    }
    if index < positionalOnly {
      let bound = least == most ? "exactly" : "at least"
      let plural = least == 1 ? "" : "s"
      return f.typeError("\(short)() takes \(bound) \(least) positional argument\(plural) (\(given) given)")
    }
    return f.typeError("\(short)() missing required argument '\(parameters[index].name)' (pos \(index + 1 - skipping))")
  }

  /// The name of a method without its type's, as most messages give it.
  private static func short(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private func unexpected(_ keyword: String, _ name: String, _ f: Frame) -> Raised {
    let known = parameters.indices.filter(isKeyword).map { parameters[$0].name }
    if known.isEmpty { return f.typeError("\(name)() takes no keyword arguments") }
    return f.typeError("\(Signature.short(name))() got an unexpected keyword argument '\(keyword)'\(didYouMean(keyword, known))")
  }

  private func count(_ number: Int) -> String {
    number == 1 ? "1 argument" : "\(number) arguments"
  }
}
