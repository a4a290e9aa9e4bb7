// What a reader's client supplies: how to make values, and which names it gives out.

/// Makes the values of a pickle. `PickleReader` calls one method for each instruction, so that a message becomes the
/// client's own values with nothing in between.
///
/// The reader checks the form of a message; the builder checks what only it can know: that a value appended to is a
/// list, that a key is hashable, that a name is one it gives out. A message can be made by anyone: what `global`
/// answers, and what `reduce`, `newObject` and `build` do with it, decide what such a message can do.
///
/// Buffers that are passed in are valid during the call only.
public protocol PickleBuilder {
  associatedtype Value
  associatedtype Failure: Error

  /// The client's own form of a malformed message.
  func failure(_ error: PickleError) -> Failure

  func makeNone() -> Value
  func makeBool(_ value: Bool) -> Value
  func makeInt(_ value: Int) -> Value
  /// An int that 64 bits do not hold, without redundant sign bytes.
  func makeBigInt(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) throws(Failure) -> Value
  /// An int that 64 bits do not hold, as digits with an optional minus sign.
  func makeBigInt(decimal: UnsafeRawBufferPointer) throws(Failure) -> Value
  func makeFloat(_ value: Double) -> Value
  /// A str from UTF-8 that has been checked; a lone surrogate stands in its three-byte form (`surrogatepass`).
  func makeString(utf8: UnsafeRawBufferPointer, isASCII: Bool) throws(Failure) -> Value
  func makeBytes(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Value
  func makeByteArray(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Value

  func makeTuple(_ items: UnsafeBufferPointer<Value>) throws(Failure) -> Value
  func makeFrozenSet(_ items: UnsafeBufferPointer<Value>) throws(Failure) -> Value
  func makeList() -> Value
  func makeDict() -> Value
  func makeSet() -> Value
  /// Appends to a list, or to an instance that behaves as one.
  func append(_ items: UnsafeBufferPointer<Value>, to list: Value) throws(Failure)
  /// Adds to a set, or to an instance that behaves as one.
  func add(_ items: UnsafeBufferPointer<Value>, to set: Value) throws(Failure)
  /// Stores keys and values, which come in turn, into a dict, or an instance that behaves as one.
  func setItems(_ keysAndValues: UnsafeBufferPointer<Value>, of dict: Value) throws(Failure)

  /// What `module` calls `name`; both should be str. Names of Python 2 have become those of Python 3.
  func global(module: Value, name: Value) throws(Failure) -> Value
  /// `callable(*arguments)`.
  func reduce(_ callable: Value, _ arguments: Value) throws(Failure) -> Value
  /// `type.__new__(type, *arguments, **keywords)`; no keywords are nil.
  func newObject(_ type: Value, _ arguments: Value, keywords: Value?) throws(Failure) -> Value
  /// `instance.__setstate__(state)`, or its default.
  func build(_ instance: Value, state: Value) throws(Failure)
  /// The object that an identifier stands for.
  func persistentLoad(_ identifier: Value) throws(Failure) -> Value
}
