// The tests' own values: a tree that keeps what a pickle says, identities included, and nothing more.

import Pickle

final class Tree {
  enum Kind: Equatable {
    case none
    case bool(Bool)
    case int(Int)
    /// Two's complement, least significant byte first.
    case bigInt([UInt8])
    case float(bits: UInt64)
    case string([UInt8])
    case bytes([UInt8])
    case byteArray([UInt8])
    case list, tuple, set, frozenSet
    /// Its parts are keys and values in turn.
    case dict
    case global(module: String, name: String)
    /// Its parts are callable and arguments.
    case reduce
    /// Its parts are class, arguments and, perhaps, keyword arguments.
    case newObject
    case persistent
  }

  let kind: Kind
  var parts: [Tree]
  /// What an instance got by APPENDS, by SETITEMS and by BUILD.
  var appended: [Tree] = []
  var stored: [Tree] = []
  var state: Tree?

  init(_ kind: Kind, _ parts: [Tree] = []) {
    self.kind = kind
    self.parts = parts
  }

  convenience init(_ text: String) { self.init(.string(Array(text.utf8))) }
  convenience init(_ value: Int) { self.init(.int(value)) }
  convenience init(_ value: Double) { self.init(.float(bits: value.bitPattern)) }

  var isInstance: Bool { kind == .reduce || kind == .newObject }
}

// MARK: Canonical text

extension Tree: CustomStringConvertible {
  /// The same text as `canon` in `oracle.py` makes of the same value.
  var description: String { text(path: []) }

  private func text(path: [Tree]) -> String {
    if let depth = path.firstIndex(where: { $0 === self }) { return "@\(depth)" }
    let path = path + [self]
    func each(_ trees: [Tree]) -> [String] { trees.map { $0.text(path: path) } }
    func joined(_ trees: [Tree]) -> String { each(trees).joined(separator: ",") }
    switch kind {
    case .none: return "N"
    case .bool(let value): return value ? "T" : "F"
    case .int(let value): return "i" + hex(value.twosComplement)
    case .bigInt(let bytes): return "i" + hex(bytes)
    case .float(let bits): return "f" + hex((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
    case .string(let bytes): return "s" + hex(bytes)
    case .bytes(let bytes): return "b" + hex(bytes)
    case .byteArray(let bytes): return "a" + hex(bytes)
    case .list: return "[" + joined(parts) + "]"
    case .tuple: return "(" + joined(parts) + ")"
    case .dict: return "{" + joined(parts) + "}"
    case .set: return "<" + each(parts).sorted().joined(separator: ",") + ">"
    case .frozenSet: return "<<" + each(parts).sorted().joined(separator: ",") + ">>"
    case .global(let module, let name): return "g\(module).\(name)"
    case .persistent: return "p" + joined(parts)
    case .reduce, .newObject:
      var state = "N"
      if let tree = self.state { state = tree.text(path: path) }
      return "o" + joined(parts) + "[" + joined(appended) + "]{" + joined(stored) + "}" + state
    }
  }
}

extension Int {
  /// The shortest bytes that hold the value; none for zero.
  var twosComplement: [UInt8] {
    var bytes: [UInt8] = []
    var rest = self
    while rest != 0 && rest != -1 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    let isExtended = bytes.last.map { $0 & 0x80 != 0 } ?? false
    if rest == 0 && isExtended { bytes.append(0) }
    if rest == -1 && !isExtended { bytes.append(0xFF) }
    return bytes
  }
}

func hex(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

func bytes(hex: String) -> [UInt8] {
  let digits = Array(hex.utf8).map { $0 <= UInt8(ascii: "9") ? $0 - UInt8(ascii: "0") : $0 - UInt8(ascii: "a") + 10 }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

// MARK: Writing

/// The message of a tree; every object that CPython memoizes is given its identity.
func pickle(_ tree: Tree, with writer: PickleWriter = PickleWriter()) throws -> [UInt8] {
  writer.begin()
  write(tree, to: writer)
  return Array(try writer.finish())
}

private func write(_ tree: Tree, to writer: PickleWriter) {
  let identity = ObjectIdentifier(tree)
  if writer.writeReference(to: identity) { return }
  switch tree.kind {
  case .none: writer.writeNone()
  case .bool(let value): writer.writeBool(value)
  case .int(let value): writer.writeInt(value)
  case .bigInt(let bytes): bytes.withUnsafeBytes { writer.writeBigInt(littleEndianTwosComplement: $0) }
  case .float(let bits): writer.writeFloat(Double(bitPattern: bits))
  case .string(let bytes): bytes.withUnsafeBytes { writer.writeString(utf8: $0, identity: identity) }
  case .bytes(let bytes): bytes.withUnsafeBytes { writer.writeBytes($0, identity: identity) }
  case .byteArray(let bytes): bytes.withUnsafeBytes { writer.writeByteArray($0, identity: identity) }
  case .list:
    writer.beginList(identity: identity)
    write(items: tree.parts, .list, to: writer)
  case .set:
    writer.beginSet(identity: identity)
    write(items: tree.parts, .set, to: writer)
  case .dict:
    writer.beginDict(identity: identity)
    write(pairs: tree.parts, to: writer)
  case .tuple:
    writer.beginTuple(count: tree.parts.count)
    for part in tree.parts { write(part, to: writer) }
    writer.endTuple(count: tree.parts.count, identity: identity)
  case .frozenSet:
    writer.beginFrozenSet()
    for part in tree.parts { write(part, to: writer) }
    writer.endFrozenSet(identity: identity)
  case .global(let module, let name): writer.writeGlobal(module: module, name: name)
  case .persistent:
    write(tree.parts[0], to: writer)
    writer.writePersistentID()
  case .reduce, .newObject:
    for part in tree.parts { write(part, to: writer) }
    if tree.kind == .reduce {
      writer.writeReduce(identity: identity)
    } else if tree.parts.count == 2 {
      writer.writeNewObject(identity: identity)
    } else {
      writer.writeNewObjectWithKeywords(identity: identity)
    }
    write(items: tree.appended, .list, to: writer)
    write(pairs: tree.stored, to: writer)
    if let state = tree.state {
      write(state, to: writer)
      writer.writeBuild()
    }
  }
}

private func write(items: [Tree], _ kind: PickleBatch.Kind, to writer: PickleWriter) {
  var batch = PickleBatch(kind, count: items.count)
  for item in items {
    batch.next(writer)
    write(item, to: writer)
  }
  batch.end(writer)
}

private func write(pairs: [Tree], to writer: PickleWriter) {
  var batch = PickleBatch(.dict, count: pairs.count / 2)
  for (position, part) in pairs.enumerated() {
    if position % 2 == 0 { batch.next(writer) }
    write(part, to: writer)
  }
  batch.end(writer)
}
