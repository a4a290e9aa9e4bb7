// The reader: the pickle machine's state, and the loop over the opcodes that most messages consist of.

/// Reads pickles of the protocols 0 to 5 into a builder's values.
///
/// The machine is a loop over a stack of its own: nesting costs no call depth, however deep. Every size in a message is
/// held against the bytes that are there before anything is allocated for it. The reader keeps its stacks from one
/// message to the next; a builder may read another message in the middle of one.
public final class PickleReader<Builder: PickleBuilder> {
  public typealias Value = Builder.Value
  public typealias Failure = Builder.Failure

  public var builder: Builder

  @usableFromInline var stack = RawStack<Value>()
  /// Where each open MARK found the stack, and below it nothing may be taken: that is `fence`.
  @usableFromInline var marks = RawStack<Int>()
  @usableFromInline var fence = 0
  @usableFromInline var memo = RawStack<Value>()
  /// Memo indices out of turn, which a message may choose as it likes.
  @usableFromInline var sparseMemo: [Int: Value] = [:]

  @usableFromInline var start: UnsafeRawPointer
  @usableFromInline var position: UnsafeRawPointer
  @usableFromInline var end: UnsafeRawPointer
  @usableFromInline var opcodeStart: UnsafeRawPointer
  @usableFromInline var protocolVersion = 0
  @usableFromInline var isReading = false

  @inlinable
  public init(_ builder: Builder) {
    self.builder = builder
    self.start = UnsafeRawPointer(bitPattern: 1)!
    self.position = start
    self.end = start
    self.opcodeStart = start
  }

  /// How many bytes of the last message its pickle took; what follows STOP is not read.
  @inlinable
  public var bytesRead: Int { position - start }

  /// Reads one pickle from the start of `message`.
  ///
  /// - Throws: what the builder throws, and what it makes of a `PickleError`.
  @inlinable
  public func read(_ message: UnsafeRawBufferPointer) throws(Failure) -> Value {
    if isReading { return try PickleReader(builder).read(message) }
    isReading = true
    defer {
      reset()
      isReading = false
    }
    start = message.baseAddress ?? start
    position = start
    end = start + message.count
    protocolVersion = 0
    return try execute()
  }

  /// The same for another builder, which this reader has from now on.
  @inlinable
  public func read(_ message: UnsafeRawBufferPointer, for builder: Builder) throws(Failure) -> Value {
    if isReading { return try PickleReader(builder).read(message) }
    self.builder = builder
    return try read(message)
  }

  @inlinable
  func reset() {
    stack.removeAll()
    marks.removeAll()
    memo.removeAll()
    if !sparseMemo.isEmpty { sparseMemo = [:] }
    fence = 0
  }

  // MARK: The machine

  @inlinable
  func execute() throws(Failure) -> Value {
    while true {
      opcodeStart = position
      guard position < end else { throw failure(.truncated) }
      let byte = position.load(as: UInt8.self)
      position += 1
      guard let opcode = Opcode(rawValue: byte) else { throw failure(.unknownOpcode(byte)) }
      switch opcode {
      case .stop: return try pop()
      case .proto: try readProtocol()
      case .frame: try readFrame()

      case .none: stack.push(builder.makeNone())
      case .newTrue: stack.push(builder.makeBool(true))
      case .newFalse: stack.push(builder.makeBool(false))
      case .binInt1: stack.push(builder.makeInt(Int(try take(UInt8.self))))
      case .binInt2: stack.push(builder.makeInt(Int(try take(UInt16.self))))
      case .binInt: stack.push(builder.makeInt(Int(try take(Int32.self))))
      case .long1: stack.push(try makeInt(take(count: Int(take(UInt8.self)))))
      case .binFloat: stack.push(builder.makeFloat(Double(bitPattern: try take(UInt64.self).byteSwapped)))
      case .shortBinUnicode: stack.push(try makeString(take(count: Int(take(UInt8.self)))))
      case .binUnicode: stack.push(try makeString(take(count: Int(take(UInt32.self)))))
      case .shortBinBytes: stack.push(try builder.makeBytes(take(count: Int(take(UInt8.self)))))
      case .binBytes: stack.push(try builder.makeBytes(take(count: Int(take(UInt32.self)))))

      case .mark: pushMark()
      case .emptyTuple: stack.push(try builder.makeTuple(UnsafeBufferPointer(start: nil, count: 0)))
      case .tuple1: try makeTuple(1)
      case .tuple2: try makeTuple(2)
      case .tuple3: try makeTuple(3)
      case .tuple: try replaceItems { (items) throws(Failure) in try self.builder.makeTuple(items) }
      case .emptyList: stack.push(builder.makeList())
      case .append: try consume(1) { (items, list) throws(Failure) in try self.builder.append(items, to: list) }
      case .appends: try consumeItems { (items, list) throws(Failure) in try self.builder.append(items, to: list) }
      case .emptyDict: stack.push(builder.makeDict())
      case .setItem: try consume(2) { (items, dict) throws(Failure) in try self.builder.setItems(items, of: dict) }
      case .setItems: try consumeItems { (items, dict) throws(Failure) in try self.setItems(items, of: dict) }

      case .memoize: memoize(try top(), at: memo.count + sparseMemo.count)
      case .binGet: try pushMemo(Int(take(UInt8.self)))
      case .longBinGet: try pushMemo(Int(take(UInt32.self)))
      default: try executeRare(opcode)
      }
    }
  }

  @inlinable
  func readProtocol() throws(Failure) {
    let version = Int(try take(UInt8.self))
    guard version <= PickleWriter.protocolVersion else { throw failure(.unsupportedProtocol(version)) }
    protocolVersion = version
  }

