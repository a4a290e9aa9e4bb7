// `__new__` of the built-in types: each has its own, and checks that it is the one for the class.

extension TypeBuilder {
  /// Gives the type its `__new__`, where it does not inherit one that serves it as well.
  func constructor() {
    let type = type
    let new = Builtin(
      "__new__", "*args, **kwargs",
      .many { f, arguments throws(Raised) in
        var given = CallArguments(arguments.starred(0), keywords: arguments.doubleStarred(1).keywordList)
        guard !given.positional.isEmpty else {
          throw f.typeError("\(type.name.string).__new__(): not enough arguments")
        }
        let cls = try f.classToMake(given.positional.removeFirst(), by: type)
        if type === f.types.object { try f.refuseArguments(given, ofObjectNewFor: cls) }
        return try f.makeInstance(cls, given)
      })
    new.owner = type.name.string
    new.constructs = type
    constant("__new__", .object(new))
  }
}

extension TypeObject {
  /// Whether calling the type makes its objects without a script's `__new__`, where `new` is the one it has.
  func isMadeNatively(by new: Value) -> Bool {
    guard let builtin = new.builtin, let type = builtin.constructs else { return false }
    return type === constructor
  }
}

extension Frame {
  /// The class in the first argument of a `__new__`. Raises TypeError where that is no class, no subclass of the type
  /// whose `__new__` it is, or one whose objects have more to them.
  fileprivate func classToMake(_ value: Value, by type: TypeObject) throws(Raised) -> TypeObject {
    let name = type.name.string
    guard let cls = value.type else {
      throw typeError("\(name).__new__(X): X is not a type object (\(typeName(value)))")
    }
    guard cls.isSubtype(of: type) else {
      throw typeError("\(name).__new__(\(cls.name.string)): \(cls.name.string) is not a subtype of \(name)")
    }
    if let right = cls.constructor, right !== type {
      let base = cls.mro.first { $0.special(.__new__).map($0.isMadeNatively) ?? false } ?? right
      throw typeError("\(name).__new__(\(cls.name.string)) is not safe, use \(base.name.string).__new__()")
    }
    return cls
  }

  /// Raises TypeError for arguments that neither `__new__` nor `__init__` of a script's class takes.
  fileprivate func refuseArguments(_ given: CallArguments, ofObjectNewFor cls: TypeObject) throws(Raised) {
    if given.isEmpty { return }
    if cls.special(.__new__).map({ !$0.isIdentical(to: interpreter.objectNew) }) ?? false {
      throw typeError("object.__new__() takes exactly one argument (the type to instantiate)")
    }
    if cls.special(.__init__).map({ $0.isIdentical(to: interpreter.objectInit) }) ?? true {
      throw typeError("\(cls.name.string)() takes no arguments")
    }
  }
}
