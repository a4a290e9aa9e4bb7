// Calls with plain positional arguments.
import CPosixShim
import Syntax

extension Frame {
  /// Notes which call the frame makes, for reports about the running program.
  @inline(__always)
  func enterCall(_ location: Location) {
    header.pointee.callRange = location.range
  }
}

/// A call whose arguments are plain positional ones.
class PlainCallNode: ExpressionNode {
  final let arguments: StackedOperands

  init(_ arguments: [ExpressionNode], _ location: Location) {
    self.arguments = StackedOperands(arguments)
    super.init(location)
  }

  /// Runs a function whose frame's slots hold all that it needs.
  @inline(__always)
  final func run(_ code: FunctionCode, _ slots: UnsafeMutablePointer<Value>, _ f: Frame) throws(Raised) -> Value {
    f.enterCall(location)
    do { return try f.begin(code, slots).runBody(of: code) } catch { throw error.at(location, f) }
  }

  /// Runs a function that takes the `given` values in the slots of its frame.
  @inline(never)
  final func call(
    _ function: Function, given: Int, _ slots: UnsafeMutablePointer<Value>, _ f: Frame
  ) throws(Raised) -> Value {
    f.enterCall(location)
    do {
      try function.fillDefaults(slots, given: given, f)
      return try f.enter(function, slots)
    } catch {
      throw error.at(location, f)
    }
  }

  /// The value of an argument; unbound where the call has not so many.
  @inline(__always)
  private func argument(_ index: Int, _ f: Frame) throws(Raised) -> Value {
    index < arguments.count ? try arguments.evaluate(index, f) : .unbound
  }

  /// Calls a builtin method that takes the receiver and the arguments.
  final func call(_ builtin: Builtin, on receiver: Value, _ f: Frame) throws(Raised) -> Value {
    switch builtin.body {
    case .one(let body):
      f.enterCall(location)
      do { return try body(f, receiver) } catch { throw error.at(location, f) }
    case .two(let body):
      let first = try argument(0, f)
      f.enterCall(location)
      do { return try body(f, receiver, first) } catch { throw error.at(location, f) }
    case .three(let body):
      let first = try argument(0, f)
      let second = try argument(1, f)
      f.enterCall(location)
      do { return try body(f, receiver, first, second) } catch { throw error.at(location, f) }
    case .four(let body):
      let first = try argument(0, f)
      let second = try argument(1, f)
      let third = try argument(2, f)
      f.enterCall(location)
      do { return try body(f, receiver, first, second, third) } catch { throw error.at(location, f) }
    case .zero, .many:
      guard let direct = builtin.direct else { preconditionFailure("a method of fixed arity takes its receiver") }
      return try call(direct, receiver, f)
    }
  }

  /// Calls a builtin function that takes the arguments.
  private func call(_ builtin: Builtin, _ f: Frame) throws(Raised) -> Value {
    switch builtin.body {
    case .zero(let body):
      f.enterCall(location)
      do { return try body(f) } catch { throw error.at(location, f) }
    case .one(let body):
      let first = try argument(0, f)
      f.enterCall(location)
      do { return try body(f, first) } catch { throw error.at(location, f) }
    case .two(let body):
      let first = try argument(0, f)
      let second = try argument(1, f)
      f.enterCall(location)
      do { return try body(f, first, second) } catch { throw error.at(location, f) }
    case .three(let body):
      let first = try argument(0, f)
      let second = try argument(1, f)
      let third = try argument(2, f)
      f.enterCall(location)
      do { return try body(f, first, second, third) } catch { throw error.at(location, f) }
    case .four(let body):
      let first = try argument(0, f)
      let second = try argument(1, f)
      let third = try argument(2, f)
      let fourth = try argument(3, f)
      f.enterCall(location)
      do { return try body(f, first, second, third, fourth) } catch { throw error.at(location, f) }
    case .many:
      guard let direct = builtin.direct else { preconditionFailure("a builtin of fixed arity takes its arguments") }
      return try call(direct, nil, f)
    }
  }

