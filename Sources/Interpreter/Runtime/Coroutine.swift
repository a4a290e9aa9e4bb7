// A body that runs on a native stack and a value stack of its own, and can leave in the middle and go on later.
import CPosixShim
import Glibc

/// Reserves address space that takes memory only where it is touched.
func ppdReserve(_ bytes: Int) -> UnsafeMutableRawBufferPointer {
  let address = mmap(
    nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
  guard let address, address != MAP_FAILED else { fatalError("ppd: cannot reserve \(bytes) bytes for a stack") }
  return UnsafeMutableRawBufferPointer(start: address, count: bytes)
}

/// Gives back what `ppdReserve` reserved.
func ppdRelease(_ memory: UnsafeMutableRawBufferPointer) {
  munmap(memory.baseAddress, memory.count)
}

/// The stacks of a coroutine.
///
/// ```
///  low | reserve (1 MiB) … native stack grows down ◀─ top | value stack grows up ─▶ … | high
/// ```
final class CoroutineStacks {
  private static let nativeBytes = 16 << 20
  private static let valueBytes = 1 << 20
  /// What Swift's own functions may need below the limit that the interpreter checks.
  static let reserve = 1 << 20

  private let memory: UnsafeMutableRawBufferPointer

  init() {
    memory = ppdReserve(CoroutineStacks.nativeBytes + CoroutineStacks.valueBytes)
  }

  deinit {
    ppdRelease(memory)
  }

  var nativeTop: UnsafeMutableRawPointer { memory.baseAddress! + CoroutineStacks.nativeBytes }
  var nativeLimit: UInt { UInt(bitPattern: memory.baseAddress!) + UInt(CoroutineStacks.reserve) }
  var values: UnsafeMutablePointer<Value> { nativeTop.assumingMemoryBound(to: Value.self) }
  var valuesEnd: UnsafeMutablePointer<Value> { values + (CoroutineStacks.valueBytes / MemoryLayout<Value>.stride - ValueStack.reserve) }
}

/// A body that can be left and resumed. Subclasses override `runBody`.
class Coroutine {
  enum State {
    case fresh
    case suspended
    case running
    case finished
    /// Suspended still after it was told to end: what it holds is held for good.
    case stuck
  }

  final var state = State.fresh
  final let interpreter: Interpreter
  /// Where the body runs, from its start to its end.
  final private(set) var stacks: CoroutineStacks?
  private final var stackLimit: UInt = 0
  private final var valueStackEnd: UnsafeMutablePointer<Value>
  /// The body's native stack pointer while it does not run, and its resumer's while it does.
  private final var ownStack: UnsafeMutableRawPointer?
  private final var resumerStack: UnsafeMutableRawPointer?

  init(_ interpreter: Interpreter) {
    self.interpreter = interpreter
    valueStackEnd = interpreter.valueStackEnd
  }

  /// What the coroutine does.
  func runBody() {
    preconditionFailure("\(type(of: self)) has no body")
  }

  /// Gets the stacks on which the body will run.
  final func prepare(_ stacks: CoroutineStacks) {
    self.stacks = stacks
    stackLimit = stacks.nativeLimit
    valueStackEnd = stacks.valuesEnd
    ownStack = ppd_stack_prepare(
      stacks.nativeTop,
      { context in
        var abandoned: UnsafeMutableRawPointer?
        ppd_stack_switch(&abandoned, Coroutine.runToEnd(context!))
        fatalError("a finished coroutine was resumed")
      },
      Unmanaged.passUnretained(self).toOpaque())
  }

  /// Gives the stacks back for others, once the body has ended.
  final func giveStacksBack() {
    if let stacks { interpreter.giveBack(stacks) }
    stacks = nil
  }

  /// Leaves the resumer's stacks for the body's, until the body suspends or ends.
  @inline(__always)
  final func resume() {
    state = .running
    let limit = ppd_stack_limit()
    let end = interpreter.valueStackEnd
    ppd_set_stack_limit(stackLimit)
    interpreter.valueStackEnd = valueStackEnd
    ppd_stack_switch(&resumerStack, ownStack)
    ppd_set_stack_limit(limit)
    interpreter.valueStackEnd = end
  }

  /// Leaves the body; returns when it is resumed. Called by the body.
  @inline(__always)
  final func suspend() {
    state = .suspended
    ppd_stack_switch(&ownStack, resumerStack)
  }

  /// Runs a body and returns the stack to go on with. Whoever calls this leaves the body's stack for good and must hold
  /// no reference then: it would never be let go.
  @inline(never)
  private static func runToEnd(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    let coroutine = Unmanaged<Coroutine>.fromOpaque(context).takeUnretainedValue()
    coroutine.runBody()
    coroutine.state = .finished
    return coroutine.resumerStack
  }
}
