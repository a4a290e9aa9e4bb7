// CPython's clients on this machine: the system says which process is at the other end of a Unix socket, and when it ends.
import CPosixShim
import Glibc
import Interpreter

/// A process that holds objects by requests that name nobody.
final class Neighbour {
  let client: ClientObject
  /// Polls readable once the process has ended.
  let descriptor: Int32

  /// Tokens of polled neighbours: this and the process' number.
  static let firstToken: UInt64 = 1 << 62

  init(_ client: ClientObject, descriptor: Int32) {
    self.client = client
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

extension ManagerServer {
  /// For whom a session's process holds objects until it ends; nil where the process is not known.
  func neighbour(_ session: Session, _ f: Frame) -> ClientObject? {
    guard case .unix = address else { return nil }
    let process = ppd_peer_process(session.descriptor)
    if process == 0 { return nil }
    if let known = neighbours[process] {
      if ppd_poll_readable(known.descriptor, 0) == 0 { return known.client }
      // Its number is another's now.
      forgetNeighbour(process)
    }
    let descriptor = ppd_pidfd_open(process)
    if descriptor < 0 { return nil }
    let made = Neighbour(ClientObject(mark: "", f), descriptor: descriptor)
    guard ppd_poll_control(poll, 0, descriptor, 1, 0, Neighbour.firstToken + UInt64(process)) == 0 else { return nil }
    neighbours[process] = made
    return made.client
  }

  /// The process has ended: what it held goes.
  func forgetNeighbour(_ process: pid_t) {
    if let gone = neighbours.removeValue(forKey: process) { forget(gone.client) }
  }
}
