// An undo log for each process: what makes a group of stores happen wholly or not at all, however its process dies.

/// The undo log in a process's slot. Before a word of a shared structure changes, its old value goes here; emptying the
/// log is the commit. Whoever takes over a lock of a dead process first restores what the log holds.
///
///     +0   count        entries that are valid
///     +8   guard        address of the word whose change is the commit, or 0
///     +16  guard value  what that word held
///     +24  entries      (address | 1 for a 32-bit word, old value) × 96
///
/// Stores of one process become visible in order, and a killed process has either executed a store or not; so it is
/// enough that an entry is complete before the count includes it, and that the count includes it before the word
/// changes.
///
/// Readers without the lock may see what is undone later: they decide nothing before they have looked again under it,
/// except by a word whose store is itself the commit.
struct Journal {
  let base: UnsafeMutableRawPointer

  static let capacity = 96
  static let size = 24 + capacity * 16

  @inline(__always) var count: Word64 { Word64(base) }
  @inline(__always) var guardAddress: Word64 { Word64(base + 8) }
  @inline(__always) var guardValue: Word64 { Word64(base + 16) }

  /// Sets a 64-bit word of the structure whose lock is held.
  @inline(__always)
  func set(_ word: Word64, _ value: UInt64) {
    record(UInt64(UInt(bitPattern: word.pointer)), word.value)
    word.store(value)
  }

  /// Sets a 32-bit word of the structure whose lock is held.
  @inline(__always)
  func set(_ word: Word32, _ value: UInt32) {
    record(UInt64(UInt(bitPattern: word.pointer)) | 1, UInt64(word.value))
    word.store(value)
  }

  /// Makes the coming store to `word` the commit: had it happened when the process died, nothing is undone. It must be
  /// the section's first step, and the store its last.
  @inline(__always)
  func commits(by word: Word64) {
    guardValue.store(word.value)
    guardAddress.store(UInt64(UInt(bitPattern: word.pointer)))
  }

  @inline(__always)
  private func record(_ tagged: UInt64, _ old: UInt64) {
    let index = count.value
    precondition(index < UInt64(Journal.capacity), "a section writes more words than the journal holds")
    let entry = base + 24 + Int(index) &* 16
    Word64(entry).value = tagged
    Word64(entry + 8).store(old)
    count.store(index &+ 1)
  }

  /// Makes what was set final.
  @inline(__always)
  func commit() {
    count.store(0)
    guardAddress.store(0)
  }

  /// Restores what was set; nothing when the guarding word shows that it was final. May be cut short and begun again.
  func rollBack() {
    let guarding = guardAddress.value
    if guarding != 0, let address = UnsafeMutableRawPointer(bitPattern: UInt(guarding)),
      Word64(address).load() != guardValue.value
    {
      return commit()
    }
    var index = count.load()
    while index > 0 {
      let entry = base + 24 + Int(index - 1) * 16
      let tagged = Word64(entry).value
      let old = Word64(entry + 8).value
      let address = UnsafeMutableRawPointer(bitPattern: UInt(tagged & ~1)).unsafelyUnwrapped
      if tagged & 1 == 1 { Word32(address).store(UInt32(truncatingIfNeeded: old)) } else { Word64(address).store(old) }
      index -= 1
      count.store(index)
    }
    guardAddress.store(0)
  }
}
