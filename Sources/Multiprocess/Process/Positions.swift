// Where each process is in its script, and the names of the files that positions mention.
import CPosixShim
import Glibc

extension Runtime {
  /// Where the program notes the line that this process executes: a file's number in the upper 32 bits, the line in the
  /// lower. A plain store; the reports read it. Another address in each process: ask again in a child.
  public static var position: UnsafeMutablePointer<UInt64> { me.position.pointer }

  /// A bit of `position` that says: this is where the process runs, noted because somebody wanted to know.
  public static let positionWasRequested: UInt64 = 1 << 31

  /// Sends a signal to the processes that run, which is to have them note their positions, and waits a moment, at most
  /// 50 ms, until they have. One that does something long without a look at its signals does not answer.
  public static func requestPositions(by signal: Int32) {
    var asked: [ProcessSlot] = []
    ProcessTable.forEachSlot { _, slot in
      guard !slot.isDead, slot.pid.value != UInt32(getpid()), slot.state == .running || slot.state == .outside else { return }
      let position = slot.position.load()
      if position & positionWasRequested != 0 { _ = slot.position.compareExchange(position, 0) }
      if kill(Int32(slot.pid.value), signal) == 0 { asked.append(slot) }
    }
    for _ in 0..<50 {
      asked.removeAll { $0.isDead || $0.position.load() & positionWasRequested != 0 }
      if asked.isEmpty { return }
      usleep(1000)
    }
  }

  /// The number of a file for positions; the same in every process, whoever asked first. 0 when the arena is full.
  public static func number(ofFile file: String) -> UInt32 {
    if let known = section(arena.registryLock, { _ in numberOfKnownFile(file) }) { return known }
    guard let block = try? Heap.allocate(16 + file.utf8.count) else { return 0 }
    let known = section(arena.registryLock) { journal in
      // Another process may have entered it meanwhile.
      if let known = numberOfKnownFile(file) { return known as UInt32? }
      let last = Block(address: arena.nameTable.value)
      let number = (last.map { Word32($0.content + 8).value } ?? 0) + 1
      Word64(block.content).value = arena.nameTable.value
      Word32(block.content + 8).value = number
      Word32(block.content + 12).value = UInt32(file.utf8.count)
      UnsafeMutableRawBufferPointer(start: block.content + 16, count: file.utf8.count).copyBytes(from: file.utf8)
      block.ceaseOwned(by: me, journal)
      journal.set(arena.nameTable, block.address)
      return nil
    }
    guard let known else { return Word32(block.content + 8).value }
    Heap.free(block)
    return known
  }

  /// The file of a number; empty when unknown.
  static func file(ofNumber number: UInt32) -> String {
    section(arena.registryLock) { _ in files { known, _ in known == number }?.1 ?? "" }
  }

  private static func numberOfKnownFile(_ file: String) -> UInt32? { files { _, name in name == file }?.0 }

  private static func files(where matches: (UInt32, String) -> Bool) -> (UInt32, String)? {
    var block = Block(address: arena.nameTable.load())
    while let entry = block {
      let count = Int(Word32(entry.content + 12).value)
      let name = String(decoding: UnsafeRawBufferPointer(start: entry.content + 16, count: count), as: UTF8.self)
      let number = Word32(entry.content + 8).value
      if matches(number, name) { return (number, name) }
      block = Block(address: Word64(entry.content).load())
    }
    return nil
  }
}
