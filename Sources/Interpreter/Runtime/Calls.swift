// Calling: functions, builtins, bound methods, types and objects with `__call__`.
import CPosixShim

extension Frame {
  /// Calls anything. Raises TypeError where it cannot be called.
  public func call(_ callee: Value, _ arguments: CallArguments) throws(Raised) -> Value {
    guard case .object(let object) = callee else { throw notCallable(callee) }
    switch object.kind {
    case .function:
      return try call(unsafeDowncast(object, to: Function.self), arguments)
    case .builtin:
      return try call(unsafeDowncast(object, to: Builtin.self), arguments)
    case .boundMethod:
      let method = unsafeDowncast(object, to: BoundMethod.self)
      var arguments = arguments
      arguments.positional.insert(method.receiver, at: 0)
      return try call(method.function, arguments)
    case .type:
      let type = unsafeDowncast(object, to: TypeObject.self)
      if let call = type.metatype?.special(.__call__), !call.isIdentical(to: interpreter.typeCall) {
        var arguments = arguments
        arguments.positional.insert(callee, at: 0)
        return try self.call(call, arguments)
      }
      return try instantiate(type, arguments)
    case .staticMethod:
      return try call(unsafeDowncast(object, to: WrappedMethod.self).function, arguments)
    default:
      if object.kind == .native, let callable = object as? CallableObject { return try callable.call(self, arguments) }
      return try callByMethod(callee, arguments)
    }
  }

  /// Calls an object's `__call__`. That may be an object which has to be called by its own, and so on.
  private func callByMethod(_ callee: Value, _ arguments: CallArguments) throws(Raised) -> Value {
    var callee = callee
    var arguments = arguments
    for _ in 0..<interpreter.recursionLimit {
      guard let method = types.type(of: callee).special(.__call__) else { throw notCallable(callee) }
      arguments.positional.insert(callee, at: 0)
      if method.object?.kind != .instance { return try call(method, arguments) }
      callee = method
    }
    throw error(.RecursionError, "maximum recursion depth exceeded")
  }

  func notCallable(_ value: Value) -> Raised {
    typeError("'\(typeName(value))' object is not callable")
  }

  public func call(_ callee: Value) throws(Raised) -> Value {
    if let function = callee.function, function.takes(0) {
      let slots = nextSlots
      try function.fillDefaults(slots, given: 0, self)
      return try run(function, slots)
    }
    return try call(callee, CallArguments())
  }

  public func call(_ callee: Value, _ a: Value) throws(Raised) -> Value {
    if case .object(let object) = callee {
      if object.kind == .function {
        let function = unsafeDowncast(object, to: Function.self)
        if function.takes(1) {
          let slots = nextSlots
          slots.initialize(to: a)
          try function.fillDefaults(slots, given: 1, self)
          return try run(function, slots)
        }
      } else if object.kind == .builtin, case .one(let body) = unsafeDowncast(object, to: Builtin.self).body {
        return try body(self, a)
      } else if object.kind == .type, let make = unsafeDowncast(object, to: TypeObject.self).newFromOne {
        return try make(self, a)
      }
    }
    return try call(callee, CallArguments([a]))
  }

  public func call(_ callee: Value, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if case .object(let object) = callee {
      if object.kind == .function {
        let function = unsafeDowncast(object, to: Function.self)
        if function.takes(2) {
          let slots = nextSlots
          slots.initialize(to: a)
          (slots + 1).initialize(to: b)
          try function.fillDefaults(slots, given: 2, self)
          return try run(function, slots)
        }
      } else if object.kind == .builtin, case .two(let body) = unsafeDowncast(object, to: Builtin.self).body {
        return try body(self, a, b)
      }
    }
    return try call(callee, CallArguments([a, b]))
  }

