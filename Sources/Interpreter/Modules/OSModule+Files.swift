// `os`: files, folders and descriptors.
import CPosixShim
import Glibc

extension OSModule {
  /// A function of one path that returns None.
  private static func action(
    _ m: ModuleBuilder, _ name: String, _ signature: String, _ call: @escaping ([CChar]) -> Int32
  ) {
    m.function(name, signature, .many { (f, a) throws(Raised) in
      let path = try f.path(a[0], of: name)
      try f.check(call(path.text), path.given)
      return .none
    })
  }

  /// A function of two paths that returns None.
  private static func pairAction(_ m: ModuleBuilder, _ name: String, _ call: @escaping ([CChar], [CChar]) -> Int32) {
    m.function(name, "src, dst, *, src_dir_fd=None, dst_dir_fd=None", .many { (f, a) throws(Raised) in
      let source = try f.path(a[0], of: name, "src")
      let target = try f.path(a[1], of: name, "dst")
      if call(source.text, target.text) < 0 { throw f.osError(errno, source.given, target.given) }
      return .none
    })
  }

  static func defineFiles(_ m: ModuleBuilder) {
    m.function("getcwd", "", .zero { (f) throws(Raised) in .object(SystemText.decode(try currentFolder(f))) })
    m.function("getcwdb", "", .zero { (f) throws(Raised) in .bytes(try currentFolder(f)) })
    m.function("chdir", "path", .one { (f, path) throws(Raised) in
      switch try f.pathOrDescriptor(path, of: "chdir") {
      case .path(let path): try f.check(Glibc.chdir(path.text), path.given)
      case .descriptor(let descriptor): try f.check(fchdir(descriptor), path)
      }
      return .none
    })
    m.function("listdir", "path=None", .one(listFolder))
    m.function("_entries", "path", .one(entries))
    m.function("mkdir", "path, mode=511, *, dir_fd=None", .many { (f, a) throws(Raised) in
      let path = try f.path(a[0], of: "mkdir")
      try f.check(Glibc.mkdir(path.text, mode_t(a[1].isUnbound ? 0o777 : f.int32(a[1]))), path.given)
      return .none
    })
    action(m, "rmdir", "path, *, dir_fd=None") { Glibc.rmdir($0) }
    action(m, "remove", "path, *, dir_fd=None") { Glibc.unlink($0) }
    action(m, "unlink", "path, *, dir_fd=None") { Glibc.unlink($0) }
    pairAction(m, "rename") { Glibc.rename($0, $1) }
    pairAction(m, "replace") { Glibc.rename($0, $1) }
    pairAction(m, "link") { Glibc.link($0, $1) }
    m.function("symlink", "src, dst, target_is_directory=False, *, dir_fd=None", .many { (f, a) throws(Raised) in
      let source = try f.path(a[0], of: "symlink", "src")
      let target = try f.path(a[1], of: "symlink", "dst")
      if Glibc.symlink(source.text, target.text) < 0 { throw f.osError(errno, source.given, target.given) }
      return .none
    })
    m.function("readlink", "path, *, dir_fd=None", .many { (f, a) throws(Raised) in
      let path = try f.path(a[0], of: "readlink")
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = try f.check(Glibc.readlink(path.text, &buffer, buffer.count), path.given)
      return path.value(buffer[..<count].map { UInt8(bitPattern: $0) })
    })
    m.function("stat", "path, *, dir_fd=None, follow_symlinks=True", .many { (f, a) throws(Raised) in
      let follows = a[2].isUnbound ? true : try f.truth(a[2])
      return try status(a[0], "stat", follows: follows, f)
    })
    m.function("lstat", "path, *, dir_fd=None", .many { (f, a) throws(Raised) in
      try status(a[0], "lstat", follows: false, f)
    })
    m.function("access", "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", .many {
      (f, a) throws(Raised) in
      .bool(Glibc.access(try f.path(a[0], of: "access").text, try f.int32(a[1])) == 0)
    })
    m.function("chmod", "path, mode, *, dir_fd=None, follow_symlinks=True", .many { (f, a) throws(Raised) in
      let mode = mode_t(truncatingIfNeeded: try f.int32(a[1]))
      switch try f.pathOrDescriptor(a[0], of: "chmod") {
      case .path(let path): try f.check(Glibc.chmod(path.text, mode), path.given)
      case .descriptor(let descriptor): try f.check(fchmod(descriptor, mode), a[0])
      }
      return .none
    })
    m.function("utime", "path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True", .many(setTimes))
    m.function("statvfs", "path", .one { (f, given) throws(Raised) in
      var status = statvfs()
      // The structure and the function bear the same name.
      let read: (UnsafePointer<CChar>, UnsafeMutablePointer<statvfs>) -> Int32 = statvfs
      switch try f.pathOrDescriptor(given, of: "statvfs") {
      case .path(let path): try f.check(read(path.text, &status), path.given)
      case .descriptor(let descriptor): try f.check(fstatvfs(descriptor, &status), given)
      }
      let numbers: [UInt] = [
        status.f_bsize, status.f_frsize, status.f_blocks, status.f_bfree, status.f_bavail, status.f_files,
        status.f_ffree, status.f_favail, status.f_flag, status.f_namemax,
      ]
      return OSModule.results(f).statvfs.value(numbers.map { .int(Int($0)) })
    })
    m.function("truncate", "path, length", .two { (f, path, length) throws(Raised) in
      switch try f.pathOrDescriptor(path, of: "truncate") {
      case .path(let path): try f.check(Glibc.truncate(path.text, f.index(length)), path.given)
      case .descriptor(let descriptor): try f.check(ftruncate(descriptor, f.index(length)), path)
      }
      return .none
    })
    m.function("mkfifo", "path, mode=438, *, dir_fd=None", .many { (f, a) throws(Raised) in
      let path = try f.path(a[0], of: "mkfifo")
      try f.check(Glibc.mkfifo(path.text, mode_t(a[1].isUnbound ? 0o666 : f.int32(a[1]))), path.given)
      return .none
    })
    m.function("umask", "mask, /", .one { (f, mask) throws(Raised) in
      .int(Int(Glibc.umask(mode_t(truncatingIfNeeded: try f.int32(mask)))))
    })
  }

