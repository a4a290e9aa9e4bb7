// Starting, joining, ending processes.
import CPosixShim
import Glibc
import Multiprocess

let processes: [String: Scenario] = [
  "exit codes are Python's": {
    let three = try ChildProcess.spawn(name: "three") { 3 }
    let killed = try child { sleep(milliseconds: 60_000) }
    try expect(!killed.join(until: .after(0.02)) && killed.isAlive(), "alive")
    try expectEqual(killed.exitCode(), nil)
    try killed.send(signal: SIGKILL)
    let terminated = try child { sleep(milliseconds: 60_000) }
    try terminated.send(signal: SIGTERM)
    for one in [three, killed, terminated] { try expect(one.join(), "join") }
    try expectEqual(three.exitCode(), 3)
    try expectEqual(three.ending(), .exited(code: 3))
    try expectEqual(killed.exitCode(), -9)
    try expectEqual(terminated.ending(), .died(signal: SIGTERM))
    try killed.send(signal: SIGTERM)
  },
  "only the parent joins": {
    let brother = try child { sleep(milliseconds: 100) }
    let sister = try child {
      try expectThrows(.notAChild) { try brother.join() }
      try expectThrows(.notAChild) { try brother.isAlive() }
    }
    try joinAll([brother, sister])
  },
  "a result and its objects reach the parent": {
    let worker = try child {
      let queue = try Queue()
      try queue.put(11)
      let message = try Message(count: 8, handles: [queue.handle])
      message.bytes.storeBytes(of: queue.handle.rawValue, as: UInt64.self)
      Runtime.setResult(message)
    }
    try expectThrows(.stillRunning) {
      let patient = try child { sleep(milliseconds: 300) }
      return try patient.result { $0.count }
    }
    try joinAll([worker])
    let queue = try worker.result { try Queue(Handle(rawValue: $0.loadUnaligned(as: UInt64.self))) }
    try expectEqual(queue?.getInt(), 11)
    let dumb = try child {}
    try joinAll([dumb])
    try expect(dumb.result { $0.count } == nil, "no result")
  },
  "children have children": {
    let queue = try Queue()
    try joinAll([
      child("a") {
        try joinAll([child("b") { try joinAll([child("c") { try queue.put(3) }]); try queue.put(2) }])
        try queue.put(1)
      }
    ])
    try expectEqual([queue.getInt(), queue.getInt(), queue.getInt()], [3, 2, 1])
  },
  "a process joins its children before it leaves, and terminates its daemons": {
    let queue = try Queue()
    let parent = try child {
      try child("daemon", daemon: true) {
        try expectThrows(.daemonHasNoChildren) { try child {} }
        try queue.put(1)
        sleep(milliseconds: 60_000)
        try queue.put(99)
      }
      _ = try queue.getInt()
      try child("slow") {
        sleep(milliseconds: 100)
        try queue.put(2)
      }
    }
    try joinAll([parent])
    try expectEqual(queue.getInt(until: .now), 2)
    try expectEqual(Runtime.processes().count, 1)
  },
  "a killed parent leaves no daemon, and orphans that wait for nobody go": {
    let queue = try Queue()
    let parent = try child("parent") {
      try child("daemon", daemon: true) {
        try queue.put(Int(getpid()))
        while true { sleep(milliseconds: 1000) }
      }
      try child("orphan") {
        try queue.put(Int(getpid()))
        let never = try Event()
        do {
          _ = try never.wait()
        } catch RuntimeError.deadlock {
        }
      }
      sleep(milliseconds: 60_000)
    }
    let children = [try queue.getInt(), try queue.getInt()]
    try parent.send(signal: SIGKILL)
    _ = try parent.join()
    for pid in children {
      var rounds = 0
      while !isGone(pid), rounds < 500 {
        sleep(milliseconds: 10)
        rounds += 1
      }
      try expect(rounds < 500, "process \(pid) is still there")
    }
  },
  "five thousand processes leave nothing": {
    let files = openDescriptors()
    for _ in 0..<50 { try joinAll([child {}]) }
    let before = Runtime.memory.used
    for _ in 0..<50 { try joinAll((0..<100).map { _ in try child { _ = try Lock() } }) }
    try expectEqual(Runtime.memory.used, before)
    try expectEqual(Runtime.processes().count, 1)
    try expectEqual(openDescriptors(), files)
    try expect(ChildProcess.active.isEmpty, "no child is active")
  },
  "a thousand processes meet at a barrier": {
    let barrier = try Barrier(parties: 1001)
    let children = try (0..<1000).map { _ in try child { _ = try barrier.wait() } }
    _ = try barrier.wait()
    try joinAll(children)
  },
  "the table knows who waits for what, and where": {
    let lock = try Lock(name: "the lock")
    let file = Runtime.number(ofFile: "lab.ppd")
    try expectEqual(Runtime.number(ofFile: "other.ppd"), file + 1)
    try expectEqual(Runtime.number(ofFile: "lab.ppd"), file)
    _ = try lock.acquire()
    let waiter = try child("waiter") {
      Runtime.position.pointee = UInt64(Runtime.number(ofFile: "lab.ppd")) << 32 | 12
      _ = try lock.acquire(until: .after(30))
    }
    while Runtime.processes().count < 2 || Runtime.processes()[1].waitsFor != .lock { sleep(milliseconds: 1) }
    let seen = Runtime.processes()[1]
    try expectEqual([seen.name, seen.object, seen.file, seen.holderName], ["waiter", "the lock", "lab.ppd", "MainProcess"])
    try expectEqual([seen.pid, seen.parent, seen.holder], [waiter.pid, getpid(), getpid()])
    try expectEqual(seen.line, 12)
    try expectEqual(seen.state, .waitingForAWhile)
    try lock.release()
    try joinAll([waiter])
  },
  "the object table shows the state of every kind, who holds it and who waits": {
    let lock = try Lock(name: "the lock")
    let recursive = try RecursiveLock(name: "twice")
    let semaphore = try Semaphore(3, bounded: true, name: "permits")
    let event = try Event(name: "event")
    let condition = try Condition(lock: lock, name: "condition")
    let barrier = try Barrier(parties: 2, name: "barrier")
    let memory = try SharedMemory(count: 4, format: 100, name: "bytes")
    let queue = try Queue(maxSize: 9, name: "queue")
    let (near, far) = try Pipe.make(name: "pipe")
    _ = try recursive.acquire()
    _ = try recursive.acquire()
    event.set()
    memory.bytes.copyBytes(from: [1, 2, 3, 4])
    try queue.put(1)
    try withUnsafeBytes(of: lock.handle.rawValue) { try queue.put($0, handles: [lock.handle]) }
    try near.send(5)
    let waiter = try child("waiter") {
      _ = try lock.acquire()
      _ = try barrier.wait()
      try lock.release()
    }
    while barrier.waiterCount == 0 { sleep(milliseconds: 1) }
    while Runtime.processes()[1].waitsFor != .barrier { sleep(milliseconds: 1) }

    let table = Runtime.objects()
    let states = Dictionary(table.map { ($0.handle, $0.state) }) { first, _ in first }
    try expectEqual(states[lock.handle], .lock(owner: waiter.pid, depth: 1))
    try expectEqual(states[recursive.handle], .lock(owner: getpid(), depth: 2))
    try expectEqual(states[semaphore.handle], .semaphore(value: 3, maximum: 3))
    try expectEqual(states[event.handle], .event(isSet: true))
    try expectEqual(states[condition.handle], .condition(lock: lock.handle))
    try expectEqual(states[barrier.handle], .barrier(arrived: 1, parties: 2, isBroken: false))
    try expectEqual(states[memory.handle], .memory(size: 4, start: [1, 2, 3, 4], format: 100))
    try expectEqual(states[queue.handle], .queue(count: 2, maxSize: 9, unfinishedTasks: 2, isShutDown: false))
    try expectEqual(states[far.handle], .connection(count: 1, isCutOff: false))
    try expectEqual(table.first { $0.kind == .pipe }?.state, .pipe(count: 1))
    try expectEqual(table.count, 11)
    let first = table[0]
    try expectEqual([first.name, "\(first.kind)"], ["the lock", "lock"])
    try expectEqual(first.holders, [getpid(), waiter.pid])
    try expectEqual(first.references, 2)
    try expectEqual(table.map(\.waiters), table.map { $0.handle == barrier.handle ? [waiter.pid] : [] })
    try expect(Runtime.processes()[1].processorTime ?? 0 > 0, "the waiter has used its processor")

    _ = try barrier.wait()
    try joinAll([waiter])
  },
  "too many processes are an error and harm nothing": {
    var children: [ChildProcess] = []
    let stop = try Event()
    do {
      while true { children.append(try child { _ = try stop.wait() }) }
    } catch RuntimeError.tooManyProcesses(let limit) {
      try expectEqual(limit, children.count + 1)
    }
    stop.set()
    try joinAll(children)
    try joinAll([child {}])
  },
  "a refused fork is an error and harms nothing": {
    let before = Runtime.memory.used
    let objects = Runtime.objectCount
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    setuid(65534)
    try expectEqual(setrlimit(Int32(__RLIMIT_NPROC.rawValue), &limit), 0)
    do {
      try child {}
      try expect(false, "forked")
    } catch let error as SystemError {
      try expectEqual(error.code, EAGAIN)
      try expectEqual(error.call, "fork")
    }
    try expectEqual(Runtime.memory.used, before)
    try expectEqual(Runtime.objectCount, objects)
    try expectEqual(Runtime.processes().count, 1)
  },
  "joining works without a descriptor to spare": {
    var limit = rlimit(rlim_cur: 3, rlim_max: 3)
    try expectEqual(setrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit), 0)
    for _ in 0..<20 { try joinAll([child { usleep(5000) }]) }
  },
]

private func openDescriptors() -> Int {
  var count = 0
  for descriptor in 0..<Int32(1000) where fcntl(descriptor, F_GETFD) != -1 { count += 1 }
  return count
}
