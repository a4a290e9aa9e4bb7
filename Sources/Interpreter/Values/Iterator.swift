// Iterators written in Swift.
import CPosixShim

/// Yields values one by one; the base of every built-in iterator. Subclasses override `next` and, where Python names
/// the type, `typeName`.
open class Iterator: Object {
  public init() {
    super.init(kind: .iterator)
  }

  /// The next value, nil at the end and ever after.
  open func next(_ f: Frame) throws(Raised) -> Value? {
    nil
  }

  /// The next value, for an iterator that is made around this one.
  @inline(__always)
  final func pull(_ f: Frame) throws(Raised) -> Value? {
    try f.checkNativeStack()
    return try next(f)
  }

  /// Whether all values are tuples of two, which `nextPair` gives without making tuples.
  var yieldsPairs: Bool { false }

  /// The members of the next value; only where `yieldsPairs`.
  func nextPair(_ f: Frame) throws(Raised) -> (Value, Value)? {
    preconditionFailure("\(typeName) yields no pairs")
  }

  /// The name that `type(it).__name__` shows.
  open var typeName: String { "iterator" }

  /// How many values are left, where that is known without consuming any.
  open var remaining: Int? { nil }
}

/// An iterator that is made around another one. Scripts make rows of such of any length.
class AdaptingIterator: Iterator {
  /// The other one; nil once nothing is to be taken from it any more.
  final var source: Iterator?

  init(_ source: Iterator?) {
    self.source = source
  }

  deinit {
    if ppd_stack_is_low() { LateReleases.add { $0 = [Value(source)]; source = nil } }
  }

  /// The next value of the other one.
  @inline(__always)
  final func pullSource(_ f: Frame) throws(Raised) -> Value? {
    try source?.pull(f)
  }
}

/// Yields what a closure yields.
final class ClosureIterator: Iterator {
  private let name: String
  private let body: (Frame) throws(Raised) -> Value?

  init(_ name: String, _ body: @escaping (Frame) throws(Raised) -> Value?) {
    self.name = name
    self.body = body
  }

  override func next(_ f: Frame) throws(Raised) -> Value? {
    try body(f)
  }

  override var typeName: String { name }
}
