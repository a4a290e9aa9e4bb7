// The modules that the interpreter brings along.

extension Interpreter {
  /// Makes every built-in module importable.
  func registerModules() {
    for (name, factory) in builtinModules { registerModule(name, factory) }
  }

  private var builtinModules: KeyValuePairs<String, ModuleFactory> {
    [
      "__future__": FutureModule.define,
      "abc": AbcModule.define,
      "atexit": AtexitModule.define,
      "bisect": BisectModule.define,
      "collections": CollectionsModule.define,
      "collections.abc": CollectionsAbcModule.define,
      "contextlib": ContextlibModule.define,
      "copy": CopyModule.define,
      "dataclasses": DataclassesModule.define,
      "datetime": DatetimeModule.define,
      "enum": EnumModule.define,
      "errno": ErrnoModule.define,
      "functools": FunctoolsModule.define,
      "heapq": HeapqModule.define,
      "io": IOModule.define,
      "itertools": ItertoolsModule.define,
      "json": JSONModule.define,
      "logging": LoggingModule.define,
      "math": MathModule.define,
      "operator": OperatorModule.define,
      "os": OSModule.define,
      "os.path": PathModule.define,
      "queue": QueueModule.define,
      "random": RandomModule.define,
      "signal": SignalModule.define,
      "statistics": StatisticsModule.define,
      "string": StringModule.define,
      "sys": SysModule.define,
      "textwrap": TextwrapModule.define,
      "time": TimeModule.define,
      "traceback": TracebackModule.define,
      "types": TypesModule.define,
      "typing": TypingModule.define,
      "warnings": WarningsModule.define,
    ]
  }
}
