// The module `decimal`: written in Python, over ints of any size.

enum DecimalModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.nativeClasses()
    try m.source(DecimalLibrary.source)
    try m.source(DecimalLibrary.values)
    try m.source(DecimalLibrary.rounding)
    try m.source(DecimalLibrary.arithmetic)
    try m.source(DecimalLibrary.functions)
    try m.source(DecimalLibrary.numbers)
  }
}
