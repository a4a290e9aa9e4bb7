// What long lists of numbers and truths keep instead of values.
import Glibc

/// The items of a long list that are all of one type and no objects, such as `[0] * n` and `[False] * n`.
///
/// A value takes 16 bytes, half of them to say what it is. Here that stands once: an int or a float takes 8 bytes, a
/// bool takes 1.
final class PackedItems: Object {
  private enum Layout {
    case bools, ints, floats

    /// Bytes an item takes.
    var width: Int { self == .bools ? 1 : 8 }
  }

  let count: Int
  private let layout: Layout
  private let memory: UnsafeMutableRawPointer

  /// The fewest items that are worth it.
  static let minimumCount = 1024

  /// As many items as `count` says, all the same; nil where they are objects or too few.
  init?(repeating item: Value, count: Int) {
    guard count >= PackedItems.minimumCount else { return nil }
    switch item {
    case .bool: layout = .bools
    case .int: layout = .ints
    case .float: layout = .floats
    default: return nil
    }
    // Memory that nothing is written to takes no room as long as it is all zeros.
    guard let memory = calloc(count, layout.width) else { return nil }
    self.memory = memory
    self.count = count
    super.init(kind: .native)
    switch item {
    case .bool(true): bools.update(repeating: true, count: count)
    case .int(let number) where number != 0: ints.update(repeating: number, count: count)
    case .float(let number) where number.bitPattern != 0: floats.update(repeating: number, count: count)
    default: break
    }
  }

  deinit {
    free(memory)
  }

  private var bools: UnsafeMutablePointer<Bool> { memory.assumingMemoryBound(to: Bool.self) }
  private var ints: UnsafeMutablePointer<Int> { memory.assumingMemoryBound(to: Int.self) }
  private var floats: UnsafeMutablePointer<Double> { memory.assumingMemoryBound(to: Double.self) }

  /// The item of an index; nil where that is out of range.
  @inline(__always)
  func item(at index: Int) -> Value? {
    guard index >= 0, index < count else { return nil }
    return switch layout {
    case .bools: .bool(bools[index])
    case .ints: .int(ints[index])
    case .floats: .float(floats[index])
    }
  }

  /// Replaces an item; false where the index is out of range or the new one is of another type.
  @inline(__always)
  func store(_ item: Value, at index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    switch (layout, item) {
    case (.bools, .bool(let truth)): bools[index] = truth
    case (.ints, .int(let number)): ints[index] = number
    case (.floats, .float(let number)): floats[index] = number
    default: return false
    }
    return true
  }

  /// Replaces every `step`-th item from `start` on by all those of `other`; false where they are of another type.
  func store(_ other: PackedItems, from start: Int, step: Int) -> Bool {
    guard layout == other.layout else { return false }
    func copy<Item>(_ items: UnsafeMutablePointer<Item>, from new: UnsafeMutablePointer<Item>) {
      for index in 0..<other.count { items[start + index * step] = new[index] }
    }
    if layout == .bools { copy(bools, from: other.bools) } else { copy(ints, from: other.ints) }
    return true
  }
}
