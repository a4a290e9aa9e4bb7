// The module `os`: its tables. What the functions do stands in `OSModule+…`.
import CPosixShim
import Glibc

enum OSModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    // The module that CPython has the functions in.
    let m = m.implemented(as: "posix")
    defineConstants(m)
    defineResults(m)
    definePaths(m)
    defineFiles(m)
    defineDescriptors(m)
    defineProcesses(m)
    defineSystem(m)
    defineScheduling(m)
    m.constant("path", .object(try m.requires("os.path")))
    m.constant("error", .object(m.types[.OSError]))
    try m.source(OSLibrary.source)
  }

  private static func defineConstants(_ m: ModuleBuilder) {
    m.constant("name", .text("posix"))
    for (name, text) in [
      ("sep", "/"), ("curdir", "."), ("pardir", ".."), ("extsep", "."), ("pathsep", ":"), ("linesep", "\n"),
      ("devnull", "/dev/null"), ("defpath", "/bin:/usr/bin"),
    ] {
      m.constant(name, .text(text))
    }
    m.constant("altsep", .none)
    m.constants([
      "F_OK": F_OK, "R_OK": Int32(R_OK), "W_OK": Int32(W_OK), "X_OK": Int32(X_OK),
      "SEEK_SET": SEEK_SET, "SEEK_CUR": SEEK_CUR, "SEEK_END": SEEK_END,
      "O_RDONLY": O_RDONLY, "O_WRONLY": O_WRONLY, "O_RDWR": O_RDWR, "O_CREAT": O_CREAT, "O_EXCL": O_EXCL,
      "O_TRUNC": O_TRUNC, "O_APPEND": O_APPEND, "O_NONBLOCK": O_NONBLOCK, "O_CLOEXEC": O_CLOEXEC, "O_SYNC": O_SYNC,
      "O_DSYNC": O_DSYNC, "O_NOCTTY": O_NOCTTY, "O_DIRECTORY": O_DIRECTORY, "O_NOFOLLOW": O_NOFOLLOW,
      "WNOHANG": WNOHANG, "WUNTRACED": WUNTRACED, "WCONTINUED": WCONTINUED,
      "EX_OK": 0, "EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68,
      "EX_UNAVAILABLE": 69, "EX_SOFTWARE": 70, "EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74,
      "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
      "PRIO_PROCESS": 0, "PRIO_PGRP": 1, "PRIO_USER": 2, "P_WAIT": 0, "P_NOWAIT": 1, "P_NOWAITO": 1,
      "SCHED_OTHER": SCHED_OTHER, "SCHED_FIFO": SCHED_FIFO, "SCHED_RR": SCHED_RR,
    ])
  }

  /// The types of results.
  private static func defineResults(_ m: ModuleBuilder) {
    let results = OSResults(
      stat: StructSequence(
        m, "stat_result",
        fields: [
          "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "_atime", "_mtime", "_ctime",
        ],
        shownAs: ["_atime": "st_atime", "_mtime": "st_mtime", "_ctime": "st_ctime"],
        hidden: [
          "st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks",
          "st_rdev",
        ]),
      terminalSize: StructSequence(m, "terminal_size", fields: ["columns", "lines"]),
      times: StructSequence(
        m, "times_result", module: "posix",
        fields: ["user", "system", "children_user", "children_system", "elapsed"]),
      uname: StructSequence(
        m, "uname_result", module: "posix", fields: ["sysname", "nodename", "release", "version", "machine"]),
      statvfs: StructSequence(
        m, "statvfs_result",
        fields: [
          "f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag",
          "f_namemax",
        ]))
    m.interpreter.moduleState.insert(results, for: "os")
  }

  static func results(_ f: Frame) -> OSResults { f.interpreter.moduleState["os"] as! OSResults }
}

/// The types of the results of `os`.
final class OSResults {
  let stat: StructSequence
  let terminalSize: StructSequence
  let times: StructSequence
  let uname: StructSequence
  let statvfs: StructSequence

  init(
    stat: StructSequence, terminalSize: StructSequence, times: StructSequence, uname: StructSequence,
    statvfs: StructSequence
  ) {
    self.stat = stat
    self.terminalSize = terminalSize
    self.times = times
    self.uname = uname
    self.statvfs = statvfs
  }
}

