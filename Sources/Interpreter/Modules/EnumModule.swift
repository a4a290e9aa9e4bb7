// The module `enum`: written in Python over a metaclass.

enum EnumModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.metatypes()
    // What class statements may not do, the making of members may: set an attribute without asking the metaclass.
    m.function("_set", "cls, name, value, /", .three { (f, type, name, value) throws(Raised) in
      guard let type = type.type, let name = name.str else { throw f.typeError("a class and a name are required") }
      type.setAttribute(f.interpreter.intern(name), value)
      return .none
    })
    m.function("_delete", "cls, name, /", .two { (f, type, name) throws(Raised) in
      guard let type = type.type, let name = name.str else { throw f.typeError("a class and a name are required") }
      type.setAttribute(f.interpreter.intern(name), nil)
      return .none
    })
    try m.source(EnumLibrary.source)
    try m.source(EnumLibrary.kinds)
  }
}
