// Why a message could not be read or written, and where.

/// A message that is not a well-formed pickle, or that did not fit into memory.
public struct PickleError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// The message ends before its STOP, or inside an argument.
    case truncated
    case unknownOpcode(UInt8)
    case unsupportedProtocol(Int)
    /// An opcode takes more values than there are above the last MARK.
    case stackUnderflow
    case missingMark
    case missingMemo(index: Int)
    /// An argument is not what its opcode says; the text names what was expected.
    case badArgument(expected: String)
    /// The text of a string is not UTF-8 (lone surrogates are allowed).
    case invalidUTF8
    /// Keys and values do not come in pairs.
    case oddItems
    /// A feature that needs an agreement between the two programs; the text names it.
    case unsupported(String)
    case outOfMemory
  }

  public var reason: Reason
  /// Bytes from the start of the message to the opcode at fault.
  public var offset: Int

  @inlinable
  public init(_ reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

extension PickleError: CustomStringConvertible {
  public var description: String { "\(reason) at byte \(offset)" }
}

extension PickleError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .truncated: "pickle data was truncated"
    case .unknownOpcode(let byte): "unknown pickle opcode 0x" + String(byte, radix: 16)
    case .unsupportedProtocol(let version): "unsupported pickle protocol: \(version)"
    case .stackUnderflow: "pickle takes more values than it has made"
    case .missingMark: "pickle has no MARK where one is needed"
    case .missingMemo(let index): "no memo value at index \(index)"
    case .badArgument(let expected): "pickle argument is not \(expected)"
    case .invalidUTF8: "pickled text is not UTF-8"
    case .oddItems: "odd number of items for a dict"
    case .unsupported(let feature): "\(feature) in a pickle"
    case .outOfMemory: "out of memory for a pickle"
    }
  }
}