extension OSModule {
  /// Functions about paths that touch no file.
  static func definePaths(_ m: ModuleBuilder) {
    m.function("fspath", "path", .one { (f, value) throws(Raised) in
      guard let plain = try f.fileSystemPath(value) else {
        throw f.typeError("expected str, bytes or os.PathLike object, not \(f.typeName(value))")
      }
      return plain
    })
    m.function("fsencode", "filename", .one { (f, value) throws(Raised) in .bytes(try f.path(value).bytes) })
    m.function("fsdecode", "filename", .one { (f, value) throws(Raised) in
      .object(SystemText.decode(try f.path(value).bytes))
    })
    m.function("strerror", "code, /", .one { (f, code) throws(Raised) in .text(errorText(try f.int32(code))) })
  }

  /// What the system as a whole says.
  static func defineSystem(_ m: ModuleBuilder) {
    m.function("cpu_count", "", .zero { (f) throws(Raised) in .int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) })
    m.function("process_cpu_count", "", .zero { (f) throws(Raised) in .int(usableProcessors.count) })
    m.function("sched_getaffinity", "pid, /", .one { (f, _) throws(Raised) in
      try f.call(.object(f.types[.set]), .list(ContiguousArray(usableProcessors.map { .int($0) })))
    })
    m.function("sched_yield", "", .zero { (f) throws(Raised) in
      Glibc.sched_yield()
      return .none
    })
    m.function("getloadavg", "", .zero { (f) throws(Raised) in
      var loads = [0.0, 0.0, 0.0]
      if Glibc.getloadavg(&loads, 3) < 3 { throw f.error(f.types[.OSError], .text("Load averages are unobtainable")) }
      return .tuple(ContiguousArray(loads.map { .float($0) }))
    })
    m.function("urandom", "size, /", .one { (f, size) throws(Raised) in
      let size = try f.index(size)
      if size < 0 { throw f.valueError("negative argument not allowed") }
      return .bytes(try randomBytes(size, f))
    })
    m.function("getrandom", "size, flags=0", .two { (f, size, _) throws(Raised) in
      .bytes(try randomBytes(f.index(size), f))
    })
    m.function("uname", "", .zero { (f) throws(Raised) in
      var names = utsname()
      try f.check(Glibc.uname(&names))
      func text<T>(_ field: T) -> Value {
        withUnsafeBytes(of: field) { .object(SystemText.decode($0.prefix { $0 != 0 })) }
      }
      return results(f).uname.value([
        text(names.sysname), text(names.nodename), text(names.release), text(names.version), text(names.machine),
      ])
    })
    m.function("times", "", .zero { (f) throws(Raised) in
      var times = tms()
      let elapsed = Glibc.times(&times)
      let tick = Double(sysconf(Int32(_SC_CLK_TCK)))
      let parts = [times.tms_utime, times.tms_stime, times.tms_cutime, times.tms_cstime, elapsed]
      return results(f).times.value(parts.map { .float(Double($0) / tick) })
    })
    m.function("get_terminal_size", "fd=1, /", .one { (f, descriptor) throws(Raised) in
      var size = winsize()
      try f.check(ioctl(descriptor.isUnbound ? 1 : f.int32(descriptor), UInt(TIOCGWINSZ), &size))
      return results(f).terminalSize.value([.int(Int(size.ws_col)), .int(Int(size.ws_row))])
    })
    m.function("putenv", "name, value, /", .two { (f, name, value) throws(Raised) in
      let name = try f.path(name)
      if name.bytes.contains(UInt8(ascii: "=")) { throw f.valueError("illegal environment variable name") }
      try f.check(setenv(name.text, f.path(value).text, 1))
      return .none
    })
    m.function("unsetenv", "name, /", .one { (f, name) throws(Raised) in
      try f.check(Glibc.unsetenv(f.path(name).text))
      return .none
    })
    m.function("_environment", "", .zero { (f) throws(Raised) in .object(environment) })
  }

  private static var usableProcessors: [Int] {
    (0..<Int(ppd_processor_limit())).filter { ppd_may_run_on(Int32($0)) != 0 }
  }

  static func randomBytes(_ count: Int, _ f: Frame) throws(Raised) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { ppd_random($0.baseAddress! + filled, count - filled) }
      if got < 0 {
        if errno != EINTR { throw f.osError(errno) }
        try f.interpreter.handlePendingSignals(f)
      } else {
        filled += got
      }
    }
    return bytes
  }

  /// The environment as the process got it.
  private static var environment: Dict {
    let dict = Dict()
    var entry = Glibc.environ
    while let text = entry.pointee {
      let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
      if let end = bytes.dropFirst().firstIndex(of: UInt8(ascii: "=")) {
        let name = SystemText.decode(bytes[..<end])
        if dict[name] == nil { dict[name] = .object(SystemText.decode(bytes[(end + 1)...])) }
      }
      entry += 1
    }
    return dict
  }
}
