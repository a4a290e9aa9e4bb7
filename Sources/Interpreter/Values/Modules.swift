// Modules and the namespaces in which they keep their globals.
import Syntax

/// A module's globals: each name has a cell for good, so that nodes can hold the cell instead of looking names up.
public final class Namespace {
  private var cells = HashTable<Identity, Cell>()
  /// The names in the order in which they got their cells.
  private(set) var names: [Str] = []
  /// The module's name (`__main__`).
  public let name: Str
  /// What code in this namespace has for builtins, where a script limits it; nil for all that there are.
  var builtins: Namespace?
  /// The dict whose items the namespace mirrors, for code that `exec` runs in a dict.
  var mirrored: ObjectIdentifier?

  public init(name: Str) {
    self.name = name
  }

  /// The cell of an interned name, made when there is none.
  public func cell(_ name: Str) -> Cell {
    if let cell = cells[Identity(name)] { return cell }
    let cell = Cell()
    cells.insert(cell, for: Identity(name))
    names.append(name)
    return cell
  }

  /// The value of an interned name, nil where it is unbound.
  public subscript(name: Str) -> Value? {
    get {
      guard let cell = cells[Identity(name)], !cell.value.isUnbound else { return nil }
      return cell.value
    }
    set { cell(name).value = newValue ?? .unbound }
  }

  /// The names that have a value, with their values.
  public var bindings: [(name: Str, value: Value)] {
    names.compactMap { name in self[name].map { (name, $0) } }
  }
}

/// A `module`.
public final class ModuleObject: Object {
  public let name: Str
  public let namespace: Namespace
  /// Whether the interpreter brings it along, in contrast to a file's.
  public let isBuiltin: Bool

  public init(name: Str, namespace: Namespace, isBuiltin: Bool) {
    self.name = name
    self.namespace = namespace
    self.isBuiltin = isBuiltin
    super.init(kind: .module)
  }
}
