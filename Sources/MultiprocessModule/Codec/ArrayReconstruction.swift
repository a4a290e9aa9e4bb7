// `array.array` as CPython pickles it: the items as bytes, in the format of the machine that wrote them.
import Interpreter

/// How the items of a pickled array stand in its bytes.
private struct ItemFormat {
  enum Kind {
    case unsigned, signed, float, text
  }

  let kind: Kind
  /// Bytes of an item.
  let size: Int
  let isBigEndian: Bool

  /// The format of a code: 8-bit integers have one code each, all others one for each order of bytes.
  init?(code: Int) {
    let sized: [(Kind, Int)] = [
      (.unsigned, 2), (.signed, 2), (.unsigned, 4), (.signed, 4), (.unsigned, 8), (.signed, 8), (.float, 4), (.float, 8), (.text, 2),
      (.text, 4),
    ]
    switch code {
    case 0, 1: (kind, size, isBigEndian) = (code == 0 ? .unsigned : .signed, 1, false)
    case 2..<2 + 2 * sized.count: (kind, size, isBigEndian) = (sized[code / 2 - 1].0, sized[code / 2 - 1].1, code % 2 == 1)
    default: return nil
    }
  }

  /// The bits of an item.
  private func bits(_ item: ArraySlice<UInt8>) -> UInt64 {
    (isBigEndian ? Array(item) : item.reversed()).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The items, as values that an array of any kind takes.
  func items(_ bytes: [UInt8]) -> Value {
    let all = stride(from: 0, to: bytes.count, by: size).map { bits(bytes[$0..<$0 + size]) }
    switch kind {
    case .unsigned: return .list(ContiguousArray(all.map(Value.integer)))
    case .signed:
      let unused = 64 - 8 * size
      return .list(ContiguousArray(all.map { .int(Int(Int64(bitPattern: $0 << unused) >> unused)) }))
    case .float:
      let numbers = all.map { size == 4 ? Double(Float(bitPattern: UInt32($0))) : Double(bitPattern: $0) }
      return .list(ContiguousArray(numbers.map { .float($0) }))
    case .text:
      if size == 2 { return .text(String(decoding: all.map { UInt16($0) }, as: UTF16.self)) }
      return .text(String(String.UnicodeScalarView(all.map { Unicode.Scalar(UInt32($0)) ?? "\u{fffd}" })))
    }
  }
}

extension Replacement {
  /// `array._array_reconstructor(type, typecode, format, bytes)`.
  static func reconstructArray(_ f: Frame, _ arguments: ContiguousArray<Value>) throws(Raised) -> Value {
    guard arguments.count == 4, let type = arguments[0].type, type.name.string == "array", type.moduleName.string == "array",
      arguments[1].str != nil, case .int(let code) = arguments[2], let format = ItemFormat(code: code),
      let bytes = arguments[3].bytes?.bytes, bytes.count % format.size == 0
    else { throw f.unpicklingError("an array of a format that there is not") }
    return try f.call(arguments[0], arguments[1], format.items(bytes))
  }
}

extension Value {
  fileprivate static func integer(_ bits: UInt64) -> Value {
    if let small = Int(exactly: bits) { return .int(small) }
    return withUnsafeBytes(of: (bits.littleEndian, UInt8(0))) { .integer(littleEndianTwosComplement: UnsafeRawBufferPointer(rebasing: $0[..<9])) }
  }
}
