// Calls: one node class a number of plain positional arguments, one for methods, one for everything else.
import Syntax

extension Frame {
  /// Notes which call the frame makes, for reports about the running program.
  @inline(__always)
  func enterCall(_ location: Location) {
    header.pointee.callRange = location.range
  }
}

/// `f()`.
final class Call0Node: ExpressionNode {
  private let callee: ExpressionNode

  init(_ callee: ExpressionNode, _ location: Location) {
    self.callee = callee
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let callee = try callee.evaluate(f)
    f.enterCall(location)
    do {
      return try f.call(callee)
    } catch {
      throw error.at(location, f)
    }
  }
}

/// `f(a)`.
final class Call1Node: ExpressionNode {
  private let callee: ExpressionNode
  private let a: ExpressionNode

  init(_ callee: ExpressionNode, _ a: ExpressionNode, _ location: Location) {
    self.callee = callee
    self.a = a
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let callee = try callee.evaluate(f)
    let x = try a.evaluate(f)
    f.enterCall(location)
    do {
      if case .object(let object) = callee, object.kind == .function {
        let function = unsafeDowncast(object, to: Function.self)
        if function.code.isPlain, function.code.positionalCount == 1 {
          let slots = f.nextSlots
          slots.initialize(to: x)
          return try f.run(function, slots)
        }
      }
      return try f.call(callee, x)
    } catch {
      throw error.at(location, f)
    }
  }
}

/// `f(a, b)`.
final class Call2Node: ExpressionNode {
  private let callee: ExpressionNode
  private let a: ExpressionNode
  private let b: ExpressionNode

  init(_ callee: ExpressionNode, _ a: ExpressionNode, _ b: ExpressionNode, _ location: Location) {
    self.callee = callee
    self.a = a
    self.b = b
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let callee = try callee.evaluate(f)
    let x = try a.evaluate(f)
    let y = try b.evaluate(f)
    f.enterCall(location)
    do {
      return try f.call(callee, x, y)
    } catch {
      throw error.at(location, f)
    }
  }
}

/// `f(a, b, c, …)` with positional arguments only.
final class CallNode: ExpressionNode {
  private let callee: ExpressionNode
  private let arguments: [ExpressionNode]

