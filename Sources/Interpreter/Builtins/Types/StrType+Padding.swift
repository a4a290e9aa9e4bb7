// `str`'s methods that pad, expand and translate.
import Glibc

extension StrType {
  static func definePadding(_ t: TypeBuilder) {
    t.method("center", "self, width, fillchar=, /", .three(center))
    t.method("ljust", "self, width, fillchar=, /", .three(ljust))
    t.method("rjust", "self, width, fillchar=, /", .three(rjust))
    t.method("zfill", "self, width, /", .two(zfill))
    t.method("expandtabs", "self, /, tabsize=", .two(expandtabs))
  }

  // MARK: Padding

  private static func center(_ f: Frame, _ this: Value, _ width: Value, _ fill: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let padding = try paddingCount(f, text, width)
    let left = leftPadding(ofCentered: padding, width: text.count + padding)
    return .object(pad(text, left, padding - left, try fillCharacter(f, fill)))
  }

  private static func ljust(_ f: Frame, _ this: Value, _ width: Value, _ fill: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    return .object(pad(text, 0, try paddingCount(f, text, width), try fillCharacter(f, fill)))
  }

  private static func rjust(_ f: Frame, _ this: Value, _ width: Value, _ fill: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    return .object(pad(text, try paddingCount(f, text, width), 0, try fillCharacter(f, fill)))
  }

  /// How much of the padding of a centred text goes to the left: the odd one does in an odd width.
  static func leftPadding(ofCentered padding: Int, width: Int) -> Int {
    padding / 2 + (padding & width & 1)
  }

  private static func paddingCount(_ f: Frame, _ text: Str, _ width: Value) throws(Raised) -> Int {
    let width = try f.index(width)
    if width <= text.count { return 0 }
    try f.checkMemory(width, times: 4)
    return width - text.count
  }

  private static func fillCharacter(_ f: Frame, _ value: Value) throws(Raised) -> UInt32 {
    if value.isUnbound { return 0x20 }
    guard let text = value.payload.str else {
      throw f.typeError("The fill character must be a unicode character, not \(f.typeName(value))")
    }
    if text.count != 1 { throw f.typeError("The fill character must be exactly one character long") }
    return text[0]
  }

  /// The text with so many `fill` characters on its left and on its right.
  static func pad(_ text: Str, _ left: Int, _ right: Int, _ fill: UInt32) -> Str {
    if left <= 0 && right <= 0 { return text }
    if text.isASCII && fill < 0x80 {
      return Str(narrowCount: left + text.count + right, isASCII: true) { target in
        memset(target, Int32(fill), left)
        memcpy(target + left, text.units, text.count)
        memset(target + left + text.count, Int32(fill), right)
      }
    }
    var builder = StrBuilder(capacity: left + text.count + right)
    builder.append(fill, times: left)
    builder.append(text)
    builder.append(fill, times: right)
    return builder.finish()
  }

  private static func zfill(_ f: Frame, _ this: Value, _ width: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let padding = try paddingCount(f, text, width)
    if padding == 0 { return .object(text) }
    let hasSign = text.count > 0 && (text[0] == 0x2b || text[0] == 0x2d)
    var builder = StrBuilder(capacity: text.count + padding)
    if hasSign { builder.append(text[0]) }
    builder.append(0x30, times: padding)
    builder.append(text, hasSign ? 1 : 0, text.count)
    return .object(builder.finish())
  }

  // MARK: expandtabs

  private static func expandtabs(_ f: Frame, _ this: Value, _ size: Value) throws(Raised) -> Value {
    let text = try receiver(f, this)
    let size = try tabSize(f, size)
    var builder = StrBuilder(capacity: text.count + 8)
    var column = 0
    for index in 0..<text.count {
      let scalar = text[index]
      if scalar == 9 {
        if size > 0 {
          let spaces = size - column % size
          try f.checkMemory(spaces)
          builder.append(0x20, times: spaces)
          column += spaces
        }
      } else {
        builder.append(scalar)
        column = scalar == 10 || scalar == 13 ? 0 : column + 1
      }
    }
    return .object(builder.finish())
  }

  /// The distance of tab stops, a C int.
  static func tabSize(_ f: Frame, _ value: Value) throws(Raised) -> Int {
    if value.isUnbound { return 8 }
    guard case .int(let size) = try f.integerValue(value), let small = Int32(exactly: size) else {
      throw f.overflowError("Python int too large to convert to C int")
    }
    return Int(small)
  }
}
