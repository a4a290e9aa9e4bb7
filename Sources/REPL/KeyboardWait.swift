// Waiting for a key while the children's output is served and signals are acted on.
import CPosixShim
import Glibc

/// Waits until standard input has something to read.
struct KeyboardWait {
  enum Outcome {
    case ready
    /// The background had something to do.
    case served
    case wakeup(Wakeup)
  }

  private let background: any Background
  private let milliseconds: Int32

  /// - Parameter milliseconds: after how many to look at the background, whatever it asks for; -1 for what it asks for.
  init(_ background: any Background, atMost milliseconds: Int32 = -1) {
    self.background = background
    self.milliseconds = milliseconds
  }

  /// Waits for a key, or for a signal that whoever edits has to know of; serves the background, once, when it asks for
  /// that.
  func wait() -> Outcome {
    var waits = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: background.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&waits, milliseconds: milliseconds >= 0 ? milliseconds : background.interval)
    if ready < 0 {
      guard errno == EINTR else { return .ready }
      if let wakeup = background.serveSignals() { return .wakeup(wakeup) }
      // Signals that come again and again leave the keyboard its turn.
      waits[0].revents = 0
      _ = Glibc.poll(&waits, 1, 0)
    }
    if waits[0].revents != 0 { return .ready }
    background.serve()
    return .served
  }

  private func poll(_ waits: inout [pollfd], milliseconds: Int32) -> Int32 {
    guard milliseconds >= 0 else { return ppd_wait_any(&waits, nfds_t(waits.count), nil) }
    var time = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    return ppd_wait_any(&waits, nfds_t(waits.count), &time)
  }
}
