// Weak references, and who is told when their targets go.
import Synchronization

/// A `weakref.ref`.
final class WeakReference: TypedObject {
  private(set) weak var target: Object?
  /// The hash of the target, once somebody has asked for it.
  var knownHash: Int?
  /// What is called with the reference when the target goes; None for nothing.
  private(set) var callback = Value.none

  init(_ type: TypeObject, _ target: Object) {
    self.target = target
    super.init(type)
  }

  /// Has a function called when the target goes, unless the reference has gone before.
  func watch(_ target: Object, _ callback: Value) {
    self.callback = callback
    Watchers.add(self, to: target)
  }

  /// Lets go of a target that is about to be collected.
  func forget() {
    target = nil
  }

  /// Calls the function; an exception in it is reported and ignored, as Python does.
  func callBack() {
    let interpreter = type.interpreter
    let callback = callback
    self.callback = .none
    interpreter.detached { f in
      do throws(Raised) {
        _ = try f.call(callback, .object(self))
      } catch {
        interpreter.reportUnraisable(error.exception, in: callback)
      }
    }
  }

  var value: Value { target.map { .object($0) } ?? .none }
}

/// The references that call somebody, by their targets.
///
/// One table for the program: a target that goes need not know its interpreter.
enum Watchers {
  /// The table keeps no reference alive. Each belongs to the thread of its interpreter, as its target does.
  private struct Watcher: @unchecked Sendable {
    weak var reference: WeakReference?
  }

  private static let table = Mutex<[ObjectIdentifier: [Watcher]]>([:])

  static func add(_ reference: WeakReference, to target: Object) {
    target.isWatched = true
    let watcher = Watcher(reference: reference)
    table.withLock { $0[ObjectIdentifier(target), default: []].append(watcher) }
  }

  /// Has nobody told when an object goes.
  static func forget(_ target: Object) {
    target.isWatched = false
    table.withLock { $0[ObjectIdentifier(target)] = nil }
  }

  /// Calls the functions of the references to an object that is going, the latest reference first.
  @inline(never)
  static func tell(_ target: Object) {
    target.isWatched = false
    let target = ObjectIdentifier(target)
    for watcher in (table.withLock { $0.removeValue(forKey: target) } ?? []).reversed() {
      watcher.reference?.callBack()
    }
  }
}

extension Frame {
  /// Whether Python allows weak references to such an object.
  func isReferable(_ object: Object) -> Bool {
    switch object.kind {
    case .function, .boundMethod, .type, .module, .set, .frozenSet, .generator: true
    case .builtin: !unsafeDowncast(object, to: Builtin.self).isMethod
    case .instance, .exception, .native: isReferable(types.type(of: .object(object)))
    default: false
    }
  }

  private func isReferable(_ type: TypeObject) -> Bool {
    guard type.isHeapType else {
      return type !== types.object && !type.isException && !Self.unreferable.contains(type.messageName)
    }
    if [types.int, types[.tuple], types[.bytes]].contains(where: { type.isSubtype(of: $0) }) { return false }
    return type.mro.contains {
      $0.isHeapType ? $0.slotNames?.contains("__weakref__") ?? true : $0 === type.nativeBase && isReferable($0)
    }
  }

  /// Native types without room for a reference to who refers to them.
  private static let unreferable: Set<String> = [
    "collections.defaultdict", "complex", "dict", "float", "frame", "list", "mappingproxy", "operator.attrgetter",
    "operator.itemgetter", "operator.methodcaller", "re.Match", "str", "types.SimpleNamespace", "types.UnionType",
    "weakref.ReferenceType",
  ]
}
