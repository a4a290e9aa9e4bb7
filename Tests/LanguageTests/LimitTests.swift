// What scripts see of the system's limits and the runtime's own: an exception where it happens, and all goes on after it.
import TestSupport
import Testing

@Suite("Limits")
struct LimitTests {
  /// Runs a script with a small arena, or with few descriptors.
  private func ppd(_ script: String, arena: Int? = nil, descriptors: Int? = nil) -> ProgramResult {
    var environment = ["NO_COLOR": "1"]
    if let arena { environment["PPD_ARENA_SIZE"] = "\(arena)" }
    let limit = descriptors.map { "ulimit -n \($0); " } ?? ""
    let command = limit + "exec \"$0\" -c \"$1\""
    let result = ChildProgram("/bin/sh", ["-c", command, Programs.ppd, script], environment: environment).run()
    #expect(!result.hung)
    return result
  }

  @Test("a message that the arena has no room for is a MemoryError, and nothing that was put is lost")
  func fullArena() {
    let result = ppd(
      """
      q = queue()
      near, far = pipe()
      item = b'x' * 100000
      count = 0
      try:
          while True:
              q.put(item)
              count += 1
      except MemoryError:
          print('full', count > 10)
      for make in (lambda: near.send(bytes(1 << 30)), lambda: q.put(bytes(1 << 30)), lambda: array('b', 1 << 30)):
          try:
              make()
          except MemoryError:
              print('no room')
      def drain():
          while count != len(seen): seen.append(q.get() == item)
          q.put(all(seen))
      seen = []
      p = spawn(drain)
      p.join()
      print(q.get(), q.empty())
      near.send('small')
      print(far.recv())
      """, arena: 16_000_000)
    #expect(result.output == "full True\nno room\nno room\nno room\nTrue True\nsmall\n")
    #expect(result.errors == "")
  }

  @Test("one process too many is an OSError with EAGAIN; the others work, and others may follow")
  func processes() {
    let result = ppd(
      """
      import errno
      def wait(e): e.wait()
      e, children = event(), []
      try:
          while True: children.append(spawn(wait, e))
      except OSError as error:
          print(error.errno == errno.EAGAIN, len(children) > 10)
      e.set()
      for p in children: p.join()
      print({p.exitcode for p in children})
      print(spawn(lambda: 42).result())
      """, arena: 16_000_000)
    #expect(result.output == "True True\n{0}\n42\n")
    #expect(result.errors == "")
  }

  @Test("without a descriptor to spare, processes, queues and locks work; what needs one raises OSError with EMFILE")
  func descriptors() {
    let result = ppd(
      """
      import errno, os
      files = []
      try:
          while True: files.append(os.open('/dev/null', os.O_RDONLY))
      except OSError as error:
          print(error.errno == errno.EMFILE)
      q, l = queue(), lock()
      def work():
          with l: q.put('done')
      p = spawn(work)
      print(q.get())
      p.join()
      print(p.exitcode)
      other = spawn(l.acquire)
      try:
          other.sentinel
      except OSError as error:
          print(error.errno == errno.EMFILE)
      other.join()
      for file in files: os.close(file)
      print(spawn(lambda: 42).result())
      """, descriptors: 12)
    #expect(result.output == "True\ndone\n0\nTrue\n42\n")
    #expect(result.errors == "")
  }
}
