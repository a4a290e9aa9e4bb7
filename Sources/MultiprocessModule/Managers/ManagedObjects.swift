// The objects that a server has for its clients.
import Interpreter
import Multiprocess

/// An object and who may do what with it.
final class ManagedObject {
  let number: Int
  let value: Value
  /// The methods that clients may call, with their names interned.
  var exposed: [String: Str]
  /// Methods whose results stay in the server, with the type under which they do.
  var methodTypes: Dict?
  /// How many proxies there are.
  var holderCount = 0

  init(number: Int, value: Value, exposed: [String: Str], methodTypes: Dict?) {
    self.number = number
    self.value = value
    self.exposed = exposed
    self.methodTypes = methodTypes
  }

  /// By what clients name it: its number, as CPython's ids in hexadecimal.
  var id: String { String(number, radix: 16) }
}

/// All of them, by id. An object is in the table while somebody holds it.
struct ManagedObjects {
  private var byNumber: [Int: ManagedObject] = [:]
  private var numbers: [ObjectIdentifier: Int] = [:]
  private var lastNumber = 0x1000

  var count: Int { byNumber.count }
  var all: [ManagedObject] { byNumber.values.sorted { $0.number < $1.number } }

  subscript(number: Int) -> ManagedObject? { byNumber[number] }
  subscript(id: Str) -> ManagedObject? { Int(id.string, radix: 16).flatMap { byNumber[$0] } }

  /// The entry of an object, which nobody holds yet if it is new. The same object has one entry, with what was exposed
  /// of it last.
  mutating func enter(_ value: Value, exposed: [String: Str], methodTypes: Dict?) -> ManagedObject {
    if let object = value.object, let number = numbers[ObjectIdentifier(object)], let known = byNumber[number] {
      known.exposed = exposed
      known.methodTypes = methodTypes
      return known
    }
    lastNumber += 1
    let made = ManagedObject(number: lastNumber, value: value, exposed: exposed, methodTypes: methodTypes)
    byNumber[made.number] = made
    if let object = value.object { numbers[ObjectIdentifier(object)] = made.number }
    return made
  }

  func hold(_ object: ManagedObject) { object.holderCount += 1 }

  /// Counts one holder fewer. The object goes with its last one, when the caller lets go of what is returned.
  mutating func letGo(_ object: ManagedObject) -> ManagedObject? {
    object.holderCount -= 1
    if object.holderCount > 0 { return nil }
    byNumber[object.number] = nil
    if let value = object.value.object { numbers[ObjectIdentifier(value)] = nil }
    return object
  }
}
