// Positions in source text. Everything that the syntax tree holds carries one of these ranges.

/// A half-open range of UTF-8 byte offsets into a ``SourceFile``.
public struct SourceRange: Sendable, Hashable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset past the last byte.
  public var end: Int32

  public init(_ start: Int, _ end: Int) {
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(Int(Swift.min(start, other.start)), Int(Swift.max(end, other.end)))
  }
}
