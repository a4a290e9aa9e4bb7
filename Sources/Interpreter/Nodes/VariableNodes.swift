// Reading variables: locals in slots, captured ones in cells, globals in their module's cells, class bodies' by name.

/// A local variable.
final class LocalNode: ExpressionNode {
  let slot: Int

  init(_ slot: Int, _ location: Location) {
    self.slot = slot
    super.init(location)
  }

  override var place: Place? { Place(slot: slot) }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = (f.slots + slot).load()
    if case .unbound = value { throw unbound(f) }
    return value
  }

  @inline(never)
  private func unbound(_ f: Frame) -> Raised { f.unboundLocal(slot).at(location, f) }

  override func test(_ f: Frame) throws(Raised) -> Bool {
    switch (f.slots + slot).pointee {
    case .bool(let truth): return truth
    case .int(let number): return number != 0
    case .none: return false
    default: return try testGenerally(f)
    }
  }

  @inline(never)
  private func testGenerally(_ f: Frame) throws(Raised) -> Bool {
    let value = try evaluate(f)
    do { return try f.truth(value) } catch { throw error.at(location, f) }
  }
}

/// A variable that lives in a cell, which the slot holds.
final class CellNode: ExpressionNode {
  let slot: Int
  private let isFree: Bool

  init(_ slot: Int, isFree: Bool, _ location: Location) {
    self.slot = slot
    self.isFree = isFree
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = f.cellPlace(slot).load()
    if case .unbound = value { throw unbound(f) }
    return value
  }

  private func unbound(_ f: Frame) -> Raised {
    (isFree ? f.unboundFree(f.code.slotNames[slot].string) : f.unboundLocal(slot)).at(location, f)
  }
}

/// A global variable, or a builtin of that name.
final class GlobalNode: ExpressionNode {
  let cell: Cell
  private let builtin: Cell
  private let name: Str

  init(_ name: Str, _ cell: Cell, _ builtin: Cell, _ location: Location) {
    self.name = name
    self.cell = cell
    self.builtin = builtin
    super.init(location)
  }

  override var place: Place? { Place(cell.place) }
  /// Where the builtin of the name stands, which is meant where there is no such global.
  var builtinPlace: Place { Place(builtin.place) }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    let value = cell.place.load()
    if case .unbound = value { return try evaluateBuiltin(f) }
    return value
  }

  @inline(never)
  private func evaluateBuiltin(_ f: Frame) throws(Raised) -> Value {
    let value = builtin.place.load()
    if case .unbound = value { throw unknown(f) }
    return value
  }

  @inline(never)
  private func unknown(_ f: Frame) -> Raised { f.unknownName(name.string).at(location, f) }
}

/// A name in a class body: its own namespace first, then where the class stands.
final class ClassBodyNameNode: ExpressionNode {
  private let name: Str
  private let outer: ExpressionNode

  init(_ name: Str, outer: ExpressionNode, _ location: Location) {
    self.name = name
    self.outer = outer
    super.init(location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if let value = try f.classMember(name) { return value }
    return try outer.evaluate(f)
  }
}

extension Frame {
  /// The cell in a slot.
  @inline(__always)
  func cell(_ slot: Int) -> Cell {
    guard case .object(let object) = self[slot] else { preconditionFailure("slot \(slot) holds no cell") }
    return unsafeDowncast(object, to: Cell.self)
  }

  /// Where the variable in the cell of a slot stands. The frame keeps the cell as long as it runs.
  @inline(__always)
  func cellPlace(_ slot: Int) -> UnsafeMutablePointer<Value> {
    guard let object = (slots + slot).object else { preconditionFailure("slot \(slot) holds no cell") }
    return object._withUnsafeGuaranteedRef { unsafeDowncast($0, to: Cell.self).place }
  }

  /// What a class body has defined under a name so far. Its namespace, a dict or what the metaclass' `__prepare__`
  /// made, stands in the body's first slot.
  func classMember(_ name: Str) throws(Raised) -> Value? {
    if let namespace = self[0].dict { return namespace[name] }
    do {
      return try item(of: self[0], .object(name))
    } catch where error.exception.type.isSubtype(of: types[.KeyError]) {
      return nil
    }
  }

  /// Defines a name of a class body or, with `unbound`, takes it away.
  func setClassMember(_ name: Str, _ value: Value) throws(Raised) {
    if let namespace = self[0].dict {
      namespace[name] = value.isUnbound ? nil : value
    } else if value.isUnbound {
      try deleteItem(of: self[0], .object(name))
    } else {
      try setItem(of: self[0], .object(name), value)
    }
  }

  func unboundLocal(_ slot: Int) -> Raised {
    error(
      .UnboundLocalError,
      "cannot access local variable '\(code.slotNames[slot].string)' where it is not associated with a value")
  }

  func unboundFree(_ name: String) -> Raised {
    nameError(
      name, "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
  }

  /// CPython's NameError, with a suggestion where a near name exists.
  func unknownName(_ name: String) -> Raised {
    nameError(name, "name '\(name)' is not defined")
  }

  private func nameError(_ name: String, _ message: String) -> Raised {
    let raised = error(.NameError, message)
    raised.exception[detail: "name"] = .text(name)
    // The frame is gone when a report asks for a suggestion: its names are kept.
    let code = code
    let bound = code.slotNames.indices.filter { !self[$0].isUnbound }
    let receiver = code.slotNames.first?.string == "self" && bound.first == 0 ? self[0] : nil
    raised.exception.suggestion = { f in
      if let receiver, f.attributeNames(of: receiver).contains(name) { return "self.\(name)" }
      var known = bound.map { code.slotNames[$0].string }
      known += code.namespace.bindings.map(\.name.string)
      known += f.interpreter.builtins.bindings.map(\.name.string)
      return nearest(to: name, among: known)
    }
    return raised
  }
}
