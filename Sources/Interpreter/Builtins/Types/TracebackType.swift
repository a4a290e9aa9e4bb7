// Tracebacks as values: `exception.__traceback__` and what hangs on it.

enum TracebackType {
  static func define(_ t: TypeBuilder) {
    t.final()
    t.property("tb_lineno", get: { f, this throws(Raised) in .int(try outermost(f, this).line) })
    t.property("tb_frame", get: { f, this throws(Raised) in .object(FrameRecord(try outermost(f, this))) })
    t.property("tb_next", get: next)
    t.property("tb_lasti", get: { _, _ throws(Raised) in .int(0) })
  }

  private static func traceback(_ f: Frame, _ this: Value) throws(Raised) -> Traceback {
    guard let traceback = this.cast(.traceback, Traceback.self) else {
      throw f.wrongReceiver(this, "tb_next", of: "traceback")
    }
    return traceback
  }

  private static func outermost(_ f: Frame, _ this: Value) throws(Raised) -> ExceptionObject.TracebackEntry {
    try traceback(f, this).entries.last!
  }

  private static func next(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let inner = try traceback(f, this).entries.dropLast()
    return inner.isEmpty ? .none : .object(Traceback(inner))
  }
}

extension ExceptionObject.TracebackEntry {
  /// The 1-based line.
  var line: Int { code.file.line(at: Int(location.range.start)) }
}

extension Frame {
  /// An exception's `__traceback__`.
  func tracebackValue(of exception: ExceptionObject) -> Value {
    exception.hasTraceback ? .object(Traceback(exception.traceback[...])) : .none
  }
}
