// The children's output: read from one stream, told apart by who wrote, shown by whole lines.
import CLibedit
import CPosixShim
import Glibc
import Interpreter

/// Where children write, and how it comes to the console: each line behind `[name pid]` in a colour of its own.
final class OutputPump {
  /// Whose output is shown.
  enum Mode: Equatable {
    case inline
    case quiet
    case only(Int32)
  }

  /// What is known of a process that writes.
  private struct Writer {
    /// The process of the tree that it is or belongs to.
    let pid: Int32
    let name: String
    let code: String
    var pending: [UInt8] = []
  }

  var mode = Mode.inline
  /// Readable when a child has written.
  let descriptor: Int32
  private let writingEnd: Int32
  private let console: any Console
  private let style: Style
  private let names: () -> [Int32: String]
  private var writers: [Int32: Writer] = [:]
  /// The colour of each process of the tree, for as long as it lives.
  private var codes: [Int32: String] = [:]
  private var codesGiven = 0
  private let owner = getpid()
  private var chunk = [UInt8](repeating: 0, count: 1 << 14)

  /// What is not shown yet, while something else has the screen; nil otherwise.
  private var held: String?
  /// Of more than that the beginning is dropped.
  private static let mostHeld = 1 << 18

  /// A line of a megabyte is shown in parts after all.
  private static let longestLine = 1 << 20
  /// How many bytes are read at once at the prompt, so that a child that never stops leaves the keyboard its turn.
  static let mostAtPrompt = 1 << 14
  /// How many in a cell.
  private static let mostInCell = 1 << 16
  /// Until when a cell has the processor for itself, in monotonic nanoseconds: as long as showing what came last took.
  private var restEnd: UInt64 = 0

  /// - Parameter names: the processes of the tree by pid.
  /// Nil where the system has no sockets left.
  init?(_ console: any Console, _ style: Style, names: @escaping () -> [Int32: String]) {
    var ends: [Int32] = [0, 0]
    guard ppd_shared_output(&ends) == 0 else { return nil }
    descriptor = ends[0]
    writingEnd = ends[1]
    self.console = console
    self.style = style
    self.names = names
  }

  // MARK: In a child

  /// In a process that was just forked: its outputs are the stream, its input is empty, Ctrl-C is not for it, and it
  /// dies with its parent. It never touches the terminal.
  func becomeChild(_ f: Frame) {
    let parent = getppid()
    _ = ppd_signal_on_parent_death(SIGKILL)
    // It may have died before that took effect.
    if parent == 1 || getppid() != parent { ppd_exit_now(1) }
    if parent == owner { setpgid(0, 0) }
    f.interpreter.signals.set(SIGIO, .ignore)
    for stream in [1, 2] as [Int32] { dup2(writingEnd, stream) }
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    if null >= 0 {
      dup2(null, 0)
      close(null)
    }
    close(descriptor)
    f.interpreter.output.policy = .line
  }

  // MARK: Reading

  /// Shows the lines that have come.
  /// - Parameter most: how many bytes are read, unless the last ones come in one piece with more.
  /// - Returns: whether nothing is left.
  @discardableResult
  func serve(atMost most: Int = mostAtPrompt) -> Bool {
    var text = ""
    var taken = 0
    var isDrained = false
    while taken < most, !isDrained {
      var pid: pid_t = 0
      let count = ppd_shared_output_read(descriptor, &chunk, chunk.count, &pid)
      if count > 0 {
        text += take(chunk[..<count], from: pid)
        taken += count
      } else {
        isDrained = count == 0 || errno != EINTR
      }
    }
    show(text)
    return isDrained
  }

  /// The same from within a cell, when the stream has said by SIGIO that something came. Where children write faster
  /// than a terminal shows it, the cell gets half of the time.
  func serveInCell() {
    let start = monotonicNanoseconds()
    guard start >= restEnd else { return remind(from: start) }
    let isDrained = serve(atMost: OutputPump.mostInCell)
    let end = monotonicNanoseconds()
    restEnd = end + (end - start)
    // No signal comes for what is left.
    if !isDrained { remind(from: end) }
  }

