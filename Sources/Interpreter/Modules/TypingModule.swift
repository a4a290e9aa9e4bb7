// The module `typing`: written in Python, over a metaclass for `Any`.

enum TypingModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.metatypes()
    m.constant("TypeAliasType", .object(TypeAlias.type(m.types)))
    try m.source(TypingLibrary.source)
    try m.source(TypingLibrary.classes)
  }
}
