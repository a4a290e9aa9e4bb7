// The items of a list, dict or set, in batches that a reader can hold.

/// Writes what stands around a container's items: `next` before each item (for a dict, before each key), `end` after
/// the last.
///
/// ```swift
/// writer.beginList(identity: id)
/// var batch = PickleBatch(.list, count: items.count)
/// for item in items {
///   batch.next(writer)
///   encode(item)
/// }
/// batch.end(writer)
/// ```
@frozen
public struct PickleBatch {
  @frozen
  public enum Kind: Sendable {
    case list, dict, set
  }

  @usableFromInline let kind: Kind
  /// A list or dict of one item has an opcode of its own, without MARK.
  @usableFromInline let isSingle: Bool
  @usableFromInline var pending = 0

  /// A batch's most items, as in CPython.
  @inlinable public static var size: Int { 1000 }

  /// `count` is the number of items that will follow.
  @inlinable
  public init(_ kind: Kind, count: Int) {
    self.kind = kind
    self.isSingle = count == 1 && kind != .set
  }

  @inlinable
  public mutating func next(_ writer: PickleWriter) {
    if pending == Self.size { close(writer) }
    if pending == 0 && !isSingle { writer.emit(.mark) }
    pending += 1
    assert(!isSingle || pending == 1, "more items than were said")
  }

  @inlinable
  public mutating func end(_ writer: PickleWriter) {
    if pending > 0 { close(writer) }
  }

  @inlinable
  mutating func close(_ writer: PickleWriter) {
    switch kind {
    case .list: writer.emit(isSingle ? .append : .appends)
    case .dict: writer.emit(isSingle ? .setItem : .setItems)
    case .set: writer.emit(.addItems)
    }
    pending = 0
  }
}
