// Instances, and what stands for a function or a class: its name.

/// The names that a message holds already.
@usableFromInline
struct NameMemo {
  struct Global: Hashable {
    var module, name: String
  }

  /// Memo indices of texts, and of the globals that they name.
  var texts: [String: Int] = [:]
  var globals: [Global: Int] = [:]

  @usableFromInline init() {}

  @usableFromInline var isEmpty: Bool { texts.isEmpty }

  @usableFromInline
  mutating func removeAll() {
    texts.removeAll(keepingCapacity: true)
    globals.removeAll(keepingCapacity: true)
  }
}

extension PickleWriter {
  /// Writes what `module` calls `name` (dots lead into classes). A client that gives an identity asks
  /// `writeReference(to:)` first, as for any object; without one a second time becomes a reference by its name.
  public func writeGlobal(module: String, name: String, identity: ObjectIdentifier? = nil) {
    beginValue()
    let global = NameMemo.Global(module: module, name: name)
    if identity == nil, let index = names.globals[global] { return writeGet(index) }
    writeName(module)
    writeName(name)
    emit(.stackGlobal)
    if let identity { return memoize(identity) }
    names.globals[global] = memoized
    emitMemoize()
  }

  private func writeName(_ text: String) {
    beginValue()
    if let index = names.texts[text] { return writeGet(index) }
    writeString(text)
    names.texts[text] = memoized
    emitMemoize()
  }

  /// Calls the callable with the tuple of arguments, the two values just written.
  @inlinable
  public func writeReduce(identity: ObjectIdentifier?) { make(.reduce, identity) }

  /// Makes an instance by `__new__` of the class with the tuple of arguments, the two values just written.
  @inlinable
  public func writeNewObject(identity: ObjectIdentifier?) { make(.newObj, identity) }

  /// As `writeNewObject`, from class, tuple of arguments and dict of keyword arguments.
  @inlinable
  public func writeNewObjectWithKeywords(identity: ObjectIdentifier?) { make(.newObjEx, identity) }

  @inlinable
  func make(_ opcode: Opcode, _ identity: ObjectIdentifier?) {
    emit(opcode)
    memoize(identity)
  }

  /// Gives the instance below the value just written that value as its state.
  @inlinable
  public func writeBuild() { emit(.build) }

  /// Makes the value just written the name of an object that does not travel.
  @inlinable
  public func writePersistentID() { emit(.binPersID) }
}
