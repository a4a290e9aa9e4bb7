// The module `typing`: written in Python, over a metaclass for `Any`.

enum TypingModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.metatypes()
    try m.source(TypingLibrary.source)
    try m.source(TypingLibrary.classes)
  }
}
