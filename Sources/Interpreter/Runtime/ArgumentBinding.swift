// Binding a call's arguments to the parameters of a script's function, with CPython's messages where they do not fit.

/// Puts arguments into the order of a function's parameter slots.
struct ArgumentBinding {
  private let function: Function
  private let code: FunctionCode
  private let f: Frame

  init(_ function: Function, _ f: Frame) {
    self.function = function
    code = function.code
    self.f = f
  }

  /// The values of the parameter slots, in order.
  func bind(_ arguments: CallArguments) throws(Raised) -> ContiguousArray<Value> {
    var values = ContiguousArray.unbound(code.parameterCount)
    let given = arguments.positional.count
    for index in 0..<min(given, code.positionalCount) { values[index] = arguments.positional[index] }
    if code.hasStarred {
      values[code.positionalCount + code.keywordOnlyCount] =
        .tuple(ContiguousArray(arguments.positional.dropFirst(code.positionalCount)))
    }
    let extra = code.hasDoubleStarred ? Dict() : nil
    if let extra { values[code.parameterCount - 1] = .object(extra) }
    var misplaced: [String] = []
    for (name, value) in arguments.keywords { try bindKeyword(name, value, &values, extra, &misplaced) }
    if !misplaced.isEmpty {
      throw f.typeError(
        "\(title) got some positional-only arguments passed as keyword arguments: "
          + "'\(misplaced.joined(separator: ", "))'")
    }
    if given > code.positionalCount && !code.hasStarred { throw tooMany(given, values) }
    try fillDefaults(&values)
    return values
  }

  /// - Parameter misplaced: gets the names of positional-only parameters that were given by name.
  private func bindKeyword(
    _ name: Str, _ value: Value, _ values: inout ContiguousArray<Value>, _ extra: Dict?, _ misplaced: inout [String]
  ) throws(Raised) {
    let named = code.positionalOnlyCount..<code.positionalCount + code.keywordOnlyCount
    if let index = named.first(where: { code.slotNames[$0] == name }) {
      if !values[index].isUnbound {
        throw f.typeError("\(title) got multiple values for argument '\(name.string)'")
      }
      values[index] = value
    } else if let extra {
      if extra[name] != nil {
        throw f.typeError(
          "\(function.namespace.name.string).\(title) got multiple values for keyword argument '\(name.string)'")
      }
      extra[name] = value
    } else if code.slotNames.prefix(code.positionalOnlyCount).contains(where: { $0 == name }) {
      misplaced.append(name.string)
    } else {
      let known = named.map { code.slotNames[$0].string }
      throw f.typeError(
        "\(title) got an unexpected keyword argument '\(name.string)'\(didYouMean(name.string, known))")
    }
  }

  private func fillDefaults(_ values: inout ContiguousArray<Value>) throws(Raised) {
    let firstDefault = code.positionalCount - function.defaults.count
    for index in max(0, firstDefault)..<code.positionalCount where values[index].isUnbound {
      values[index] = function.defaults[index - firstDefault]
    }
    let missing = (0..<code.positionalCount).filter { values[$0].isUnbound }
    if !missing.isEmpty { throw self.missing(missing, "positional") }
    for index in 0..<code.keywordOnlyCount where values[code.positionalCount + index].isUnbound {
      values[code.positionalCount + index] = function.keywordDefaults[index]
    }
    let keywordOnly = code.positionalCount..<code.positionalCount + code.keywordOnlyCount
    let missingKeywords = keywordOnly.filter { values[$0].isUnbound }
    if !missingKeywords.isEmpty { throw self.missing(missingKeywords, "keyword-only") }
  }

  private var title: String { function.qualifiedName.string + "()" }

  private func missing(_ indices: [Int], _ kind: String) -> Raised {
    let names = indices.map { "'\(code.slotNames[$0].string)'" }
    let list: String
    switch names.count {
    case 1: list = names[0]
    case 2: list = "\(names[0]) and \(names[1])"
    default: list = names.dropLast().joined(separator: ", ") + ", and \(names[names.count - 1])"
    }
    return f.typeError(
      "\(title) missing \(names.count) required \(kind) argument\(names.count == 1 ? "" : "s"): \(list)")
  }

  private func tooMany(_ given: Int, _ values: ContiguousArray<Value>) -> Raised {
    let most = code.positionalCount
    let least = most - function.defaults.count
    let takes = least == most ? "\(most)" : "from \(least) to \(most)"
    let keywordOnlyGiven = (0..<code.keywordOnlyCount).count { !values[code.positionalCount + $0].isUnbound }
    var were = "\(given) \(given == 1 ? "was" : "were") given"
    if keywordOnlyGiven > 0 {
      were = "\(given) positional argument\(given == 1 ? "" : "s") (and \(keywordOnlyGiven) keyword-only "
        + "argument\(keywordOnlyGiven == 1 ? "" : "s")) were given"
    }
    return f.typeError("\(title) takes \(takes) positional argument\(most == 1 ? "" : "s") but \(were)")
  }
}
