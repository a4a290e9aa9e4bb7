// The modules that the interpreter brings along.

extension Interpreter {
  /// Makes every built-in module importable.
  func registerModules() {
    for (name, factory) in nativeModules { registerModule(name, factory) }
    for (name, source) in libraryModules {
      registerModule(name) { (m) throws(Raised) in
        for part in source { try m.source(part) }
      }
    }
  }

  /// Those that are written in Swift, or begin there.
  private var nativeModules: KeyValuePairs<String, ModuleFactory> {
    [
      "_fibers": FibersModule.define,
      "_queue": QueueExceptions.define,
      "_hashlib": HashModule.define,
      "abc": AbcModule.define,
      "array": ArrayModule.define,
      "atexit": AtexitModule.define,
      "binascii": BinasciiModule.define,
      "bisect": BisectModule.define,
      "collections": CollectionsModule.define,
      "copy": CopyModule.define,
      "datetime": DatetimeModule.define,
      "decimal": DecimalModule.define,
      "enum": EnumModule.define,
      "errno": ErrnoModule.define,
      "functools": FunctoolsModule.define,
      "gc": GcModule.define,
      "heapq": HeapqModule.define,
      "io": IOModule.define,
      "itertools": ItertoolsModule.define,
      "json": JSONModule.define,
      "math": MathModule.define,
      "operator": OperatorModule.define,
      "os": OSModule.define,
      "os.path": PathModule.define,
      "random": RandomModule.define,
      "re": RegexModule.define,
      "resource": ResourceModule.define,
      "select": SelectModule.define,
      "signal": SignalModule.define,
      "socket": SocketModule.define,
      "string": StringModule.define,
      "struct": StructModule.define,
      "sys": SysModule.define,
      "time": TimeModule.define,
      "traceback": TracebackModule.define,
      "types": TypesModule.define,
      "typing": TypingModule.define,
      "unicodedata": UnicodedataModule.define,
      "warnings": WarningsModule.define,
      "weakref": WeakrefModule.define,
    ]
  }

  /// Those that are written in Python.
  private var libraryModules: KeyValuePairs<String, [StaticString]> {
    [
      "__future__": [FutureLibrary.source],
      "argparse": [ArgparseLibrary.source, ArgparseLibrary.actions, ArgparseLibrary.parsers, ArgparseLibrary.parsing],
      "ast": [AstLibrary.source],
      "base64": [Base64Library.source],
      "calendar": [CalendarLibrary.source],
      "cmath": [CmathLibrary.source],
      "cmd": [CmdLibrary.source],
      "codecs": [CodecsLibrary.source],
      "collections.abc": [CollectionsAbcLibrary.source],
      "colorsys": [ColorsysLibrary.source],
      "configparser": [ConfigparserLibrary.source, ConfigparserLibrary.parsers],
      "contextlib": [ContextlibLibrary.source],
      "contextvars": [ContextvarsLibrary.source],
      "copyreg": [CopyregLibrary.source],
      "csv": [CsvLibrary.source],
      "dataclasses": [DataclassesLibrary.source, DataclassesLibrary.methods],
      "difflib": [DifflibLibrary.source],
      "doctest": [DoctestLibrary.source, DoctestLibrary.running, DoctestLibrary.modules],
      "fnmatch": [FnmatchLibrary.source],
      "fractions": [FractionsLibrary.source],
      "getopt": [GetoptLibrary.source],
      "getpass": [GetpassLibrary.source],
      "glob": [GlobLibrary.source],
      "graphlib": [GraphlibLibrary.source],
      "hashlib": [HashlibLibrary.source],
      "hmac": [HmacLibrary.source],
      "html": [HtmlLibrary.source],
      "importlib": [ImportlibLibrary.source],
      "inspect": [InspectLibrary.source, InspectLibrary.signatures],
      "ipaddress": [IpaddressLibrary.source, IpaddressLibrary.addresses, IpaddressLibrary.networks],
      "keyword": [KeywordLibrary.source],
      "linecache": [LinecacheLibrary.source],
      "locale": [LocaleLibrary.source],
      "logging": [LoggingLibrary.source, LoggingLibrary.loggers],
      "logging.config": [LoggingConfigLibrary.source],
      "numbers": [NumbersLibrary.source],
      "pathlib": [PathlibLibrary.source, PathlibLibrary.files],
      "platform": [PlatformLibrary.source],
      "pprint": [PprintLibrary.source],
      "queue": [QueueLibrary.source],
      "reprlib": [ReprlibLibrary.source],
      "sched": [SchedLibrary.source],
      "secrets": [SecretsLibrary.source],
      "selectors": [SelectorsLibrary.source],
      "shlex": [ShlexLibrary.source],
      "shutil": [ShutilLibrary.source],
      "stat": [StatLibrary.source],
      "statistics": [StatisticsLibrary.source, StatisticsLibrary.distributions],
      "subprocess": [SubprocessLibrary.source],
      "tempfile": [TempfileLibrary.source],
      "textwrap": [TextwrapLibrary.source],
      "timeit": [TimeitLibrary.source],
      "unittest": [
        UnittestLibrary.source, UnittestLibrary.cases, UnittestLibrary.outcomes, UnittestLibrary.results,
        UnittestLibrary.running,
      ],
      "unittest.mock": [MockLibrary.source, MockLibrary.mocks, MockLibrary.special, MockLibrary.patching],
      "urllib": [],
      "urllib.parse": [UrllibParseLibrary.source],
      "uuid": [UuidLibrary.source],
    ]
  }
}
