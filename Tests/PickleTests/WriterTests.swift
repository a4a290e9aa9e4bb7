// The writer's bytes, one method at a time.

import Testing

@testable import Pickle

@Suite("Pickle writer")
struct WriterTests {
  /// The opcodes between PROTO and STOP of a message that is too short for a frame, or those in its one frame.
  private func body(_ write: (PickleWriter) -> Void) throws -> [UInt8] {
    let writer = PickleWriter()
    writer.begin()
    write(writer)
    let message = Array(try writer.finish())
    #expect(message.starts(with: [0x80, 5]))
    #expect(message.last == UInt8(ascii: "."))
    let isFramed = message[2] == Opcode.frame.rawValue
    if isFramed { #expect(message.count - 11 == Int(message[3]) | Int(message[4]) << 8) }
    return Array(message[(isFramed ? 11 : 2)...].dropLast())
  }

  @Test("an int takes the smallest form that holds it")
  func ints() throws {
    let forms: [(Int, [UInt8])] = [
      (0, [0x4B, 0]), (255, [0x4B, 255]), (256, [0x4D, 0, 1]), (65535, [0x4D, 255, 255]),
      (65536, [0x4A, 0, 0, 1, 0]), (-1, [0x4A, 255, 255, 255, 255]), (-(1 << 31), [0x4A, 0, 0, 0, 0x80]),
      (1 << 31, [0x8A, 5, 0, 0, 0, 0x80, 0]), (-(1 << 31) - 1, [0x8A, 5, 255, 255, 255, 0x7F, 255]),
      (.max, [0x8A, 8] + [UInt8](repeating: 255, count: 7) + [0x7F]), (.min, [0x8A, 8, 0, 0, 0, 0, 0, 0, 0, 0x80]),
    ]
    for (value, bytes) in forms { #expect(try body { $0.writeInt(value) } == bytes) }
  }

  @Test("a big int drops redundant sign bytes and is an int where it fits")
  func bigInts() throws {
    let forms: [([UInt8], [UInt8])] = [
      ([], [0x4B, 0]), ([0, 0, 0], [0x4B, 0]), ([5, 0, 0], [0x4B, 5]), ([255, 255], [0x4A, 255, 255, 255, 255]),
      ([128, 0], [0x4B, 128]), ([0, 0, 0, 0, 0, 0, 0, 128, 0, 0], [0x8A, 9, 0, 0, 0, 0, 0, 0, 0, 128, 0]),
    ]
    for (value, bytes) in forms {
      #expect(try body { writer in value.withUnsafeBytes { writer.writeBigInt(littleEndianTwosComplement: $0) } } == bytes)
    }
    let long = [UInt8](repeating: 1, count: 256)
    let written = try body { writer in long.withUnsafeBytes { writer.writeBigInt(littleEndianTwosComplement: $0) } }
    #expect(Array(written.prefix(5)) == [0x8B, 0, 1, 0, 0])
  }

  @Test("sizes above 4 GiB take eight bytes")
  func longSizes() throws {
    #expect(try body { $0.writeSize(.shortBinBytes, .binBytes, .binBytes8, 255) } == [0x43, 255])
    #expect(try body { $0.writeSize(.shortBinBytes, .binBytes, .binBytes8, 0xFFFF_FFFF) } == [0x42, 255, 255, 255, 255])
    #expect(
      try body { $0.writeSize(.shortBinUnicode, .binUnicode, .binUnicode8, 1 << 32) } == [0x8D, 0, 0, 0, 0, 1, 0, 0, 0])
    #expect(try body { $0.writeSize(nil, nil, .byteArray8, 3) } == [0x96, 3, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test("without an identity nothing is memoized")
  func anonymous() throws {
    #expect(try body { $0.writeString("ab") } == [0x8C, 2, 0x61, 0x62])
    #expect(try body { $0.beginList(identity: nil) } == [0x5D])
  }

  @Test("a persistent identifier stands before its opcode")
  func persistent() throws {
    #expect(try body { $0.writeInt(7); $0.writePersistentID() } == [0x4B, 7, 0x51])
  }

  @Test("a name is written once, and its module once for all its names")
  func globals() throws {
    let written = try body {
      $0.writeGlobal(module: "m", name: "a")
      $0.writeGlobal(module: "m", name: "b")
      $0.writeGlobal(module: "m", name: "a")
    }
    let first: [UInt8] = [0x8C, 1, 0x6D, 0x94, 0x8C, 1, 0x61, 0x94, 0x93, 0x94]
    #expect(written == first + [0x68, 0, 0x8C, 1, 0x62, 0x94, 0x93, 0x94, 0x68, 2])
  }

  @Test("a class is referred to by its identity where it has one")
  func globalsWithIdentity() throws {
    let (first, second) = (Tree(.none), Tree(.none))
    let written = try body {
      $0.writeGlobal(module: "m", name: "a", identity: ObjectIdentifier(first))
      $0.writeGlobal(module: "m", name: "a", identity: ObjectIdentifier(second))
      #expect($0.writeReference(to: ObjectIdentifier(first)))
      $0.keepAlive(first)
      $0.keepAlive(second)
    }
    let named: [UInt8] = [0x8C, 1, 0x6D, 0x94, 0x8C, 1, 0x61, 0x94, 0x93, 0x94]
    #expect(written == named + [0x68, 0, 0x68, 1, 0x93, 0x94, 0x68, 2])
  }

  @Test("a message that memory does not hold is an error, and the next one is not")
  func outOfMemory() throws {
    let writer = PickleWriter()
    writer.begin()
    writer.beginList(identity: nil)
    #expect(!writer.reserve(1 << 60))
    writer.writeInt(1)
    let error = #expect(throws: PickleError.self) { try writer.finish() }
    #expect(error?.reason == .outOfMemory)
    #expect(try pickle(Tree(7), with: writer) == [0x80, 5, 0x4B, 7, UInt8(ascii: ".")])
  }

  @Test("the next message knows nothing of the last")
  func reuse() throws {
    let writer = PickleWriter()
    let list = Tree(.list, [Tree("same"), Tree(.global(module: "m", name: "n"))])
    let first = try pickle(list, with: writer)
    for _ in 0..<3 { #expect(try pickle(list, with: writer) == first) }
    let large = Tree(.list, (0..<200_000).map { Tree("item \($0)") })
    let largeMessage = try pickle(large, with: writer)
    #expect(try pickle(large, with: writer) == largeMessage)
    #expect(try pickle(list, with: writer) == first)
  }

  @Test("a temporary kept alive cannot lend its identity to another object")
  func temporaries() throws {
    let writer = PickleWriter()
    writer.begin()
    var seen: Set<ObjectIdentifier> = []
    for value in 0..<100 {
      let temporary = Tree(value)
      writer.keepAlive(temporary)
      seen.insert(ObjectIdentifier(temporary))
    }
    #expect(seen.count == 100)
    _ = try writer.finish()
  }

  @Test("frames are full, and large data stands between them")
  func frames() throws {
    let writer = PickleWriter()
    writer.begin()
    for value in 0..<100_000 { writer.writeInt(value) }
    let large = [UInt8](repeating: 7, count: 1 << 16)
    large.withUnsafeBytes { writer.writeBytes($0) }
    let message = Array(try writer.finish())

    var position = 2
    var frames: [Int] = []
    while message[position] == Opcode.frame.rawValue {
      let size = (0..<8).reduce(0) { $0 | Int(message[position + 1 + $1]) << (8 * $1) }
      frames.append(size)
      position += 9 + size
    }
    #expect(frames.dropLast().allSatisfy { (65536..<65546).contains($0) })
    #expect(frames.count == 6)
    #expect(Array(message[position...].prefix(5)) == [0x42, 0, 0, 1, 0])
    #expect(message.count == position + 5 + large.count + 1)
  }
}
