// The console where there is no terminal to edit on: lines as they come, prompts where a terminal sees them.
import CPosixShim
import Glibc
import Interpreter

/// Reads standard input line by line and writes to the standard outputs.
public final class PlainConsole: Console {
  private let output: OutputStream
  private let errorOutput: OutputStream
  /// Where prompts go: not into a file that collects the output.
  private let promptStream: OutputStream

  public init(output: OutputStream, errorOutput: OutputStream) {
    self.output = output
    self.errorOutput = errorOutput
    promptStream = isatty(1) == 1 ? output : errorOutput
  }

  public func read(_ prompt: Prompt, _ background: any Background) -> Entry {
    write(prompt.text, to: promptStream)
    var line: [UInt8] = []
    while true {
      switch nextByte(background) {
      case .byte(UInt8(ascii: "\n")):
        if line.last == 13 { line.removeLast() }
        return .text(String(decoding: line, as: UTF8.self))
      case .byte(let byte): line.append(byte)
      case .end where line.isEmpty:
        write("\n", to: promptStream)
        return .end
      case .end: return .text(String(decoding: line, as: UTF8.self))
      case .wakeup(.cancelled):
        write("\n", to: promptStream)
        return .cancelled
      case .wakeup(.hangUp(let signal)): return .hangUp(signal: signal)
      case .wakeup(.resized): break
      }
    }
  }

  public func print(_ text: String, as kind: TextKind) {
    write(text, to: kind == .result ? output : errorOutput)
  }

  /// Where even that cannot be written there is nobody left to talk to.
  private func write(_ text: String, to stream: OutputStream) {
    output.flush()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream.descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR && errno != EAGAIN { return }
    }
  }

  // MARK: Bytes

  private enum Next {
    case byte(UInt8)
    case end
    case wakeup(Wakeup)
  }

  /// One byte at a time: what follows the line belongs to whoever reads standard input next, a cell's `input()` too.
  private func nextByte(_ background: any Background) -> Next {
    var byte: UInt8 = 0
    while true {
      switch KeyboardWait(background).wait() {
      case .ready: break
      case .served: continue
      case .wakeup(let wakeup): return .wakeup(wakeup)
      }
      let count = Glibc.read(0, &byte, 1)
      if count > 0 { return .byte(byte) }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return .end }
    }
  }
}
