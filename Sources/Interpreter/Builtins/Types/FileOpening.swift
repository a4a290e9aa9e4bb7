// open(): modes, buffering, and which kind of file comes of them.
import Glibc

/// A file to be opened: what `open` was asked for, checked.
struct FileOpening {
  private let file: Value
  private let mode: String
  private let isText: Bool
  private let access: DescriptorFile.Access

  /// Raises ValueError for a mode that makes no sense.
  init(_ file: Value, mode: String, _ f: Frame) throws(Raised) {
    self.file = file
    self.mode = mode
    guard mode.utf8.allSatisfy({ "rwaxbt+".utf8.contains($0) }), Set(mode.utf8).count == mode.utf8.count else {
      throw f.valueError("invalid mode: '\(mode)'")
    }
    if mode.contains("t") && mode.contains("b") { throw f.valueError("can't have text and binary mode at once") }
    isText = !mode.contains("b")
    switch mode.filter({ "rwax".contains($0) }).count {
    case 0:
      throw f.valueError("Must have exactly one of create/read/write/append mode and at most one plus")
    case 1: break
    default: throw f.valueError("must have exactly one of create/read/write/append mode")
    }
    let both = mode.contains("+")
    access = DescriptorFile.Access(
      reads: mode.contains("r") || both, writes: !mode.contains("r") || both, appends: mode.contains("a"),
      creates: mode.contains("x"))
  }

  /// `open(file, mode, buffering, encoding, errors, newline, closefd, opener)`.
  static func open(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let mode = a[1].isUnbound ? "r" : try text(a[1], "mode", "open", f)
    let buffering = a[2].isUnbound ? -1 : try f.index(a[2])
    for (index, name) in [(3, "encoding"), (4, "errors"), (5, "newline")]
    where !a[index].isUnbound && !a[index].isNone {
      _ = try text(a[index], name, "open", f, orNone: true)
    }
    // What the file is called is checked before what its mode is.
    let name = a[0].bigInt == nil ? try f.path(a[0]).given : a[0]
    let opening = try FileOpening(name, mode: mode, f)
    if !opening.isText {
      for (index, name) in [(3, "an encoding"), (4, "an errors"), (5, "a newline")] {
        if !a[index].isUnbound, !a[index].isNone {
          throw f.valueError("binary mode doesn't take \(name) argument")
        }
      }
    }
    let closesDescriptor = a[6].isUnbound ? true : try f.truth(a[6])
    if !closesDescriptor, a[0].bigInt == nil { throw f.valueError("Cannot use closefd=False with file name") }
    guard opening.isText else {
      return try opening.openBinary(buffering: buffering, closesDescriptor: closesDescriptor, opener: a[7], f)
    }
    if buffering == 0 { throw f.valueError("can't have unbuffered text I/O") }
    let encoding = try encoding(a[3], errors: a[4], f)
    let newline = try newline(a[5], "open", f)
    let binary = try opening.openBinary(
      buffering: buffering == 1 ? -1 : buffering, closesDescriptor: closesDescriptor, opener: a[7], f)
    let isTerminal = buffering < 0 ? try binary.native(DescriptorFile.self)!.isTerminal(f) : false
    return .object(
      TextFile(
        f.types[module: "io.TextIOWrapper"], binary.native(BinaryFile.self)!, encoding: encoding, newline: newline,
        mode: mode, isLineBuffered: buffering == 1 || isTerminal))
  }

  /// The unbuffered file.
  func openRaw(closesDescriptor: Bool, opener: Value, _ f: Frame) throws(Raised) -> Value {
    try openBinary(buffering: 0, closesDescriptor: closesDescriptor, opener: opener, f)
  }

