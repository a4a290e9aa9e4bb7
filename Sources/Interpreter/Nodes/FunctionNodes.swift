// Making functions, generators and classes.
import Syntax

/// A `def` or a `lambda`, before its decorators: makes the function object.
final class FunctionNode: ExpressionNode {
  private let code: FunctionCode
  private let defaults: [ExpressionNode]
  private let keywordDefaults: [ExpressionNode?]
  /// The slots, in the defining frame, of the cells that the function captures.
  private let captured: [Int]
  private let annotations: [(name: Str, node: ExpressionNode)]
  private let typeParameters: [ExpressionNode]

  init(
    _ code: FunctionCode, defaults: [ExpressionNode], keywordDefaults: [ExpressionNode?], captured: [Int],
    annotations: [(name: Str, node: ExpressionNode)] = [], typeParameters: [ExpressionNode] = [], _ location: Location
  ) {
    self.code = code
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.captured = captured
    self.annotations = annotations
    self.typeParameters = typeParameters
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    .object(try make(f))
  }

  func make(_ f: Frame) throws(Raised) -> Function {
    var values: ContiguousArray<Value> = []
    for node in defaults { values.append(try node.evaluate(f)) }
    var keywordValues: ContiguousArray<Value> = []
    for node in keywordDefaults { keywordValues.append(try node?.evaluate(f) ?? .unbound) }
    let function = Function(
      code: code, name: code.name, qualifiedName: code.qualifiedName, defaults: values, keywordDefaults: keywordValues,
      closure: ContiguousArray(captured.map { f.cell($0) }), namespace: code.namespace)
    if !annotations.isEmpty {
      let dict = Dict()
      for annotation in annotations { dict[annotation.name] = try annotation.node.evaluate(f) }
      function.annotations = dict
    }
    if !typeParameters.isEmpty { function.rarities.typeParameters = .tuple(try f.evaluate(typeParameters)) }
    return function
  }
}

/// `(element for …)`: a generator function, called at once with the first iterator.
final class GeneratorExpressionNode: ExpressionNode {
  private let function: FunctionNode
  private let iterable: ExpressionNode

  init(_ function: FunctionNode, _ iterable: ExpressionNode, _ location: Location) {
    self.function = function
    self.iterable = iterable
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let members = try iterable.evaluate(f)
    let iterator: Value
    do { iterator = try f.iteratorValue(members) } catch { throw error.at(iterable.location, f) }
    let function = try function.make(f)
    do { return try f.call(.object(function), iterator) } catch { throw error.at(location, f) }
  }
}

/// `@decorator` around a function or class.
final class DecoratedNode: ExpressionNode {
  private let decorators: [ExpressionNode]
  private let inner: ExpressionNode

  init(_ decorators: [ExpressionNode], _ inner: ExpressionNode, _ location: Location) {
    self.decorators = decorators
    self.inner = inner
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    var functions: ContiguousArray<Value> = []
    for decorator in decorators { functions.append(try decorator.evaluate(f)) }
    var value = try inner.evaluate(f)
    for (index, function) in functions.enumerated().reversed() {
      f.enterCall(decorators[index].location)
      do { value = try f.call(function, value) } catch { throw error.at(decorators[index].location, f) }
    }
    return value
  }
}

/// A `class` statement, before its decorators: runs the body in a namespace of its own and makes the type.
final class ClassNode: ExpressionNode {
  private let code: FunctionCode
  private let arguments: [ArgumentNode]
  private let captured: [Int]
  /// The body's slot of the cell by which methods find the class; nil where none needs it.
  private let classCell: Int?
  private let typeParameters: [ExpressionNode]

  init(
    _ code: FunctionCode, arguments: [ArgumentNode], captured: [Int], classCell: Int?,
    typeParameters: [ExpressionNode], _ location: Location
  ) {
    self.code = code
    self.arguments = arguments
    self.captured = captured
    self.classCell = classCell
    self.typeParameters = typeParameters
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let arguments = try f.evaluate(arguments, callee: .none, location)
    let typeParameters = try f.evaluate(typeParameters)
    do {
      var bases = arguments.positional
      if !typeParameters.isEmpty { bases.append(try f.genericBase(typeParameters)) }
      let plan = try f.planClass(name: code.name, bases: bases, keywords: arguments.keywords)
      let names = f.interpreter.names!
      try f.setItem(of: plan.namespace, .object(names[.__module__]), .object(code.namespace.name))
      try f.setItem(of: plan.namespace, .object(names[.__qualname__]), .object(code.qualifiedName))
      if !code.documentation.isNone {
        try f.setItem(of: plan.namespace, .object(names[.__doc__]), code.documentation)
      }
      if !typeParameters.isEmpty {
        try f.setItem(of: plan.namespace, .object(names[.__type_params__]), .tuple(typeParameters))
      }
      let cell = try runBody(plan.namespace, f)
      return try f.makeClass(plan, classCell: cell)
    } catch {
      throw error.at(location, f)
    }
  }

