// A manager's server that runs while a test attacks it, and connections to it byte by byte.
import CPosixShim
import Glibc
import ManagerWire
import TestSupport

/// A ppd that serves. Ends with this object.
final class LiveServer {
  let pid: pid_t
  let address: Address
  let key: [UInt8]
  private let folder: String

  init(script: String, key: String) throws {
    self.key = Array(key.utf8)
    var template = Array("/tmp/ppd-live-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder")
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    address = .unix(path: folder + "/socket")
    let text = "address, key = \(String(reflecting: folder + "/socket")), b'\(key)'\n" + script
    var child: pid_t = 0
    let words: [String] = [Programs.ppd, "-c", text]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { word in strdup(word) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    precondition(posix_spawn(&child, Programs.ppd, nil, nil, &arguments, environ) == 0, "ppd does not start")
    pid = child
    for _ in 0..<400 where access(folder + "/socket", F_OK) != 0 { usleep(25_000) }
  }

  deinit {
    kill(pid, SIGKILL)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    unlink(folder + "/socket")
    rmdir(folder)
  }

  var isAlive: Bool {
    var status: Int32 = 0
    return waitpid(pid, &status, WNOHANG) == 0
  }

  /// The memory that the server has in use, in KiB.
  var residentMemory: Int {
    let status = readText("/proc/\(pid)/status") ?? ""
    guard let rest = status.text(after: "VmRSS:") else { return 0 }
    return Int(rest.split(separator: "\n")[0].split(separator: " ").first { Int($0) != nil } ?? "0") ?? 0
  }

  func connect() throws -> RawPeer { try RawPeer(to: address) }
}

/// A connection that sends whatever it is told to.
final class RawPeer {
  private let descriptor: Int32
  private let reader = FrameReader(limit: 1 << 20)

  init(to address: Address) throws {
    descriptor = try StreamSocket.connect(to: address)
    _ = ppd_set_blocking(descriptor, 1)
    _ = ppd_set_timeout(descriptor, SO_RCVTIMEO, 5_000_000_000)
    _ = ppd_set_timeout(descriptor, SO_SNDTIMEO, 5_000_000_000)
  }

  deinit { close(descriptor) }

  /// Sends bytes as they are; a peer that has closed is no matter.
  func send(raw bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { ppd_send(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  func send(_ message: [UInt8]) { send(raw: Framing.frame(message)) }

  /// The next message; nil when the peer has closed or has nothing to say for five seconds.
  func receive() -> [UInt8]? {
    while true {
      do {
        if let message = try reader.next() { return Array(message) }
        guard case .bytes = try reader.fill(from: descriptor) else { return nil }
      } catch {
        return nil
      }
    }
  }

  /// Whether the peer closes within so many seconds.
  func waitForEnd(seconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, seconds * 1000) > 0 else { return false }
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
    return count == 0 || (count < 0 && errno == ECONNRESET)
  }

  /// The handshake; false when the peer does not accept it.
  func authenticate(key: [UInt8]) throws -> Bool {
    var handshake = try Handshake(.client, key: key)
    while !handshake.isDone {
      guard let message = receive() else { return false }
      let reply = handshake.receive(message)
      for message in reply.messages { send(message) }
      if reply.failure != nil { return false }
    }
    return true
  }
}