  init(_ callee: ExpressionNode, _ arguments: [ExpressionNode], _ location: Location) {
    self.callee = callee
    self.arguments = arguments
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let callee = try callee.evaluate(f)
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.evaluate(f)) }
    f.enterCall(location)
    do {
      return try f.call(callee, CallArguments(values))
    } catch {
      throw error.at(location, f)
    }
  }
}

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
          throw starError(error, callee, value).at(location, self)
        }
      case .keyword(let name, let node): arguments.keywords.append((name, try node.evaluate(self)))
      case .doubleStarred(let node):
        let value = try node.evaluate(self)
        do { try appendItems(of: value, to: &arguments, callee) } catch { throw error.at(location, self) }
      }
    }
    return arguments
  }

  private func starError(_ error: Raised, _ callee: Value, _ value: Value) -> Raised {
    guard error.exception.type === types[.TypeError], error.exception.traceback.isEmpty else { return error }
    return typeError("\(functionTitle(callee)) argument after * must be an iterable, not \(typeName(value))")
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

/// `object.name(a, b, …)`: calls without making a bound method. Caches what the name means for the type it last saw.
final class MethodCallNode: ExpressionNode {
  private let object: ExpressionNode
  private let name: Str
  private let arguments: [ExpressionNode]
  private let attributeLocation: Location
  private var cachedShape: Shape?
  private var cachedVersion = -1
  private var cachedFunction: Function?
  private var cachedKind: Object.Kind = .native
  private var cachedBuiltin: Builtin?
  /// The type of module objects whose method `cachedBuiltin` is.
  private var cachedType: TypeObject?
  private var cachedTypeVersion = -1

  init(
    _ object: ExpressionNode, _ name: Str, _ arguments: [ExpressionNode], attributeLocation: Location,
    _ location: Location
  ) {
    self.object = object
    self.name = name
    self.arguments = arguments
    self.attributeLocation = attributeLocation
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let receiver = try object.evaluate(f)
    if case .object(let heap) = receiver {
      if heap.kind == .instance {
        let instance = unsafeDowncast(heap, to: Instance.self)
        if let shape = instance.shape, shape === cachedShape, shape.type.version == cachedVersion {
          return try callCached(cachedFunction!, receiver, f)
        }
        if let function = method(of: instance) { return try callCached(function, receiver, f) }
        if let builtin = builtinMethod(of: instance) { return try callCached(builtin, receiver, f) }
      } else if heap.kind == .superObject {
        let proxy = unsafeDowncast(heap, to: SuperObject.self)
        if let function = method(of: proxy) { return try callCached(function, proxy.receiver, f) }
      } else if heap.kind == .native {
        if let builtin = nativeMethod(of: heap, f) { return try callCached(builtin, receiver, f) }
      } else if cachedBuiltin != nil, heap.kind == cachedKind {
        return try callCached(cachedBuiltin!, receiver, f)
      } else if let builtin = builtinMethod(of: heap, receiver, f) {
        return try callCached(builtin, receiver, f)
      }
    }
    return try callAttribute(receiver, f)
  }

  /// The function that the name means on an instance, remembered for its shape.
  private func method(of instance: Instance) -> Function? {
    guard let shape = instance.shape, shape.field(name) == nil, let function = instance.type.lookup(name)?.function,
      function.code.isPlain, function.code.positionalCount == arguments.count + 1, !instance.type.overridesAttributeAccess
    else { return nil }
    cachedShape = shape
    cachedVersion = shape.type.version
    cachedFunction = function
    return function
  }

  /// The builtin that the name means on a module's object, remembered for its type.
  private func nativeMethod(of object: Object, _ f: Frame) -> Builtin? {
    let type = object.nativeType(f.types)
    if type !== cachedType || type.version != cachedTypeVersion {
      guard let builtin = type.lookup(name)?.builtin, takesArguments(builtin), object is NativeObject else { return nil }
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
    guard proxy.receiver.instance != nil, let function = proxy.lookup(name)?.function, function.code.isPlain,
      function.code.positionalCount == arguments.count + 1
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
    builtin.isMethod && builtin.arity >= arguments.count + 1 && builtin.required <= arguments.count + 1
  }

  /// The builtin that the name means on an object of a built-in type, remembered for its kind.
  private func builtinMethod(of object: Object, _ receiver: Value, _ f: Frame) -> Builtin? {
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

  private func callCached(_ function: Function, _ receiver: Value, _ f: Frame) throws(Raised) -> Value {
    switch arguments.count {
    case 0:
      let slots = f.nextSlots
      slots.initialize(to: receiver)
      return try run(function, slots, f)
    case 1:
      let a = try arguments[0].evaluate(f)
      let slots = f.nextSlots
      slots.initialize(to: receiver)
      (slots + 1).initialize(to: a)
      return try run(function, slots, f)
    case 2:
      let a = try arguments[0].evaluate(f)
      let b = try arguments[1].evaluate(f)
      let slots = f.nextSlots
      slots.initialize(to: receiver)
      (slots + 1).initialize(to: a)
      (slots + 2).initialize(to: b)
      return try run(function, slots, f)
    default:
      var values: ContiguousArray<Value> = []
      values.reserveCapacity(arguments.count)
      for argument in arguments { values.append(try argument.evaluate(f)) }
      let slots = f.nextSlots
      slots.initialize(to: receiver)
      for (index, value) in values.enumerated() { (slots + (index + 1)).initialize(to: value) }
      return try run(function, slots, f)
    }
  }

  @inline(__always)
  private func run(_ function: Function, _ slots: UnsafeMutablePointer<Value>, _ f: Frame) throws(Raised) -> Value {
    f.enterCall(location)
    do {
      return try f.run(function, slots)
    } catch {
      throw error.at(location, f)
    }
  }

  private func callCached(_ builtin: Builtin, _ receiver: Value, _ f: Frame) throws(Raised) -> Value {
    let a = arguments.count > 0 ? try arguments[0].evaluate(f) : .unbound
    let b = arguments.count > 1 ? try arguments[1].evaluate(f) : .unbound
    let c = arguments.count > 2 ? try arguments[2].evaluate(f) : .unbound
    f.enterCall(location)
    do {
      switch builtin.body {
      case .one(let body): return try body(f, receiver)
      case .two(let body): return try body(f, receiver, a)
      case .three(let body): return try body(f, receiver, a, b)
      case .four(let body): return try body(f, receiver, a, b, c)
      case .zero, .many: preconditionFailure("only fixed methods are cached")
      }
    } catch {
      throw error.at(location, f)
    }
  }

  private func callAttribute(_ receiver: Value, _ f: Frame) throws(Raised) -> Value {
    let callee: Value
    do { callee = try f.attribute(of: receiver, name) } catch { throw error.at(attributeLocation, f) }
    var values: ContiguousArray<Value> = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try argument.evaluate(f)) }
    f.enterCall(location)
    do {
      return try f.call(callee, CallArguments(values))
    } catch {
      throw error.at(location, f)
    }
  }
}

/// `super()` without arguments, inside a method.
final class SuperNode: ExpressionNode {
  private let classCell: ExpressionNode
  private let receiver: ExpressionNode?

  init(classCell: ExpressionNode, receiver: ExpressionNode?, _ location: Location) {
    self.classCell = classCell
    self.receiver = receiver
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    guard let receiver else { throw f.runtimeError("super(): no arguments").at(location, f) }
    let owner: Value
    do {
      owner = try classCell.evaluate(f)
    } catch {
      throw f.runtimeError("super(): empty __class__ cell").at(location, f)
    }
    let value = try receiver.evaluate(f)
    do { return try f.makeSuper(owner, value) } catch { throw error.at(location, f) }
  }
}

extension Frame {
  /// `super(owner, receiver)`.
  func makeSuper(_ owner: Value, _ receiver: Value) throws(Raised) -> Value {
    guard let start = owner.type else {
      throw typeError("super() argument 1 must be a type, not \(typeName(owner))")
    }
    if receiver.isUnbound || receiver.isNone {
      return .object(SuperObject(start: start, receiver: .none, receiverType: nil))
    }
    if let type = receiver.type, type.isSubtype(of: start) {
      return .object(SuperObject(start: start, receiver: receiver, receiverType: type))
    }
    let type = types.type(of: receiver)
    guard type.isSubtype(of: start) else {
      throw typeError(
        "super(type, obj): obj (\(receiver.type.map { "type " + $0.name.string } ?? "instance of " + type.name.string)) "
          + "is not an instance or subtype of type (\(start.name.string)).")
    }
    return .object(SuperObject(start: start, receiver: receiver, receiverType: type))
  }
}

extension TypeObject {
  /// Whether a class of the MRO takes attribute access into its own hands.
  var overridesAttributeAccess: Bool {
    guard let access = special(.__getattribute__) else { return false }
    return !access.isIdentical(to: interpreter.objectGetAttribute)
  }
}
