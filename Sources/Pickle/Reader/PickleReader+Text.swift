// The text opcodes of protocol 0: their arguments are lines.

extension PickleReader {
  @inlinable
  @inline(never)
  func executeText(_ opcode: Opcode) throws(Failure) {
    switch opcode {
    case .int: stack.push(try makeIntOrBool(takeLine()))
    case .long: stack.push(try makeInt(decimal: takeLine().withoutSuffix(UInt8(ascii: "L"))))
    case .float: stack.push(try makeFloat(takeLine()))
    case .string: stack.push(try makeQuoted(takeLine()))
    case .unicode: stack.push(try makeEscaped(takeLine()))
    case .global: stack.push(try takeGlobal())
    case .inst: try replaceItemsByInstance()
    case .persID: stack.push(try builder.persistentLoad(makeASCII(takeLine())))
    case .get: try pushMemo(takeIndex())
    case .put: memoize(try top(), at: try takeIndex())
    default: preconditionFailure("\(opcode) is executed elsewhere")
    }
  }

  /// The bytes up to the next newline, which is taken too.
  @inlinable
  func takeLine() throws(Failure) -> UnsafeRawBufferPointer {
    let rest = UnsafeRawBufferPointer(start: position, count: end - position)
    guard let length = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw failure(.truncated) }
    position += length + 1
    return UnsafeRawBufferPointer(rebasing: rest[..<length])
  }

  @inlinable
  func takeIndex() throws(Failure) -> Int {
    guard let index = Int(text: try takeLine()), index >= 0 else { throw failure(.badArgument(expected: "a memo index")) }
    return index
  }

  /// `00` and `01` are how protocol 0 and 1 write a bool.
  @inlinable
  func makeIntOrBool(_ line: UnsafeRawBufferPointer) throws(Failure) -> Value {
    if line.elementsEqual("00".utf8) { return builder.makeBool(false) }
    if line.elementsEqual("01".utf8) { return builder.makeBool(true) }
    return try makeInt(decimal: line)
  }

  @inlinable
  func makeInt(decimal line: UnsafeRawBufferPointer) throws(Failure) -> Value {
    if let value = Int(text: line) { return builder.makeInt(value) }
    guard line.isDecimal else { throw failure(.badArgument(expected: "an int")) }
    return try builder.makeBigInt(decimal: line)
  }

  @inlinable
  func makeFloat(_ line: UnsafeRawBufferPointer) throws(Failure) -> Value {
    guard let value = Double(text: line) else { throw failure(.badArgument(expected: "a float")) }
    return builder.makeFloat(value)
  }

  @inlinable
  func makeQuoted(_ line: UnsafeRawBufferPointer) throws(Failure) -> Value {
    guard let bytes = unescapedQuoted(line) else { throw failure(.badArgument(expected: "a quoted string")) }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try self.makeASCII(UnsafeRawBufferPointer(bytes))
    }
  }

  @inlinable
  func makeEscaped(_ line: UnsafeRawBufferPointer) throws(Failure) -> Value {
    guard let bytes = unescapedUnicode(line) else { throw failure(.badArgument(expected: "escaped text")) }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try self.makeString(UnsafeRawBufferPointer(bytes))
    }
  }

  /// The lines that name a module and what is in it. Before protocol 3 they are names of Python 2.
  @inlinable
  func takeGlobal() throws(Failure) -> Value {
    let (module, name) = (try takeLine(), try takeLine())
    guard protocolVersion < 3, let renamed = Python2Names.renamed(module: module, name: name) else {
      return try builder.global(module: makeString(module), name: makeString(name))
    }
    return try builder.global(module: makeString(renamed.module), name: makeString(renamed.name))
  }

  @inlinable
  func replaceItemsByInstance() throws(Failure) {
    let type = try takeGlobal()
    try replaceItems { (arguments) throws(Failure) in try self.makeInstance(of: type, arguments) }
  }
}
