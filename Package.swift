// swift-tools-version: 6.2
import PackageDescription

// Release builds trade checks that the interpreter does not need for speed: it is single-threaded by design (its
// reference counts need no atomics), and its accesses to the value stack are exclusive by construction.
let optimised: [SwiftSetting] = [
  // A frame pointer costs each node three instructions, a tenth of a call.
  .unsafeFlags(["-Xcc", "-Xclang", "-Xcc", "-mframe-pointer=none"], .when(configuration: .release)),
  .unsafeFlags(["-enforce-exclusivity=unchecked"]),
  .unsafeFlags(
    ["-Xfrontend", "-assume-single-threaded", "-Xfrontend", "-function-sections"], .when(configuration: .release)),
  // Regular expressions of the standard library would make the program a tenth larger.
  .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]),
]

// libedit and what it needs are linked as archives: shared, they would cost each start of the program 0.4 ms, a tenth.
let staticLibedit: [LinkerSetting] = [
  .unsafeFlags(["-l:libedit.a", "-l:libtinfo.a", "-l:libbsd.a", "-l:libmd.a"])
]

// A release's command is one static program at a fixed address: the system has no libraries to find and map at each
// start, and no pointers to relocate. lld, since other linkers warn of what name services may load.
//
// What a start touches lies close together, which saves a third of its memory and a sixth of its time: functions that it
// runs come first (see scripts/bench/order), functions of the same code are one (--icf; nothing here compares their
// addresses), and each file's texts stay beside each other (-O0; the linker would mix the names of builtins with the
// sources of modules).
let staticProgram: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-use-ld=lld", "-Xlinker", "--strip-debug", "-Xlinker", "--icf=all", "-Xlinker", "-O0",
      "-Xlinker", "--no-warn-symbol-ordering",
      "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/ppd/functions.order",
    ], .when(platforms: [.linux], configuration: .release))
]

// A release's command has a heap of its own (see Heap.c), and asks it for the runtime's objects directly.
let ownHeap: [LinkerSetting] = [
  "malloc", "calloc", "realloc", "free", "memalign", "aligned_alloc", "posix_memalign", "malloc_usable_size",
  "swift_slowAlloc", "swift_allocObject", "swift_deallocClassInstance", "swift_nonatomic_release",
  "swift_arrayInitWithCopy", "swift_arrayDestroy",
].map { .unsafeFlags(["-Xlinker", "--wrap=\($0)"], .when(platforms: [.linux], configuration: .release)) }

let optimisedC: [CSetting] = [.unsafeFlags(["-Xclang", "-mframe-pointer=none"], .when(configuration: .release))]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "ppd",
  products: [
    .executable(name: "ppd", targets: ["ppd"]),
    .library(name: "Multiprocess", targets: ["Multiprocess"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
  ],
  targets: [
    .target(name: "CPosixShim", cSettings: optimisedC),
    .target(
      name: "CHeap", dependencies: ["CPosixShim"],
      cSettings: optimisedC + [.define("PPD_HEAP", .when(platforms: [.linux], configuration: .release))]),
    .target(name: "Multiprocess", dependencies: ["CPosixShim"], swiftSettings: optimised),
    .target(name: "Pickle", swiftSettings: optimised),
    .target(name: "Hashes", dependencies: [crypto], swiftSettings: optimised),
    .target(name: "ManagerWire", dependencies: ["Multiprocess", "CPosixShim", crypto], swiftSettings: optimised),
    .target(name: "Syntax", swiftSettings: optimised),
    .target(name: "Interpreter", dependencies: ["Syntax", "CPosixShim", "Hashes"], swiftSettings: optimised),
    .target(
      name: "MultiprocessModule", dependencies: ["Interpreter", "Multiprocess", "ManagerWire", "Pickle", "CPosixShim"],
      swiftSettings: optimised),
    .systemLibrary(name: "CLibedit", providers: [.apt(["libedit-dev"])]),
    .target(
      name: "REPL", dependencies: ["Interpreter", "Syntax", "CLibedit", "CPosixShim"], swiftSettings: optimised,
      linkerSettings: staticLibedit),
    .executableTarget(
      name: "ppd", dependencies: ["CHeap", "CPosixShim", "Interpreter", "Multiprocess", "MultiprocessModule", "REPL", "Syntax"],
      exclude: ["functions.order"], swiftSettings: optimised, linkerSettings: staticProgram + ownHeap),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "LanguageTests", dependencies: ["TestSupport", "ppd"], exclude: ["Programs", "Scripts"]),
    .target(name: "CTraceShim", path: "Tests/CTraceShim"),
    .executableTarget(
      name: "MultiprocessProbe", dependencies: ["Multiprocess", "CPosixShim", "CTraceShim"], path: "Tests/MultiprocessProbe",
      swiftSettings: optimised),
    .testTarget(name: "MultiprocessTests", dependencies: ["TestSupport", "MultiprocessProbe", "ppd"]),
    .testTarget(name: "HashesTests", dependencies: ["Hashes"]),
    .testTarget(name: "PickleTests", dependencies: ["Pickle", "TestSupport"], exclude: ["oracle.py"]),
    .testTarget(
      name: "ManagerWireTests", dependencies: ["ManagerWire", "CPosixShim", "TestSupport", "ppd"], exclude: ["Scripts"]),
    .testTarget(name: "REPLTests", dependencies: ["REPL", "TestSupport", "ppd"]),
    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"]),
  ],
  swiftLanguageModes: [.v6]
)
