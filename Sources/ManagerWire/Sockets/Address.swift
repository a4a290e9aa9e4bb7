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
    case .unix(let path): path.replacing("\0", with: "@")
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

extension String {
  fileprivate func replacing(_ old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
