// Opcodes that few messages hold: sets, instances, large data, other ways of memo, and what is refused.

extension PickleReader {
  @inlinable
  @inline(never)
  func executeRare(_ opcode: Opcode) throws(Failure) {
    switch opcode {
    case .long4: stack.push(try makeInt(take(count: takeSignedSize())))
    case .binUnicode8: stack.push(try makeString(take(count: takeLongSize())))
    case .binBytes8: stack.push(try builder.makeBytes(take(count: takeLongSize())))
    case .byteArray8: stack.push(try builder.makeByteArray(take(count: takeLongSize())))
    case .shortBinString: stack.push(try makeASCII(take(count: Int(take(UInt8.self)))))
    case .binString: stack.push(try makeASCII(take(count: takeSignedSize())))

    case .emptySet: stack.push(builder.makeSet())
    case .addItems: try consumeItems { (items, set) throws(Failure) in try self.builder.add(items, to: set) }
    case .frozenSet: try replaceItems { (items) throws(Failure) in try self.builder.makeFrozenSet(items) }
    case .list: try replaceItems { (items) throws(Failure) in try self.makeList(items) }
    case .dict: try replaceItems { (items) throws(Failure) in try self.makeDict(items) }

    case .stackGlobal:
      try replace(2) { (parts) throws(Failure) in try self.builder.global(module: parts[0], name: parts[1]) }
    case .reduce: try replace(2) { (parts) throws(Failure) in try self.builder.reduce(parts[0], parts[1]) }
    case .newObj:
      try replace(2) { (parts) throws(Failure) in try self.builder.newObject(parts[0], parts[1], keywords: nil) }
    case .newObjEx:
      try replace(3) { (parts) throws(Failure) in try self.builder.newObject(parts[0], parts[1], keywords: parts[2]) }
    case .obj: try makeInstance()
    case .build:
      try consume(1) { (state, instance) throws(Failure) in try self.builder.build(instance, state: state[0]) }
    case .binPersID: stack.push(try builder.persistentLoad(pop()))

    case .binPut: memoize(try top(), at: Int(try take(UInt8.self)))
    case .longBinPut: memoize(try top(), at: Int(try take(UInt32.self)))
    case .pop: try popValueOrMark()
    case .popMark: stack.removeLast(from: try popMark())
    case .dup: stack.push(try top())

    case .ext1, .ext2, .ext4: throw failure(.unsupported("a code of the extension registry"))
    case .nextBuffer, .readonlyBuffer: throw failure(.unsupported("an out-of-band buffer"))
    default: try executeText(opcode)
    }
  }

  @inlinable
  func takeSignedSize() throws(Failure) -> Int {
    let size = try take(Int32.self)
    guard size >= 0 else { throw failure(.badArgument(expected: "a size")) }
    return Int(size)
  }

  @inlinable
  func takeLongSize() throws(Failure) -> Int {
    let size = try take(UInt64.self)
    guard let size = Int(exactly: size) else { throw failure(.truncated) }
    return size
  }

  /// A str of Python 2, which had no encoding: text if it is ASCII.
  @inlinable
  func makeASCII(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Value {
    guard UTF8Kind(of: bytes) == .ascii else { throw failure(.badArgument(expected: "ASCII text")) }
    return try builder.makeString(utf8: bytes, isASCII: true)
  }

  @inlinable
  func makeList(_ items: UnsafeBufferPointer<Value>) throws(Failure) -> Value {
    let list = builder.makeList()
    if !items.isEmpty { try builder.append(items, to: list) }
    return list
  }

  @inlinable
  func makeDict(_ items: UnsafeBufferPointer<Value>) throws(Failure) -> Value {
    let dict = builder.makeDict()
    if !items.isEmpty { try setItems(items, of: dict) }
    return dict
  }

  /// OBJ: the class stands below its arguments, behind the MARK.
  @inlinable
  func makeInstance() throws(Failure) {
    let first = try popMark()
    guard first < stack.count else { throw failure(.stackUnderflow) }
    let instance = try makeInstance(of: stack[first], UnsafeBufferPointer(rebasing: items(from: first)[1...]))
    stack.removeLast(from: first)
    stack.push(instance)
  }

  /// An instance as protocol 0 makes it: without arguments its class is not called.
  @inlinable
  func makeInstance(of type: Value, _ arguments: UnsafeBufferPointer<Value>) throws(Failure) -> Value {
    let tuple = try builder.makeTuple(arguments)
    if arguments.isEmpty { return try builder.newObject(type, tuple, keywords: nil) }
    return try builder.reduce(type, tuple)
  }

  /// POP drops the top value, or the last MARK where that is on top.
  @inlinable
  func popValueOrMark() throws(Failure) {
    if stack.count > fence {
      _ = stack.pop()
    } else if marks.count > 0 {
      _ = try popMark()
    } else {
      throw failure(.stackUnderflow)
    }
  }
}
