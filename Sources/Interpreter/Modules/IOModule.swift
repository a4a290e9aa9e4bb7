// The module `io`: the types of file objects.

enum IOModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constant("DEFAULT_BUFFER_SIZE", .int(OutputStream.blockSize))
    m.constants(["SEEK_SET": 0, "SEEK_CUR": 1, "SEEK_END": 2])
    m.constant("BlockingIOError", .object(m.types[.BlockingIOError]))
    try defineUnsupportedOperation(m)
    let base = type(m, "IOBase", nil, FileMethods.defineBase)
    let raw = type(m, "RawIOBase", base, FileMethods.defineRawBase)
    let buffered = type(m, "BufferedIOBase", base, FileMethods.defineBinary)
    let text = type(m, "TextIOBase", base, FileMethods.defineText)
    _ = type(m, "FileIO", raw, FileMethods.defineRaw)
    _ = type(m, "BufferedReader", buffered, FileMethods.defineReader)
    _ = type(m, "BufferedWriter", buffered, FileMethods.defineWriter)
    _ = type(m, "BufferedRandom", buffered, FileMethods.defineRandom)
    _ = type(m, "BytesIO", buffered, FileMethods.defineBytesIO)
    _ = type(m, "TextIOWrapper", text, FileMethods.defineWrapper)
    _ = type(m, "StringIO", text, FileMethods.defineStringIO)
    m.constant("open", m.interpreter.builtins[m.interpreter.intern("open")] ?? .none)
    m.function("text_encoding", "encoding, stacklevel=2, /", .two { (f, encoding, _) throws(Raised) in
      encoding.isNone ? .text("locale") : encoding
    })
  }

  private static func type(
    _ m: ModuleBuilder, _ name: String, _ base: TypeObject?, _ define: (TypeBuilder) -> Void
  ) -> TypeObject {
    let type = m.type(name, base: base, define)
    // CPython implements them in `_io`, which is what their repr shows.
    let isAbstract = name.hasSuffix("Base")
    type.moduleName = m.interpreter.intern(isAbstract ? "io" : "_io")
    return type
  }

  /// `UnsupportedOperation` is an OSError and a ValueError.
  private static func defineUnsupportedOperation(_ m: ModuleBuilder) throws(Raised) {
    let type = m.type("UnsupportedOperation", base: m.types[.OSError])
    type.bases = [m.types[.OSError], m.types[.ValueError]]
    type.mro = [
      type, m.types[.OSError], m.types[.ValueError], m.types[.Exception], m.types[.BaseException], m.types.object,
    ]
  }
}
