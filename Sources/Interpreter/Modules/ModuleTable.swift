// The modules that the interpreter brings along.

extension Interpreter {
  /// Makes every built-in module importable.
  func registerModules() {
    for (name, factory) in builtinModules { registerModule(name, factory) }
  }

  private var builtinModules: KeyValuePairs<String, ModuleFactory> {
    [
      "_queue": QueueExceptions.define,
      "bisect": BisectModule.define,
      "collections": CollectionsModule.define,
      "copy": CopyModule.define,
      "functools": FunctoolsModule.define,
      "heapq": HeapqModule.define,
      "io": IOModule.define,
      "itertools": ItertoolsModule.define,
      "math": MathModule.define,
      "operator": OperatorModule.define,
      "os": OSModule.define,
      "os.path": PathModule.define,
      "random": RandomModule.define,
      "string": StringModule.define,
      "sys": SysModule.define,
      "time": TimeModule.define,
    ]
  }
}
