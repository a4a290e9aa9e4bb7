// Making sockets: listening, accepting, connecting.
import CPosixShim
import Glibc
import Multiprocess

/// Stream sockets of both families. The functions throw `SystemError` and `WireError.badAddress`.
public enum StreamSocket {
  /// Makes a socket that listens, non-blocking; a path's socket can be opened by its owner only (mode 0600).
  /// - Returns: the descriptor and the address with the port that was given to it.
  public static func listen(at address: Address, backlog: Int32) throws -> (descriptor: Int32, address: Address) {
    switch address {
    case .unix(let path):
      let descriptor = try check("socket", ppd_stream_socket(AF_UNIX))
      do {
        // The mask, not a later chmod: nobody may open it in between.
        let mask = umask(0o177)
        defer { umask(mask) }
        try withUnixAddress(path) { try check("bind", bind(descriptor, $0, $1)) }
        return (try listen(descriptor, backlog), address)
      } catch {
        close(descriptor)
        throw error
      }
    case .tcp(let host, let port):
      let descriptor = try firstThatWorks(host: host, port: port, isPassive: true) { info in
        let descriptor = try check("socket", ppd_stream_socket(info.ai_family))
        do {
          _ = ppd_set_option(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
          try check("bind", bind(descriptor, info.ai_addr, info.ai_addrlen))
          return try listen(descriptor, backlog)
        } catch {
          close(descriptor)
          throw error
        }
      }
      return (descriptor, try numericAddress { getsockname(descriptor, $0, $1) } ?? address)
    }
  }

  private static func listen(_ descriptor: Int32, _ backlog: Int32) throws -> Int32 {
    try check("listen", Glibc.listen(descriptor, backlog))
    try check("fcntl", ppd_set_blocking(descriptor, 0))
    return descriptor
  }

  /// A connection that somebody has opened, non-blocking; nil when there is none.
  public static func accept(_ listener: Int32) throws(SystemError) -> Int32? {
    while true {
      let descriptor = ppd_accept(listener)
      if descriptor >= 0 {
        sendWithoutDelay(descriptor)
        return descriptor
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EAGAIN: return nil
      default: throw SystemError("accept")
      }
    }
  }

  /// Begins to connect. The descriptor is non-blocking, and writable once `connectionOutcome` has something to say.
  public static func connect(to address: Address) throws -> Int32 {
    switch address {
    case .unix(let path):
      let descriptor = try check("socket", ppd_stream_socket(AF_UNIX))
      do {
        try check("fcntl", ppd_set_blocking(descriptor, 0))
        try withUnixAddress(path) { try begin(Glibc.connect(descriptor, $0, $1)) }
      } catch {
        close(descriptor)
        throw error
      }
      return descriptor
    case .tcp(let host, let port):
      return try firstThatWorks(host: host.isEmpty ? "localhost" : host, port: port, isPassive: false) { info in
        let descriptor = try check("socket", ppd_stream_socket(info.ai_family))
        do {
          try check("fcntl", ppd_set_blocking(descriptor, 0))
          try begin(Glibc.connect(descriptor, info.ai_addr, info.ai_addrlen))
        } catch {
          close(descriptor)
          throw error
        }
        sendWithoutDelay(descriptor)
        return descriptor
      }
    }
  }

  private static func begin(_ result: Int32) throws(SystemError) {
    if result == 0 || errno == EINPROGRESS || errno == EINTR { return }
    throw SystemError("connect")
  }

  /// What a connection that was begun has come to. Throws `SystemError` when it could not be made.
  public static func connectionOutcome(_ descriptor: Int32) throws(SystemError) {
    let code = ppd_connect_error(descriptor)
    if code != 0 { throw SystemError("connect", code: code) }
  }

  /// Has small messages leave at once; nothing for Unix sockets.
  private static func sendWithoutDelay(_ descriptor: Int32) {
    _ = ppd_set_option(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
  }

  // MARK: Addresses

  private static func withUnixAddress(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Void
  ) throws {
    var address = sockaddr_un()
    var text = path
    let size = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { ppd_unix_address(&address, $0.baseAddress, $0.count) }
    }
    if size == 0 { throw WireError.badAddress("AF_UNIX path too long") }
    try withUnsafePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body($0, size) }
    }
  }

  /// Tries the addresses that a host name stands for, in turn. Throws what the last one came to.
  private static func firstThatWorks(
    host: String, port: UInt16, isPassive: Bool, _ body: (addrinfo) throws -> Int32
  ) throws -> Int32 {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = isPassive ? AI_PASSIVE : 0
    // All interfaces means those of IPv4, as in CPython.
    if isPassive, host.isEmpty { hints.ai_family = AF_INET }
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host.isEmpty ? nil : host, String(port), &hints, &found)
    guard code == 0, let first = found else {
      throw WireError.badAddress("\(String(cString: gai_strerror(code))): \(host)")
    }
    defer { freeaddrinfo(found) }
    var failure: any Error = WireError.badAddress("no address for \(host)")
    var next: UnsafeMutablePointer<addrinfo>? = first
    while let info = next {
      do { return try body(info.pointee) } catch { failure = error }
      next = info.pointee.ai_next
    }
    throw failure
  }

  /// The address of the other end; nil where it has none, as clients of Unix sockets.
  public static func peerAddress(_ descriptor: Int32) -> Address? {
    try? numericAddress { getpeername(descriptor, $0, $1) }
  }

  private static func numericAddress(
    _ read: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) throws -> Address? {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var text = [CChar](repeating: 0, count: 64)
    try withUnsafeMutablePointer(to: &storage) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        try check("getsockname", read(address, &size))
        guard address.pointee.sa_family != UInt16(AF_UNIX) else { return }
        let code = getnameinfo(address, size, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
        if code != 0 { throw WireError.badAddress(String(cString: gai_strerror(code))) }
      }
    }
    if storage.ss_family == UInt16(AF_UNIX) { return nil }
    // The port stands at the same place in the addresses of both families.
    let port = withUnsafeBytes(of: &storage) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
    return .tcp(host: String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self), port: port)
  }

  @discardableResult
  private static func check(_ call: String, _ result: Int32) throws(SystemError) -> Int32 {
    if result < 0 { throw SystemError(call) }
    return result
  }
}
