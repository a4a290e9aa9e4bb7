// What goes wrong between peers, as Python's exceptions.
import Glibc
import Interpreter
import ManagerWire
import Multiprocess

extension Frame {
  /// The Python exception for an error of the wire. `peer` says whom the conversation was with.
  func raised(_ error: any Error, peer: Address) -> Raised {
    switch error {
    case let error as WireError: return raised(error, peer)
    case let error as SystemError:
      return osError(error.code, .text(peer.description))
    default: return raised(error)
    }
  }

  private func raised(_ failure: WireError, _ peer: Address) -> Raised {
    switch failure {
    case .closed: return error(types[.EOFError])
    case .tooLarge(let announced, let limit):
      return error(.OSError, "bad message length: \(peer) announced \(announced) bytes, and \(limit) are the most")
    case .malformed(let what): return error(.OSError, "\(peer) does not speak the protocol of multiprocessing: \(what)")
    case .wrongAnswer: return authenticationError("digest received was wrong")
    case .rejected: return authenticationError("digest sent was rejected")
    case .unknownDigest(let name):
      return authenticationError("\(peer) wants the digest '\(name)', which ppd does not have")
    case .timedOut: return error(.TimeoutError, "\(peer) did not answer in time")
    case .badAddress(let what): return error(.OSError, what)
    }
  }

  private func authenticationError(_ message: String) -> Raised {
    error(types[module: "multiprocessing.AuthenticationError"], .text(message))
  }

  /// The address that a script gives: a path, or a host and a port. `family` is its name, or unbound.
  func socketAddress(_ value: Value, family: Value = .unbound) throws(Raised) -> Address {
    var address: Address?
    if let path = value.payload.str {
      address = .unix(path: path.string)
    } else if let path = value.payload.bytes {
      address = .unix(path: String(decoding: path.bytes, as: UTF8.self))
    } else if let parts = value.payload.tuple?.items, parts.count == 2, let host = parts[0].payload.str {
      let number = try index(parts[1])
      guard let port = UInt16(exactly: number) else { throw overflowError("bind(): port must be 0-65535.") }
      address = .tcp(host: host.string, port: port)
    }
    guard let address else { throw valueError("address type of \(try repr(value).string) unrecognized") }
    if let name = family.str?.string, name != address.familyName {
      guard ["AF_INET", "AF_UNIX", "AF_INET6"].contains(name) else {
        throw valueError("Family \(name) is not recognized.")
      }
      if !(name == "AF_INET6" && address.familyName == "AF_INET") {
        throw valueError("the address \(try repr(value).string) is none of the family \(name)")
      }
    }
    return address
  }

  /// The bytes of a key, nil for None and where none was given.
  func key(_ value: Value) throws(Raised) -> [UInt8]? {
    if value.isUnbound || value.isNone { return nil }
    guard let key = value.payload.bytes else { throw typeError("authkey should be a byte string") }
    return key.bytes
  }
}

extension Address {
  var familyName: String {
    switch self {
    case .tcp: "AF_INET"
    case .unix: "AF_UNIX"
    }
  }

  /// The address as scripts have it.
  var value: Value {
    switch self {
    case .tcp(let host, let port): .tuple([.text(host), .int(Int(port))])
    case .unix(let path): .text(path)
    }
  }

  /// A path for a socket that nobody else has, in a folder that only this user can enter.
  static func unused() throws(SystemError) -> Address {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/ppd-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError("mkdtemp") }
    return .unix(path: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) + "/listener")
  }

  /// Removes the file of a path's socket, and the folder that `unused` made for it.
  func removeFile() {
    guard case .unix(let path) = self, !path.hasPrefix("\0") else { return }
    unlink(path)
    if path.hasSuffix("/listener"), path.split(separator: "/").dropLast().last?.hasPrefix("ppd-") ?? false {
      rmdir(String(path.dropLast("/listener".count)))
    }
  }
}
