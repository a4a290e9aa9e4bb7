// A stable sort of ranks by their digests: from the lowest byte to the highest, skipping bytes that are all the same.

enum RadixSort {
  /// Up to so many ranks, inserting one after the other is quicker.
  private static let mostInserted = 48

  static func sort(_ ranks: inout ContiguousArray<Ranked>) {
    ranks.withUnsafeMutableBufferPointer { buffer in
      if isSorted(buffer) { return }
      if buffer.count <= mostInserted { insertionSort(buffer) } else { byteSort(buffer) }
    }
  }

  private static func isSorted(_ ranks: UnsafeMutableBufferPointer<Ranked>) -> Bool {
    var index = 1
    while index < ranks.count, ranks[index - 1].digest <= ranks[index].digest { index += 1 }
    return index >= ranks.count
  }

  private static func insertionSort(_ ranks: UnsafeMutableBufferPointer<Ranked>) {
    for position in 1..<ranks.count {
      let pivot = ranks[position]
      var hole = position
      while hole > 0, ranks[hole - 1].digest > pivot.digest {
        ranks[hole] = ranks[hole - 1]
        hole -= 1
      }
      ranks[hole] = pivot
    }
  }

  private static func byteSort(_ ranks: UnsafeMutableBufferPointer<Ranked>) {
    let count = ranks.count
    let scratch = UnsafeMutablePointer<Ranked>.allocate(capacity: count)
    // How often each value of each byte occurs, then where the next rank with that value goes.
    let table = UnsafeMutablePointer<Int>.allocate(capacity: 8 * 256)
    table.initialize(repeating: 0, count: 8 * 256)
    for index in 0..<count {
      for byte in 0..<8 { table[byte * 256 + digit(ranks[index], byte)] += 1 }
    }
    var source = ranks.baseAddress!
    var target = scratch
    for byte in 0..<8 {
      let places = table + byte * 256
      if places[digit(source[0], byte)] == count { continue }
      var next = 0
      for value in 0..<256 {
        let occurrences = places[value]
        places[value] = next
        next += occurrences
      }
      for index in 0..<count {
        let value = digit(source[index], byte)
        target[places[value]] = source[index]
        places[value] += 1
      }
      swap(&source, &target)
    }
    if source == scratch { ranks.baseAddress!.update(from: scratch, count: count) }
    table.deallocate()
    scratch.deallocate()
  }

  @inline(__always)
  private static func digit(_ rank: Ranked, _ byte: Int) -> Int {
    Int(truncatingIfNeeded: rank.digest >> UInt64(truncatingIfNeeded: byte &* 8)) & 0xff
  }
}
