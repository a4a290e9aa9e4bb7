// The builtins that talk with the outside: print, input, open, exit.
import Glibc

enum ConsoleFunctions {
  static let openSignature =
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"

  static func define(_ m: ModuleBuilder) {
    m.function("print", "*args, sep=' ', end='\\n', file=None, flush=False", .many(print),
      direct: printPlainly)
    m.function("input", "prompt='', /", .one(input))
    m.function("open", openSignature, .many(FileOpening.open))
    m.function("help", "object=None, /", .one(help))
    let quitter = m.types.make("Quitter", module: "_sitebuiltins", defineQuitter)
    for name in ["exit", "quit"] { m.constant(name, .object(Quitter(quitter, name))) }
  }

  // MARK: print

  static func print(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let separator = try text(a[1], "sep", " ", f)
    let end = try text(a[2], "end", "\n", f)
    let flushes = a[4].isUnbound ? false : try f.truth(a[4])
    guard let file = try target(a[3], f) else { return .none }
    return try print(a.starred(0), separator, end, to: file, flushes: flushes, f)
  }

  /// `print` without keywords.
  private static func printPlainly(_ f: Frame, _ values: ContiguousArray<Value>) throws(Raised) -> Value {
    guard let file = try target(.unbound, f) else { return .none }
    let (separator, end) = (f.interpreter.character(0x20), f.interpreter.character(0x0a))
    return try print(values, separator, end, to: file, flushes: false, f)
  }

  private static func print(
    _ values: ContiguousArray<Value>, _ separator: Str, _ end: Str, to file: Value, flushes: Bool, _ f: Frame
  ) throws(Raised) -> Value {
    if file.instance != nil {
      try printByPieces(values, separator, end, to: file, f)
      if flushes { _ = try f.callMethod(file, "flush") }
      return .none
    }
    var line = StrBuilder()
    do {
      try join(values, separator, end, into: &line, f)
    } catch {
      // What stands before a value that cannot be shown is printed.
      try write(line.finish(), to: file, flushes: false, f)
      throw error
    }
    try write(line.finish(), to: file, flushes: flushes, f)
    return .none
  }

  /// Prints to an object of a script's class, which gets each value, separator and end by itself, as CPython's does.
  private static func printByPieces(
    _ values: ContiguousArray<Value>, _ separator: Str, _ end: Str, to file: Value, _ f: Frame
  ) throws(Raised) {
    let write = try f.attribute(of: file, f.interpreter.intern("write"))
    for index in values.indices {
      if index > 0 { _ = try f.call(write, .object(separator)) }
      _ = try f.call(write, .object(try f.str(values[index])))
    }
    _ = try f.call(write, .object(end))
  }

  private static func write(_ text: Str, to file: Value, flushes: Bool, _ f: Frame) throws(Raised) {
    if let stream = ownStream(file, f), !text.hasSurrogates {
      try stream.write(text, f)
      if flushes { try stream.flush(f) }
    } else {
      let file = file.isUnbound ? try standardOutput(f) : file
      _ = try f.callMethod(file, "write", CallArguments([.object(text)]))
      if flushes { _ = try f.callMethod(file, "flush") }
    }
  }

  /// The file `sys.stdout`, made now.
  private static func standardOutput(_ f: Frame) throws(Raised) -> Value {
    _ = try f.interpreter.builtinModule("sys", f)
    return f.interpreter.standardStreams.output?.value ?? .none
  }

  /// Puts the whole line that is printed together.
  private static func join(
    _ values: ContiguousArray<Value>, _ separator: Str, _ end: Str, into builder: inout StrBuilder, _ f: Frame
  ) throws(Raised) {
    for index in values.indices {
      if index > 0 { builder.append(separator) }
      try f.appendText(values[index], to: &builder)
    }
    builder.append(end)
  }

  private static func text(_ value: Value, _ name: String, _ standard: String, _ f: Frame) throws(Raised) -> Str {
    if value.isUnbound || value.isNone { return f.interpreter.intern(standard) }
    guard let text = value.payload.str else {
      throw f.typeError("\(name) must be None or a string, not \(f.typeName(value))")
    }
    return text
  }

  /// Where `print` writes: unbound stands for the process' own output as long as `sys` has not been imported; nil is
  /// nowhere.
  private static func target(_ given: Value, _ f: Frame) throws(Raised) -> Value? {
    if !given.isUnbound, !given.isNone { return given }
    guard let cell = f.interpreter.standardStreams.output else { return .unbound }
    if cell.value.isUnbound { throw f.runtimeError("lost sys.stdout") }
    return cell.value.isNone ? nil : cell.value
  }

  /// The process' own stream where the file is the one that `sys` made for it.
  private static func ownStream(_ file: Value, _ f: Frame) -> OutputStream? {
    if file.isUnbound { return f.interpreter.output }
    guard case .object(let object) = file else { return nil }
    let streams = f.interpreter.standardStreams
    if object === streams.ownOutput, streams.ownOutput?.isPlain == true { return f.interpreter.output }
    if object === streams.ownError, streams.ownError?.isPlain == true { return f.interpreter.errorOutput }
    return nil
  }

  // MARK: input

  static func input(_ f: Frame, _ prompt: Value) throws(Raised) -> Value {
    _ = try f.interpreter.builtinModule("sys", f)
    let streams = f.interpreter.standardStreams
    func stream(_ cell: Cell?, _ name: String) throws(Raised) -> Value {
      guard let value = cell?.value, !value.isUnbound, !value.isNone else {
        throw f.runtimeError("input(): lost sys.\(name)")
      }
      return value
    }
    let source = try stream(streams.input, "stdin")
    let target = try stream(streams.output, "stdout")
    let errors = try stream(streams.error, "stderr")
    _ = try f.callMethod(errors, "flush")
    if !prompt.isUnbound {
      _ = try f.callMethod(target, "write", CallArguments([.object(try f.str(prompt))]))
    }
    _ = try f.callMethod(target, "flush")
    let line = try f.callMethod(source, "readline")
    guard let text = line.payload.str else { throw f.typeError("object.readline() returned non-string") }
    if isatty(0) == 1 { f.interpreter.output.lineWasEnded() }
    if text.count == 0 { throw f.error(.EOFError, "EOF when reading a line") }
    return .object(text[text.count - 1] == 10 ? text.substring(0, text.count - 1) : text)
  }

  // MARK: help

  private static let helpHint = LocalizedText(
    "help(x) explains x: help(print), help('time').", pt: "help(x) explica x: help(print), help('time').")

  static func help(_ f: Frame, _ object: Value) throws(Raised) -> Value {
    var text = "\(helpHint)\n"
    if let name = object.str?.string {
      text = f.helpText(on: try f.importModule(name))
    } else if !object.isUnbound {
      text = f.helpText(on: object)
    }
    return try print(f, text)
  }

  private static func print(_ f: Frame, _ text: String) throws(Raised) -> Value {
    try f.call(f.interpreter.builtins[f.interpreter.intern("print")]!, .text(String(text.dropLast())))
  }

  // MARK: exit

  /// `exit` and `quit`: call them to leave.
  private final class Quitter: TypedObject {
    let name: String

    init(_ type: TypeObject, _ name: String) {
      self.name = name
      super.init(type)
    }
  }

  private static func defineQuitter(_ t: TypeBuilder) {
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      .text("Use \(this.native(Quitter.self)!.name)() or Ctrl-D (i.e. EOF) to exit")
    })
    t.method("__call__", "self, code=None", .two { (f, _, code) throws(Raised) in
      throw f.exit([code.isUnbound ? .none : code])
    })
  }
}
