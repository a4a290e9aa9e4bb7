// Builds nothing but the depth of a value, so that a very deep one costs nothing to drop.

import Pickle

/// Values are how deep they are.
struct DepthBuilder: PickleBuilder {
  typealias Value = Int
  typealias Failure = PickleError

  func failure(_ error: PickleError) -> PickleError { error }
  func makeNone() -> Int { 0 }
  func makeBool(_ value: Bool) -> Int { 0 }
  func makeInt(_ value: Int) -> Int { 0 }
  func makeBigInt(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) -> Int { 0 }
  func makeBigInt(decimal: UnsafeRawBufferPointer) -> Int { 0 }
  func makeFloat(_ value: Double) -> Int { 0 }
  func makeString(utf8: UnsafeRawBufferPointer, isASCII: Bool) -> Int { 0 }
  func makeBytes(_ bytes: UnsafeRawBufferPointer) -> Int { 0 }
  func makeByteArray(_ bytes: UnsafeRawBufferPointer) -> Int { 0 }
  func makeTuple(_ items: UnsafeBufferPointer<Int>) -> Int { 1 + (items.max() ?? 0) }
  func makeFrozenSet(_ items: UnsafeBufferPointer<Int>) -> Int { 1 + (items.max() ?? 0) }
  func makeList() -> Int { 0 }
  func makeDict() -> Int { 0 }
  func makeSet() -> Int { 0 }
  func append(_ items: UnsafeBufferPointer<Int>, to list: Int) {}
  func add(_ items: UnsafeBufferPointer<Int>, to set: Int) {}
  func setItems(_ keysAndValues: UnsafeBufferPointer<Int>, of dict: Int) {}
  func global(module: Int, name: Int) -> Int { 0 }
  func reduce(_ callable: Int, _ arguments: Int) -> Int { 0 }
  func newObject(_ type: Int, _ arguments: Int, keywords: Int?) -> Int { 0 }
  func build(_ instance: Int, state: Int) {}
  func persistentLoad(_ identifier: Int) -> Int { 0 }
}