  @inline(never)
  private func call(_ direct: Builtin.DirectBody, _ receiver: Value?, _ f: Frame) throws(Raised) -> Value {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(arguments.count + 1)
    if let receiver { values.append(receiver) }
    for index in 0..<arguments.count { values.append(try arguments.evaluate(index, f)) }
    f.enterCall(location)
    do { return try direct(f, values) } catch { throw error.at(location, f) }
  }

  /// Calls anything, the common kinds without an argument list.
  @inline(__always)
  final func apply(_ callee: Value, _ f: Frame) throws(Raised) -> Value {
    guard let address = callee.address else { return try callGenerally(callee, f) }
    // The callee is the caller's as long as the call runs: nobody else needs to count it.
    defer { withExtendedLifetime(callee) {} }
    return try Unmanaged<Object>.fromOpaque(address).borrow { object throws(Raised) in try call(object, f) }
  }

  /// Calls an object that stays meanwhile.
  @inline(never)
  final func call(_ callee: Object, _ f: Frame) throws(Raised) -> Value {
    switch callee.kind {
    case .function:
      let function = unsafeDowncast(callee, to: Function.self)
      if function.takes(arguments.count) {
        let slots = try arguments.evaluateAll(skipping: 0, f)
        return try call(function, given: arguments.count, slots, f)
      }
    case .builtin:
      let builtin = unsafeDowncast(callee, to: Builtin.self)
      if builtin.takes(arguments.count) || builtin.direct != nil && !builtin.isMethod {
        return try call(builtin, f)
      }
    case .type: return try make(unsafeDowncast(callee, to: TypeObject.self), f)
    case .boundMethod:
      let method = unsafeDowncast(callee, to: BoundMethod.self)
      if let function = method.function.function, function.takes(arguments.count + 1) {
        let slots = try arguments.evaluateAll(skipping: 1, f)
        slots.initialize(to: method.receiver)
        return try call(function, given: arguments.count + 1, slots, f)
      }
    default: break
    }
    return try callGenerally(.object(callee), f)
  }

  /// Makes an instance by calling its type.
  private func make(_ type: TypeObject, _ f: Frame) throws(Raised) -> Value {
    if type.isMadePlainly {
      if let initializer = type.initializer {
        if initializer.takes(arguments.count + 1) { return try make(type, initializer, f) }
      } else if arguments.count == 0 {
        return .object(Instance(type))
      }
    } else if arguments.count == 1, let make = type.newFromOne {
      let argument = try arguments.evaluate(0, f)
      f.enterCall(location)
      do { return try make(f, argument) } catch { throw error.at(location, f) }
    }
    return try callGenerally(.object(type), f)
  }

  private func make(_ type: TypeObject, _ initializer: Function, _ f: Frame) throws(Raised) -> Value {
    let slots = try arguments.evaluateAll(skipping: 1, f)
    let instance = Value.object(Instance(type))
    slots.initialize(to: instance)
    let result = try call(initializer, given: arguments.count + 1, slots, f)
    if case .none = result { return instance }
    throw f.typeError("__init__() should return None, not '\(f.typeName(result))'").at(location, f)
  }

  /// Calls anything by an argument list.
  @inline(never)
  final func callGenerally(_ callee: Value, _ f: Frame) throws(Raised) -> Value {
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(arguments.count)
    for index in 0..<arguments.count { values.append(try arguments.evaluate(index, f)) }
    f.enterCall(location)
    do { return try f.call(callee, CallArguments(values)) } catch { throw error.at(location, f) }
  }
}

/// `f(a, b, …)`.
final class CallNode: PlainCallNode {
  private let callee: ExpressionNode

