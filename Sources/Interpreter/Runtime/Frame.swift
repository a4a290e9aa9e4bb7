// A call's place on the value stack. Everything that may raise or run user code takes the frame it works for.
import Syntax

/// A pointer to a call's slots on the value stack.
///
/// ```
///   lower addresses                                                       higher addresses
///  … caller's slots | FrameHeader | result | parameters | locals, cells | next frame's header | …
///                                          ▲                            ▲
///                                          slots                        slots + code.slotCount
/// ```
///
/// A frame is passed by value and says who is running: its interpreter, its code, its depth, and where the next frame
/// begins.
public struct Frame {
  let slots: UnsafeMutablePointer<Value>

  @inline(__always)
  init(slots: UnsafeMutablePointer<Value>) {
    self.slots = slots
  }

  /// Slots that a header takes, with the one for the result.
  @inline(__always)
  static var headerSlots: Int {
    (MemoryLayout<FrameHeader>.size + MemoryLayout<Value>.stride - 1) / MemoryLayout<Value>.stride + 1
  }

  @inline(__always)
  var header: UnsafeMutablePointer<FrameHeader> {
    UnsafeMutableRawPointer(slots - Frame.headerSlots).assumingMemoryBound(to: FrameHeader.self)
  }

  @inline(__always)
  public var interpreter: Interpreter { header.pointee.interpreter }

  @inline(__always)
  var code: FunctionCode { header.pointee.code }

  /// What the function returns, from its `return` statement on until the call ends.
  @inline(__always)
  var resultPlace: UnsafeMutablePointer<Value> { slots - 1 }

  /// What a call returns whose body ended so.
  @inline(__always)
  func takeResult(_ flow: Flow) -> Value {
    if flow == .return_ { return resultPlace.move() }
    dropResult()
    return .none
  }

  /// Lets go of the result of a `return` that something prevented: an exception, or a `break` in a `finally` clause.
  @inline(__always)
  func dropResult() { resultPlace.store(.unbound) }

  /// The slots that the next frame would have.
  @inline(__always)
  var nextSlots: UnsafeMutablePointer<Value> { slots + (header.pointee.slotCount + Frame.headerSlots) }

  /// The frame that called this one, nil for the outermost.
  var caller: Frame? { header.pointee.caller.map(Frame.init(slots:)) }

  @inline(__always)
  subscript(slot: Int) -> Value {
    @inline(__always) unsafeAddress { UnsafePointer(slots + slot) }
    @inline(__always) nonmutating unsafeMutableAddress { slots + slot }
  }

  @inline(__always)
  public var types: Types { interpreter.types }
}

/// What stands before a frame's slots. The frame owns none of what it refers to: it is written through
/// ``UncountedHeader`` and never destroyed.
struct FrameHeader {
  let interpreter: Interpreter
  let code: FunctionCode
  var caller: UnsafeMutablePointer<Value>?
  /// How many slots are in use: `code.slotCount`, and while a call's arguments are evaluated those they go to as well.
  var slotCount: Int
  /// Calls below this one.
  var depth: Int
  /// The call that the frame is making, for reports about a running program.
  var callRange: SourceRange
  /// The generator whose body this is.
  let generator: GeneratorState?
}

/// The same memory for writing, without counting references. (Reading the fields of ``FrameHeader`` costs no count
/// either; that of `Unmanaged` or `unowned(unsafe)` ones does, and an atomic one at that.)
private struct UncountedHeader {
  let interpreter: Unmanaged<Interpreter>
  let code: Unmanaged<FunctionCode>
  let caller: UnsafeMutablePointer<Value>?
  let slotCount: Int
  let depth: Int
  let callRange: SourceRange
  let generator: Unmanaged<GeneratorState>?
}

extension Frame {
  /// Writes the header of a frame that begins. The caller keeps the code alive.
  @inline(__always)
  func begin(
    _ code: FunctionCode, caller: UnsafeMutablePointer<Value>?, depth: Int, _ interpreter: Interpreter,
    generator: GeneratorState? = nil
  ) {
    UnsafeMutableRawPointer(header).assumingMemoryBound(to: UncountedHeader.self).initialize(
      to: UncountedHeader(
        interpreter: .passUnretained(interpreter), code: .passUnretained(code), caller: caller,
        slotCount: code.slotCount, depth: depth, callRange: code.range, generator: generator.map { .passUnretained($0) }))
    resultPlace.initialize(to: .unbound)
  }
}

extension Frame {
  /// The 1-based line of the call that this frame is making.
  public var line: Int { code.file.line(at: Int(header.pointee.callRange.start)) }
  /// The name of the script that this frame runs.
  public var fileName: String { code.file.name }

  /// This frame, or the nearest that called it and runs a script's own code rather than a module of ppd.
  public var scriptFrame: Frame {
    var frame = self
    while interpreter.modules[frame.code.namespace.name]?.module?.isBuiltin ?? false, let caller = frame.caller {
      frame = caller
    }
    return frame
  }
}
