// `str + str`, in time proportional to the right operand when a text grows in a loop.
import Glibc

/// Memory that a growing text shares with the texts it grew from.
///
/// ```
///  base ──▶ | units of all sharers … |      spare      |
///                                    ▲ used            ▲ capacity, in bytes
/// ```
///
/// Whoever ends at `used` may be continued in place: what stands before never changes, so the others see nothing.
final class GrowingUnits {
  let base: UnsafeMutableRawPointer
  let capacity: Int
  var used: Int

  init(capacity: Int) {
    base = Str.allocate(capacity)
    self.capacity = capacity
    used = 0
  }

  deinit {
    free(base)
  }
}

extension Str {
  /// From this size on, in bytes, a text that is concatenated repeatedly gets spare room.
  private static let growingSize = 128

  private var byteCount: Int { count * Int(width.rawValue) }

  /// Both texts, one after the other.
  public static func + (a: Str, b: Str) -> Str {
    if a.count == 0 { return b }
    if b.count == 0 { return a }
    let width: Width = a.width == .four || b.width == .four ? .four : .one
    let count = a.count + b.count
    let isASCII = a.isASCII && b.isASCII
    if a.isConcatenation, a.width == width, a.byteCount >= growingSize {
      return a.continued(by: b, count: count, isASCII: isASCII)
    }
    let sum = Str(unwritten: count, width: width, isASCII: isASCII, isConcatenation: true)
    a.copy(to: sum.units, as: width)
    b.copy(to: sum.units + a.count * Int(width.rawValue), as: width)
    return sum
  }

  private func continued(by next: Str, count: Int, isASCII: Bool) -> Str {
    let unit = Int(width.rawValue)
    let end = self.count * unit
    var owner = self.owner
    if owner == nil || owner!.used != end || owner!.capacity < count * unit {
      let larger = GrowingUnits(capacity: count * unit * 2)
      memcpy(larger.base, units, end)
      owner = larger
    }
    next.copy(to: owner!.base + end, as: width)
    owner!.used = count * unit
    return Str(sharing: owner!, count: count, width: width, isASCII: isASCII)
  }

  /// Writes the units at a width that is no less than the text's own.
  func copy(to target: UnsafeMutableRawPointer, as width: Width) {
    if width == self.width {
      memcpy(target, units, byteCount)
    } else {
      copyWide(to: target.bindMemory(to: UInt32.self, capacity: count))
    }
  }

  /// The text `times` over.
  func repeated(_ times: Int) -> Str {
    if times <= 0 || count == 0 { return Str.empty }
    if times == 1 { return self }
    let size = byteCount
    let total = size * times
    let text = Str(unwritten: count * times, width: width, isASCII: isASCII)
    let target = text.units
    if size == 1 {
      memset(target, Int32(narrow[0]), total)
    } else {
      // Doubles what is there, so that the copies are few and large.
      memcpy(target, units, size)
      var done = size
      while done < total {
        let next = min(done, total - done)
        memcpy(target + done, target, next)
        done += next
      }
    }
    return text
  }
}