  /// Runs the body and returns the cell that is to hold the class.
  private func runBody(_ namespace: Value, _ f: Frame) throws(Raised) -> Cell? {
    let slots = f.nextSlots
    let body = Frame(slots: slots)
    body.begin(code, caller: f.slots, depth: f.header.pointee.depth + 1, f.interpreter)
    let cells = captured.map { f.cell($0) }
    slots.initialize(to: namespace)
    for slot in 1..<max(1, code.slotCount) { (slots + slot).initialize(to: .unbound) }
    let cell = classCell.map { slot in
      let cell = Cell()
      body[slot] = .object(cell)
      return cell
    }
    for (index, slot) in code.freeSlots.enumerated() { body[slot] = .object(cells[index]) }
    defer { slots.deinitialize(count: code.slotCount) }
    do {
      _ = try code.body.execute(body)
    } catch {
      error.exception.needsLocation = true
      throw error
    }
    return cell
  }
}

/// `yield value`.
final class YieldNode: ExpressionNode {
  private let value: ExpressionNode?

  init(_ value: ExpressionNode?, _ location: Location) {
    self.value = value
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let generator = Unmanaged.passUnretained(f.generator!)
    // While the body stands here it must not hold the value: it may be the generator itself.
    do {
      let value = try value?.evaluate(f) ?? .none
      generator._withUnsafeGuaranteedRef { $0.handOut(value) }
    }
    let outcome = generator._withUnsafeGuaranteedRef { generator -> Result<Value, Raised> in
      do throws(Raised) { return .success(try generator.wait()) } catch { return .failure(error.at(location, f)) }
    }
    return try outcome.get()
  }
}

/// `yield from iterable`.
final class YieldFromNode: ExpressionNode {
  private let iterable: ExpressionNode

  init(_ iterable: ExpressionNode, _ location: Location) {
    self.iterable = iterable
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let source = try iterable.evaluate(f)
    do { return try delegate(to: f.iteratorValue(source), f) } catch { throw error.at(location, f) }
  }

  private func delegate(to source: Value, _ f: Frame) throws(Raised) -> Value {
    let state = f.generator!
    var resumption = GeneratorState.Resumption.value(.none)
    var result = Value.none
    while true {
      guard try resume(source, with: resumption, &result, handingTo: state, f) else { return result }
      resumption = outcome(of: state)
    }
  }

  /// Hands out what the inner iterator yields next; false at its end.
  private func resume(
    _ source: Value, with resumption: GeneratorState.Resumption, _ result: inout Value, handingTo state: GeneratorState,
    _ f: Frame
  ) throws(Raised) -> Bool {
    let member: Value?
    switch resumption {
    case .value(let sent): member = try advance(source, sending: sent, &result, f)
    case .exception(let exception): member = try forward(exception, to: source, &result, f)
    }
    guard let member else { return false }
    state.handOut(member)
    return true
  }

  private func outcome(of state: GeneratorState) -> GeneratorState.Resumption {
    do { return .value(try state.wait()) } catch { return .exception(error.exception) }
  }

  /// The next member of the inner iterator; nil at its end, with what it returned in `result`.
  private func advance(
    _ source: Value, sending sent: Value, _ result: inout Value, _ f: Frame
  ) throws(Raised) -> Value? {
    if case .object(let object) = source, object.kind == .generator {
      let inner = unsafeDowncast(object, to: Generator.self)
      if let member = try inner.advance(f, sending: sent) { return member }
      result = inner.takeResult()
      return nil
    }
    if sent.isNone, source.instance == nil { return try f.next(source) }
    return try untilStop(&result, f) { f throws(Raised) in
      if sent.isNone, let member = try f.callSpecial(.__next__, source) { return member }
      return try f.callMethod(source, "send", CallArguments([sent]))
    }
  }

  /// Raises an exception inside the inner iterator; nil when that ended upon it.
  private func forward(
    _ exception: ExceptionObject, to source: Value, _ result: inout Value, _ f: Frame
  ) throws(Raised) -> Value? {
    let isExit = exception.type.isSubtype(of: f.types[.GeneratorExit])
    if case .object(let object) = source, object.kind == .generator {
      let inner = unsafeDowncast(object, to: Generator.self)
      if isExit {
        _ = try inner.close(f)
        throw Raised(exception)
      }
      if let member = try inner.raise(exception, f) { return member }
      result = inner.takeResult()
      return nil
    }
    let names = f.interpreter.names!
    if isExit {
      if let close = try f.optionalAttribute(of: source, names[.close]) { _ = try f.call(close) }
      throw Raised(exception)
    }
    guard let method = try f.optionalAttribute(of: source, names[.throw]) else { throw Raised(exception) }
    return try untilStop(&result, f) { f throws(Raised) in try f.call(method, .object(exception)) }
  }

  /// What `step` returns; nil when it raises StopIteration, whose value is then in `result`.
  private func untilStop(
    _ result: inout Value, _ f: Frame, _ step: (Frame) throws(Raised) -> Value
  ) throws(Raised) -> Value? {
    do {
      return try step(f)
    } catch where error.exception.type.isSubtype(of: f.types[.StopIteration]) {
      result = error.exception.arguments.items.first ?? .none
      return nil
    }
  }
}
