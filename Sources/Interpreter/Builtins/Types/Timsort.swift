// A stable, adaptive merge sort (Peters' timsort with Munro and Wild's powersort merge policy) whose comparison may
// raise.

/// What `Timsort` sorts by.
protocol SortOrder {
  /// What moves around; a small stand-in where the members themselves are costly to move.
  associatedtype Element: BitwiseCopyable

  func isLess(_ a: Element, _ b: Element) throws(Raised) -> Bool
}

/// Sorts the memory of an array in place. When a comparison raises, the memory holds the same elements in some order.
struct Timsort<Order: SortOrder> {
  typealias Element = Order.Element
  typealias Run = (start: Int, count: Int, power: Int)

  private let order: Order
  private let base: UnsafeMutablePointer<Element>
  private let count: Int
  /// Sorted stretches that are still to be merged, in order of position.
  private var runs: [Run] = []
  /// How often in succession one run must win before merging gallops through it.
  private var minimumGallop = Timsort.leastGallop
  private var scratch: ContiguousArray<Element> = []

  private static var leastGallop: Int { 7 }

  /// Sorts the elements.
  static func sort(_ elements: inout ContiguousArray<Element>, by order: Order) throws(Raised) {
    if elements.count < 2 { return }
    let count = elements.count
    var failure: Raised?
    elements.withUnsafeMutableBufferPointer { buffer in
      var sort = Timsort(order: order, base: buffer.baseAddress!, count: count)
      do throws(Raised) { try sort.sort() } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private init(order: Order, base: UnsafeMutablePointer<Element>, count: Int) {
    self.order = order
    self.base = base
    self.count = count
  }

  private mutating func sort() throws(Raised) {
    let minimumRun = Timsort.minimumRun(count)
    var start = 0
    while start < count {
      var length = try countRun(from: start)
      if length < minimumRun {
        let forced = min(minimumRun, count - start)
        try insertionSort(start, forced, sorted: length)
        length = forced
      }
      try push(start, length)
      start += length
    }
    while runs.count > 1 {
      var index = runs.count - 2
      if index > 0, runs[index - 1].count < runs[index + 1].count { index -= 1 }
      try mergeRuns(at: index)
    }
  }

  /// Runs shorter than this are filled up by insertion: 32 to 64, such that the number of runs is near a power of two.
  private static func minimumRun(_ count: Int) -> Int {
    var count = count
    var rest = 0
    while count > 64 {
      rest |= count & 1
      count >>= 1
    }
    return count + rest
  }

  /// Length of the run that starts at `start`. A descending one is reversed; equal elements in it keep their order.
  private func countRun(from start: Int) throws(Raised) -> Int {
    var end = start + 1
    while end < count, try !order.isLess(base[end], base[end - 1]) { end += 1 }
    if end == count { return end - start }
    if end - start > 1 {
      // Ascending, unless all elements so far are equal.
      if try order.isLess(base[start], base[end - 1]) { return end - start }
      reverse(start, end)
    }
    end += 1
    var equals = 0
    while end < count {
      if try order.isLess(base[end], base[end - 1]) {
        if equals > 0 { reverse(end - 1 - equals, end) }
        equals = 0
      } else if try order.isLess(base[end - 1], base[end]) {
        break
      } else {
        equals += 1
      }
      end += 1
    }
    if equals > 0 { reverse(end - 1 - equals, end) }
    reverse(start, end)
    while end < count, try !order.isLess(base[end], base[end - 1]) { end += 1 }
    return end - start
  }

  private func reverse(_ start: Int, _ end: Int) {
    var run = UnsafeMutableBufferPointer(start: base + start, count: end - start)
    run.reverse()
  }

  /// Sorts a stretch whose first `sorted` elements are in order.
  private func insertionSort(_ start: Int, _ length: Int, sorted: Int) throws(Raised) {
    let base = base + start
    for position in sorted..<length {
      let pivot = base[position]
      var low = 0
      var high = position
      while low < high {
        let middle = (low + high) / 2
        if try order.isLess(pivot, base[middle]) { high = middle } else { low = middle + 1 }
      }
      var hole = position
      while hole > low {
        base[hole] = base[hole - 1]
        hole -= 1
      }
      base[low] = pivot
    }
  }

  // MARK: Merging

  /// Adds a run, after merging those that powersort's invariant wants merged before it.
  private mutating func push(_ start: Int, _ length: Int) throws(Raised) {
    if let last = runs.last {
      let power = power(last, length)
      while runs.count > 1, runs[runs.count - 2].power > power { try mergeRuns(at: runs.count - 2) }
      runs[runs.count - 1].power = power
    }
    runs.append((start, length, 0))
  }

  /// Depth, in the ideal merge tree, of the boundary between a run and the next one of `length`.
  private func power(_ run: Run, _ length: Int) -> Int {
    var a = 2 * run.start + run.count
    var b = a + run.count + length
    var power = 0
    while true {
      power += 1
      if a >= count {
        a -= count
        b -= count
      } else if b >= count {
        return power
      }
      a <<= 1
      b <<= 1
    }
  }

  private mutating func mergeRuns(at index: Int) throws(Raised) {
    var left = runs[index]
    var right = runs[index + 1]
    runs[index].count += right.count
    runs.remove(at: index + 1)
    // What is in place already at both ends need not move.
    let settled = try gallop(base[right.start], base + left.start, left.count, from: 0, after: true)
    left.start += settled
    left.count -= settled
    if left.count == 0 { return }
    right.count = try gallop(
      base[left.start + left.count - 1], base + right.start, right.count, from: right.count - 1, after: false)
    if right.count == 0 { return }
    if left.count <= right.count {
      try mergeUp(base + left.start, left.count, base + right.start, right.count)
    } else {
      try mergeDown(base + left.start, left.count, base + right.start, right.count)
    }
  }

  /// Where `key` belongs in a run: before its equals or, with `after`, behind them. Looks near `hint` first.
  private func gallop(
    _ key: Element, _ run: UnsafeMutablePointer<Element>, _ count: Int, from hint: Int, after: Bool
  ) throws(Raised) -> Int {
    var low: Int
    var high: Int
    var last = 0
    var offset = 1
    if try isBefore(run[hint], key, after) {
      let most = count - hint
      while offset < most, try isBefore(run[hint + offset], key, after) {
        last = offset
        offset = offset * 2 + 1
      }
      low = hint + last + 1
      high = hint + min(offset, most)
    } else {
      let most = hint + 1
      while offset < most, try !isBefore(run[hint - offset], key, after) {
        last = offset
        offset = offset * 2 + 1
      }
      low = hint - min(offset, most) + 1
      high = hint - last
    }
    while low < high {
      let middle = low + (high - low) / 2
      if try isBefore(run[middle], key, after) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private func isBefore(_ element: Element, _ key: Element, _ after: Bool) throws(Raised) -> Bool {
    after ? try !order.isLess(key, element) : try order.isLess(element, key)
  }

  private mutating func copyToScratch(
    _ run: UnsafeMutablePointer<Element>, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: UnsafeBufferPointer(start: run, count: count))
    // The array stays as it is until the next merge, and so does its memory.
    return scratch.withUnsafeMutableBufferPointer { $0.baseAddress! }
  }

  /// Merges two neighbours from their low ends; the left one, the shorter, waits in the scratch memory.
  private mutating func mergeUp(
    _ left: UnsafeMutablePointer<Element>, _ leftLength: Int, _ right: UnsafeMutablePointer<Element>, _ rightLength: Int
  ) throws(Raised) {
    var a = copyToScratch(left, leftLength)
    var b = right
    var aCount = leftLength
    var bCount = rightLength
    var target = left
    // The gap is always as long as what waits, so this ends the merge and also repairs an interrupted one.
    defer { target.update(from: a, count: aCount) }
    func takeA(_ count: Int) {
      target.update(from: a, count: count)
      target += count
      a += count
      aCount -= count
    }
    func takeB(_ count: Int) {
      target.update(from: b, count: count)
      target += count
      b += count
      bCount -= count
    }
    takeB(1)
    while true {
      var aWins = 0
      var bWins = 0
      while aWins < minimumGallop && bWins < minimumGallop {
        if bCount == 0 || aCount == 0 { return }
        if try order.isLess(b[0], a[0]) {
          takeB(1)
          bWins += 1
          aWins = 0
        } else {
          takeA(1)
          aWins += 1
          bWins = 0
        }
      }
      repeat {
        if bCount == 0 || aCount == 0 { return }
        minimumGallop -= minimumGallop > 1 ? 1 : 0
        aWins = try gallop(b[0], a, aCount, from: 0, after: true)
        takeA(aWins)
        if aCount == 0 { return }
        takeB(1)
        if bCount == 0 { return }
        bWins = try gallop(a[0], b, bCount, from: 0, after: false)
        takeB(bWins)
        if bCount == 0 { return }
        takeA(1)
      } while aWins >= Timsort.leastGallop || bWins >= Timsort.leastGallop
      minimumGallop += 1
    }
  }

  /// Merges two neighbours from their high ends; the right one, the shorter, waits in the scratch memory.
  private mutating func mergeDown(
    _ left: UnsafeMutablePointer<Element>, _ leftLength: Int, _ right: UnsafeMutablePointer<Element>, _ rightLength: Int
  ) throws(Raised) {
    let b = copyToScratch(right, rightLength)
    var aCount = leftLength
    var bCount = rightLength
    // The elements yet to be placed fill `left` up to here.
    var end = left + leftLength + rightLength
    defer { (end - bCount).update(from: b, count: bCount) }
    func takeA(_ count: Int) {
      end -= count
      aCount -= count
      end.update(from: left + aCount, count: count)
    }
    func takeB(_ count: Int) {
      end -= count
      bCount -= count
      end.update(from: b + bCount, count: count)
    }
    takeA(1)
    while true {
      var aWins = 0
      var bWins = 0
      while aWins < minimumGallop && bWins < minimumGallop {
        if aCount == 0 || bCount == 0 { return }
        if try order.isLess(b[bCount - 1], left[aCount - 1]) {
          takeA(1)
          aWins += 1
          bWins = 0
        } else {
          takeB(1)
          bWins += 1
          aWins = 0
        }
      }
      repeat {
        if aCount == 0 || bCount == 0 { return }
        minimumGallop -= minimumGallop > 1 ? 1 : 0
        aWins = aCount - (try gallop(b[bCount - 1], left, aCount, from: aCount - 1, after: true))
        takeA(aWins)
        if aCount == 0 { return }
        takeB(1)
        if bCount == 0 { return }
        bWins = bCount - (try gallop(left[aCount - 1], b, bCount, from: bCount - 1, after: false))
        takeB(bWins)
        if bCount == 0 { return }
        takeA(1)
      } while aWins >= Timsort.leastGallop || bWins >= Timsort.leastGallop
      minimumGallop += 1
    }
  }
}
