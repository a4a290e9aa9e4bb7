// `functools.partial` and the keys of `functools.cmp_to_key`.
import CPosixShim
import Syntax

/// A `partial`: a callable with some of its arguments.
final class PartialFunction: CallableObject {
  private var function: Value
  private var given: CallArguments

  private init(_ type: TypeObject, _ function: Value, _ given: CallArguments) {
    self.function = function
    self.given = given
    super.init(type)
  }

  deinit {
    if ppd_stack_is_low() { 
      LateReleases.add {
        $0 = [function] + given.positional + given.keywords.map(\.value)
        (function, given) = (.none, CallArguments())
      }
     }
  }

  override var hasAttributes: Bool { true }

  static func define(_ t: TypeBuilder) {
    let type = t.type
    t.new("*args, **kwargs") { [unowned type] f, _, a throws(Raised) in
      let positional = a.starred(0)
      guard let function = positional.first else { throw f.typeError("type 'partial' takes at least one argument") }
      if !f.isCallable(function) { throw f.typeError("the first argument must be callable") }
      let keywords = a.doubleStarred(1).items.compactMap { item in item.key.str.map { (name: $0, value: item.value) } }
      let arguments = CallArguments(ContiguousArray(positional.dropFirst()), keywords: keywords)
      // A partial of a partial is one partial with the arguments of both.
      if let inner = function.object as? PartialFunction, inner.attributes == nil {
        return .object(PartialFunction(type, inner.function, inner.joined(with: arguments)))
      }
      return .object(PartialFunction(type, function, arguments))
    }
    t.callable()
    t.property(
      "func", get: { f, this throws(Raised) in try receiver(this, "func", of: "functools.partial", f).function })
    t.property(
      "args",
      get: { f, this throws(Raised) in
        .tuple(try receiver(this, "args", of: "functools.partial", f).given.positional)
      })
    t.property(
      "keywords",
      get: { f, this throws(Raised) in
        .object(try receiver(this, "keywords", of: "functools.partial", f).keywords)
      })
    t.method(
      "__repr__", "self, /",
      .one { f, this throws(Raised) in
        let partial = try receiver(this, "__repr__", of: "functools.partial", f)
        let parts = try f.reprs([partial.function] + partial.given.positional, partial.given.keywords)
        return .text("functools.partial(\(parts))")
      })
    t.method(
      "__reduce__", "self, /",
      .one { f, this throws(Raised) in
        let partial = try receiver(this, "__reduce__", of: "functools.partial", f)
        let bound = Value.object(partial.function.object == nil ? Tuple([]) : Tuple([partial.function]))
        let state = Value.tuple([
          partial.function, .tuple(partial.given.positional), .object(partial.keywords),
          partial.attributes.map { .object($0) } ?? .none,
        ])
        return .tuple([.object(f.types.type(of: this)), bound, state])
      })
    t.method(
      "__setstate__", "self, state, /",
      .two { f, this, state throws(Raised) in
        let partial = try receiver(this, "__setstate__", of: "functools.partial", f)
        guard let parts = state.tuple?.items, parts.count == 4, f.isCallable(parts[0]), let arguments = parts[1].tuple,
          let keywords = parts[2].dict
        else { throw f.typeError("invalid partial state") }
        partial.function = parts[0]
        partial.given = CallArguments(
          arguments.items, keywords: keywords.items.compactMap { item in item.key.str.map { ($0, item.value) } })
        partial.attributes = parts[3].dict
        return .none
      })
  }

  private var keywords: Dict {
    let dict = Dict()
    for (name, value) in given.keywords { dict[name] = value }
    return dict
  }

  /// The arguments of a call: the given ones first, later keywords replacing earlier ones.
  private func joined(with arguments: CallArguments) -> CallArguments {
    var joined = given
    joined.positional += arguments.positional
    for (name, value) in arguments.keywords {
      if let index = joined.keywords.firstIndex(where: { $0.name == name }) {
        joined.keywords[index].value = value
      } else {
        joined.keywords.append((name, value))
      }
    }
    return joined
  }

  override func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    try f.call(function, joined(with: arguments))
  }
}

/// What `cmp_to_key` returns, and what that makes of each value: a key that compares by the function.
final class ComparisonKey: CallableObject {
  private let function: Value
  private let value: Value

  init(_ type: TypeObject, _ function: Value, _ value: Value) {
    self.function = function
    self.value = value
    super.init(type)
  }

  static func define(_ t: TypeBuilder) {
    t.final()
    t.callable()
    let comparisons: [ComparisonOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    for op in comparisons {
      t.method(
        op.specials.forward.rawValue, "self, value, /",
        .two { f, this, other throws(Raised) in
          guard let a = this.native(ComparisonKey.self), let b = other.native(ComparisonKey.self) else {
            throw f.typeError("other argument must be K instance")
          }
          return try f.compare(op, f.call(a.function, a.value, b.value), .int(0))
        })
    }
    t.constant("__hash__", .none)
    t.property("obj", get: { f, this throws(Raised) in try receiver(this, "obj", of: "functools.KeyWrapper", f).value })
  }

  override func call(_ f: Frame, _ arguments: CallArguments) throws(Raised) -> Value {
    let signature = Signature(parsing: "obj")
    let bound = try signature.bind(arguments, name: "K", f)
    return .object(ComparisonKey(type, function, bound[0]))
  }
}
