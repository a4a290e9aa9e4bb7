// Instances, and what stands for a function or a class: its name.

/// The names that a message holds already. A message has few of them, so a search from the start is the fastest.
@usableFromInline
struct GlobalMemo {
  private var texts: [(text: String, index: Int)] = []
  private var pairs: [(module: String, name: String, index: Int)] = []

  @usableFromInline init() {}

  @usableFromInline var isEmpty: Bool { texts.isEmpty }

  @usableFromInline
  mutating func removeAll() {
    texts.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
  }

  func index(of text: String) -> Int? { texts.first { $0.text == text }?.index }

  func index(module: String, name: String) -> Int? { pairs.first { $0.name == name && $0.module == module }?.index }

  mutating func insert(_ text: String, index: Int) { texts.append((text, index)) }

  mutating func insert(module: String, name: String, index: Int) { pairs.append((module, name, index)) }
}

extension PickleWriter {
  /// Writes what `module` calls `name` (dots lead into classes); a second time, a reference to the first.
  public func writeGlobal(module: String, name: String) {
    beginValue()
    if let index = globals.index(module: module, name: name) { return writeGet(index) }
    writeName(module)
    writeName(name)
    emit(.stackGlobal)
    globals.insert(module: module, name: name, index: memoized)
    emitMemoize()
  }

  private func writeName(_ text: String) {
    beginValue()
    if let index = globals.index(of: text) { return writeGet(index) }
    writeString(text)
    globals.insert(text, index: memoized)
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