  private static func currentFolder(_ f: Frame) throws(Raised) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { throw f.osError(errno) }
    return buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
  }

  /// The names in a folder with their kinds (`d_type`), in the folder's order.
  private static func names(
    _ stream: OpaquePointer?, _ given: Value, _ f: Frame
  ) throws(Raised) -> [(name: [UInt8], kind: Int)] {
    guard let stream else { throw f.osError(errno, given) }
    defer { closedir(stream) }
    var names: [(name: [UInt8], kind: Int)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw f.osError(errno, given) }
        return names
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Array(bytes.prefix { $0 != 0 })
      }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append((name, Int(entry.pointee.d_type))) }
    }
  }

  private static func listFolder(_ f: Frame, _ given: Value) throws(Raised) -> Value {
    if given.isUnbound || given.isNone {
      return .list(ContiguousArray(try names(opendir("."), .text("."), f).map { .object(SystemText.decode($0.name)) }))
    }
    let kinds = "string, bytes, os.PathLike, integer or None"
    switch try f.pathOrDescriptor(given, of: "listdir", kinds: kinds) {
    case .path(let path):
      return .list(ContiguousArray(try names(opendir(path.text), path.given, f).map { path.value($0.name) }))
    case .descriptor(let descriptor):
      let names = try names(fdopendir(dup(descriptor)), given, f)
      return .list(ContiguousArray(names.map { .object(SystemText.decode($0.name)) }))
    }
  }

  /// Pairs of name and `d_type`, for `scandir`.
  private static func entries(_ f: Frame, _ given: Value) throws(Raised) -> Value {
    let path = try f.path(given, of: "scandir")
    let names = try names(opendir(path.text), path.given, f)
    return .list(ContiguousArray(names.map { .tuple([path.value($0.name), .int($0.kind)]) }))
  }

  // MARK: stat

  private static func status(_ given: Value, _ function: String, follows: Bool, _ f: Frame) throws(Raised) -> Value {
    var status = Glibc.stat()
    if function == "lstat" {
      let path = try f.path(given, of: function)
      try f.check(lstat(path.text, &status), path.given)
      return value(of: status, f)
    }
    switch try f.pathOrDescriptor(given, of: function) {
    case .path(let path):
      try f.check(read(path.text, follows: follows, &status), path.given)
    case .descriptor(let descriptor):
      try f.check(fstat(descriptor, &status))
    }
    return value(of: status, f)
  }

  private static func read(_ path: [CChar], follows: Bool, _ status: inout stat) -> Int32 {
    follows ? stat(path, &status) : lstat(path, &status)
  }

  static func value(of status: stat, _ f: Frame) -> Value {
    let times = [status.st_atim, status.st_mtim, status.st_ctim]
    var members: [Value] = [
      .int(Int(status.st_mode)), .int(Int(status.st_ino)), .int(Int(status.st_dev)), .int(Int(status.st_nlink)),
      .int(Int(status.st_uid)), .int(Int(status.st_gid)), .int(Int(status.st_size)),
    ]
    members += times.map { .int($0.tv_sec) }
    members += times.map { .float(Double($0.tv_sec) + Double($0.tv_nsec) * 1e-9) }
    members += times.map { .int($0.tv_sec * 1_000_000_000 + $0.tv_nsec) }
    members += [.int(Int(status.st_blksize)), .int(Int(status.st_blocks)), .int(Int(status.st_rdev))]
    return results(f).stat.value(members)
  }

  private static func setTimes(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let path = try f.path(a[0], of: "utime")
    let hasTimes = !a[1].isUnbound && !a[1].isNone
    let hasNanoseconds = !a[2].isUnbound && !a[2].isNone
    if hasTimes && hasNanoseconds {
      throw f.valueError("utime: you may specify either 'times' or 'ns' but not both")
    }
    var times = [timespec](repeating: timespec(tv_sec: 0, tv_nsec: ppd_utime_now()), count: 2)
    if hasTimes || hasNanoseconds {
      guard let pair = a[hasTimes ? 1 : 2].payload.tuple?.items, pair.count == 2 else {
        throw f.typeError("utime: '\(hasTimes ? "times" : "ns")' must be "
          + (hasTimes ? "either a tuple of two ints or None" : "a tuple of two ints"))
      }
      for index in 0..<2 {
        if hasTimes {
          times[index] = timespec(seconds: try f.double(pair[index]))
        } else {
          let nanoseconds = try f.index(pair[index])
          times[index] = timespec(
            tv_sec: nanoseconds.flooredQuotient(by: 1_000_000_000),
            tv_nsec: nanoseconds.flooredRemainder(by: 1_000_000_000))
        }
      }
    }
    let follows = a[4].isUnbound ? true : try f.truth(a[4])
    try f.check(utimensat(AT_FDCWD, path.text, times, follows ? 0 : AT_SYMLINK_NOFOLLOW), path.given)
    return .none
  }

  // MARK: Descriptors

  static func defineDescriptors(_ m: ModuleBuilder) {
    m.function("open", "path, flags, mode=511, *, dir_fd=None", .many { (f, a) throws(Raised) in
      let path = try f.path(a[0], of: "open")
      let mode = a[2].isUnbound ? 0o777 : try f.int32(a[2])
      let flags = try f.int32(a[1])
      return .int(
        Int(try retrying(f, path.given) { Glibc.open(path.text, flags | O_CLOEXEC, mode_t(truncatingIfNeeded: mode)) }))
    })
    m.function("close", "fd", .one { (f, descriptor) throws(Raised) in
      try f.check(Glibc.close(f.int32(descriptor)))
      return .none
    })
    m.function("read", "fd, length, /", .two { (f, descriptor, length) throws(Raised) in
      let count = try f.index(length)
      if count < 0 { throw f.osError(EINVAL) }
      let descriptor = try f.int32(descriptor)
      // Who made it non-blocking wants to hear that nothing is there yet.
      let waits = try f.check(fcntl(descriptor, F_GETFL)) & O_NONBLOCK == 0
      return .bytes(try InputStream.read(descriptor, count, mayBlock: waits, waits: waits, f))
    })
    m.function("write", "fd, data, /", .two { (f, descriptor, data) throws(Raised) in
      let descriptor = try f.int32(descriptor)
      let bytes = try f.bytesLike(data)
      // What was printed before comes before.
      if descriptor == 1 || descriptor == 2 { try f.interpreter.flushOutput(f) }
      return .int(try retrying(f) { Glibc.write(descriptor, bytes, bytes.count) })
    })
    m.function("lseek", "fd, position, whence, /", .three { (f, descriptor, position, whence) throws(Raised) in
      .int(try f.check(Glibc.lseek(f.int32(descriptor), f.index(position), f.int32(whence))))
    })
    m.function("fstat", "fd", .one { (f, descriptor) throws(Raised) in
      var status = Glibc.stat()
      try f.check(Glibc.fstat(f.int32(descriptor), &status))
      return value(of: status, f)
    })
    m.function("fsync", "fd", .one { (f, descriptor) throws(Raised) in
      try f.check(Glibc.fsync(f.fileDescriptor(descriptor)))
      return .none
    })
    m.function("ftruncate", "fd, length, /", .two { (f, descriptor, length) throws(Raised) in
      try f.check(Glibc.ftruncate(f.int32(descriptor), f.index(length)))
      return .none
    })
    m.function("isatty", "fd, /", .one { (f, descriptor) throws(Raised) in
      .bool(Glibc.isatty(try f.int32(descriptor)) == 1)
    })
    m.function("ttyname", "fd, /", .one { (f, descriptor) throws(Raised) in
      guard let name = Glibc.ttyname(try f.int32(descriptor)) else { throw f.osError(errno) }
      return .object(SystemText.decode(name))
    })
    m.function("dup", "fd, /", .one { (f, descriptor) throws(Raised) in
      .int(Int(try f.check(fcntl(f.int32(descriptor), F_DUPFD_CLOEXEC, 0))))
    })
    m.function("dup2", "fd, fd2, inheritable=True", .three { (f, from, to, inheritable) throws(Raised) in
      let target = try f.int32(to)
      if target == 1 || target == 2 { try f.interpreter.flushOutput(f) }
      let inherits = inheritable.isUnbound ? true : try f.truth(inheritable)
      return .int(Int(try f.check(dup3OrSame(f.int32(from), target, inherits))))
    })
    m.function("pipe", "", .zero { (f) throws(Raised) in
      var ends: [Int32] = [0, 0]
      try f.check(ppd_pipe(&ends))
      return .tuple([.int(Int(ends[0])), .int(Int(ends[1]))])
    })
    m.function("get_inheritable", "fd, /", .one { (f, descriptor) throws(Raised) in
      .bool(try f.check(fcntl(f.int32(descriptor), F_GETFD)) & FD_CLOEXEC == 0)
    })
    m.function("set_inheritable", "fd, inheritable, /", .two { (f, descriptor, inheritable) throws(Raised) in
      try f.check(fcntl(f.int32(descriptor), F_SETFD, f.truth(inheritable) ? 0 : FD_CLOEXEC))
      return .none
    })
    m.function("get_blocking", "fd, /", .one { (f, descriptor) throws(Raised) in
      .bool(try f.check(fcntl(f.int32(descriptor), F_GETFL)) & O_NONBLOCK == 0)
    })
    m.function("set_blocking", "fd, blocking, /", .two { (f, descriptor, blocking) throws(Raised) in
      let descriptor = try f.int32(descriptor)
      let flags = try f.check(fcntl(descriptor, F_GETFL))
      try f.check(fcntl(descriptor, F_SETFL, f.truth(blocking) ? flags & ~O_NONBLOCK : flags | O_NONBLOCK))
      return .none
    })
  }

  private static func dup3OrSame(_ from: Int32, _ to: Int32, _ inherits: Bool) -> Int32 {
    from == to || inherits ? dup2(from, to) : ppd_dup_private(from, to)
  }

  /// Repeats a system call that a signal interrupts, once its handler has run.
  static func retrying<T: SignedInteger>(
    _ f: Frame, _ fileName: Value = .unbound, _ call: () -> T
  ) throws(Raised) -> T {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw f.osError(errno, fileName) }
      try f.interpreter.handlePendingSignals(f)
    }
  }
}

extension Frame {
  /// A descriptor, or an object with `fileno()`.
  public func fileDescriptor(_ value: Value) throws(Raised) -> Int32 {
    if value.bigInt != nil { return try int32(value) }
    guard let method = try optionalAttribute(of: value, interpreter.intern("fileno")) else {
      throw typeError("argument must be an int, or have a fileno() method.")
    }
    let descriptor = try int32(call(method))
    if descriptor < 0 { throw valueError("file descriptor cannot be a negative integer (\(descriptor))") }
    return descriptor
  }
}
