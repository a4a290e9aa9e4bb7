// The module `os.path`: paths of POSIX.
import Glibc

enum PathModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    for (name, text) in [
      ("sep", "/"), ("curdir", "."), ("pardir", ".."), ("extsep", "."), ("pathsep", ":"), ("devnull", "/dev/null"),
      ("defpath", "/bin:/usr/bin"),
    ] {
      m.constant(name, .text(text))
    }
    m.constant("altsep", .none)
    m.constant("supports_unicode_filenames", .bool(false))
    defineSplitting(m)
    defineTests(m)
    defineLookups(m)
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  // MARK: Taking apart and putting together

  private static func defineSplitting(_ m: ModuleBuilder) {
    m.function("join", "a, *p", .many(join))
    m.function("split", "p", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      let (head, tail) = split(path.bytes)
      return .tuple([path.value(head), path.value(tail)])
    })
    m.function("basename", "p", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      return path.value(split(path.bytes).tail)
    })
    m.function("dirname", "p", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      return path.value(split(path.bytes).head)
    })
    m.function("splitext", "p", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      let start = (path.bytes.lastIndex(of: slash) ?? -1) + 1
      // Dots at the beginning of the name begin no extension.
      let name = path.bytes[start...].drop { $0 == dot }
      let end = name.lastIndex(of: dot) ?? path.bytes.count
      return .tuple([path.value(path.bytes[..<end]), path.value(path.bytes[end...])])
    })
    m.function("splitdrive", "p", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      return .tuple([path.value([]), path.value(path.bytes)])
    })
    m.function("splitroot", "p", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      let slashes = path.bytes.prefix { $0 == slash }.count
      let root = slashes == 2 ? 2 : min(slashes, 1)
      return .tuple([path.value([]), path.value(path.bytes[..<root]), path.value(path.bytes[root...])])
    })
    m.function("isabs", "s", .one { (f, path) throws(Raised) in .bool(try f.path(path).bytes.first == slash) })
    m.function("normpath", "path", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      return path.value(normalized(path.bytes))
    })
    m.function("normcase", "s", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      return path.value(path.bytes)
    })
    m.function("abspath", "path", .one { (f, path) throws(Raised) in
      let path = try f.path(path)
      return path.value(try absolute(path.bytes, f))
    })
    m.function("relpath", "path, start=None", .two(relative))
    m.function("commonprefix", "m", .one(commonPrefix))
    m.function("commonpath", "paths", .one(commonPath))
    m.function("expanduser", "path", .one(expandUser))
    m.function("expandvars", "path", .one(expandVariables))
  }

  private static func join(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let first = try f.path(a[0])
    var result = first.bytes
    for value in a.starred(1) {
      guard let plain = try f.fileSystemPath(value) else {
        throw f.typeError("join() argument must be str, bytes, or os.PathLike object, not '\(f.typeName(value))'")
      }
      if (plain.bytes != nil) != first.isBytes { throw f.typeError("Can't mix strings and bytes in path components") }
      let part = try f.path(plain).bytes
      if part.first == slash {
        result = part
      } else {
        if let last = result.last, last != slash { result.append(slash) }
        result += part
      }
    }
    return first.value(result)
  }

  private static func split(_ path: [UInt8]) -> (head: [UInt8], tail: [UInt8]) {
    let start = (path.lastIndex(of: slash) ?? -1) + 1
    var head = path[..<start]
    if head.contains(where: { $0 != slash }) {
      while head.last == slash { head.removeLast() }
    }
    return (Array(head), Array(path[start...]))
  }

  private static func normalized(_ path: [UInt8]) -> [UInt8] {
    let slashes = path.prefix { $0 == slash }.count
    let root = [UInt8](repeating: slash, count: slashes == 2 ? 2 : min(slashes, 1))
    var parts: [ArraySlice<UInt8>] = []
    let up = [dot, dot][...]
    for part in path.split(separator: slash) where part != [dot] {
      if part != up || (root.isEmpty && (parts.isEmpty || parts.last == up)) {
        parts.append(part)
      } else if !parts.isEmpty {
        parts.removeLast()
      }
    }
    let result = root + parts.joined(separator: [slash])
    return result.isEmpty ? [dot] : result
  }

  private static func absolute(_ path: [UInt8], _ f: Frame) throws(Raised) -> [UInt8] {
    if path.first == slash { return normalized(path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { throw f.osError(errno) }
    return normalized(buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) } + [slash] + path)
  }

  private static func relative(_ f: Frame, _ given: Value, _ start: Value) throws(Raised) -> Value {
    let path = try f.path(given)
    if path.bytes.isEmpty { throw f.valueError("no path specified") }
    let startBytes = start.isUnbound || start.isNone ? [dot] : try f.path(start).bytes
    let from = try absolute(startBytes, f).split(separator: slash)
    let to = try absolute(path.bytes, f).split(separator: slash)
    let common = zip(from, to).prefix { $0 == $1 }.count
    let parts = [ArraySlice<UInt8>](repeating: [dot, dot], count: from.count - common) + to[common...]
    return path.value(parts.isEmpty ? [dot] : Array(parts.joined(separator: [slash])))
  }

  private static func commonPrefix(_ f: Frame, _ list: Value) throws(Raised) -> Value {
    let items = try f.collect(list)
    if items.isEmpty { return .object(Str.empty) }
    var paths: [Path] = []
    for item in items { paths.append(try f.path(item)) }
    var common = paths[0].bytes[...]
    for path in paths { common = common.prefix(zip(common, path.bytes).prefix { $0 == $1 }.count) }
    return paths[0].value(common)
  }

  private static func commonPath(_ f: Frame, _ list: Value) throws(Raised) -> Value {
    let items = try f.collect(list)
    if items.isEmpty { throw f.valueError("commonpath() arg is an empty sequence") }
    var paths: [Path] = []
    for item in items { paths.append(try f.path(item)) }
    if Set(paths.map { $0.bytes.first == slash }).count > 1 {
      throw f.valueError("Can't mix absolute and relative paths")
    }
    let parts = paths.map { $0.bytes.split(separator: slash).filter { $0 != [dot] } }
    var common = parts[0][...]
    for part in parts { common = common.prefix(zip(common, part).prefix { $0 == $1 }.count) }
    let root: [UInt8] = paths[0].bytes.first == slash ? [slash] : []
    return paths[0].value(root + common.joined(separator: [slash]))
  }

  private static func expandUser(_ f: Frame, _ given: Value) throws(Raised) -> Value {
    let path = try f.path(given)
    guard path.bytes.first == UInt8(ascii: "~") else { return path.value(path.bytes) }
    let end = path.bytes.firstIndex(of: slash) ?? path.bytes.count
    let user = path.bytes[1..<end]
    var home: UnsafePointer<CChar>?
    if user.isEmpty {
      home = getenv("HOME").map { UnsafePointer($0) } ?? getpwuid(getuid())?.pointee.pw_dir.map { UnsafePointer($0) }
    } else {
      home = getpwnam(user.map { CChar(bitPattern: $0) } + [0])?.pointee.pw_dir.map { UnsafePointer($0) }
    }
    guard let home else { return path.value(path.bytes) }
    var bytes = Array(UnsafeRawBufferPointer(start: home, count: strlen(home)))
    while bytes.last == slash { bytes.removeLast() }
    let result = bytes + path.bytes[end...]
    return path.value(result.isEmpty ? [slash] : result)
  }

  private static func expandVariables(_ f: Frame, _ given: Value) throws(Raised) -> Value {
    let path = try f.path(given)
    var result: [UInt8] = []
    var rest = path.bytes[...]
    func isNamePart(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "_") || Character(Unicode.Scalar(byte)).isASCIILetterOrDigit
    }
    while let start = rest.firstIndex(of: UInt8(ascii: "$")) {
      result += rest[..<start]
      rest = rest[start...]
      let name: ArraySlice<UInt8>
      let length: Int
      if rest.dropFirst().first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
        name = rest[(start + 2)..<end]
        length = end + 1 - start
      } else {
        name = rest.dropFirst().prefix(while: isNamePart)
        length = name.count + 1
      }
      if !name.isEmpty, let value = getenv(name.map { CChar(bitPattern: $0) } + [0]) {
        result += UnsafeRawBufferPointer(start: value, count: strlen(value))
      } else {
        result += rest.prefix(length)
      }
      rest = rest.dropFirst(length)
    }
    return path.value(result + rest)
  }

  // MARK: Questions to the file system

  private static func status(_ value: Value, follows: Bool = true, _ f: Frame) throws(Raised) -> stat? {
    var status = stat()
    do {
      switch try f.pathOrDescriptor(value, of: "stat") {
      case .path(let path): return (follows ? stat(path.text, &status) : lstat(path.text, &status)) == 0 ? status : nil
      case .descriptor(let descriptor): return fstat(descriptor, &status) == 0 ? status : nil
      }
    } catch where error.exception.type === f.types[.ValueError] {
      // A path with a null character names nothing.
      return nil
    }
  }

  private static func defineTests(_ m: ModuleBuilder) {
    func test(_ name: String, follows: Bool = true, _ holds: @escaping (stat) -> Bool) {
      m.function(name, "path", .one { (f, path) throws(Raised) in
        .bool(try status(path, follows: follows, f).map(holds) ?? false)
      })
    }
    func isForm(_ form: mode_t) -> (stat) -> Bool { { $0.st_mode & S_IFMT == form } }
    test("exists") { _ in true }
    test("lexists", follows: false) { _ in true }
    test("isfile", isForm(S_IFREG))
    test("isdir", isForm(S_IFDIR))
    test("islink", follows: false, isForm(S_IFLNK))
    m.function("isjunction", "path", .one { (f, path) throws(Raised) in
      _ = try f.path(path)
      return .bool(false)
    })
    m.function("ismount", "path", .one { (f, path) throws(Raised) in
      guard let own = try status(path, follows: false, f), own.st_mode & S_IFMT == S_IFDIR else { return .bool(false) }
      var parent = stat()
      let above = try f.path(path).bytes + Array("/..".utf8)
      guard lstat(above.map { CChar(bitPattern: $0) } + [0], &parent) == 0 else { return .bool(false) }
      return .bool(own.st_dev != parent.st_dev || own.st_ino == parent.st_ino)
    })
    m.function("samefile", "f1, f2", .two { (f, one, other) throws(Raised) in
      let (one, other) = (try existing(one, f), try existing(other, f))
      return .bool(one.st_ino == other.st_ino && one.st_dev == other.st_dev)
    })
  }

  /// The status of a file that must exist.
  private static func existing(_ value: Value, _ f: Frame) throws(Raised) -> stat {
    var status = stat()
    switch try f.pathOrDescriptor(value, of: "stat") {
    case .path(let path): try f.check(stat(path.text, &status), path.given)
    case .descriptor(let descriptor): try f.check(fstat(descriptor, &status))
    }
    return status
  }

  private static func defineLookups(_ m: ModuleBuilder) {
    m.function("getsize", "filename", .one { (f, path) throws(Raised) in .int(Int(try existing(path, f).st_size)) })
    let times: KeyValuePairs<String, (stat) -> timespec> = [
      "getmtime": { $0.st_mtim }, "getatime": { $0.st_atim }, "getctime": { $0.st_ctim },
    ]
    for (name, time) in times {
      m.function(name, "filename", .one { (f, path) throws(Raised) in
        let time = time(try existing(path, f))
        return .float(Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
      })
    }
    m.function("realpath", "filename, *, strict=False", .many { (f, a) throws(Raised) in
      let path = try f.path(a[0])
      let strict = a[1].isUnbound ? false : try f.truth(a[1])
      return path.value(try real(path, strict: strict, f))
    })
  }

  /// The path without symbolic links. What does not exist stays as it is, unless `strict`.
  private static func real(_ path: Path, strict: Bool, _ f: Frame) throws(Raised) -> [UInt8] {
    var rest = Array((path.bytes.first == slash ? path.bytes : try absolute([dot], f) + [slash] + path.bytes)
      .split(separator: slash).reversed())
    var done: [UInt8] = []
    var links = 0
    while let part = rest.popLast() {
      if part == [dot] { continue }
      if part == [dot, dot] {
        done = Array(done[..<(done.lastIndex(of: slash) ?? 0)])
        continue
      }
      let next = done + [slash] + part
      var target = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(next.map { CChar(bitPattern: $0) } + [0], &target, target.count)
      if count < 0 {
        if strict, errno != EINVAL { throw f.osError(errno, path.value(next)) }
        done = next
        continue
      }
      links += 1
      if links > 40 {
        if strict { throw f.osError(ELOOP, path.value(next)) }
        done = next
        continue
      }
      let bytes = target[..<count].map { UInt8(bitPattern: $0) }
      if bytes.first == slash { done = [] }
      rest += bytes.split(separator: slash).reversed()
    }
    return done.isEmpty ? [slash] : done
  }
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
