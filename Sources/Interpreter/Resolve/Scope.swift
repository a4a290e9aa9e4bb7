// Scopes: which names a piece of code binds, and where each name that it uses lives.
import Syntax

/// The hidden parameter by which what is written about types in a class body gets the class' namespace.
let classNamespaceArgument = ".class"

/// A name that a scope binds.
final class Variable {
  let name: String
  unowned let scope: Scope
  /// Whether an inner function uses it, so that it lives in a cell.
  var isCaptured = false
  /// Its slot in the frame of `scope`.
  var slot = -1

  init(_ name: String, _ scope: Scope) {
    self.name = name
    self.scope = scope
  }
}

/// A region of code with names of its own.
final class Scope {
  enum Kind {
    case module, function, class_
    /// List, set and dict comprehensions run in the frame of the scope around them, but their names are their own.
    case comprehension
  }

  /// Where a name lives, seen from some scope.
  enum Location {
    case local(Variable)
    /// In a cell that the frame has as its own or got from its closure.
    case cell(Variable)
    /// In a class body's namespace; `outer` is where to look when it is not there.
    case classBody(outer: Variable?)
    case global
  }

  let kind: Kind
  let parent: Scope?
  /// The name that `__private` names are mangled with.
  let className: String?
  private(set) var variables = HashTable<String, Variable>()
  /// In the order of binding; parameters first.
  private(set) var order: [Variable] = []
  private(set) var uses: [String] = []
  private var usesSeen = KeySet<String>()
  var globals = KeySet<String>()
  var nonlocals = KeySet<String>()
  /// Whether the code has a `yield`.
  var isGenerator = false
  var isGeneratorExpression = false
  /// Whether this is what is written about types in a class body, which sees the names of that: the first slot holds
  /// the class' namespace.
  private(set) var seesClass = false
  /// Captured variables of outer frames, in the order of the closure.
  private(set) var free: [Variable] = []
  private var freeSlots = HashTable<Identity, Int>()
  /// All slots of the frame, by name; filled when slots are given out.
  private(set) var slotNames: [String] = []

  init(_ kind: Kind, parent: Scope?, className: String? = nil) {
    self.kind = kind
    self.parent = parent
    self.className = className ?? parent?.className
  }

  /// The scope whose frame the code runs in.
  var frame: Scope { kind == .comprehension ? parent!.frame : self }

  func bind(_ name: String) {
    if globals.contains(name) || nonlocals.contains(name) {
      use(name)
    } else if variables[name] == nil {
      let variable = Variable(name, self)
      variables.insert(variable, for: name)
      order.append(variable)
    }
  }

  /// Makes the first parameter of a scope that sees the names of the class around it.
  func lookIntoClass() {
    seesClass = true
    bind(classNamespaceArgument)
  }

  /// Makes the cell by which a class body's methods find their class.
  func bindClassCell() {
    if variables["__class__"] == nil { variables.insert(Variable("__class__", self), for: "__class__") }
  }

  func use(_ name: String) {
    if usesSeen.insert(name) { uses.append(name) }
  }

  // MARK: Resolution

  /// Finds every used name and marks the variables that cross from one frame to another.
  func resolveUses() {
    for name in uses + nonlocals.keys { _ = capture(name) }
  }

  private func capture(_ name: String) -> Variable? {
    guard let variable = find(name) else { return nil }
    let home = variable.scope.frame
    if home === frame || variable.scope.kind == .module { return variable }
    variable.isCaptured = true
    var scope = frame
    while scope !== home {
      scope.addFree(variable)
      scope = scope.parent!.frame
    }
    return variable
  }

  private func addFree(_ variable: Variable) {
    if !free.contains(where: { $0 === variable }) { free.append(variable) }
  }

  /// The variable of an enclosing function (or comprehension) that a name means; nil for globals and class names.
  private func find(_ name: String) -> Variable? {
    if globals.contains(name) { return nil }
    if kind == .module { return nil }
    if let variable = variables[name], kind != .class_ || name == "__class__" { return variable }
    var scope = parent
    while let outer = scope, outer.kind != .module {
      if outer.kind == .class_ {
        if name == "__class__", let variable = outer.variables[name] { return variable }
      } else if outer.globals.contains(name) {
        return nil
      } else if let variable = outer.variables[name] {
        return variable
      }
      scope = outer.parent
    }
    return nil
  }

  /// Where a name lives, once all scopes' uses are resolved.
  func location(of name: String) -> Location {
    if kind == .class_, !globals.contains(name), !nonlocals.contains(name) {
      return .classBody(outer: variables[name] == nil ? find(name) : nil)
    }
    if seesClass, !ownsOrInherits(name) { return .classBody(outer: find(name)) }
    if kind == .comprehension, variables[name] == nil, parent!.kind == .comprehension {
      return parent!.location(of: name)
    }
    guard let variable = find(name) else { return .global }
    return variable.isCaptured ? .cell(variable) : .local(variable)
  }

  /// Whether a scope that sees a class has a name by itself or from another such scope around it.
  private func ownsOrInherits(_ name: String) -> Bool {
    variables[name] != nil || parent!.seesClass && parent!.ownsOrInherits(name)
  }

  // MARK: Slots

  /// Gives the frame's variables their slots: parameters, other locals, comprehensions' names, cells from outside.
  func assignSlots(comprehensions: [Scope]) {
    if kind == .function { for variable in order { addSlot(variable) } }
    if kind == .class_ {
      // The first slot holds the namespace that the body fills.
      slotNames.append("")
      if let cell = variables["__class__"] { addSlot(cell) }
    }
    for scope in comprehensions { for variable in scope.order { addSlot(variable) } }
    for variable in free {
      freeSlots.insert(slotNames.count, for: Identity(variable))
      slotNames.append(variable.name)
    }
  }

  private func addSlot(_ variable: Variable) {
    variable.slot = slotNames.count
    slotNames.append(variable.name)
  }

  /// The slot that holds a variable, or its cell, in this scope's frame.
  func slot(of variable: Variable) -> Int {
    freeSlots[Identity(variable)] ?? variable.slot
  }

  /// The slots of the frame that get the closure's cells.
  var freeSlotsInOrder: [Int] { free.map { freeSlots[Identity($0)]! } }
}
