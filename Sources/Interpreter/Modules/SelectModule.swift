// The module `select`: waiting for descriptors that are ready.
import Glibc

enum SelectModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constant("error", .object(m.types[.OSError]))
    m.constants([
      "POLLIN": POLLIN, "POLLPRI": POLLPRI, "POLLOUT": POLLOUT, "POLLERR": POLLERR, "POLLHUP": POLLHUP,
      "POLLNVAL": POLLNVAL,
    ])
    m.function("select", "rlist, wlist, xlist, timeout=None, /", .four(select))
    m.function("_poll", "requests, timeout, /", .two { (f, requests, timeout) throws(Raised) in
      var watched: [pollfd] = []
      for pair in try f.collect(requests) {
        guard let pair = pair.tuple?.items, pair.count == 2 else { throw f.typeError("pairs are required") }
        let events = Int16(truncatingIfNeeded: try f.index(pair[1]))
        watched.append(pollfd(fd: try f.int32(pair[0]), events: events, revents: 0))
      }
      try wait(&watched, timeout.isNone ? nil : f.double(timeout) / 1000, f)
      let ready = watched.filter { $0.revents != 0 }
      return .list(ContiguousArray(ready.map { .tuple([.int(Int($0.fd)), .int(Int($0.revents))]) }))
    })
    try m.source(source)
  }

  /// Waits until one of the descriptors is ready or the seconds have passed; signals' handlers run meanwhile.
  private static func wait(_ watched: inout [pollfd], _ timeout: Double?, _ f: Frame) throws(Raised) {
    try f.interpreter.flushOutput(f)
    let end = timeout.map { monotonicSeconds() + $0 }
    while true {
      let rest = end.map { min(max(0, ($0 - monotonicSeconds()) * 1000), 1e9).rounded(.up) } ?? -1
      let result = poll(&watched, nfds_t(watched.count), Int32(rest))
      if result >= 0 { return }
      if errno != EINTR { throw f.osError(errno) }
      try f.interpreter.handlePendingSignals(f)
    }
  }

  private static func select(
    _ f: Frame, _ reading: Value, _ writing: Value, _ exceptional: Value, _ timeout: Value
  ) throws(Raised) -> Value {
    let lists = [try f.collect(reading), try f.collect(writing), try f.collect(exceptional)]
    var seconds: Double?
    if !timeout.isUnbound, !timeout.isNone {
      let given = try f.double(timeout)
      if given < 0 { throw f.valueError("timeout must be non-negative") }
      seconds = given
    }
    let events = [POLLIN, POLLOUT, POLLPRI]
    var watched: [pollfd] = []
    for (list, event) in zip(lists, events) {
      for item in list { watched.append(pollfd(fd: try descriptor(item, f), events: Int16(event), revents: 0)) }
    }
    try wait(&watched, seconds, f)
    var next = 0
    var ready: ContiguousArray<Value> = []
    for list in lists {
      var members: ContiguousArray<Value> = []
      for item in list {
        if Int32(watched[next].revents) & POLLNVAL != 0 { throw f.osError(EBADF) }
        if watched[next].revents != 0 { members.append(item) }
        next += 1
      }
      ready.append(.list(members))
    }
    return .tuple(ready)
  }

  /// The descriptor that an int is, or that an object's `fileno` answers.
  private static func descriptor(_ value: Value, _ f: Frame) throws(Raised) -> Int32 {
    var given = value
    if value.bigInt == nil {
      guard let method = try f.optionalAttribute(of: value, f.interpreter.intern("fileno")) else {
        throw f.typeError("argument must be an int, or have a fileno() method.")
      }
      given = try f.call(method)
    }
    let number = try f.int32(given)
    if number < 0 { throw f.valueError("file descriptor cannot be a negative integer (\(number))") }
    return number
  }

  private static let source: StaticString = #"""
    class poll:
        """Descriptors with the events that are waited for."""

        def __init__(self):
            self._watched = {}

        @staticmethod
        def _descriptor(fd):
            return fd if isinstance(fd, int) else fd.fileno()

        def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
            self._watched[self._descriptor(fd)] = eventmask

        def modify(self, fd, eventmask):
            if self._descriptor(fd) not in self._watched:
                raise FileNotFoundError(2, 'No such file or directory')
            self._watched[self._descriptor(fd)] = eventmask

        def unregister(self, fd):
            del self._watched[self._descriptor(fd)]

        def poll(self, timeout=None):
            return _poll(list(self._watched.items()), None if timeout is None or timeout < 0 else timeout)
    """#
}
