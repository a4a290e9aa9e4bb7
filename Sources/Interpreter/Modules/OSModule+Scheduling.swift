// `os`: how processes ended in detail, where they run, whose they are, and what the system's limits are.
import CPosixShim
import Glibc

extension OSModule {
  static func defineScheduling(_ m: ModuleBuilder) {
    m.constants([
      "P_ALL": 0, "P_PID": 1, "P_PGID": 2, "WEXITED": 4, "WSTOPPED": 2, "WNOWAIT": 0x0100_0000,
      "CLD_EXITED": 1, "CLD_KILLED": 2, "CLD_DUMPED": 3, "CLD_TRAPPED": 4, "CLD_STOPPED": 5, "CLD_CONTINUED": 6,
      "F_ULOCK": F_ULOCK, "F_LOCK": F_LOCK, "F_TLOCK": F_TLOCK, "F_TEST": F_TEST, "O_ACCMODE": O_ACCMODE,
      "O_ASYNC": O_ASYNC, "O_RSYNC": O_RSYNC, "O_NDELAY": O_NONBLOCK, "SCHED_BATCH": 3, "SCHED_IDLE": 5,
      "POSIX_SPAWN_OPEN": 0, "POSIX_SPAWN_CLOSE": 1, "POSIX_SPAWN_DUP2": 2,
    ])
    defineResourceWaits(m)
    defineOwners(m)
    defineLimits(m)
    definePositions(m)
  }

  // MARK: Waiting

  private static func defineResourceWaits(_ m: ModuleBuilder) {
    m.function("wait3", "options", .one { (f, options) throws(Raised) in try wait(-1, f.int32(options), f) })
    m.function("wait4", "pid, options", .two { (f, pid, options) throws(Raised) in
      try wait(f.int32(pid), f.int32(options), f)
    })
    let results = StructSequence(
      m, "waitid_result", module: "posix", fields: ["si_pid", "si_uid", "si_signo", "si_status", "si_code"])
    m.function("waitid", "idtype, id, options, /", .three { (f, kind, id, options) throws(Raised) in
      try f.interpreter.flushOutput(f)
      var report = ppd_signal_report()
      let (kind, id, options) = (try f.int32(kind), try f.int32(id), try f.int32(options))
      _ = try retrying(f) { ppd_wait_id(kind, UInt32(bitPattern: id), options, &report) }
      if report.process == 0 { return .none }
      let members = [report.process, report.user, report.number, report.status, report.code]
      return results.value(members.map { .int(Int($0)) })
    })
  }

  /// `(pid, status, usage)` of a child that has ended.
  private static func wait(_ pid: Int32, _ options: Int32, _ f: Frame) throws(Raised) -> Value {
    try f.interpreter.flushOutput(f)
    var status: Int32 = 0
    var usage = rusage()
    let result = try retrying(f) { Glibc.wait4(pid, &status, options, &usage) }
    let type = try f.attribute(of: f.importModule("resource"), "struct_rusage")
    let members = try f.call(type, .tuple(ContiguousArray(ResourceModule.members(of: usage))))
    return .tuple([.int(Int(result)), .int(Int(result == 0 ? 0 : status)), members])
  }

  // MARK: Owners and processors

  private static func defineOwners(_ m: ModuleBuilder) {
    let setters: KeyValuePairs<String, (UInt32) -> Int32> = [
      "setuid": { Glibc.setuid($0) }, "setgid": { Glibc.setgid($0) }, "seteuid": { Glibc.seteuid($0) },
      "setegid": { Glibc.setegid($0) },
    ]
    for (name, set) in setters {
      m.function(name, "id, /", .one { (f, id) throws(Raised) in
        try f.check(set(UInt32(bitPattern: f.int32(id))))
        return .none
      })
    }
    m.function("getresuid", "", .zero { (f) throws(Raised) in
      var (real, effective, saved): (uid_t, uid_t, uid_t) = (0, 0, 0)
      try f.check(ppd_get_users(&real, &effective, &saved))
      return .tuple([.int(Int(real)), .int(Int(effective)), .int(Int(saved))])
    })
    m.function("getgroups", "", .zero { (f) throws(Raised) in
      var groups = [gid_t](repeating: 0, count: Int(try f.check(Glibc.getgroups(0, nil))))
      let count = try f.check(Glibc.getgroups(Int32(groups.count), &groups))
      return .list(ContiguousArray(groups.prefix(Int(count)).map { .int(Int($0)) }))
    })
    m.function("chown", "path, uid, gid", .three { (f, path, user, group) throws(Raised) in
      let path = try f.path(path, of: "chown")
      try f.check(
        Glibc.chown(path.text, UInt32(bitPattern: f.int32(user)), UInt32(bitPattern: f.int32(group))), path.given)
      return .none
    })
    m.function("sched_setaffinity", "pid, mask, /", .two { (f, pid, mask) throws(Raised) in
      let pid = try f.int32(pid)
      var processors: [Int32] = []
      for number in try f.collect(mask) {
        let number = try f.int32(number)
        if number < 0 { throw f.valueError("negative CPU number") }
        processors.append(number)
      }
      try f.check(ppd_set_affinity(pid, processors, Int32(processors.count)))
      return .none
    })
    for (name, bound) in [("sched_get_priority_max", Glibc.sched_get_priority_max),
      ("sched_get_priority_min", Glibc.sched_get_priority_min)]
    {
      m.function(name, "policy", .one { (f, policy) throws(Raised) in
        .int(Int(try f.check(bound(f.int32(policy)))))
      })
    }
    m.function("sched_getscheduler", "pid, /", .one { (f, pid) throws(Raised) in
      .int(Int(try f.check(Glibc.sched_getscheduler(f.int32(pid)))))
    })
  }