  private func openBinary(
    buffering: Int, closesDescriptor: Bool, opener: Value, _ f: Frame
  ) throws(Raised) -> Value {
    _ = try f.interpreter.builtinModule("io", f)
    let descriptor = try openDescriptor(opener, f)
    let typeName: String
    if buffering == 0 {
      typeName = "io.FileIO"
    } else if access.reads && access.writes {
      typeName = "io.BufferedRandom"
    } else {
      typeName = access.reads ? "io.BufferedReader" : "io.BufferedWriter"
    }
    let size = buffering > 1 ? buffering : OutputStream.blockSize
    return .object(
      DescriptorFile(
        f.types[module: typeName], descriptor: descriptor, name: file, access: access, isBuffered: buffering != 0,
        closesDescriptor: closesDescriptor, policy: buffering == 0 ? .immediate : .block(size),
        interpreter: f.interpreter))
  }

  private var flags: Int32 {
    var flags = O_CLOEXEC | (access.reads ? access.writes ? O_RDWR : O_RDONLY : O_WRONLY)
    if access.appends { flags |= O_CREAT | O_APPEND }
    if access.creates { flags |= O_CREAT | O_EXCL }
    if mode.contains("w") { flags |= O_CREAT | O_TRUNC }
    return flags
  }

  private func openDescriptor(_ opener: Value, _ f: Frame) throws(Raised) -> Int32 {
    if file.bigInt != nil {
      let given = try f.index(file)
      if given < 0 { throw f.valueError("negative file descriptor") }
      let descriptor = Int32(clamping: given)
      try checkIsNoDirectory(descriptor, closing: false, f)
      return descriptor
    }
    let path = try f.path(file)
    var descriptor: Int32
    if !opener.isUnbound, !opener.isNone {
      let made = try f.call(opener, file, .int(Int(flags)))
      guard made.bigInt != nil else { throw f.typeError("expected integer from opener") }
      descriptor = Int32(clamping: try f.index(made))
      if descriptor < 0 { throw f.valueError("opener returned \(descriptor)") }
    } else {
      repeat {
        descriptor = Glibc.open(path.text, flags, 0o666)
        if descriptor < 0, errno == EINTR { try f.interpreter.handlePendingSignals(f) }
      } while descriptor < 0 && errno == EINTR
      if descriptor < 0 { throw f.osError(errno, file) }
    }
    try checkIsNoDirectory(descriptor, closing: true, f)
    if access.appends { lseek(descriptor, 0, SEEK_END) }
    return descriptor
  }

  private func checkIsNoDirectory(_ descriptor: Int32, closing: Bool, _ f: Frame) throws(Raised) {
    var status = stat()
    if fstat(descriptor, &status) < 0 { throw f.osError(errno) }
    if status.st_mode & S_IFMT == S_IFDIR {
      if closing { close(descriptor) }
      throw f.osError(EISDIR, file)
    }
  }

  // MARK: Arguments

  /// A `str` argument.
  static func text(
    _ value: Value, _ name: String, _ function: String, _ f: Frame, orNone: Bool = false
  ) throws(Raised) -> String {
    guard let text = value.payload.str else {
      throw f.typeError(
        "\(function)() argument '\(name)' must be str\(orNone ? " or None" : ""), not \(f.typeName(value))")
    }
    return text.string
  }

  /// The `encoding` and `errors` arguments; UTF-8 and strict where they are not given.
  static func encoding(_ name: Value, errors: Value, _ f: Frame) throws(Raised) -> TextEncoding {
    let name = name.isUnbound || name.isNone ? "UTF-8" : try text(name, "encoding", "open", f, orNone: true)
    let errors = errors.isUnbound || errors.isNone ? "strict" : try text(errors, "errors", "open", f, orNone: true)
    return try TextEncoding(name, errors: errors, f)
  }

  /// The `newline` argument.
  static func newline(_ value: Value, _ function: String, _ f: Frame) throws(Raised) -> TextFile.Newline {
    if value.isUnbound || value.isNone { return .universal }
    let given = try text(value, "newline", function, f, orNone: true)
    guard let newline = TextFile.Newline(rawValue: given), newline != .universal else {
      throw f.valueError("illegal newline value: \(function == "StringIO" ? try f.repr(value).string : given)")
    }
    return newline
  }
}
