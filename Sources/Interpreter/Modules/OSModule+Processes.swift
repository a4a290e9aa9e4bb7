// `os`: processes.
import CPosixShim
import Glibc

extension OSModule {
  static func defineProcesses(_ m: ModuleBuilder) {
    defineIdentities(m)
    defineWaiting(m)
    m.function("fork", "", .zero { (f) throws(Raised) in .int(Int(try f.interpreter.fork(f))) })
    m.function("register_at_fork", "*, before=None, after_in_child=None, after_in_parent=None", .many(registerAtFork))
    m.function("_exit", "status", .one { (f, status) throws(Raised) in
      // Nothing is flushed, as in CPython, but lines that were printed.
      let status = try f.int32(status)
      f.interpreter.output.flush()
      f.interpreter.errorOutput.flush()
      Glibc._exit(status)
    })
    m.function("abort", "", .zero { (f) throws(Raised) in Glibc.abort() })
    m.function("kill", "pid, signal, /", .two { (f, pid, signal) throws(Raised) in
      try f.interpreter.flushOutput(f)
      try f.check(Glibc.kill(f.int32(pid), f.int32(signal)))
      try f.interpreter.handlePendingSignals(f)
      return .none
    })
    m.function("killpg", "pgid, signal, /", .two { (f, group, signal) throws(Raised) in
      try f.interpreter.flushOutput(f)
      try f.check(Glibc.killpg(f.int32(group), f.int32(signal)))
      try f.interpreter.handlePendingSignals(f)
      return .none
    })
    m.function("nice", "increment, /", .one { (f, increment) throws(Raised) in
      errno = 0
      let result = Glibc.nice(try f.int32(increment))
      if result == -1 && errno != 0 { throw f.osError(errno) }
      return .int(Int(result))
    })
    m.function("system", "command", .one { (f, command) throws(Raised) in
      try f.interpreter.flushOutput(f)
      return .int(Int(Glibc.system(try f.path(command).text)))
    })
    m.function("execv", "path, argv, /", .two { (f, path, arguments) throws(Raised) in
      try execute(path, arguments, nil, "execv", f)
    })
    m.function("execve", "path, argv, env", .three { (f, path, arguments, environment) throws(Raised) in
      try execute(path, arguments, environment, "execve", f)
    })
  }

  // MARK: Who

  private static func defineIdentities(_ m: ModuleBuilder) {
    let numbers: KeyValuePairs<String, () -> Int> = [
      "getpid": { Int(Glibc.getpid()) }, "getppid": { Int(Glibc.getppid()) }, "getuid": { Int(Glibc.getuid()) },
      "geteuid": { Int(Glibc.geteuid()) }, "getgid": { Int(Glibc.getgid()) }, "getegid": { Int(Glibc.getegid()) },
      "getpgrp": { Int(Glibc.getpgrp()) },
    ]
    for (name, number) in numbers { m.function(name, "", .zero { (f) throws(Raised) in .int(number()) }) }
    m.function("getpgid", "pid", .one { (f, pid) throws(Raised) in
      .int(Int(try f.check(Glibc.getpgid(f.int32(pid)))))
    })
    m.function("getsid", "pid, /", .one { (f, pid) throws(Raised) in
      .int(Int(try f.check(Glibc.getsid(f.int32(pid)))))
    })
    m.function("setpgid", "pid, pgrp, /", .two { (f, pid, group) throws(Raised) in
      try f.check(Glibc.setpgid(f.int32(pid), f.int32(group)))
      return .none
    })
    m.function("setpgrp", "", .zero { (f) throws(Raised) in
      try f.check(Glibc.setpgid(0, 0))
      return .none
    })
    m.function("setsid", "", .zero { (f) throws(Raised) in
      .int(Int(try f.check(Glibc.setsid())))
    })
    m.function("getlogin", "", .zero { (f) throws(Raised) in
      guard let name = Glibc.getlogin() else { throw f.osError(errno) }
      return .object(SystemText.decode(name))
    })
    m.function("getpriority", "which, who", .two { (f, which, who) throws(Raised) in
      errno = 0
      let result = ppd_get_priority(try f.int32(which), UInt32(bitPattern: try f.int32(who)))
      if result == -1 && errno != 0 { throw f.osError(errno) }
      return .int(Int(result))
    })
    m.function("setpriority", "which, who, priority", .three { (f, which, who, priority) throws(Raised) in
      try f.check(ppd_set_priority(f.int32(which), UInt32(bitPattern: f.int32(who)), f.int32(priority)))
      return .none
    })
  }

  // MARK: Waiting

