// The modules `pickle` and `_pickle`.
import Interpreter
import Multiprocess
import Pickle

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
      "loads", "data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()",
      .many { (f, a) throws(Raised) in try object(f.bytes(a[0]), nil, f).value })
    // The pickle of an object as a Pickler wants it.
    m.function("_dump", "obj, pickler, /", .two { (f, value, pickler) throws(Raised) in
      .bytes(try pickle(value, reducers: Reducers(of: pickler, f), f))
    })
    // The object that a pickle begins with, and how many bytes it takes.
    m.function("_load", "data, unpickler, /", .two { (f, data, unpickler) throws(Raised) in
      let (value, count) = try object(f.bytes(data), unpickler, f)
      return .tuple([value, .int(count)])
    })
    m.function("_find_class", "module, name, /", .two { (f, module, name) throws(Raised) in
      try Decoder(f: f, tree: Tree.of(f)).named(module, name)
    })
    try m.source(PickleLibrary.source)
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

  private static func object(
    _ bytes: [UInt8], _ unpickler: Value?, _ f: Frame
  ) throws(Raised) -> (value: Value, count: Int) {
    if bytes.isEmpty { throw f.error(f.types[.EOFError], .text("Ran out of input")) }
    let reader = PickleReader(Decoder(f: f, tree: try Tree.of(f), unpickler: unpickler))
    return try bytes.withUnsafeBytes { buffer in
      Result { () throws(Raised) in (try reader.read(buffer), reader.bytesRead) }
    }.get()
  }
}
