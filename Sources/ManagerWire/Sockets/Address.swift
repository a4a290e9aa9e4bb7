// Where a server listens.

/// A stream socket's address.
public enum Address: Hashable, Sendable {
  /// A host's name or number, empty for all interfaces, and a port, 0 for any.
  case tcp(host: String, port: UInt16)
  /// A path, or one of Linux' abstract names where it begins with a null character.
  case unix(path: String)
}

extension Address: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tcp(let host, let port): "\(host.isEmpty ? "*" : host):\(port)"
    case .unix(let path): String(path.map { $0 == "\0" ? "@" : $0 })
    }
  }

  /// Whether only this machine can reach it.
  public var isLocal: Bool {
    switch self {
    case .unix: true
    case .tcp(let host, _): host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
  }
}

extension Address {
  /// Whether a client on this machine that connects here comes to a server that listens at `server`.
  public func reaches(_ server: Address) -> Bool {
    if self == server { return true }
    guard case .tcp(_, let port) = self, case .tcp(let host, let servedPort) = server, port == servedPort else { return false }
    return isLocal && (server.isLocal || host == "0.0.0.0" || host == "::")
  }
}

extension String {
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