  public func call(_ callee: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value {
    if let function = callee.function, function.code.isPlain, function.code.positionalCount == 3 {
      let slots = nextSlots
      slots.initialize(to: a)
      (slots + 1).initialize(to: b)
      (slots + 2).initialize(to: c)
      return try run(function, slots)
    }
    if let builtin = callee.builtin, case .three(let body) = builtin.body { return try body(self, a, b, c) }
    return try call(callee, CallArguments([a, b, c]))
  }

  /// Calls the method that the receiver's type has under a special name; nil where it has none.
  func callSpecial(_ name: SpecialName, _ receiver: Value) throws(Raised) -> Value? {
    guard let method = types.type(of: receiver).special(name) else { return nil }
    if takesReceiver(method) { return try call(method, receiver) }
    return try call(try bind(method, to: receiver))
  }

  /// Whether calling the method with its receiver first is the same as binding it.
  @inline(__always)
  private func takesReceiver(_ method: Value) -> Bool {
    method.function != nil || method.builtin?.isMethod == true
  }

  func callSpecial(_ name: SpecialName, _ receiver: Value, _ a: Value) throws(Raised) -> Value? {
    guard let method = types.type(of: receiver).special(name) else { return nil }
    if takesReceiver(method) { return try call(method, receiver, a) }
    return try call(try bind(method, to: receiver), a)
  }

  func callSpecial(_ name: SpecialName, _ receiver: Value, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    guard let method = types.type(of: receiver).special(name) else { return nil }
    if takesReceiver(method) { return try call(method, receiver, a, b) }
    return try call(try bind(method, to: receiver), a, b)
  }

  /// Calls the method of any name that attribute lookup finds on the receiver.
  public func callMethod(_ receiver: Value, _ name: String, _ arguments: CallArguments = CallArguments()) throws(Raised)
    -> Value
  {
    try call(try attribute(of: receiver, interpreter.intern(name)), arguments)
  }

  // MARK: Functions

  /// Runs a function whose parameters stand in `slots`, where the next frame's slots begin. Takes over the values.
  func run(_ function: Function, _ slots: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
    try enter(function, slots)
  }

  /// The same, inlined into the nodes that call.
  @inline(__always)
  func enter(_ function: Function, _ slots: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
    let code = function.code
    let callee = try begin(code, slots)
    if !code.isPlain, let generator = prepare(function, callee) { return generator }
    return try callee.runBody(of: code)
  }

  /// Begins the frame of a call whose parameters stand in `slots`; its other slots are unbound.
  @inline(__always)
  func begin(_ code: FunctionCode, _ slots: UnsafeMutablePointer<Value>) throws(Raised) -> Frame {
    let header = header
    let depth = header.pointee.depth &+ 1
    if depth > header.pointee.interpreter.recursionLimit
      || ppd_stack_is_low()
      || slots + code.slotCount > header.pointee.interpreter.valueStackEnd
    {
      throw recursionError(code, slots)
    }
    let callee = Frame(slots: slots)
    callee.begin(code, caller: self.slots, depth: depth, header.pointee.interpreter)
    var slot = code.parameterCount
    while slot < code.slotCount {
      (slots + slot).initialize(to: .unbound)
      slot &+= 1
    }
    return callee
  }

  @inline(never)
  private func recursionError(_ code: FunctionCode, _ slots: UnsafeMutablePointer<Value>) -> Raised {
    slots.deinitialize(count: code.parameterCount)
    return error(.RecursionError, "maximum recursion depth exceeded")
  }

  /// Runs the body of the function whose frame this is, and ends the frame.
  @inline(__always)
  func runBody(of code: FunctionCode) throws(Raised) -> Value {
    do {
      try checkSignals()
      let flow = try code.body.execute(self)
      clear(code.slotCount)
      return takeResult(flow)
    } catch {
      throw leave(code, by: error)
    }
  }

  /// Ends the frame of a function that an exception leaves.
  @inline(never)
  private func leave(_ code: FunctionCode, by error: Raised) -> Raised {
    clear(code.slotCount)
    dropResult()
    error.exception.needsLocation = true
    return error
  }

  /// Lets go of what the slots hold.
  @inline(__always)
  private func clear(_ count: Int) {
    var slot = 0
    while slot < count {
      (slots + slot).drop()
      slot &+= 1
    }
  }

  /// Fills the slots of a function's captured variables with cells: new ones for its own, the closure's for others'.
  /// Returns the generator that a generator function makes instead of running.
  @inline(never)
  private func prepare(_ function: Function, _ callee: Frame) -> Value? {
    let code = function.code
    for slot in code.cellParameters { callee[slot] = .object(Cell(callee[slot])) }
    for slot in code.cellSlots { callee[slot] = .object(Cell()) }
    let first = callee.slots + (code.slotCount &- function.closure.count)
    var index = 0
    while index < function.closure.count {
      (first + index).initialize(to: .object(function.closure[index]))
      index &+= 1
    }
    return code.isGenerator ? .object(Generator(taking: callee, function: function)) : nil
  }

  /// Calls a function with any arguments.
  func call(_ function: Function, _ arguments: CallArguments) throws(Raised) -> Value {
    let slots = nextSlots
    let given = arguments.positional.count
    if arguments.keywords.isEmpty, function.takes(given) {
      for (index, value) in arguments.positional.enumerated() { (slots + index).initialize(to: value) }
      try function.fillDefaults(slots, given: given, self)
    } else {
      let values = try ArgumentBinding(function, self).bind(arguments)
      for (index, value) in values.enumerated() { (slots + index).initialize(to: value) }
    }
    return try run(function, slots)
  }

  // MARK: Builtins

  /// Calls a builtin with any arguments.
  func call(_ builtin: Builtin, _ arguments: CallArguments) throws(Raised) -> Value {
    let given = arguments.positional.count
    if arguments.keywords.isEmpty, builtin.arity >= 0, given <= builtin.arity, given >= builtin.required {
      let positional = arguments.positional
      func argument(_ index: Int) -> Value { index < given ? positional[index] : .unbound }
      switch builtin.body {
      case .zero(let body): return try body(self)
      case .one(let body): return try body(self, argument(0))
      case .two(let body): return try body(self, argument(0), argument(1))
      case .three(let body): return try body(self, argument(0), argument(1), argument(2))
      case .four(let body): return try body(self, argument(0), argument(1), argument(2), argument(3))
      case .many: break
      }
    }
    if let direct = builtin.direct, arguments.keywords.isEmpty, given > 0 || !builtin.isMethod {
      return try direct(self, arguments.positional)
    }
    if given == 0, builtin.isMethod, let owner = builtin.owner {
      let name = builtin.name.string
      throw typeError(
        name.hasPrefix("__") && name.hasSuffix("__")
          ? "descriptor '\(name)' of '\(owner)' object needs an argument"
          : "unbound method \(owner).\(name)() needs an argument")
    }
    let bound = try builtin.signature.bind(
      arguments, name: builtin.messageName, skipping: builtin.isMethod ? 1 : 0, self)
    switch builtin.body {
    case .zero(let body): return try body(self)
    case .one(let body): return try body(self, bound[0])
    case .two(let body): return try body(self, bound[0], bound[1])
    case .three(let body): return try body(self, bound[0], bound[1], bound[2])
    case .four(let body): return try body(self, bound[0], bound[1], bound[2], bound[3])
    case .many(let body): return try body(self, bound)
    }
  }

  // MARK: Types

  /// Makes an object by calling its type: `__new__`, then `__init__`.
  func instantiate(_ type: TypeObject, _ arguments: CallArguments) throws(Raised) -> Value {
    if type === types.type {
      if arguments.keywords.isEmpty, arguments.positional.count == 1 {
        return .object(types.type(of: arguments.positional[0]))
      }
      if arguments.positional.count != 3 { throw typeError("type() takes 1 or 3 arguments") }
    }
    if !type.isHeapType {
      if let new = type.new {
        let bound = try type.newSignature.bind(arguments, name: type.name.string, self)
        return try new(self, type, bound)
      }
      if type.blank == nil { throw typeError("cannot create '\(type.name.string)' instances") }
    }
    let object = try makeObject(type, arguments)
    if types.type(of: object).isSubtype(of: type) { try initialize(object, type, arguments) }
    return object
  }

  private func makeObject(_ type: TypeObject, _ arguments: CallArguments) throws(Raised) -> Value {
    if let new = type.special(.__new__), !type.isMadeNatively(by: new) {
      var arguments = arguments
      arguments.positional.insert(.object(type), at: 0)
      return try call(unwrapStatic(new), arguments)
    }
    return try makeInstance(type, arguments)
  }

  /// What `object.__new__` and the `__new__` of built-in types do for a class.
  func makeInstance(_ type: TypeObject, _ arguments: CallArguments) throws(Raised) -> Value {
    guard let base = type.nativeBase else {
      if !type.abstractMethods.isEmpty { throw abstractInstantiation(type) }
      return .object(Instance(type))
    }
    if let blank = base.blank {
      let made = try blank(self, type)
      if let exception = made.exception {
        exception.arguments = Tuple(arguments.positional)
        if exception.isGroup(self) { try ExceptionType.readGroup(self, exception) }
      }
      if base.isException || !type.isHeapType || made.instance != nil { return made }
      return .object(Instance(type, payload: made))
    }
    guard let new = base.new else { return .object(Instance(type)) }
    let bound = try base.newSignature.bind(arguments, name: base.name.string, self)
    if type.isMetatype { return try new(self, type, bound) }
    let payload = try new(self, base, bound)
    return type.isHeapType ? .object(Instance(type, payload: payload)) : payload
  }

  private func initialize(_ object: Value, _ type: TypeObject, _ arguments: CallArguments) throws(Raised) {
    guard let initializer = types.type(of: object).special(.__init__) else { return }
    if initializer.isIdentical(to: interpreter.objectInit) {
      // `object.__init__` takes no arguments, unless another `__new__` took them.
      let hasArguments = !arguments.positional.isEmpty || !arguments.keywords.isEmpty
      if hasArguments, type.nativeBase == nil, type.special(.__new__).map({ $0.isIdentical(to: interpreter.objectNew) }) ?? true {
        throw typeError("\(type.name.string)() takes no arguments")
      }
      return
    }
    var arguments = arguments
    arguments.positional.insert(object, at: 0)
    let result = try call(initializer, arguments)
    if !result.isNone { throw typeError("__init__() should return None, not '\(typeName(result))'") }
  }

  private func unwrapStatic(_ value: Value) -> Value {
    if case .object(let object) = value, object.kind == .staticMethod {
      return unsafeDowncast(object, to: WrappedMethod.self).function
    }
    return value
  }

  private func abstractInstantiation(_ type: TypeObject) -> Raised {
    let methods = type.abstractMethods
    let names = methods.map(\.string).sorted().map { "'\($0)'" }.joined(separator: ", ")
    return typeError(
      "Can't instantiate abstract class \(type.name.string) without an implementation for abstract "
        + "method\(methods.count == 1 ? "" : "s") \(names)")
  }
}

extension Builtin {
  /// The name as messages give it: `list.append` for methods of types, `math.sqrt` for functions of modules.
  var messageName: String {
    if let owner { return isMethod ? owner + "." + name.string : name.string }
    if let moduleName, moduleName != "builtins" { return moduleName + "." + name.string }
    return name.string
  }
}
