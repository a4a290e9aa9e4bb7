// The modules `pickle` and `_pickle`.
import Interpreter
import Multiprocess

enum PickleModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.reexport("PickleError", "PicklingError", "UnpicklingError", from: try m.requires("_pickle"))
    m.constants(["HIGHEST_PROTOCOL": 5, "DEFAULT_PROTOCOL": 4])
    m.function("dumps", "obj, protocol=None, *, fix_imports=True, buffer_callback=None", .many {
      (f, a) throws(Raised) in .bytes(try pickle(a[0], f))
    })
    m.function(
      "dump", "obj, file, protocol=None, *, fix_imports=True, buffer_callback=None",
      .many { (f, a) throws(Raised) in
        _ = try f.callMethod(a[1], "write", CallArguments([.bytes(try pickle(a[0], f))]))
        return .none
      })
    m.function(
      "loads", "data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()", .many { (f, a) throws(Raised) in try object(f.bytes(a[0]), f) })
    m.function(
      "load", "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()",
      .many { (f, a) throws(Raised) in try object(f.bytes(f.callMethod(a[0], "read")), f) })
  }

  /// The exceptions, which pickles name by this module.
  static func defineErrors(_ m: ModuleBuilder) {
    let base = m.exception("PickleError")
    m.type("PicklingError", base: base)
    m.type("UnpicklingError", base: base)
  }

  static func pickle(_ value: Value, reducers: Reducers? = nil, _ f: Frame) throws(Raised) -> [UInt8] {
    try Encoder(sharesObjects: false, reducers).encode(value, f) { (bytes, _) throws(Raised) in Array(bytes) }
  }

  private static func object(_ bytes: [UInt8], _ f: Frame) throws(Raised) -> Value {
    if bytes.isEmpty { throw f.error(f.types[.EOFError], .text("Ran out of input")) }
    let tree = try Tree.of(f)
    return try bytes.withUnsafeBytes { buffer in
      Result { () throws(Raised) in try Decoder.decode(buffer, tree, f) }
    }.get()
  }
}
