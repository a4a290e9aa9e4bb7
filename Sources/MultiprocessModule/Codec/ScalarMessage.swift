// Lone numbers and constants as messages, without the pickle machinery: most messages of a busy queue are one.
import Interpreter
import Pickle

/// The pickle of a lone number or constant: `PROTO 5`, one opcode with its argument, `STOP`. Any reader of pickles takes
/// it, but only the framed form is CPython's own.
enum ScalarMessage {
  /// The longest, in bytes: `LONG1 8` and eight bytes.
  static let capacity = 13
  private static let protocolVersion: UInt8 = 5

  /// Writes the message of a value to `room`, which has place for `capacity` bytes.
  /// - Returns: its length; 0 for a value that is no lone number or constant.
  @inline(__always)
  static func write(_ value: Value, _ room: UnsafeMutableRawPointer) -> Int {
    room.storeBytes(of: Opcode.proto.rawValue, as: UInt8.self)
    room.storeBytes(of: protocolVersion, toByteOffset: 1, as: UInt8.self)
    func end(_ opcode: Opcode, at length: Int) -> Int {
      room.storeBytes(of: opcode.rawValue, toByteOffset: 2, as: UInt8.self)
      room.storeBytes(of: Opcode.stop.rawValue, toByteOffset: length, as: UInt8.self)
      return length + 1
    }
    switch value {
    case .none: return end(.none, at: 3)
    case .bool(let truth): return end(truth ? .newTrue : .newFalse, at: 3)
    case .int(let number):
      if let byte = UInt8(exactly: number) {
        room.storeBytes(of: byte, toByteOffset: 3, as: UInt8.self)
        return end(.binInt1, at: 4)
      }
      if let number = Int32(exactly: number) {
        room.storeBytes(of: number.littleEndian, toByteOffset: 3, as: Int32.self)
        return end(.binInt, at: 7)
      }
      room.storeBytes(of: 8, toByteOffset: 3, as: UInt8.self)
      room.storeBytes(of: number.littleEndian, toByteOffset: 4, as: Int.self)
      return end(.long1, at: 12)
    case .float(let number):
      room.storeBytes(of: number.bitPattern.bigEndian, toByteOffset: 3, as: UInt64.self)
      return end(.binFloat, at: 11)
    default: return 0
    }
  }

  /// The value of a message as `write` makes it; nil for any other.
  @inline(__always)
  static func read(_ message: UnsafeRawBufferPointer) -> Value? {
    guard message.count >= 4, message.count <= capacity, message[0] == Opcode.proto.rawValue,
      message[message.count - 1] == Opcode.stop.rawValue
    else { return nil }
    switch (message[2], message.count) {
    case (Opcode.binInt1.rawValue, 5): return .int(Int(message[3]))
    case (Opcode.binInt.rawValue, 8):
      return .int(Int(Int32(littleEndian: message.loadUnaligned(fromByteOffset: 3, as: Int32.self))))
    case (Opcode.long1.rawValue, 13) where message[3] == 8:
      return .int(Int(littleEndian: message.loadUnaligned(fromByteOffset: 4, as: Int.self)))
    case (Opcode.binFloat.rawValue, 12):
      return .float(Double(bitPattern: UInt64(bigEndian: message.loadUnaligned(fromByteOffset: 3, as: UInt64.self))))
    case (Opcode.none.rawValue, 4): return Value.none
    case (Opcode.newTrue.rawValue, 4): return .bool(true)
    case (Opcode.newFalse.rawValue, 4): return .bool(false)
    default: return nil
    }
  }
}
