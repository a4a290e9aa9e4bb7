// The methods that loops call most, on lists, dicts and sets that a variable holds: no builtin is looked up or called.
import Syntax

/// `variable.append(x)`, `variable.add(x)`, `variable.get(x)` and `variable.get(x, y)`.
final class QuickMethodNode: ExpressionNode {
  /// Methods that built-in types have for good: no script can replace them.
  enum Method {
    case append, add, get

    /// Nil for other methods, and for calls that must fail.
    init?(_ name: String, arguments: Int) {
      switch (name, arguments) {
      case ("append", 1): self = .append
      case ("add", 1): self = .add
      case ("get", 1), ("get", 2): self = .get
      default: return nil
      }
    }

    fileprivate var kind: Object.Kind {
      switch self {
      case .append: .list
      case .add: .set
      case .get: .dict
      }
    }
  }

  private let method: Method
  private let kind: Object.Kind
  private let receiver: Place
  private let argument: ExpressionNode
  /// The value of `get` for a key that is not there.
  private let fallback: ExpressionNode
  /// The call on any other object.
  private let general: MethodCallNode

  /// - Parameter receiver: evaluating the arguments must not put another object there.
  init(_ method: Method, _ receiver: Place, _ arguments: [ExpressionNode], _ general: MethodCallNode) {
    self.method = method
    kind = method.kind
    self.receiver = receiver
    argument = arguments[0]
    fallback = arguments.count > 1 ? arguments[1] : ConstantNode(.none, general.location)
    self.general = general
    super.init(general.location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    guard let object = receiver.pointer(f).object, object._withUnsafeGuaranteedRef({ $0.kind }) == kind else {
      return try general.evaluate(f)
    }
    let argument = try argument.evaluate(f)
    switch method {
    case .append: object._withUnsafeGuaranteedRef { unsafeDowncast($0, to: List.self).items.append(argument) }
    case .add: try add(argument, to: object, f)
    case .get: return try get(argument, of: object, f)
    }
    return .none
  }

  @inline(never)
  private func add(_ member: Value, to set: Unmanaged<Object>, _ f: Frame) throws(Raised) {
    f.enterCall(location)
    do {
      try unsafeDowncast(set.takeUnretainedValue(), to: SetObject.self).insert(member, f)
    } catch {
      throw error.at(location, f)
    }
  }

  private func get(_ key: Value, of object: Unmanaged<Object>, _ f: Frame) throws(Raised) -> Value {
    let otherwise = try fallback.evaluate(f)
    let answer = withUnsafePointer(to: key) { key in object._withUnsafeGuaranteedRef { $0.dictValue(key) } }
    switch answer {
    case .found(let value): return value
    case .missing: return otherwise
    case .unknown: return try find(key, in: object, f) ?? otherwise
    }
  }

  @inline(never)
  private func find(_ key: Value, in dict: Unmanaged<Object>, _ f: Frame) throws(Raised) -> Value? {
    f.enterCall(location)
    do {
      return try unsafeDowncast(dict.takeUnretainedValue(), to: Dict.self).value(of: key, f)
    } catch {
      throw error.at(location, f)
    }
  }
}
