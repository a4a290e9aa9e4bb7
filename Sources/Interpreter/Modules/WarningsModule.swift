// The module `warnings`: written in Python, but for the place that a warning is about.

enum WarningsModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.function("_caller", "level, /", .one { (f, level) throws(Raised) in
      // The frame here is that of `warn`; level 1 is its caller.
      var frame = f
      for _ in 0..<max(try f.index(level), 1) { frame = frame.caller ?? frame }
      let line = frame.line
      let module = frame.code.namespace[f.interpreter.names[.__name__]] ?? .none
      return .tuple([.text(frame.fileName), .int(line), .text(frame.code.file.text(ofLine: line)), module])
    })
    try m.source(WarningsLibrary.source)
  }
}
