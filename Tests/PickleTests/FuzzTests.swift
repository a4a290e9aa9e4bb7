// Damaged messages: the reader may refuse them or make something of them, and nothing else.

import Testing

@testable import Pickle

@Suite("Pickle under damage")
struct FuzzTests {
  /// Messages of every kind of value, text opcodes included.
  private static func corpus() throws -> [[UInt8]] {
    var random = SplitMix(seed: 1)
    let written = try (0..<60).map { _ in try pickle(Tree.random(&random, depth: 3)) }
    return written + ReaderTests.opcodes.map { $0.message.unicodeScalars.map { UInt8($0.value) } }
  }

  private static func damage(_ message: inout [UInt8], _ corpus: [[UInt8]], _ random: inout SplitMix) {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let position = Int.random(in: 0...message.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where position < message.count: message[position] = UInt8.random(in: 0...255, using: &random)
      case 1 where position < message.count: message[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 2: message.insert(Opcode.allCases.randomElement(using: &random)!.rawValue, at: position)
      case 3: message.removeSubrange(position...)
      case 4 where position < message.count: message.remove(at: position)
      default: message.insert(contentsOf: corpus.randomElement(using: &random)!, at: position)
      }
    }
  }

  @Test("no damaged message does more than fail", arguments: [2, 3, 4, 5] as [UInt64])
  func damaged(seed: UInt64) throws {
    let corpus = try Self.corpus()
    var random = SplitMix(seed: seed)
    let reader = PickleReader(TreeBuilder())
    var (read, refused) = (0, 0)
    for _ in 0..<10_000 {
      var message = corpus.randomElement(using: &random)!
      Self.damage(&message, corpus, &random)
      do {
        _ = try message.withUnsafeBytes { try reader.read($0) }
        read += 1
      } catch let failure as TreeFailure {
        if let error = failure.malformation { #expect((0...message.count).contains(error.offset)) }
        refused += 1
      }
    }
    #expect(read > 100 && refused > 1000)
  }

  @Test("every beginning of a message is truncated, and nothing else")
  func truncated() throws {
    var random = SplitMix(seed: 9)
    for _ in 0..<50 {
      let message = try pickle(Tree.random(&random, depth: 3))
      for length in 0..<message.count {
        let failure = #expect(throws: TreeFailure.self) { try unpickle(Array(message[..<length])) }
        #expect(failure?.malformation?.reason == .truncated)
      }
    }
  }

  @Test("what is written is read back the same")
  func roundTrips() throws {
    var random = SplitMix(seed: 10)
    for _ in 0..<500 {
      let tree = Tree.random(&random, depth: 5)
      let message = try pickle(tree)
      let back = try unpickle(message)
      #expect(back.description == tree.description)
      #expect(try pickle(back) == message)
    }
  }
}
