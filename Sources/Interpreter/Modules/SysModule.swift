// The module `sys`.
import Glibc

enum SysModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    defineVersion(m)
    defineNumbers(m)
    defineStreams(m)
    definePlaces(m)
    defineFunctions(m)
    defineHooks(m)
  }

  // MARK: What runs

  /// The Python that ppd is compatible with.
  private static var version: [Value] { [.int(3), .int(13), .int(0), .text("final"), .int(0)] }
  private static let hexVersion = 0x030d_00f0

  private static func defineVersion(_ m: ModuleBuilder) {
    m.constant("version", .text("3.13.0 (ppd)"))
    let info = StructSequence(m, "version_info", fields: ["major", "minor", "micro", "releaselevel", "serial"])
    info.type.moduleName = m.interpreter.intern("sys")
    m.constant("version_info", info.value(version))
    m.constant("hexversion", .int(hexVersion))
    m.constant("api_version", .int(1013))
    m.constant("copyright", .text(""))
    m.constant("platform", .text("linux"))
    m.constant("byteorder", .text("little"))
    m.constant("float_repr_style", .text("short"))
    let flags = StructSequence(
      m, "flags",
      fields: [
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
      ])
    let zeros = [Value](repeating: .int(0), count: 13)
    m.constant(
      "flags", flags.value(zeros + [.bool(false), .int(0), .int(0), .bool(false), .int(4300)]))
    let implementation = SimpleNamespace.value(
      [
        ("name", .text("ppd")), ("cache_tag", .none), ("version", info.value(version)),
        ("hexversion", .int(hexVersion)),
      ], m.frame)
    m.constant("implementation", implementation)
  }

  private static func defineNumbers(_ m: ModuleBuilder) {
    m.constant("maxsize", .int(.max))
    m.constant("maxunicode", .int(0x10ffff))
    let floats = StructSequence(
      m, "float_info",
      fields: [
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix",
        "rounds",
      ])
    m.constant(
      "float_info",
      floats.value([
        .float(.greatestFiniteMagnitude), .int(1024), .int(308), .float(.leastNormalMagnitude), .int(-1021),
        .int(-307), .int(15), .int(53), .float(.ulpOfOne), .int(2), .int(1),
      ]))
    let ints = StructSequence(
      m, "int_info",
      fields: ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"])
    m.constant("int_info", ints.value([.int(30), .int(4), .int(4300), .int(640)]))
    let hashes = StructSequence(
      m, "hash_info",
      fields: ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"])
    m.constant(
      "hash_info",
      hashes.value([
        .int(64), .int((1 << 61) - 1), .int(314159), .int(0), .int(1_000_003), .text("ppd"), .int(64), .int(0),
        .int(0),
      ]))
  }

  // MARK: Streams

  private static func defineStreams(_ m: ModuleBuilder) {
    let interpreter = m.interpreter
    do {
      _ = try interpreter.builtinModule("io", m.frame)
      let encoding = try TextEncoding("utf-8", errors: "strict", m.frame)
      let escaping = try TextEncoding("utf-8", errors: "backslashreplace", m.frame)
      let lenient = try TextEncoding("utf-8", errors: "surrogateescape", m.frame)
      let input = stream(m, "<stdin>", 0, nil, isPosixLocale ? lenient : encoding)
      let output = stream(m, "<stdout>", 1, interpreter.output, isPosixLocale ? lenient : encoding)
      let error = stream(m, "<stderr>", 2, interpreter.errorOutput, escaping)
      for (name, file) in [("stdin", input), ("stdout", output), ("stderr", error)] {
        m.constant(name, file.map { .object($0) } ?? .none)
        m.constant("__\(name)__", file.map { .object($0) } ?? .none)
      }
      let streams = interpreter.standardStreams
      streams.input = m.module.namespace.cell(interpreter.intern("stdin"))
      streams.output = m.module.namespace.cell(interpreter.intern("stdout"))
      streams.error = m.module.namespace.cell(interpreter.intern("stderr"))
      streams.ownOutput = output
      streams.ownError = error
    } catch {
      fatalError("ppd: the standard streams: \(error.exception.type.name.string)")
    }
  }

  /// In the C and POSIX locales, and in those that stand for them, CPython lets any byte through.
  private static var isPosixLocale: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = getenv(name), value.pointee != 0 {
        let locale = String(cString: value)
        return ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"].contains(locale)
      }
    }
    return true
  }

  /// The file of a standard descriptor, nil where it is closed.
  private static func stream(
    _ m: ModuleBuilder, _ name: String, _ descriptor: Int32, _ output: OutputStream?, _ encoding: TextEncoding
  ) -> TextFile? {
    if fcntl(descriptor, F_GETFD) < 0 { return nil }
    let binary = DescriptorFile(
      m.types[module: output == nil ? "io.BufferedReader" : "io.BufferedWriter"], descriptor: descriptor,
      name: .text(name), access: .init(reads: output == nil, writes: output != nil), closesDescriptor: false,
      output: output, interpreter: m.interpreter)
    return TextFile(
      m.types[module: "io.TextIOWrapper"], binary, encoding: encoding, newline: .universal,
      mode: output == nil ? "r" : "w")
  }

  // MARK: Places

  private static func definePlaces(_ m: ModuleBuilder) {
    let interpreter = m.interpreter
    m.constant("argv", .object(interpreter.arguments))
    m.constant("orig_argv", .list(interpreter.arguments.items))
    m.constant("path", .object(interpreter.path))
    m.constant("modules", .object(interpreter.modules))
    m.constant("meta_path", .list([]))
    m.constant("path_hooks", .list([]))
    m.constant("path_importer_cache", .object(Dict()))
    m.constant("executable", .object(executable))
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] { m.constant(name, .text("/usr")) }
    m.constant("platlibdir", .text("lib"))
    m.constant("dont_write_bytecode", .bool(true))
    m.constant("warnoptions", .list([]))
    let names = interpreter.moduleFactories.keys.sorted().map { Value.text($0) } + [.text("builtins")]
    m.constant("builtin_module_names", .tuple(ContiguousArray(names)))
  }

  private static var executable: Str {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count < 0 ? Str.empty : SystemText.decode(buffer[..<count].map { UInt8(bitPattern: $0) })
  }

  // MARK: Functions

  private static func defineFunctions(_ m: ModuleBuilder) {
    m.function("exit", "status=None, /", .one { (f, status) throws(Raised) in
      // A tuple becomes the arguments of SystemExit, as CPython does.
      if let items = status.payload.tuple?.items { throw f.exit(items) }
      throw f.exit(status.isUnbound || status.isNone ? [] : [status])
    })
    m.function("_getframe", "depth=0, /", .one(frame))
    m.function("getrecursionlimit", "", .zero { (f) throws(Raised) in .int(f.interpreter.recursionLimit) })
    m.function("setrecursionlimit", "limit, /", .one(setRecursionLimit))
    m.function("exc_info", "", .zero(excInfo))
    m.function("exception", "", .zero { (f) throws(Raised) in f.interpreter.handled.map { .object($0) } ?? .none })
    m.function("intern", "string, /", .one { (f, text) throws(Raised) in
      guard let text = text.str else { throw f.typeError("intern() argument must be str, not \(f.typeName(text))") }
      return .object(f.interpreter.intern(text))
    })
    m.function("getdefaultencoding", "", .zero { (f) throws(Raised) in .text("utf-8") })
    m.function("getfilesystemencoding", "", .zero { (f) throws(Raised) in .text("utf-8") })
    m.function("getfilesystemencodeerrors", "", .zero { (f) throws(Raised) in .text("surrogateescape") })
    m.function("getsizeof", "object, default=None", .two { (f, value, _) throws(Raised) in .int(try size(value, f)) })
    m.function("getrefcount", "object, /", .one { (f, value) throws(Raised) in
      guard case .object(let object) = value else { return .int(4_294_967_295) }
      return .int(Int(_getRetainCount(object)))
    })
    m.function("get_int_max_str_digits", "", .zero { (f) throws(Raised) in .int(f.interpreter.integerDigitLimit) })
    m.function("set_int_max_str_digits", "maxdigits", .one { (f, value) throws(Raised) in
      let digits = try f.index(value)
      if digits != 0, digits < 640 { throw f.valueError("maxdigits must be 0 or larger than 640") }
      f.interpreter.integerDigitLimit = digits
      return .none
    })
    m.function("getswitchinterval", "", .zero { (f) throws(Raised) in .float(0.005) })
    m.function("setswitchinterval", "interval, /", .one { (f, _) throws(Raised) in .none })
    m.function("is_finalizing", "", .zero { (f) throws(Raised) in .bool(false) })
    for name in ["gettrace", "getprofile"] { m.function(name, "", .zero { (f) throws(Raised) in .none }) }
    m.function("_is_gil_enabled", "", .zero { (f) throws(Raised) in .bool(true) })
  }

  private static func setRecursionLimit(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    let limit = Int(try f.int32(value))
    if limit < 1 { throw f.valueError("recursion limit must be greater or equal than 1") }
    if f.depth >= limit {
      throw f.error(
        .RecursionError,
        "cannot set the recursion limit to \(limit) at the recursion depth \(f.depth): the limit is too low")
    }
    f.interpreter.recursionLimit = limit
    return .none
  }

  private static func excInfo(_ f: Frame) throws(Raised) -> Value {
    guard let exception = f.interpreter.handled else { return .tuple([.none, .none, .none]) }
    let traceback = try f.attribute(of: .object(exception), "__traceback__")
    return .tuple([.object(exception.type), .object(exception), traceback])
  }

  /// About what CPython says of the common types.
  private static func size(_ value: Value, _ f: Frame) throws(Raised) -> Int {
    if f.types.type(of: value).isHeapType,
      let method = f.types.type(of: value).lookup(f.interpreter.intern("__sizeof__")), method.function != nil
    {
      return try f.index(f.call(method, value)) + 16
    }
    switch value {
    case .int(let number): return number == 0 ? 28 : 24 + 4 * ((64 - number.magnitude.leadingZeroBitCount + 29) / 30)
    case .bool: return 28
    case .float: return 24
    case .none, .unbound, .ellipsis, .notImplemented: return 16
    case .object(let object):
      switch object.kind {
      case .str:
        let text = unsafeDowncast(object, to: Str.self)
        return text.isASCII ? 41 + text.count : 61 + text.count * Int(text.width.rawValue)
      case .bytes: return 33 + unsafeDowncast(object, to: Bytes.self).bytes.count
      case .byteArray: return 57 + unsafeDowncast(object, to: ByteArray.self).bytes.count
      case .list: return 56 + 8 * unsafeDowncast(object, to: List.self).items.count
      case .tuple: return 40 + 8 * unsafeDowncast(object, to: Tuple.self).items.count
      case .bigInteger:
        return 24 + 4 * ((unsafeDowncast(object, to: BigInteger.self).value.magnitude.bitWidth + 29) / 30)
      case .dict: return 64 + 24 * unsafeDowncast(object, to: Dict.self).count
      case .set, .frozenSet: return 216 + 16 * unsafeDowncast(object, to: SetObject.self).count
      default: return 48
      }
    }
  }

  /// The running call that is so many calls outwards.
  private static func frame(_ f: Frame, _ depth: Value) throws(Raised) -> Value {
    var frame = f
    for _ in 0..<max(0, depth.isUnbound ? 0 : try f.size(depth)) {
      guard let caller = frame.caller, caller.caller != nil else { throw f.valueError("call stack is not deep enough") }
      frame = caller
    }
    return .object(FrameRecord(running: frame))
  }

  // MARK: Hooks

  private static func defineHooks(_ m: ModuleBuilder) {
    m.function("excepthook", "exctype, value, traceback, /", .three(exceptHook))
    m.function("displayhook", "object, /", .one(displayHook))
    for name in ["excepthook", "displayhook"] {
      m.constant("__\(name)__", m.module.namespace[m.interpreter.intern(name)] ?? .none)
    }
  }

  private static func exceptHook(
    _ f: Frame, _ type: Value, _ value: Value, _ traceback: Value
  ) throws(Raised) -> Value {
    guard let exception = value.exception else { return .none }
    try f.writeError(f.renderTraceback(exception))
    return .none
  }

  private static func displayHook(_ f: Frame, _ value: Value) throws(Raised) -> Value {
    if value.isNone { return .none }
    f.interpreter.builtins[f.interpreter.intern("_")] = value
    return try f.call(
      f.interpreter.builtins[f.interpreter.intern("print")]!, .object(try f.repr(value)))
  }
}

extension Frame {
  /// SystemExit with its `code`.
  func exit(_ arguments: ContiguousArray<Value>) -> Raised {
    do {
      return Raised(try call(.object(types[.SystemExit]), CallArguments(arguments)).exception!)
    } catch {
      return error
    }
  }

  /// Calls below this one.
  var depth: Int { header.pointee.depth }

  /// Writes text to `sys.stderr`.
  public func writeError(_ text: String) throws(Raised) {
    guard let cell = interpreter.standardStreams.error, !cell.value.isUnbound else {
      return try interpreter.errorOutput.write(Str(text), self)
    }
    if cell.value.isNone { return }
    _ = try callMethod(cell.value, "write", CallArguments([.text(text)]))
    _ = try callMethod(cell.value, "flush")
  }
}
