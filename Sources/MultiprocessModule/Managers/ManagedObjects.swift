// The objects that a server has for its clients.
import Interpreter
import Multiprocess

/// An object and who may do what with it.
final class ManagedObject {
  let id: String
  let value: Value
  /// The methods that clients may call.
  var exposed: Set<String>
  /// Methods whose results stay in the server, with the type under which they do.
  var methodTypes: Dict?
  /// How many proxies there are.
  var holderCount = 0

  init(id: String, value: Value, exposed: Set<String>, methodTypes: Dict?) {
    self.id = id
    self.value = value
    self.exposed = exposed
    self.methodTypes = methodTypes
  }
}

/// All of them, by id. An object is in the table while somebody holds it.
struct ManagedObjects {
  private var byID: [String: ManagedObject] = [:]
  private var ids: [ObjectIdentifier: String] = [:]
  private var lastNumber = 0

  var count: Int { byID.count }
  var all: [ManagedObject] { byID.values.sorted { $0.id < $1.id } }

  subscript(id: String) -> ManagedObject? { byID[id] }

  /// The entry of an object, which nobody holds yet if it is new. The same object has one entry, with what was exposed
  /// of it last.
  mutating func enter(_ value: Value, exposed: Set<String>, methodTypes: Dict?) -> ManagedObject {
    if let object = value.object, let id = ids[ObjectIdentifier(object)], let known = byID[id] {
      known.exposed = exposed
      known.methodTypes = methodTypes
      return known
    }
    lastNumber += 1
    let made = ManagedObject(id: String(0x1000 + lastNumber, radix: 16), value: value, exposed: exposed, methodTypes: methodTypes)
    byID[made.id] = made
    if let object = value.object { ids[ObjectIdentifier(object)] = made.id }
    return made
  }

  func hold(_ object: ManagedObject) { object.holderCount += 1 }

  /// Counts one holder fewer. The object goes with its last one, when the caller lets go of what is returned.
  mutating func letGo(_ object: ManagedObject) -> ManagedObject? {
    object.holderCount -= 1
    if object.holderCount > 0 { return nil }
    byID[object.id] = nil
    if let value = object.value.object { ids[ObjectIdentifier(value)] = nil }
    return object
  }
}