  /// A frame says only how much to read ahead, and here all is there.
  @inlinable
  func readFrame() throws(Failure) {
    let size = try take(UInt64.self)
    guard size <= UInt64(end - position) else { throw failure(.truncated) }
  }

  // MARK: Arguments

  @inlinable
  @inline(never)
  func failure(_ reason: PickleError.Reason) -> Failure {
    builder.failure(PickleError(reason, offset: opcodeStart - start))
  }

  /// Takes an integer, little-endian, from the message.
  @inlinable
  @inline(__always)
  func take<T: FixedWidthInteger>(_ type: T.Type) throws(Failure) -> T {
    guard end - position >= MemoryLayout<T>.size else { throw failure(.truncated) }
    let value = position.loadUnaligned(as: T.self)
    position += MemoryLayout<T>.size
    return T(littleEndian: value)
  }

  @inlinable
  func take(count: Int) throws(Failure) -> UnsafeRawBufferPointer {
    guard count <= end - position else { throw failure(.truncated) }
    let bytes = UnsafeRawBufferPointer(start: position, count: count)
    position += count
    return bytes
  }

  @inlinable
  func makeInt(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Value {
    if bytes.count <= MemoryLayout<Int>.size { return builder.makeInt(Int(littleEndianTwosComplement: bytes)) }
    let shortest = bytes.withoutRedundantSign
    if shortest.count <= MemoryLayout<Int>.size { return builder.makeInt(Int(littleEndianTwosComplement: shortest)) }
    return try builder.makeBigInt(littleEndianTwosComplement: shortest)
  }

  @inlinable
  func makeString(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Value {
    switch UTF8Kind(of: bytes) {
    case .ascii: return try builder.makeString(utf8: bytes, isASCII: true)
    case .unicode: return try builder.makeString(utf8: bytes, isASCII: false)
    case .invalid: throw failure(.invalidUTF8)
    }
  }

  // MARK: Stack

  @inlinable
  func top() throws(Failure) -> Value {
    guard stack.count > fence else { throw failure(.stackUnderflow) }
    return stack[stack.count - 1]
  }

  @inlinable
  func pop() throws(Failure) -> Value {
    guard stack.count > fence else { throw failure(.stackUnderflow) }
    return stack.pop()
  }

  @inlinable
  func pushMark() {
    fence = stack.count
    marks.push(fence)
  }

  /// Closes the last MARK: the answer is where its items begin.
  @inlinable
  func popMark() throws(Failure) -> Int {
    guard marks.count > 0 else { throw failure(.missingMark) }
    let mark = marks.pop()
    fence = marks.count > 0 ? marks[marks.count - 1] : 0
    return mark
  }

  /// The values from `first` to the top, in place.
  @inlinable
  func items(from first: Int) -> UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: stack.base + first, count: stack.count - first)
  }

  @inlinable
  func makeTuple(_ count: Int) throws(Failure) {
    try replace(count) { (items) throws(Failure) in try self.builder.makeTuple(items) }
  }

  /// Replaces the items of the last MARK by what is made of them.
  @inlinable
  func replaceItems(_ make: (UnsafeBufferPointer<Value>) throws(Failure) -> Value) throws(Failure) {
    try replace(from: popMark(), make)
  }

  /// Replaces the last `count` values by what is made of them.
  @inlinable
  func replace(_ count: Int, _ make: (UnsafeBufferPointer<Value>) throws(Failure) -> Value) throws(Failure) {
    try replace(from: stack.count - count, make)
  }

  @inlinable
  func replace(
    from first: Int, _ make: (UnsafeBufferPointer<Value>) throws(Failure) -> Value
  ) throws(Failure) {
    guard first >= fence else { throw failure(.stackUnderflow) }
    let value = try make(items(from: first))
    stack.removeLast(from: first)
    stack.push(value)
  }

  /// Puts the items of the last MARK into the container below them.
  @inlinable
  func consumeItems(_ body: (UnsafeBufferPointer<Value>, Value) throws(Failure) -> Void) throws(Failure) {
    try consume(from: popMark(), body)
  }

  /// Puts the last `count` values into the container below them.
  @inlinable
  func consume(_ count: Int, _ body: (UnsafeBufferPointer<Value>, Value) throws(Failure) -> Void) throws(Failure) {
    try consume(from: stack.count - count, body)
  }

  @inlinable
  func consume(
    from first: Int, _ body: (UnsafeBufferPointer<Value>, Value) throws(Failure) -> Void
  ) throws(Failure) {
    guard first > fence else { throw failure(.stackUnderflow) }
    if first < stack.count { try body(items(from: first), stack[first - 1]) }
    stack.removeLast(from: first)
  }

  @inlinable
  func setItems(_ items: UnsafeBufferPointer<Value>, of dict: Value) throws(Failure) {
    guard items.count % 2 == 0 else { throw failure(.oddItems) }
    try builder.setItems(items, of: dict)
  }

  // MARK: Memo

  @inlinable
  func memoize(_ value: Value, at index: Int) {
    if index == memo.count && sparseMemo.isEmpty {
      memo.push(value)
    } else if index < memo.count {
      memo[index] = value
    } else {
      sparseMemo[index] = value
    }
  }

  @inlinable
  func pushMemo(_ index: Int) throws(Failure) {
    if index < memo.count { return stack.push(memo[index]) }
    guard let value = sparseMemo[index] else { throw failure(.missingMemo(index: index)) }
    stack.push(value)
  }
}
