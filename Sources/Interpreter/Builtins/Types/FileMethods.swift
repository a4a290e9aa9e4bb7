// The Python methods of file objects, which come down to the operations of `FileObject`.
import Glibc

/// The method tables of the types in `io`.
enum FileMethods {
  /// What a method's `self` is.
  private static func file(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> FileObject {
    try FileObject.receiver(this, method, of: "_io._IOBase", f)
  }

  private static func binary(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> BinaryFile {
    try BinaryFile.receiver(this, method, of: "_io._BufferedIOBase", f)
  }

  private static func text(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> TextFile {
    try TextFile.receiver(this, method, of: "_io.TextIOWrapper", f)
  }

  /// A `size` argument: nil for all.
  static func size(_ value: Value, _ f: Frame) throws(Raised) -> Int? {
    if value.isUnbound || value.isNone { return nil }
    guard value.bigInt != nil || f.types.type(of: value).special(.__index__) != nil else {
      throw f.typeError("argument should be integer or None, not '\(f.typeName(value))'")
    }
    let size = try f.index(value)
    return size < 0 ? nil : size
  }

  // MARK: IOBase

  static func defineBase(_ t: TypeBuilder) {
    t.blank { (f, cls) throws(Raised) in .object(FileObject(f.types[module: "io.IOBase"])) }
    t.property("closed") { (f, this) throws(Raised) in .bool(try file(this, "closed", f).isClosed) }
    t.method("close", "self, /", .one { (f, this) throws(Raised) in
      let file = try file(this, "close", f)
      try file.close(f)
      return .none
    })
    t.method("flush", "self, /", .one { (f, this) throws(Raised) in
      try file(this, "flush", f).flush(f)
      return .none
    })
    t.method("fileno", "self, /", .one { (f, this) throws(Raised) in
      .int(Int(try file(this, "fileno", f).fileDescriptor(f)))
    })
    t.method("isatty", "self, /", .one { (f, this) throws(Raised) in .bool(try file(this, "isatty", f).isTerminal(f)) })
    t.method("readable", "self, /", .one { (f, this) throws(Raised) in
      let file = try file(this, "readable", f)
      if file.isReadable { try file.ensureOpen("readable", f) }
      return .bool(file.isReadable)
    })
    t.method("writable", "self, /", .one { (f, this) throws(Raised) in
      let file = try file(this, "writable", f)
      if file.isWritable { try file.ensureOpen("writable", f) }
      return .bool(file.isWritable)
    })
    t.method("seekable", "self, /", .one { (f, this) throws(Raised) in
      .bool(try file(this, "seekable", f).isSeekable(f))
    })
    t.method("seek", "self, offset, whence=0, /", .three(seek))
    t.method("tell", "self, /", .one { (f, this) throws(Raised) in
      let file = try file(this, "tell", f)
      // A script's class that can seek says so where it is.
      if type(of: file) == FileObject.self { return try f.callMethod(this, "seek", CallArguments([.int(0), .int(1)])) }
      return .int(try file.tell(f))
    })
    t.method("truncate", "self, size=None, /", .two { (f, this, value) throws(Raised) in
      let file = try file(this, "truncate", f)
      if value.isUnbound || value.isNone { return .int(try file.truncate(nil, f)) }
      return .int(try file.truncate(f.index(value), f))
    })
    t.method("readline", "self, size=-1, /", .two { (f, this, limit) throws(Raised) in
      let file = try file(this, "readline", f)
      if type(of: file) == FileObject.self { return try readLineByRead(this, size(limit, f), f) }
      return try file.readLine(size(limit, f), f)
    })
    t.method("readlines", "self, hint=-1, /", .two(readLines))
    t.method("writelines", "self, lines, /", .two { (f, this, lines) throws(Raised) in
      try file(this, "writelines", f).ensureOpen("writelines", f)
      let iterator = try f.iterate(lines)
      while let line = try iterator.next(f) { _ = try f.callMethod(this, "write", CallArguments([line])) }
      return .none
    })
    t.method("__iter__", "self, /", .one { (f, this) throws(Raised) in
      let file = try file(this, "__iter__", f)
      if !(file is BytesFile) { try requireOpen(file, f) }
      return this
    })
    t.method("__next__", "self, /", .one(next))
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in
      try requireOpen(try file(this, "__enter__", f), f)
      return this
    })
    t.method("__exit__", "self, *args", .many { (f, a) throws(Raised) in
      _ = try f.callMethod(a[0], "close")
      return .none
    })
  }

  /// Raises the message of `IOBase` itself where the file is closed.
  private static func requireOpen(_ file: FileObject, _ f: Frame) throws(Raised) {
    let isClosed = (file as? TextFile)?.binary.isClosed ?? file.isClosed
    if isClosed { throw f.valueError("I/O operation on closed file.") }
    try file.ensureOpen("open", f)
  }

  private static func seek(_ f: Frame, _ this: Value, _ offset: Value, _ whence: Value) throws(Raised) -> Value {
    let file = try file(this, "seek", f)
    return .int(try file.seek(f.index(offset), whence.isUnbound ? 0 : f.index(whence), f))
  }

  private static func readLines(_ f: Frame, _ this: Value, _ hint: Value) throws(Raised) -> Value {
    let file = try file(this, "readlines", f)
    try requireOpen(file, f)
    let hint = try size(hint, f).flatMap { $0 > 0 ? $0 : nil }
    var lines: ContiguousArray<Value> = []
    var total = 0
    while true {
      let line = try f.callMethod(this, "readline")
      let length = try f.length(line)
      if length == 0 { break }
      lines.append(line)
      total += length
      if let hint, total >= hint { break }
    }
    return .list(lines)
  }

  private static func next(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let file = try file(this, "__next__", f)
    file.willIterate()
    let line = type(of: file) == FileObject.self ? try f.callMethod(this, "readline") : try file.readLine(nil, f)
    if try f.length(line) > 0 { return line }
    (file as? TextFile)?.didIterate()
    throw f.error(f.types[.StopIteration])
  }

  /// `IOBase.readline` for a script's class that has only `read`.
  private static func readLineByRead(_ this: Value, _ limit: Int?, _ f: Frame) throws(Raised) -> Value {
    var line: [UInt8] = []
    while line.count < limit ?? .max, line.last != 10 {
      let byte = try f.bytesLike(f.callMethod(this, "read", CallArguments([.int(1)])))
      if byte.isEmpty { break }
      line += byte
    }
    return .bytes(line)
  }

  // MARK: Binary files

  static func defineBinary(_ t: TypeBuilder) {
    t.method("read", "self, size=-1, /", .two { (f, this, count) throws(Raised) in
      try file(this, "read", f).read(size(count, f), f)
    })
    t.method("read1", "self, size=-1, /", .two { (f, this, count) throws(Raised) in
      .bytes(try binary(this, "read1", f).readSome(size(count, f) ?? OutputStream.blockSize, f))
    })
    t.method("readinto", "self, buffer, /", .two { (f, this, buffer) throws(Raised) in
      guard case .object(let object) = buffer.payload, let target = object as? any BufferOwner,
        !target.isBufferReadOnly
      else { throw f.typeError("readinto() argument must be read-write bytes-like object, not \(f.typeName(buffer))") }
      let bytes = try binary(this, "readinto", f).readBytes(target.bufferCount, f)
      target.withBuffer { $0.copyBytes(from: bytes) }
      return .int(bytes.count)
    })
    t.method("write", "self, buffer, /", .two { (f, this, data) throws(Raised) in
      .int(try file(this, "write", f).write(data, f))
    })
    t.method("detach", "self, /", .one { (f, this) throws(Raised) in
      let file = try file(this, "detach", f)
      if let buffered = file as? BufferedFile { return try buffered.detach(f) }
      guard let file = file as? DescriptorFile, file.isBuffered else { throw f.unsupportedOperation("detach") }
      try file.flush(f)
      return .object(file.raw(f))
    })
  }

  // MARK: Raw and buffered files

  /// `RawIOBase`: what a script's class gets that has `readinto`.
  static func defineRawBase(_ t: TypeBuilder) {
    t.method("read", "self, size=-1, /", .two { (f, this, count) throws(Raised) in
      guard let count = try size(count, f) else { return try f.callMethod(this, "readall") }
      try f.checkMemory(count, times: 1)
      let buffer = ByteArray([UInt8](repeating: 0, count: count))
      let answer = try f.callMethod(this, "readinto", CallArguments([.object(buffer)]))
      return answer.isNone ? .none : .bytes(Array(buffer.bytes.prefix(try f.index(answer))))
    })
    t.method("readall", "self, /", .one { (f, this) throws(Raised) in
      var bytes: [UInt8] = []
      while true {
        let more = try f.callMethod(this, "read", CallArguments([.int(OutputStream.blockSize)]))
        if more.isNone { return bytes.isEmpty ? .none : .bytes(bytes) }
        let some = try f.bytesLike(more)
        if some.isEmpty { return .bytes(bytes) }
        bytes += some
      }
    })
  }

  /// What gives a buffered file its raw stream.
  private static func defineBuffered(_ t: TypeBuilder, _ direction: BufferedFile.Direction) {
    t.new("raw, buffer_size=8192") { (f, cls, a) throws(Raised) in
      .object(
        try BufferedFile(
          cls, a[0], direction, size: a[1].isUnbound ? OutputStream.blockSize : f.index(a[1]), f))
    }
  }

  static func defineReader(_ t: TypeBuilder) {
    defineDescriptor(t)
    defineBuffered(t, .reads)
  }

  static func defineWriter(_ t: TypeBuilder) {
    defineDescriptor(t)
    defineBuffered(t, .writes)
  }

  static func defineRandom(_ t: TypeBuilder) {
    defineDescriptor(t)
    defineBuffered(t, .both)
  }

  private static func defineDescriptor(_ t: TypeBuilder) {
    t.method("peek", "self, size=0, /", .two { (f, this, _) throws(Raised) in
      .bytes(try binary(this, "peek", f).peek(f))
    })
    t.property("name") { (f, this) throws(Raised) in
      let file = try binary(this, "name", f)
      return if let buffered = file as? BufferedFile { try f.attribute(of: buffered.raw, "name") } else { file.name }
    }
    t.property("raw") { (f, this) throws(Raised) in
      if let buffered = this.native(BufferedFile.self) { return buffered.raw }
      return .object(try DescriptorFile.receiver(this, "raw", of: "_io.BufferedReader", f).raw(f))
    }
    t.property("mode") { (f, this) throws(Raised) in
      let file = try binary(this, "mode", f)
      if let buffered = file as? BufferedFile { return try f.attribute(of: buffered.raw, "mode") }
      return .text(file.modeText ?? "")
    }
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      if let buffered = this.native(BufferedFile.self) {
        let name = try f.optionalAttribute(of: buffered.raw, f.interpreter.intern("name"))
        let shown = try name.map { (name) throws(Raised) in " name=\(try f.repr(name).string)" } ?? ""
        return .text("<_io.\(f.types.type(of: this).name.string)\(shown)>")
      }
      return .text("<_io.\(f.types.type(of: this).name.string) name=\(try f.repr(binary(this, "__repr__", f).name).string)>")
    })
  }

  static func defineRaw(_ t: TypeBuilder) {
    defineBinary(t)
    t.new("file, mode='r', closefd=True, opener=None") { (f, cls, a) throws(Raised) in
      try FileOpening(a[0], mode: a[1].isUnbound ? "r" : FileOpening.text(a[1], "mode", "FileIO", f), f).openRaw(
        closesDescriptor: a[2].isUnbound ? true : f.truth(a[2]), opener: a[3], f)
    }
    t.method("readall", "self, /", .one { (f, this) throws(Raised) in
      .bytes(try binary(this, "readall", f).readBytes(nil, f))
    })
    t.property("name") { (f, this) throws(Raised) in try binary(this, "name", f).name }
    t.property("mode") { (f, this) throws(Raised) in .text(try binary(this, "mode", f).modeText ?? "") }
    t.property("closefd") { (f, this) throws(Raised) in
      .bool(try DescriptorFile.receiver(this, "closefd", of: "_io.FileIO", f).closesDescriptor)
    }
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      let file = try DescriptorFile.receiver(this, "__repr__", of: "_io.FileIO", f)
      if file.isClosed { return .text("<_io.FileIO [closed]>") }
      let name = try f.repr(file.name).string
      return .text(
        "<_io.FileIO name=\(name) mode='\(file.modeText ?? "")' closefd=\(file.closesDescriptor ? "True" : "False")>")
    })
  }

  static func defineBytesIO(_ t: TypeBuilder) {
    t.blank { (f, cls) throws(Raised) in .object(BytesFile(cls.isHeapType ? f.types[module: "io.BytesIO"] : cls)) }
    t.method("__init__", "self, initial_bytes=b''", .two { (f, this, initial) throws(Raised) in
      let file = try BytesFile.receiver(this, "__init__", of: "_io.BytesIO", f)
      file.reset(initial.isUnbound || initial.isNone ? [] : try f.bytesLike(initial))
      return .none
    })
    t.method("getvalue", "self, /", .one { (f, this) throws(Raised) in
      let file = try BytesFile.receiver(this, "getvalue", of: "_io.BytesIO", f)
      try file.ensureOpen("getvalue", f)
      return .bytes(file.contents)
    })
    t.method("getbuffer", "self, /", .one { (f, this) throws(Raised) in
      let file = try BytesFile.receiver(this, "getbuffer", of: "_io.BytesIO", f)
      try file.ensureOpen("getbuffer", f)
      return .object(MemoryView(bytesOf: file))
    })
  }

  // MARK: Text files

  static func defineText(_ t: TypeBuilder) {
    t.method("read", "self, size=-1, /", .two { (f, this, count) throws(Raised) in
      try file(this, "read", f).read(size(count, f), f)
    })
    t.method("write", "self, text, /", .two { (f, this, data) throws(Raised) in
      .int(try file(this, "write", f).write(data, f))
    })
    t.method("detach", "self, /", .one { (f, this) throws(Raised) in
      guard let wrapper = try file(this, "detach", f) as? TextFile else { throw f.unsupportedOperation("detach") }
      return try wrapper.detach(f)
    })
    t.property("encoding") { (f, this) throws(Raised) in
      (try file(this, "encoding", f) as? TextFile).map { .text($0.encodingName) } ?? .none
    }
    t.property("errors") { (f, this) throws(Raised) in
      (try file(this, "errors", f) as? TextFile).map { .text($0.errorsName) } ?? .none
    }
    t.property("newlines") { (f, this) throws(Raised) in
      (try file(this, "newlines", f) as? TextFile)?.newlinesMet ?? .none
    }
  }

  static func defineWrapper(_ t: TypeBuilder) {
    t.new("buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False") {
      (f, cls, a) throws(Raised) in
      let binary = a[0].native(BinaryFile.self) ?? ForeignBinaryFile(a[0], f)
      let file = TextFile(
        cls, binary, encoding: try FileOpening.encoding(a[1], errors: a[2], f),
        newline: try FileOpening.newline(a[3], "TextIOWrapper", f), mode: nil,
        isLineBuffered: a[4].isUnbound ? false : try f.truth(a[4]))
      return .object(file)
    }
    t.property("closed") { (f, this) throws(Raised) in .bool(try text(this, "closed", f).binary.isClosed) }
    t.property("buffer") { (f, this) throws(Raised) in
      let binary = try text(this, "buffer", f).binary
      return (binary as? ForeignBinaryFile)?.object ?? .object(binary)
    }
    t.property("name") { (f, this) throws(Raised) in
      let name = try text(this, "name", f).name
      if name.isUnbound { throw f.attributeError("'_io.BytesIO' object has no attribute 'name'") }
      return name
    }
    t.property("mode") { (f, this) throws(Raised) in
      guard let mode = try text(this, "mode", f).mode else {
        throw f.attributeError("'_io.TextIOWrapper' object has no attribute 'mode'")
      }
      return .text(mode)
    }
    t.property("line_buffering") { (f, this) throws(Raised) in
      .bool(try text(this, "line_buffering", f).isLineBuffered)
    }
    t.property("write_through") { (f, this) throws(Raised) in .bool(try text(this, "write_through", f).writesThrough) }
    t.method(
      "reconfigure", "self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None",
      .many(reconfigure))
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      let file = try text(this, "__repr__", f)
      if file.isDetached { throw f.valueError("underlying buffer has been detached") }
      var parts = ""
      if !file.name.isUnbound { parts += " name=\(try f.repr(file.name).string)" }
      if let mode = file.mode { parts += " mode='\(mode)'" }
      return .text("<_io.TextIOWrapper\(parts) encoding='\(file.encodingName)'>")
    })
  }

  private static func reconfigure(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let file = try text(a[0], "reconfigure", f)
    func given(_ value: Value) -> Bool { !value.isUnbound && !value.isNone }
    var encoding: TextEncoding?
    if given(a[1]) || given(a[2]) {
      let name: Value = given(a[1]) ? a[1] : .text(file.encodingName)
      encoding = try FileOpening.encoding(name, errors: given(a[2]) || given(a[1]) ? a[2] : .text(file.errorsName), f)
    }
    try file.reconfigure(
      encoding: encoding, newline: a[3].isUnbound ? nil : FileOpening.newline(a[3], "reconfigure", f),
      lineBuffering: given(a[4]) ? f.truth(a[4]) : nil, writeThrough: given(a[5]) ? f.truth(a[5]) : nil, f)
    return .none
  }

  static func defineStringIO(_ t: TypeBuilder) {
    t.blank { (f, cls) throws(Raised) in .object(StringFile(cls.isHeapType ? f.types[module: "io.StringIO"] : cls)) }
    t.method("__init__", "self, initial_value='', newline='\\n'", .three { (f, this, initial, newline) throws(Raised) in
      let file = try StringFile.receiver(this, "__init__", of: "_io.StringIO", f)
      var text = Str.empty
      if !initial.isUnbound, !initial.isNone {
        guard let given = initial.payload.str else {
          throw f.typeError("initial_value must be str or None, not \(f.typeName(initial))")
        }
        text = given
      }
      let ends: TextFile.Newline = newline.isUnbound ? .lineFeed : try FileOpening.newline(newline, "StringIO", f)
      try file.reset(text, newline: ends, f)
      return .none
    })
    t.method("getvalue", "self, /", .one { (f, this) throws(Raised) in
      .object(try StringFile.receiver(this, "getvalue", of: "_io.StringIO", f).text(f))
    })
    t.property("line_buffering") { (f, this) throws(Raised) in .bool(false) }
  }
}