  private static func defineWaiting(_ m: ModuleBuilder) {
    m.function("waitpid", "pid, options, /", .two { (f, pid, options) throws(Raised) in
      try wait(f.int32(pid), f.int32(options), f)
    })
    m.function("wait", "", .zero { (f) throws(Raised) in try wait(-1, 0, f) })
    m.function("waitstatus_to_exitcode", "status", .one { (f, status) throws(Raised) in
      let status = try f.int32(status)
      if isExited(status) { return .int(Int(status >> 8 & 0xff)) }
      if isSignaled(status) { return .int(-Int(status & 0x7f)) }
      if status & 0xff == 0x7f { throw f.valueError("process stopped by delivery of signal \(status >> 8 & 0xff)") }
      throw f.valueError("invalid wait status: \(status)")
    })
    let tests: KeyValuePairs<String, (Int32) -> Bool> = [
      "WIFEXITED": isExited, "WIFSIGNALED": isSignaled, "WIFSTOPPED": { $0 & 0xff == 0x7f },
      "WIFCONTINUED": { $0 == 0xffff }, "WCOREDUMP": { $0 & 0x80 != 0 },
    ]
    for (name, test) in tests {
      m.function(name, "status", .one { (f, status) throws(Raised) in .bool(test(try f.int32(status))) })
    }
    let parts: KeyValuePairs<String, (Int32) -> Int32> = [
      "WEXITSTATUS": { $0 >> 8 & 0xff }, "WTERMSIG": { $0 & 0x7f }, "WSTOPSIG": { $0 >> 8 & 0xff },
    ]
    for (name, part) in parts {
      m.function(name, "status", .one { (f, status) throws(Raised) in .int(Int(part(try f.int32(status)))) })
    }
  }

  private static func isExited(_ status: Int32) -> Bool { status & 0x7f == 0 }
  private static func isSignaled(_ status: Int32) -> Bool { status & 0x7f != 0 && status & 0x7f != 0x7f }

  private static func wait(_ pid: Int32, _ options: Int32, _ f: Frame) throws(Raised) -> Value {
    try f.interpreter.flushOutput(f)
    var status: Int32 = 0
    let result = try retrying(f) { Glibc.waitpid(pid, &status, options) }
    return .tuple([.int(Int(result)), .int(Int(result == 0 ? 0 : status))])
  }

  // MARK: Forking

  private static func registerAtFork(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let given = (0..<3).filter { !a[$0].isUnbound }
    if given.isEmpty { throw f.typeError("At least one argument is required.") }
    for index in given where !f.isCallable(a[index]) {
      let name = ["before", "after_in_child", "after_in_parent"][index]
      throw f.typeError("'\(name)' must be callable, not \(f.typeName(a[index]))")
    }
    func hook(_ index: Int) -> ForkHooks.Hook {
      let function = a[index]
      return { (f) throws(Raised) in
        do throws(Raised) {
          _ = try f.call(function)
        } catch {
          f.interpreter.reportUnraisable(error.exception, in: function)
        }
      }
    }
    let hooks = f.interpreter.forkHooks
    if given.contains(0) { hooks.before.append(hook(0)) }
    if given.contains(1) { hooks.afterInChild.append(hook(1)) }
    if given.contains(2) { hooks.afterInParent.append(hook(2)) }
    return .none
  }

  private static func execute(
    _ path: Value, _ arguments: Value, _ environment: Value?, _ function: String, _ f: Frame
  ) throws(Raised) -> Value {
    let file = try f.path(path, of: function)
    guard arguments.payload.list != nil || arguments.payload.tuple != nil else {
      throw f.typeError("\(function)() arg 2 must be a tuple or list")
    }
    var words: [[CChar]] = []
    for argument in try f.collect(arguments) { words.append(try f.path(argument).text) }
    if words.isEmpty { throw f.valueError("\(function)() arg 2 must not be empty") }
    var variables: [[CChar]]?
    if let environment {
      variables = []
      for pair in try f.collect(f.callMethod(environment, "items")) {
        let pair = try f.collect(pair)
        let text = try f.path(pair[0]).bytes + [UInt8(ascii: "=")] + f.path(pair[1]).bytes
        variables!.append(text.map { CChar(bitPattern: $0) } + [0])
      }
    }
    try f.interpreter.flushOutput(f)
    f.interpreter.openFiles.flush()
    withCStrings(words) { words in
      if let variables {
        withCStrings(variables) { _ = Glibc.execve(file.text, words, $0) }
      } else {
        _ = Glibc.execv(file.text, words)
      }
    }
    throw environment == nil ? f.osError(errno) : f.osError(errno, path)
  }

  /// The texts as a C array that ends with a null pointer.
  private static func withCStrings(
    _ texts: [[CChar]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Void
  ) {
    let pointers = texts.map { text in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
      copy.initialize(from: text, count: text.count)
      return copy
    }
    body(pointers.map { Optional($0) } + [nil])
    for pointer in pointers { pointer.deallocate() }
  }
}
