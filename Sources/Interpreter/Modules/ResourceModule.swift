// The module `resource`: what a process has used and what it may use.
import CPosixShim
import Glibc

enum ResourceModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constants([
      "RLIMIT_CPU": 0, "RLIMIT_FSIZE": 1, "RLIMIT_DATA": 2, "RLIMIT_STACK": 3, "RLIMIT_CORE": 4, "RLIMIT_RSS": 5,
      "RLIMIT_NPROC": 6, "RLIMIT_NOFILE": 7, "RLIMIT_OFILE": 7, "RLIMIT_MEMLOCK": 8, "RLIMIT_AS": 9,
      "RLIMIT_SIGPENDING": 11, "RLIMIT_MSGQUEUE": 12, "RLIMIT_NICE": 13, "RLIMIT_RTPRIO": 14, "RLIMIT_RTTIME": 15,
      "RUSAGE_SELF": 0, "RUSAGE_CHILDREN": -1, "RUSAGE_THREAD": 1, "RLIM_INFINITY": -1,
    ])
    m.constant("error", .object(m.types[.OSError]))
    let usages = StructSequence(
      m, "struct_rusage",
      fields: [
        "ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
        "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw",
      ])
    m.function("getrusage", "who, /", .one { (f, who) throws(Raised) in
      var usage = rusage()
      if ppd_get_usage(try f.int32(who), &usage) != 0 {
        throw errno == EINVAL ? f.valueError("invalid who parameter") : f.osError(errno)
      }
      return usages.value(members(of: usage))
    })
    m.function("getpagesize", "", .zero { (f) throws(Raised) in .int(Glibc.sysconf(Int32(_SC_PAGESIZE))) })
    m.function("getrlimit", "resource, /", .one { (f, resource) throws(Raised) in
      try limits(0, f.int32(resource), nil, f)
    })
    m.function("setrlimit", "resource, limits, /", .two { (f, resource, limit) throws(Raised) in
      _ = try limits(0, f.int32(resource), limit, f)
      return .none
    })
    m.function("prlimit", "pid, resource, limits=None, /", .three { (f, pid, resource, limit) throws(Raised) in
      try limits(f.int32(pid), f.int32(resource), limit.isUnbound || limit.isNone ? nil : limit, f)
    })
  }

  /// The members of a `struct_rusage`, in order.
  static func members(of usage: rusage) -> [Value] {
    let times = [usage.ru_utime, usage.ru_stime].map { Value.float(Double($0.tv_sec) + Double($0.tv_usec) / 1e6) }
    let counts = [
      usage.ru_maxrss, usage.ru_ixrss, usage.ru_idrss, usage.ru_isrss, usage.ru_minflt, usage.ru_majflt,
      usage.ru_nswap, usage.ru_inblock, usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
      usage.ru_nvcsw, usage.ru_nivcsw,
    ]
    return times + counts.map { .int($0) }
  }

  /// The soft and the hard limit of a process' resource, before it gets the given ones.
  private static func limits(
    _ pid: Int32, _ resource: Int32, _ given: Value?, _ f: Frame
  ) throws(Raised) -> Value {
    guard (0..<16).contains(resource) else { throw f.valueError("invalid resource specified") }
    var before = rlimit()
    var code: Int32
    if let given {
      let pair = try f.collect(given)
      guard pair.count == 2 else { throw f.valueError("expected a tuple of 2 integers") }
      var wanted = rlimit(
        rlim_cur: UInt(bitPattern: try f.index(pair[0])), rlim_max: UInt(bitPattern: try f.index(pair[1])))
      code = ppd_limit(pid, resource, &wanted, &before)
    } else {
      code = ppd_limit(pid, resource, nil, &before)
    }
    if code != 0 {
      switch errno {
      case EINVAL: throw f.valueError("current limit exceeds maximum limit")
      case EPERM where given != nil: throw f.valueError("not allowed to raise maximum limit")
      default: throw f.osError(errno)
      }
    }
    return .tuple([.int(Int(bitPattern: before.rlim_cur)), .int(Int(bitPattern: before.rlim_max))])
  }
}
