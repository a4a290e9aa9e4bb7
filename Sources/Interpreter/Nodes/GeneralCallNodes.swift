// Calls with keywords and stars.
import Syntax

/// An argument of a call with keywords or stars.
enum ArgumentNode {
  case positional(ExpressionNode)
  case starred(ExpressionNode)
  case keyword(Str, ExpressionNode)
  case doubleStarred(ExpressionNode)
}

/// `f(a, *b, c=d, **e)`.
final class GeneralCallNode: ExpressionNode {
  private let callee: ExpressionNode
  private let arguments: [ArgumentNode]

  init(_ callee: ExpressionNode, _ arguments: [ArgumentNode], _ location: Location) {
    self.callee = callee
    self.arguments = arguments
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let callee = try callee.evaluate(f)
    let arguments = try f.evaluate(arguments, callee: callee, location)
    f.enterCall(location)
    do {
      return try f.call(callee, arguments)
    } catch {
      throw error.at(location, f)
    }
  }
}

extension [ArgumentNode] {
  /// How many are given by position, starred ones included.
  fileprivate var positionalCount: Int {
    count { argument in
      switch argument {
      case .positional, .starred: true
      case .keyword, .doubleStarred: false
      }
    }
  }
}

extension Frame {
  /// Evaluates arguments with keywords and stars.
  func evaluate(_ nodes: [ArgumentNode], callee: Value, _ location: Location) throws(Raised) -> CallArguments {
    var arguments = CallArguments()
    for node in nodes {
      switch node {
      case .positional(let node): arguments.positional.append(try node.evaluate(self))
      case .starred(let node):
        let value = try node.evaluate(self)
        do {
          arguments.positional.append(contentsOf: try collect(value))
        } catch {
          throw starError(error, nodes.positionalCount == 1 ? callee : nil, value).at(location, self)
        }
      case .keyword(let name, let node): arguments.keywords.append((name, try node.evaluate(self)))
      case .doubleStarred(let node):
        let value = try node.evaluate(self)
        do { try appendItems(of: value, to: &arguments, callee) } catch { throw error.at(location, self) }
      }
    }
    return arguments
  }

  /// - Parameter callee: who gets the members and nothing else by position; nil where there is more.
  private func starError(_ error: Raised, _ callee: Value?, _ value: Value) -> Raised {
    guard error.exception.type === types[.TypeError], !error.exception.hasTraceback else { return error }
    let place = callee.map { functionTitle($0) + " argument" } ?? "Value"
    return typeError("\(place) after * must be an iterable, not \(typeName(value))")
  }

  private func appendItems(of mapping: Value, to arguments: inout CallArguments, _ callee: Value) throws(Raised) {
    for (key, value) in try mappingItems(mapping, callee) {
      guard let name = key.payload.str else { throw typeError("keywords must be strings") }
      if arguments.keywords.contains(where: { $0.name == name }) {
        throw typeError("\(functionTitle(callee)) got multiple values for keyword argument '\(name.string)'")
      }
      arguments.keywords.append((name, value))
    }
  }

  private func mappingItems(_ mapping: Value, _ callee: Value) throws(Raised) -> [(key: Value, value: Value)] {
    if let dict = mapping.dict { return dict.items }
    guard let keys = try optionalAttribute(of: mapping, interpreter.names[.keys]) else {
      throw typeError("\(functionTitle(callee)) argument after ** must be a mapping, not \(typeName(mapping))")
    }
    var items: [(key: Value, value: Value)] = []
    for key in try collect(call(keys)) { items.append((key, try item(of: mapping, key))) }
    return items
  }

  /// A callee as messages about its arguments name it: `__main__.f()`.
  private func functionTitle(_ callee: Value) -> String {
    if let function = callee.function {
      return "\(function.namespace.name.string).\(function.qualifiedName.string)()"
    }
    if let builtin = callee.builtin { return builtin.name.string + "()" }
    if let method = callee.boundMethod { return functionTitle(method.function) }
    if let type = callee.type { return type.name.string + "()" }
    return typeName(callee) + " object"
  }
}

extension TypeObject {
  /// Whether a class of the MRO takes attribute access into its own hands.
  var overridesAttributeAccess: Bool {
    guard let access = special(.__getattribute__) else { return false }
    return !access.isIdentical(to: interpreter.objectGetAttribute)
  }
}
