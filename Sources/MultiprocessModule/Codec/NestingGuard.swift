// How deep a peer's message may nest.
import Interpreter

/// Follows how deep the values of a message nest while they are made. A value far deeper than any that scripts make would
/// be let go in a recursion deeper than a request's stack.
final class NestingGuard {
  /// How deep each container is that holds containers.
  private var depths: [ObjectIdentifier: Int] = [:]
  /// Those that stand inside another: what they get from now on makes that one deeper, too.
  private var contained: Set<ObjectIdentifier> = []
  private var deepest = 0
  private var addedLater = 0

  static let limit = 5000

  /// Notes that a value holds others.
  func note(_ container: Value, holds items: some Sequence<Value>, _ f: Frame) throws(Raised) {
    guard let object = container.object else { return }
    var depth = 0
    for item in items {
      guard let inner = item.object, inner.kind != .str, inner.kind != .bytes else { continue }
      depth = max(depth, depths[ObjectIdentifier(inner)] ?? 1)
      contained.insert(ObjectIdentifier(inner))
    }
    if depth == 0 { return }
    let key = ObjectIdentifier(object)
    depths[key] = max(depths[key] ?? 0, depth + 1)
    deepest = max(deepest, depth + 1)
    if contained.contains(key) { addedLater += depth }
    if deepest + addedLater > NestingGuard.limit {
      throw f.unpicklingError("a message nests deeper than \(NestingGuard.limit) levels")
    }
  }
}