  init(_ callee: ExpressionNode, _ arguments: [ExpressionNode], _ location: Location) {
    self.callee = callee
    super.init(arguments, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value { try apply(callee.evaluate(f), f) }
}

/// `variable(a, b, …)`: looks at the callee where it stands.
final class PlaceCallNode: PlainCallNode {
  private let calleePlace: Place
  /// Where the builtin of the name stands, for a global; else the callee's place again.
  private let builtinPlace: Place
  private let callee: ExpressionNode

  init(_ place: Place, _ callee: ExpressionNode, _ arguments: [ExpressionNode], _ location: Location) {
    calleePlace = place
    builtinPlace = (callee as? GlobalNode)?.builtinPlace ?? place
    self.callee = callee
    super.init(arguments, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    guard let address = calleePlace.pointer(f).pointee.address else { return try callGenerally(f) }
    guard isPlainFunction(address) else { return try callOther(address, f) }
    // The call may put something else into the place.
    ppd_retain(address)
    defer { ppd_release(address) }
    let slots = try arguments.evaluateAll(skipping: 0, f)
    return try Unmanaged<Function>.fromOpaque(address).borrow { function throws(Raised) in
      try run(function.code, slots, f)
    }
  }

  /// Whether that is a function to which the arguments are all that it needs.
  @inline(__always)
  private func isPlainFunction(_ address: UnsafeMutableRawPointer) -> Bool {
    Unmanaged<Object>.fromOpaque(address)._withUnsafeGuaranteedRef {
      $0.kind == .function && unsafeDowncast($0, to: Function.self).code.plainArity == arguments.count
    }
  }

  @inline(never)
  private func callOther(_ address: UnsafeMutableRawPointer, _ f: Frame) throws(Raised) -> Value {
    ppd_retain(address)
    defer { ppd_release(address) }
    return try Unmanaged<Object>.fromOpaque(address).borrow { object throws(Raised) in try call(object, f) }
  }

  @inline(never)
  private func callGenerally(_ f: Frame) throws(Raised) -> Value {
    if calleePlace.pointer(f).pointee.isUnbound, let address = builtinPlace.pointer(f).pointee.address {
      return try callOther(address, f)
    }
    return try apply(callee.evaluate(f), f)
  }
}

/// `object.name(a, b, …)`: calls without making a bound method. Caches what the name means for the type it last saw.
final class MethodCallNode: PlainCallNode {
  private let object: ExpressionNode
  private let name: Str
  private let attributeLocation: Location
  /// The shape of instances whose method `cachedFunction` is.
  private var cachedShape = 0
  private var cachedFunction: Function?
  private var cachedKind: Object.Kind = .native
  private var cachedBuiltin: Builtin?
  /// The type of module objects whose method `cachedBuiltin` is.
  private var cachedType: TypeObject?
  private var cachedTypeVersion = -1
  /// The module that was last seen as receiver, and its global of the name.
  private var cachedModule: ModuleObject?
  private var cachedGlobal: Cell?

  init(
    _ object: ExpressionNode, _ name: Str, _ arguments: [ExpressionNode], attributeLocation: Location,
    _ location: Location
  ) {
    self.object = object
    self.name = name
    self.attributeLocation = attributeLocation
    super.init(arguments, location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let receiver = try object.evaluate(f)
    if case .object(let heap) = receiver {
      if heap.kind == .instance {
        let instance = unsafeDowncast(heap, to: Instance.self)
        if let shape = instance.shape, shape.id == cachedShape, let function = cachedFunction {
          return try call(function, on: receiver, f)
        }
        if let function = method(of: instance) { return try call(function, on: receiver, f) }
        if let builtin = builtinMethod(of: instance) { return try call(builtin, on: receiver, f) }
      } else if heap.kind == cachedKind, cachedKind != .native {
        return try call(cachedBuiltin!, on: receiver, f)
      } else if heap.kind == .superObject {
        let proxy = unsafeDowncast(heap, to: SuperObject.self)
        if let function = method(of: proxy) { return try call(function, on: proxy.receiver, f) }
      } else if heap.kind == .native {
        if let builtin = nativeMethod(of: heap, f) { return try call(builtin, on: receiver, f) }
      } else if let builtin = builtinMethod(of: heap, f) {
        return try call(builtin, on: receiver, f)
      }
    }
    return try callAttribute(receiver, f)
  }

  @inline(__always)
  private func call(_ function: Function, on receiver: Value, _ f: Frame) throws(Raised) -> Value {
    let slots = try arguments.evaluateAll(skipping: 1, f)
    slots.initialize(to: receiver)
    if function.code.plainArity == arguments.count &+ 1 { return try run(function.code, slots, f) }
    return try call(function, given: arguments.count &+ 1, slots, f)
  }

  /// The function that the name means on an instance, remembered for its shape.
  private func method(of instance: Instance) -> Function? {
    guard let shape = instance.shape, shape.field(name) == nil, let function = instance.type.lookup(name)?.function,
      function.takes(arguments.count + 1), !instance.type.overridesAttributeAccess
    else { return nil }
    cachedShape = shape.id
    cachedFunction = function
    return function
  }

  /// The builtin that the name means on a module's object, remembered for its type.
  private func nativeMethod(of object: Object, _ f: Frame) -> Builtin? {
    let type = object.nativeType(f.types)
    if type !== cachedType || type.version != cachedTypeVersion {
      guard let builtin = type.lookup(name)?.builtin, takesArguments(builtin), object is NativeObject else {
        return nil
      }
      cachedType = type
      cachedTypeVersion = type.version
      cachedBuiltin = builtin
      cachedKind = .native
    }
    // A script may have set an attribute of that name on the object.
    return unsafeDowncast(object, to: NativeObject.self).attributes == nil ? cachedBuiltin : nil
  }

  /// The function that the name means on an instance's `super()`.
  private func method(of proxy: SuperObject) -> Function? {
    guard proxy.receiver.instance != nil, let function = proxy.lookup(name)?.function,
      function.takes(arguments.count + 1)
    else { return nil }
    return function
  }

  /// The builtin that an instance inherits from a built-in type under the name.
  private func builtinMethod(of instance: Instance) -> Builtin? {
    guard let shape = instance.shape, shape.field(name) == nil, let builtin = instance.type.lookup(name)?.builtin,
      takesArguments(builtin), !instance.type.overridesAttributeAccess
    else { return nil }
    return builtin
  }

  /// Whether the builtin is a method that can be called with the arguments as they stand.
  private func takesArguments(_ builtin: Builtin) -> Bool {
    builtin.isMethod && (builtin.direct != nil || builtin.takes(arguments.count + 1))
  }

  /// The builtin that the name means on an object of a built-in type, remembered for its kind.
  private func builtinMethod(of object: Object, _ f: Frame) -> Builtin? {
    switch object.kind {
    case .str, .bytes, .byteArray, .list, .tuple, .dict, .set, .frozenSet, .bigInteger, .range:
      guard let builtin = f.types[object.kind].lookup(name)?.builtin, takesArguments(builtin) else { return nil }
      cachedKind = object.kind
      cachedBuiltin = builtin
      cachedType = nil
      return builtin
    default: return nil
    }
  }

  @inline(never)
  private func callAttribute(_ receiver: Value, _ f: Frame) throws(Raised) -> Value {
    if let module = receiver.module {
      let callee = global(of: module)
      if !callee.isUnbound { return try apply(callee, f) }
    }
    let callee: Value
    do { callee = try f.attribute(of: receiver, name) } catch { throw error.at(attributeLocation, f) }
    return try callGenerally(callee, f)
  }

  /// What the name means in a module, unbound where that takes more than a look at its globals.
  private func global(of module: ModuleObject) -> Value {
    if module !== cachedModule {
      guard module.namespace[name] != nil else { return .unbound }
      cachedModule = module
      cachedGlobal = module.namespace.cell(name)
    }
    return cachedGlobal!.value
  }
}
