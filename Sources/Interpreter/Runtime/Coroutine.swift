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
///  low | guard (64 KiB never used) … native stack grows down ◀─ top | value stack grows up ─▶ … | high
/// ```
final class CoroutineStacks {
  private static let nativeBytes = 8 << 20
  private static let valueBytes = 1 << 20
  /// What Swift's own functions may need below the limit that the interpreter checks.
  static let reserve = 64 << 10

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

/// A body that can be left and resumed. Not started until the first `resume`.
final class Coroutine {
  enum State {
    case fresh
    case suspended
    case running
    case finished
  }

  private(set) var state = State.fresh
  let stacks: CoroutineStacks
  private let interpreter: Interpreter
  private let body: () -> Void
  private var ownStack: UnsafeMutableRawPointer?
  private var resumerStack: UnsafeMutableRawPointer?

  init(_ interpreter: Interpreter, _ stacks: CoroutineStacks, body: @escaping () -> Void) {
    self.interpreter = interpreter
    self.stacks = stacks
    self.body = body
  }

  /// Runs the body until it suspends or ends.
  func resume() {
    if state == .fresh {
      ownStack = ppd_stack_prepare(
        stacks.nativeTop,
        { context in Unmanaged<Coroutine>.fromOpaque(context!).takeUnretainedValue().run() },
        Unmanaged.passUnretained(self).toOpaque())
    }
    state = .running
    let limit = interpreter.stackLimit
    let valuesEnd = interpreter.valueStackEnd
    interpreter.stackLimit = stacks.nativeLimit
    interpreter.valueStackEnd = stacks.valuesEnd
    ppd_stack_switch(&resumerStack, ownStack)
    interpreter.stackLimit = limit
    interpreter.valueStackEnd = valuesEnd
  }

  /// Leaves the body; returns when it is resumed. Called by the body.
  func suspend() {
    state = .suspended
    ppd_stack_switch(&ownStack, resumerStack)
  }

  private func run() {
    body()
    state = .finished
    ppd_stack_switch(&ownStack, resumerStack)
    fatalError("a finished coroutine was resumed")
  }
}
