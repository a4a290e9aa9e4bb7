// Builds the tests' trees from pickles, and refuses what a careful client would refuse.

import Pickle

enum TreeFailure: Error, Equatable {
  case malformed(PickleError)
  case refused(String)

  var malformation: PickleError? {
    if case .malformed(let error) = self { error } else { nil }
  }
}

final class TreeBuilder: PickleBuilder {
  typealias Value = Tree
  typealias Failure = TreeFailure

  /// What a persistent identifier stands for; without it the identifier stays in the tree.
  var load: ((Tree) throws(TreeFailure) -> Tree)?

  func failure(_ error: PickleError) -> TreeFailure { .malformed(error) }

  func makeNone() -> Tree { Tree(.none) }
  func makeBool(_ value: Bool) -> Tree { Tree(.bool(value)) }
  func makeInt(_ value: Int) -> Tree { Tree(.int(value)) }
  func makeFloat(_ value: Double) -> Tree { Tree(value) }
  func makeBytes(_ bytes: UnsafeRawBufferPointer) -> Tree { Tree(.bytes(Array(bytes))) }
  func makeByteArray(_ bytes: UnsafeRawBufferPointer) -> Tree { Tree(.byteArray(Array(bytes))) }
  func makeTuple(_ items: UnsafeBufferPointer<Tree>) -> Tree { Tree(.tuple, Array(items)) }
  func makeFrozenSet(_ items: UnsafeBufferPointer<Tree>) -> Tree { Tree(.frozenSet, Array(items)) }
  func makeList() -> Tree { Tree(.list) }
  func makeDict() -> Tree { Tree(.dict) }
  func makeSet() -> Tree { Tree(.set) }

  func persistentLoad(_ identifier: Tree) throws(TreeFailure) -> Tree {
    if let load { return try load(identifier) }
    return Tree(.persistent, [identifier])
  }

  func makeString(utf8: UnsafeRawBufferPointer, isASCII: Bool) throws(TreeFailure) -> Tree {
    guard isASCII == utf8.allSatisfy({ $0 < 0x80 }) else { throw .refused("isASCII is wrong") }
    return Tree(.string(Array(utf8)))
  }

  func makeBigInt(littleEndianTwosComplement bytes: UnsafeRawBufferPointer) throws(TreeFailure) -> Tree {
    guard bytes.count > 8 else { throw .refused("an int of 64 bits is no big int") }
    return Tree(.bigInt(Array(bytes)))
  }

  func makeBigInt(decimal: UnsafeRawBufferPointer) -> Tree {
    let isNegative = decimal.first == UInt8(ascii: "-")
    var bytes: [UInt8] = []
    for digit in isNegative ? decimal[1...] : decimal[...] {
      var carry = Int(digit - UInt8(ascii: "0"))
      for position in bytes.indices {
        carry += Int(bytes[position]) * 10
        bytes[position] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      if carry > 0 { bytes.append(UInt8(carry)) }
    }
    bytes.append(0)
    if isNegative {
      var carry = 1
      for position in bytes.indices {
        carry += Int(~bytes[position])
        bytes[position] = UInt8(carry & 0xFF)
        carry >>= 8
      }
    }
    while bytes.count > 1, let top = bytes.last, top == (bytes[bytes.count - 2] & 0x80 == 0 ? 0 : 0xFF) {
      bytes.removeLast()
    }
    return Tree(.bigInt(bytes))
  }

  func append(_ items: UnsafeBufferPointer<Tree>, to list: Tree) throws(TreeFailure) {
    switch list.kind {
    case .list: list.parts += items
    case .reduce, .newObject: list.appended += items
    default: throw .refused("append to \(list.kind)")
    }
  }

  func add(_ items: UnsafeBufferPointer<Tree>, to set: Tree) throws(TreeFailure) {
    guard set.kind == .set else { throw .refused("add to \(set.kind)") }
    set.parts += items
  }

  func setItems(_ keysAndValues: UnsafeBufferPointer<Tree>, of dict: Tree) throws(TreeFailure) {
    switch dict.kind {
    case .dict: dict.parts += keysAndValues
    case .reduce, .newObject: dict.stored += keysAndValues
    default: throw .refused("set item of \(dict.kind)")
    }
  }

  func global(module: Tree, name: Tree) throws(TreeFailure) -> Tree {
    guard case .string(let module) = module.kind, case .string(let name) = name.kind else {
      throw .refused("a name that is no str")
    }
    return Tree(.global(module: String(decoding: module, as: UTF8.self), name: String(decoding: name, as: UTF8.self)))
  }

  /// The constructors by which the protocols before 3 write bytes, sets and instances, made into what they mean.
  func reduce(_ callable: Tree, _ arguments: Tree) throws(TreeFailure) -> Tree {
    guard case .global(let module, let name) = callable.kind, arguments.kind == .tuple else {
      throw .refused("call of \(callable.kind)")
    }
    let first = arguments.parts.first
    switch ("\(module).\(name)", first?.kind, arguments.parts.count) {
    case ("_codecs.encode", .string(let text), 2): return Tree(.bytes(latin1(text)))
    case ("builtins.bytes", nil, 0): return Tree(.bytes([]))
    case ("builtins.bytearray", nil, 0): return Tree(.byteArray([]))
    case ("builtins.bytearray", .bytes(let bytes), 1): return Tree(.byteArray(bytes))
    case ("builtins.bytearray", .string(let text), 2): return Tree(.byteArray(latin1(text)))
    case ("builtins.set", .list, 1): return Tree(.set, first!.parts)
    case ("builtins.frozenset", .list, 1): return Tree(.frozenSet, first!.parts)
    case ("copyreg._reconstructor", _, 3):
      let instance = Tree(.newObject, [first!, Tree(.tuple)])
      instance.appended = arguments.parts[2].kind == .list ? arguments.parts[2].parts : []
      instance.stored = arguments.parts[2].kind == .dict ? arguments.parts[2].parts : []
      return instance
    case ("builtins.getattr", .global(let module, let outer), 2):
      guard case .string(let inner) = arguments.parts[1].kind else { throw .refused("a name that is no str") }
      return Tree(.global(module: module, name: outer + "." + String(decoding: inner, as: UTF8.self)))
    default: return Tree(.reduce, [callable, arguments])
    }
  }

  func newObject(_ type: Tree, _ arguments: Tree, keywords: Tree?) throws(TreeFailure) -> Tree {
    guard case .global = type.kind, arguments.kind == .tuple, (keywords ?? Tree(.dict)).kind == .dict else {
      throw .refused("an instance of \(type.kind)")
    }
    return Tree(.newObject, [type, arguments] + (keywords.map { [$0] } ?? []))
  }

  func build(_ instance: Tree, state: Tree) throws(TreeFailure) {
    guard instance.isInstance else { throw .refused("state for \(instance.kind)") }
    instance.state = state
  }

  private func latin1(_ utf8: [UInt8]) -> [UInt8] {
    String(decoding: utf8, as: UTF8.self).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}

func unpickle(_ message: [UInt8]) throws(TreeFailure) -> Tree {
  try message.withUnsafeBufferPointer { (message) throws(TreeFailure) in
    try PickleReader(TreeBuilder()).read(UnsafeRawBufferPointer(message))
  }
}

/// The value of a message written as text: Latin-1 characters are its bytes.
func unpickle(text: String) throws(TreeFailure) -> Tree {
  try unpickle(text.unicodeScalars.map { UInt8($0.value) })
}
