// The type `frame`: what is remembered of a call.

/// A call as it was at one moment: its code and line, and of one that was running its variables and its caller. As long
/// as it runs, what it tells is up to date.
final class FrameRecord: NativeObject {
  private let entry: ExceptionObject.TracebackEntry
  /// The variables; nil where they are the module's, or where an exception has ended the call.
  private let locals: Dict?
  private let caller: FrameRecord?
  /// Where the call's frame was; whether it is still there, only a walk along the running calls tells.
  private let slots: UnsafeMutablePointer<Value>?

  /// What a traceback tells of a call that is over.
  init(_ entry: ExceptionObject.TracebackEntry) {
    self.entry = entry
    locals = nil
    caller = nil
    slots = nil
  }

  /// A running call, with those around it.
  init(running f: Frame) {
    var calls = [f]
    while let caller = calls.last!.caller, caller.caller != nil { calls.append(caller) }
    let outer = calls.dropFirst().reversed().reduce(nil) { FrameRecord($1, caller: $0) }
    (entry, locals, caller, slots) = (f.entry, f.localNames, outer, f.slots)
  }

  private init(_ f: Frame, caller: FrameRecord?) {
    (entry, locals, self.caller, slots) = (f.entry, f.localNames, caller, f.slots)
  }

  override func nativeType(_ types: Types) -> TypeObject { FrameRecord.type(types) }

  static func type(_ types: Types) -> TypeObject { types.native(named: "frame", FrameRecord.define) }

  private static func define(_ t: TypeBuilder) {
    t.final()
    t.property("f_code", get: { f, this throws(Raised) in .object(CodeObject(try record(f, this).entry.code)) })
    t.property("f_lineno", get: { f, this throws(Raised) in .int(try record(f, this).entry(asking: f).line) })
    t.property("f_back", get: { f, this throws(Raised) in try record(f, this).caller.map { .object($0) } ?? .none })
    t.property("f_globals") { f, this throws(Raised) in
      NamespaceView.value(try record(f, this).entry.code.namespace, f)
    }
    t.property("f_builtins", get: { f, _ throws(Raised) in NamespaceView.value(f.interpreter.builtins, f) })
    t.property("f_locals") { f, this throws(Raised) in
      let record = try record(f, this)
      return (record.frame(asking: f)?.localNames ?? record.locals).map { .object($0) } ?? NamespaceView.value(record.entry.code.namespace, f)
    }
    t.property("f_lasti", get: { _, _ throws(Raised) in .int(0) })
    t.property("f_trace", get: { _, _ throws(Raised) in .none })
    t.method("clear", "self, /", .one { _, _ throws(Raised) in .none })
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in
      let entry = try record(f, this).entry(asking: f)
      return .text(
        "<frame at \(f.address(this)), file '\(entry.code.file.path)', line \(entry.line), "
          + "code \(entry.code.name.string)>")
    })
  }

  /// The call's frame, where it is among those that led to `f`.
  private func frame(asking f: Frame) -> Frame? {
    var next: Frame? = f
    while let frame = next {
      if frame.slots == slots { return frame.code === entry.code ? frame : nil }
      next = frame.caller
    }
    return nil
  }

  private func entry(asking f: Frame) -> ExceptionObject.TracebackEntry { frame(asking: f)?.entry ?? entry }

  private static func record(_ f: Frame, _ this: Value) throws(Raised) -> FrameRecord {
    guard let record = this.native(FrameRecord.self) else { throw f.wrongReceiver(this, "f_code", of: "frame") }
    return record
  }
}

extension Frame {
  /// Where this call is.
  fileprivate var entry: ExceptionObject.TracebackEntry {
    ExceptionObject.TracebackEntry(code: code, location: Location(header.pointee.callRange))
  }
}
