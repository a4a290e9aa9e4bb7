// What the dicts of `collections` share. Each is an instance whose payload is a dict, so that everything that takes a
// dict takes them, too.

extension TypeBuilder {
  /// An instance of the class itself with an empty dict.
  func blankDict() {
    blank { _, type throws(Raised) in .object(Instance(type, payload: .object(Dict()))) }
  }
}

extension Frame {
  /// The instance in the `self` of a method of a dict subtype.
  func dictInstance(_ this: Value, _ method: StaticString, of type: String) throws(Raised) -> (Instance, Dict) {
    guard let instance = this.instance, let dict = instance.payload.dict else {
      throw wrongReceiver(this, "\(method)", of: type)
    }
    return (instance, dict)
  }
}
