// Sets and frozen sets.

/// A `set` or, by its kind, a `frozenset`.
public final class SetObject: Object {
  public internal(set) var table = SetTable()
  /// A frozen set's hash once computed.
  var cachedHash: Int?

  public init(frozen: Bool = false) {
    super.init(kind: frozen ? .frozenSet : .set)
  }
}
