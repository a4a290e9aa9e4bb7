// The module `socket`: the system calls are here, on descriptors and raw addresses; the rest is written in Python.
import CPosixShim
import Glibc

enum SocketModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constants([
      "AF_UNSPEC": AF_UNSPEC, "AF_UNIX": AF_UNIX, "AF_INET": AF_INET, "AF_INET6": AF_INET6,
      "SOCK_STREAM": Int32(SOCK_STREAM.rawValue), "SOCK_DGRAM": Int32(SOCK_DGRAM.rawValue),
      "SOCK_SEQPACKET": Int32(SOCK_SEQPACKET.rawValue), "SOL_SOCKET": SOL_SOCKET, "SO_REUSEADDR": SO_REUSEADDR,
      "SO_REUSEPORT": SO_REUSEPORT, "SO_KEEPALIVE": SO_KEEPALIVE, "SO_BROADCAST": SO_BROADCAST, "SO_ERROR": SO_ERROR,
      "SO_RCVBUF": SO_RCVBUF, "SO_SNDBUF": SO_SNDBUF, "SO_TYPE": SO_TYPE, "SO_LINGER": SO_LINGER,
      "SO_RCVTIMEO": SO_RCVTIMEO, "SO_SNDTIMEO": SO_SNDTIMEO, "SOMAXCONN": SOMAXCONN, "TCP_NODELAY": TCP_NODELAY,
      "IPPROTO_IP": Int32(IPPROTO_IP), "IPPROTO_TCP": Int32(IPPROTO_TCP), "IPPROTO_UDP": Int32(IPPROTO_UDP),
      "IPPROTO_IPV6": Int32(IPPROTO_IPV6), "IPV6_V6ONLY": IPV6_V6ONLY, "SHUT_RD": Int32(SHUT_RD),
      "SHUT_WR": Int32(SHUT_WR), "SHUT_RDWR": Int32(SHUT_RDWR), "MSG_PEEK": Int32(MSG_PEEK),
      "MSG_WAITALL": Int32(MSG_WAITALL), "MSG_DONTWAIT": Int32(MSG_DONTWAIT),
      "MSG_NOSIGNAL": Int32(MSG_NOSIGNAL), "AI_PASSIVE": AI_PASSIVE, "AI_CANONNAME": AI_CANONNAME,
      "AI_NUMERICHOST": AI_NUMERICHOST, "NI_NUMERICHOST": NI_NUMERICHOST, "EAI_NONAME": EAI_NONAME,
      "EAI_FAMILY": EAI_FAMILY, "INADDR_ANY": 0,
    ])
    defineMaking(m)
    defineTransfer(m)
    defineOptions(m)
    defineNames(m)
    try m.source(SocketLibrary.source)
    try m.source(SocketLibrary.functions)
  }

  // MARK: Making and connecting

  private static let closeOnExec = Int32(SOCK_CLOEXEC.rawValue)

  private static func defineMaking(_ m: ModuleBuilder) {
    m.function("_socket", "family, type, proto, /", .three { (f, family, type, proto) throws(Raised) in
      .int(Int(try f.check(Glibc.socket(f.int32(family), f.int32(type) | closeOnExec, f.int32(proto)))))
    })
    m.function("_socketpair", "family, type, proto, /", .three { (f, family, type, proto) throws(Raised) in
      var pair: [Int32] = [0, 0]
      try f.check(Glibc.socketpair(f.int32(family), f.int32(type) | closeOnExec, f.int32(proto), &pair))
      return .tuple([.int(Int(pair[0])), .int(Int(pair[1]))])
    })
    m.function("_bind", "fd, address, /", .two { (f, descriptor, address) throws(Raised) in
      let (descriptor, bytes) = (try f.int32(descriptor), try f.bytesLike(address))
      try f.check(withAddress(bytes) { Glibc.bind(descriptor, $0, $1) })
      return .none
    })
    // The error's number, 0 for none: one that is still under way is no exception.
    m.function("_connect", "fd, address, /", .two { (f, descriptor, address) throws(Raised) in
      let (descriptor, bytes) = (try f.int32(descriptor), try f.bytesLike(address))
      return .int(withAddress(bytes) { Glibc.connect(descriptor, $0, $1) } == 0 ? 0 : Int(errno))
    })
    m.function("_listen", "fd, backlog, /", .two { (f, descriptor, backlog) throws(Raised) in
      try f.check(Glibc.listen(f.int32(descriptor), f.int32(backlog)))
      return .none
    })
    m.function("_accept", "fd, /", .one { (f, descriptor) throws(Raised) in
      let descriptor = try f.int32(descriptor)
      var made: Int32 = -1
      let address = try readAddress(f) { address, size in
        made = ppd_accept(descriptor)
        return made < 0 ? made : Glibc.getpeername(made, address, size) < 0 && errno != ENOTCONN ? -1 : 0
      }
      try f.check(ppd_set_blocking(made, 1))
      return .tuple([.int(Int(made)), address])
    })
    m.function("_set_blocking", "fd, blocking, /", .two { (f, descriptor, blocking) throws(Raised) in
      try f.check(ppd_set_blocking(f.int32(descriptor), f.truth(blocking) ? 1 : 0))
      return .none
    })
    m.function("_shutdown", "fd, how, /", .two { (f, descriptor, how) throws(Raised) in
      try f.check(Glibc.shutdown(f.int32(descriptor), f.int32(how)))
      return .none
    })
  }

  // MARK: Data

  /// Nothing here waits: what would, raises BlockingIOError.
  private static let doNotWait = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)

  private static func defineTransfer(_ m: ModuleBuilder) {
    m.function("_receive", "fd, size, flags, /", .three { (f, descriptor, size, flags) throws(Raised) in
      let (descriptor, count, flags) = (try f.int32(descriptor), try f.index(size), try f.int32(flags))
      if count < 0 { throw f.valueError("negative buffersize in recv") }
      var bytes = [UInt8](repeating: 0, count: count)
      var result = 0
      let address = try readAddress(f) { address, length in
        result = recvfrom(descriptor, &bytes, count, flags | doNotWait, address, length)
        return result < 0 ? -1 : 0
      }
      return .tuple([.bytes(Array(bytes.prefix(result))), address])
    })
    m.function("_send", "fd, data, flags, address, /", .four { (f, descriptor, data, flags, address) throws(Raised) in
      let (descriptor, bytes) = (try f.int32(descriptor), try f.bytesLike(data))
      let flags = try f.int32(flags) | doNotWait
      let result =
        address.isNone
        ? Glibc.send(descriptor, bytes, bytes.count, flags)
        : withAddress(try f.bytesLike(address)) { sendto(descriptor, bytes, bytes.count, flags, $0, $1) }
      if result < 0 { throw f.osError(errno) }
      return .int(result)
    })
  }

  // MARK: Options and addresses of sockets

  private static func defineOptions(_ m: ModuleBuilder) {
    m.function("_set_option", "fd, level, name, value, /", .four { (f, descriptor, level, name, value) throws(Raised) in
      let (descriptor, level, name) = (try f.int32(descriptor), try f.int32(level), try f.int32(name))
      if value.bigInt != nil {
        try f.check(ppd_set_option(descriptor, level, name, f.int32(value)))
      } else {
        let bytes = try f.bytesLike(value)
        try f.check(setsockopt(descriptor, level, name, bytes, socklen_t(bytes.count)))
      }
      return .none
    })
    m.function("_option", "fd, level, name, size, /", .four { (f, descriptor, level, name, size) throws(Raised) in
      let (descriptor, level, name) = (try f.int32(descriptor), try f.int32(level), try f.int32(name))
      var bytes = [UInt8](repeating: 0, count: max(1, try f.index(size)))
      var length = socklen_t(bytes.count)
      try f.check(getsockopt(descriptor, level, name, &bytes, &length))
      return .bytes(Array(bytes.prefix(Int(length))))
    })
    m.function("_own_address", "fd, /", .one { (f, descriptor) throws(Raised) in
      let descriptor = try f.int32(descriptor)
      return try readAddress(f) { getsockname(descriptor, $0, $1) }
    })
    m.function("_peer_address", "fd, /", .one { (f, descriptor) throws(Raised) in
      let descriptor = try f.int32(descriptor)
      return try readAddress(f) { getpeername(descriptor, $0, $1) }
    })
  }

  private static func withAddress<R>(
    _ bytes: [UInt8], _ body: (UnsafePointer<sockaddr>, socklen_t) -> R
  ) -> R {
    var storage = sockaddr_storage()
    withUnsafeMutableBytes(of: &storage) { $0.copyBytes(from: bytes.prefix($0.count)) }
    return withUnsafePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(bytes.count)) }
    }
  }

  /// The bytes of the address that a call fills in. Raises OSError where it returns less than 0.
  private static func readAddress(
    _ f: Frame, _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) throws(Raised) -> Value {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, &size) }
    }
    if result < 0 { throw f.osError(errno) }
    return .bytes(withUnsafeBytes(of: &storage) { Array($0.prefix(Int(size))) })
  }

  // MARK: Names

  private static func defineNames(_ m: ModuleBuilder) {
    m.function("gethostname", "", .zero { (f) throws(Raised) in
      var name = [CChar](repeating: 0, count: 256)
      try f.check(Glibc.gethostname(&name, name.count - 1))
      return .text(text(name))
    })
    // A list of (family, type, proto, canonical name, raw address), or (code, message) where the name means nothing.
    m.function("_addresses", "host, service, family, type, proto, flags, /", .many { (f, arguments) throws(Raised) in
      var hints = addrinfo()
      hints.ai_family = try f.int32(arguments[2])
      hints.ai_socktype = try f.int32(arguments[3])
      hints.ai_protocol = try f.int32(arguments[4])
      hints.ai_flags = try f.int32(arguments[5])
      var found: UnsafeMutablePointer<addrinfo>?
      let code = getaddrinfo(arguments[0].str?.string, arguments[1].str?.string, &hints, &found)
      if code != 0 { return .tuple([.int(Int(code)), .text(String(cString: gai_strerror(code)))]) }
      defer { freeaddrinfo(found) }
      var entries: ContiguousArray<Value> = []
      var next = found
      while let info = next?.pointee {
        let raw = UnsafeRawBufferPointer(start: info.ai_addr, count: Int(info.ai_addrlen))
        entries.append(.tuple([
          .int(Int(info.ai_family)), .int(Int(info.ai_socktype)), .int(Int(info.ai_protocol)),
          .text(info.ai_canonname.map { String(cString: $0) } ?? ""), .bytes(Array(raw)),
        ]))
        next = info.ai_next
      }
      return .list(entries)
    })
    m.function("_packed", "family, text, /", .two { (f, family, text) throws(Raised) in
      var bytes = [UInt8](repeating: 0, count: 16)
      let family = try f.int32(family)
      guard let text = text.str?.string, Glibc.inet_pton(family, text, &bytes) == 1 else { return .none }
      return .bytes(Array(bytes.prefix(family == AF_INET ? 4 : 16)))
    })
    m.function("_unpacked", "family, packed, /", .two { (f, family, packed) throws(Raised) in
      let bytes = try f.bytesLike(packed)
      var buffer = [CChar](repeating: 0, count: 64)
      guard Glibc.inet_ntop(try f.int32(family), bytes, &buffer, socklen_t(buffer.count)) != nil else {
        throw f.osError(errno)
      }
      return .text(text(buffer))
    })
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