  /// Has SIGIO come once more when the cell has had its time.
  private func remind(from now: UInt64) {
    _ = ppd_signal_later(SIGIO, Int(restEnd - now) + 1)
  }

  private func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Keeps what there is to show until `body`, which has the screen for itself, is done.
  func holding(_ body: () -> Void) {
    held = ""
    body()
    let text = held ?? ""
    held = nil
    show(text)
  }

  private func show(_ text: String) {
    if text.isEmpty { return }
    guard let waiting = held else { return console.print(text, as: .notice) }
    let all = waiting + text
    held = all.utf8.count <= OutputPump.mostHeld ? all : OutputPump.end(of: all)
  }

  /// The last lines of a text, as many as may be held.
  private static func end(of text: String) -> String {
    let bytes = Array(text.utf8.suffix(mostHeld / 2))
    return String(decoding: bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst(), as: UTF8.self)
  }

  /// Keeps bytes until their line is whole.
  /// - Returns: the lines that are.
  private func take(_ bytes: ArraySlice<UInt8>, from pid: pid_t) -> String {
    var writer = writers[pid] ?? makeWriter(pid)
    writer.pending += bytes
    defer { writers[pid] = writer }
    let end = writer.pending.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    guard let end = end ?? (writer.pending.count > OutputPump.longestLine ? writer.pending.count : nil) else {
      return ""
    }
    let whole = writer.pending[..<end]
    writer.pending.removeFirst(end)
    return text(of: whole, writer)
  }

  /// The lines as they are shown.
  private func text(of bytes: ArraySlice<UInt8>, _ writer: Writer) -> String {
    guard mode == .inline || mode == .only(writer.pid) else { return "" }
    let prefix = label(writer)
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { "\(prefix) \(OutputPump.visiblePart(of: $0))\n" }.joined()
  }

  /// Of a line that was overwritten with carriage returns, what stands there in the end.
  private static func visiblePart(of line: ArraySlice<UInt8>) -> String {
    var line = line
    while line.last == 13 { line.removeLast() }
    let start = line.lastIndex(of: 13).map { $0 + 1 } ?? line.startIndex
    return String(decoding: line[start...], as: UTF8.self)
  }

  private func label(_ writer: Writer) -> String {
    style.paint(writer.name.isEmpty ? "[\(writer.pid)]" : "[\(writer.name) \(writer.pid)]", code: writer.code)
  }

  // MARK: Who writes

  /// A program that a process of the tree has started writes in that process' name.
  private func makeWriter(_ pid: pid_t) -> Writer {
    let names = names()
    var ancestor = pid
    while ancestor > 1, names[ancestor] == nil { ancestor = OutputPump.parent(of: ancestor) }
    if let name = names[ancestor] { return Writer(pid: ancestor, name: name, code: code(of: ancestor)) }
    return Writer(pid: pid, name: "", code: code(of: pid))
  }

  private func code(of pid: Int32) -> String {
    if let known = codes[pid] { return known }
    let code = style.childCodes[codesGiven % style.childCodes.count]
    codesGiven += 1
    codes[pid] = code
    return code
  }

  /// The parent of a process, by /proc; 0 when it is gone.
  private static func parent(of pid: Int32) -> Int32 {
    guard case .success(let bytes) = FileBytes.read("/proc/\(pid)/stat"),
      let end = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return 0 }
    let fields = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
    return fields.count > 1 ? Int32(String(decoding: fields[1], as: UTF8.self)) ?? 0 : 0
  }

  // MARK: Endings

  /// Shows the last line of a process that has ended, though nothing ended it, and says how the process ended.
  func finish(_ pid: Int32, name: String, notice: String?) {
    // All that it wrote is in the stream, perhaps behind what others wrote.
    serve(atMost: max(OutputPump.mostAtPrompt, Int(ppd_bytes_pending(descriptor))))
    var text = ""
    for (key, writer) in writers where writer.pid == pid {
      if !writer.pending.isEmpty { text += self.text(of: writer.pending[...], writer) }
      writers[key] = nil
    }
    if let notice {
      text += "\(label(Writer(pid: pid, name: name, code: code(of: pid)))) \(style.paint(notice, .notice))\n"
    }
    codes[pid] = nil
    show(text)
  }
}
