// The commands about the session's names, and the one that measures time.
import CPosixShim
import Glibc
import Interpreter
import Syntax

extension Session {
  /// The names that the user has defined, sorted.
  private var variables: [(name: Str, value: Value)] {
    main.namespace.bindings.filter { !$0.name.string.hasPrefix("__") }.sorted { $0.name.string < $1.name.string }
  }

  func showVariables() {
    let variables = variables
    if variables.isEmpty { return say(Messages.noVariables) }
    var table = Table([Messages.name, Messages.type, Messages.value])
    attempt { f throws(Raised) in
      for (name, value) in variables {
        let text = try f.repr(value).string.split(separator: "\n").first.map(String.init) ?? ""
        table.add([name.string, f.typeName(value), text.count > 60 ? text.prefix(59) + "…" : text])
      }
    }
    say(table.render(style))
  }

  func reset() {
    let count = variables.count
    for (name, _) in variables { main.namespace[name] = nil }
    interpreter.builtins[interpreter.intern("_")] = nil
    say(Messages.forgotten(count))
  }

  func time(_ text: String) {
    if text.isEmpty { return say(Messages.usage("time"), as: .error) }
    let file = SourceFile(name: "<time>", text: text + "\n")
    attempt { f throws(Raised) in
      let module = try self.interpreter.parsed(file, f)
      let (start, processorStart) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
      try self.interpreter.executeCell(module, in: self.main.namespace, f)
      let (end, processorEnd) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
      try self.interpreter.flushOutput(f)
      self.say(Messages.took(duration(end - start), duration(processorEnd - processorStart)), as: .notice)
    }
  }
}

/// What a clock shows, in seconds.
func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A duration with three digits: `1.25 s`, `312 µs`.
func duration(_ seconds: Double) -> String {
  for (unit, factor) in [("s", 1.0), ("ms", 1e3), ("µs", 1e6)] where seconds * factor >= 1 || unit == "µs" {
    let value = seconds * factor
    let decimals = value < 10 ? 2 : value < 100 ? 1 : 0
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * scale).rounded())
    guard decimals > 0 else { return "\(scaled) \(unit)" }
    let fraction = String(scaled % Int(scale))
    return "\(scaled / Int(scale)).\(String(repeating: "0", count: decimals - fraction.count))\(fraction) \(unit)"
  }
  return "0 s"
}