  // MARK: Limits

  private static func defineLimits(_ m: ModuleBuilder) {
    let numbers: [(name: String, number: Int)] = [
      ("SC_ARG_MAX", Int(_SC_ARG_MAX)), ("SC_CHILD_MAX", Int(_SC_CHILD_MAX)), ("SC_CLK_TCK", Int(_SC_CLK_TCK)),
      ("SC_NGROUPS_MAX", Int(_SC_NGROUPS_MAX)), ("SC_OPEN_MAX", Int(_SC_OPEN_MAX)), ("SC_PAGESIZE", Int(_SC_PAGESIZE)),
      ("SC_PAGE_SIZE", Int(_SC_PAGESIZE)), ("SC_NPROCESSORS_CONF", Int(_SC_NPROCESSORS_CONF)),
      ("SC_NPROCESSORS_ONLN", Int(_SC_NPROCESSORS_ONLN)), ("SC_PHYS_PAGES", Int(_SC_PHYS_PAGES)),
      ("SC_AVPHYS_PAGES", Int(_SC_AVPHYS_PAGES)), ("SC_SEM_VALUE_MAX", Int(_SC_SEM_VALUE_MAX)),
      ("SC_SEM_NSEMS_MAX", Int(_SC_SEM_NSEMS_MAX)), ("SC_HOST_NAME_MAX", Int(_SC_HOST_NAME_MAX)),
      ("SC_LINE_MAX", Int(_SC_LINE_MAX)), ("SC_TTY_NAME_MAX", Int(_SC_TTY_NAME_MAX)),
      ("SC_GETPW_R_SIZE_MAX", Int(_SC_GETPW_R_SIZE_MAX)), ("SC_IOV_MAX", Int(_SC_IOV_MAX)),
    ]
    let names = Dict()
    for (name, number) in numbers { names[m.interpreter.intern(name)] = .int(number) }
    m.constant("sysconf_names", .object(names))
    m.function("sysconf", "name, /", .one { (f, name) throws(Raised) in
      let number: Int32
      if let text = name.str {
        guard let known = numbers.first(where: { $0.name == text.string }) else {
          throw f.valueError("unrecognized configuration name")
        }
        number = Int32(known.number)
      } else {
        number = try f.int32(name)
      }
      errno = 0
      let value = Glibc.sysconf(number)
      if value == -1, errno != 0 { throw f.osError(errno) }
      return .int(value)
    })
  }

  // MARK: Places in files

  private static func definePositions(_ m: ModuleBuilder) {
    m.function("pread", "fd, length, offset, /", .three { (f, descriptor, length, offset) throws(Raised) in
      let (descriptor, length, offset) = (try f.int32(descriptor), try f.index(length), try f.index(offset))
      if length < 0 { throw f.osError(EINVAL) }
      var bytes = [UInt8](repeating: 0, count: length)
      let count = try retrying(f) { Glibc.pread(descriptor, &bytes, length, offset) }
      return .bytes(Array(bytes.prefix(count)))
    })
    m.function("pwrite", "fd, buffer, offset, /", .three { (f, descriptor, data, offset) throws(Raised) in
      let (descriptor, bytes, offset) = (try f.int32(descriptor), try f.bytesLike(data), try f.index(offset))
      return .int(try retrying(f) { Glibc.pwrite(descriptor, bytes, bytes.count, offset) })
    })
    m.function("lockf", "fd, command, length, /", .three { (f, descriptor, command, length) throws(Raised) in
      let (descriptor, command, length) = (try f.int32(descriptor), try f.int32(command), try f.index(length))
      _ = try retrying(f) { Glibc.lockf(descriptor, command, length) }
      return .none
    })
    m.function("fdatasync", "fd", .one { (f, descriptor) throws(Raised) in
      try f.check(Glibc.fdatasync(f.fileDescriptor(descriptor)))
      return .none
    })
    m.function("sync", "", .zero { (f) throws(Raised) in
      Glibc.sync()
      return .none
    })
    m.function("fchmod", "fd, mode", .two { (f, descriptor, mode) throws(Raised) in
      try f.check(Glibc.fchmod(f.int32(descriptor), mode_t(truncatingIfNeeded: f.int32(mode))))
      return .none
    })
    m.function("fchdir", "fd", .one { (f, descriptor) throws(Raised) in
      try f.check(Glibc.fchdir(f.fileDescriptor(descriptor)))
      return .none
    })
    m.function("pipe2", "flags, /", .one { (f, flags) throws(Raised) in
      var ends: [Int32] = [0, 0]
      try f.check(ppd_pipe_with(&ends, f.int32(flags)))
      return .tuple([.int(Int(ends[0])), .int(Int(ends[1]))])
    })
  }
}
