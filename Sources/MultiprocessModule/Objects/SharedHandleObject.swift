// What all objects have in common that several processes can hold.
import Interpreter
import Multiprocess

/// An object of a process tree: it knows the tree.
class TreeObject: TypedObject {
  /// It lives as long as the interpreter.
  final unowned(unsafe) let tree: Tree

  init(_ typeName: String, _ tree: Tree, _ f: Frame) {
    self.tree = tree
    super.init(f.types[module: typeName])
  }

  init(_ type: TypeObject, _ tree: Tree) {
    self.tree = tree
    super.init(type)
  }

  override var hasAttributes: Bool { true }

  /// Whether others can hold the object: what the script printed before it touches it goes out first.
  @inline(__always)
  final func publish(_ f: Frame) {
    f.interpreter.flushForOthers()
  }
}

extension TypeBuilder {
  /// The `name` by which diagnostics call a shared object.
  func sharedName(_ object: @escaping (Frame, Value) throws(Raised) -> SharedObject) {
    property("name", get: { (f, this) throws(Raised) in .text(try object(f, this).name) },
      set: { (f, this, value) throws(Raised) in
        guard let name = value.str else { throw f.typeError("name must be a string") }
        try object(f, this).name = name.string
        return .none
      })
  }
}
