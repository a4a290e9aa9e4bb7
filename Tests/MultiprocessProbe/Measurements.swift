// What the runtime costs, against the same work in C.
import CPosixShim
import Glibc
import Multiprocess

let measurements: [String: Scenario] = [
  "measure": {
    try measure("lock_free", rounds: 5_000_000) { rounds in
      let lock = try Lock()
      for _ in 0..<rounds {
        _ = try lock.acquire()
        try lock.release()
      }
    }
    try measure("value_lock", rounds: 2_000_000) { rounds in
      let lock = try RecursiveLock()
      let value = try SharedMemory(count: 8).bytes.baseAddress!.assumingMemoryBound(to: Double.self)
      func add(_ step: Double) throws {
        for _ in 0..<rounds / 2 {
          _ = try lock.acquire()
          value.pointee += step
          try lock.release()
        }
      }
      try joinAll([child { try add(1) }, child { try add(-1) }])
      try expectEqual(value.pointee, 0)
    }
    try measure("event_pingpong", rounds: 100_000) { rounds in
      let ping = try Semaphore(0)
      let pong = try Semaphore(0)
      let other = try child {
        for _ in 0..<rounds {
          _ = try ping.acquire()
          try pong.release()
        }
      }
      for _ in 0..<rounds {
        try ping.release()
        _ = try pong.acquire()
      }
      try joinAll([other])
    }
    try measure("barrier_rounds", rounds: 20_000) { rounds in
      let barrier = try Barrier(parties: 4)
      try joinAll((0..<4).map { _ in try child { for _ in 0..<rounds { _ = try barrier.wait() } } })
    }
    try measure("pipe_rtt", rounds: 200_000) { rounds in
      let (near, far) = try Pipe.make()
      let echo = try child { for _ in 0..<rounds { try far.send(far.receiveInt()) } }
      for round in 0..<rounds {
        try near.send(round)
        try expectEqual(near.receiveInt(), round)
      }
      try joinAll([echo])
    }
    try measure("queue_1p1c", rounds: 2_000_000) { rounds in
      let queue = try Queue()
      let producer = try child { for round in 0..<rounds { try queue.put(round) } }
      var sum = 0
      for _ in 0..<rounds { sum += try queue.getInt() }
      try joinAll([producer])
      try expectEqual(sum, rounds * (rounds - 1) / 2)
    }
    try measure("queue_4p4c", rounds: 800_000) { rounds in
      let queue = try Queue()
      let out = try Queue()
      let producers = try (0..<4).map { _ in
        try child { for round in 0..<rounds / 4 { try queue.put(round) } }
      }
      let consumers = try (0..<4).map { _ in
        try child {
          var sum = 0
          while true {
            let value = try queue.getInt()
            if value < 0 { break }
            sum += value
          }
          try out.put(sum)
        }
      }
      try joinAll(producers)
      for _ in consumers { try queue.put(-1) }
      let sum = try (0..<4).map { _ in try out.getInt() }.reduce(0, +)
      try joinAll(consumers)
      try expectEqual(sum, 4 * ((rounds / 4) * (rounds / 4 - 1) / 2))
    }
    try measure("pipe_bulk, 1 MB", rounds: 400) { rounds in
      let (near, far) = try Pipe.make()
      let data = [UInt8](repeating: 7, count: 1_000_000)
      let sink = try child {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: 1_000_000, alignment: 16)
        for _ in 0..<rounds { _ = try far.receive { memcpy(copy, $0.baseAddress!, $0.count) } }
        try far.send(1)
      }
      for _ in 0..<rounds { try data.withUnsafeBytes { try near.send($0) } }
      _ = try near.receiveInt()
      try joinAll([sink])
    }
    try measure("spawn_floor: fork, _exit, waitpid", rounds: 1000) { rounds in
      for _ in 0..<rounds {
        let pid = ppd_fork()
        if pid == 0 { ppd_exit_now(0) }
        waitpid(pid, nil, 0)
      }
    }
    try measure("spawn_join", rounds: 1000) { rounds in
      for _ in 0..<rounds { try joinAll([child {}]) }
    }
  }
]

private func measure(_ name: String, rounds: Int, _ body: (Int) throws -> Void) throws {
  if CommandLine.arguments.count > 2, !name.hasPrefix(CommandLine.arguments[2]) { return }
  let start = monotonicNanoseconds()
  try body(rounds)
  let each = Double(monotonicNanoseconds() - start) / Double(rounds) / 1000
  print("\(name) \((each * 10000).rounded() / 10000) us")
}
