// The console on a terminal: libedit edits whole blocks, and what others say appears above them.
import CLibedit
import CPosixShim
import Glibc
import Interpreter
import Syntax

/// Edits entries with libedit. At most one in a process.
public final class TerminalConsole: Console {
  let style: Style
  let history: History
  /// What Tab goes on to; set by the session.
  public var completer: Completer?
  /// libedit's handle.
  let edit: OpaquePointer
  private let searchHistory: OpaquePointer?
  /// Where prompts are kept for libedit, which holds their addresses.
  private let leftPrompt = PromptText()
  private let rightPrompt = PromptText()
  /// What happens while a key is waited for; nil while nothing is edited.
  var background: (any Background)?
  /// What ended the editing, where it was not Enter.
  var outcome: Entry?
  var prompt = Prompt(text: "")
  /// Which entry of the history the buffer shows: `history.entries.count` for what is being typed.
  var historyIndex = 0
  /// What was being typed before the user went up in the history.
  var draft = ""
  /// The text and cursor of the last Tab: the second one in the same place lists.
  var lastTab: (text: String, cursor: Int)?
  /// Columns of the terminal when it was last drawn.
  private var width = 80
  private var height = 24
  private var keyboard = UTF8Decoder()
  /// A key to be read once more: an escape character ends libedit's search and begins the key that ended it.
  private var replayed: wchar_t?
  /// How many bytes came while the terminal was in its own mode, in which it keeps a Ctrl-D as a null.
  private var earlyKeys: Int32 = 0
  /// Whether the prompt has a row of its own.
  private var hasBlockPrompt = false

  /// Nil where standard input or output is no terminal, or one without a movable cursor.
  public init?(style: Style, history: History) {
    guard isatty(0) == 1, isatty(1) == 1, let name = getenv("TERM"), name.pointee != 0, strcmp(name, "dumb") != 0 else {
      return nil
    }
    TerminalConsole.chooseUTF8()
    self.style = style
    self.history = history
    guard let edit = ppd_edit_make("ppd") else { return nil }
    self.edit = edit
    searchHistory = ppd_history_make(Int32(History.limit))
    ppd_edit_set_owner(edit, Unmanaged.passUnretained(self).toOpaque())
    setUp()
  }

  deinit {
    if let searchHistory { history_wend(searchHistory) }
    el_end(edit)
  }

  /// The console that a handle of libedit belongs to.
  static func of(_ edit: OpaquePointer?) -> TerminalConsole {
    Unmanaged<TerminalConsole>.fromOpaque(ppd_edit_owner(edit)).takeUnretainedValue()
  }

  /// libedit goes by the locale: where its code set is not UTF-8, one is chosen where it is.
  private static func chooseUTF8() {
    setlocale(LC_ALL, "")
    // Scripts are not to see numbers with another decimal point.
    setlocale(LC_NUMERIC, "C")
    if strcmp(nl_langinfo(nl_item(CODESET)), "UTF-8") != 0 { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  // MARK: Setting up

  private func setUp() {
    ppd_edit_ignore_signals(edit)
    ppd_edit_set_emacs(edit)
    if let searchHistory {
      ppd_edit_set_history(edit, searchHistory)
      for entry in history.entries { ppd_history_add(searchHistory, entry.wide) }
    }
    ppd_edit_set_reader(edit) { edit, character in TerminalConsole.of(edit).readKey(into: character!) }
    ppd_edit_set_prompts(
      edit, { edit in TerminalConsole.of(edit).leftPrompt.pointer },
      { edit in TerminalConsole.of(edit).rightPrompt.pointer },
      PromptText.escape)
    el_source(edit, nil)
    ppd_edit_disable_signal_keys(edit)
    bindKeys()
  }

  // MARK: Console

  public func read(_ prompt: Prompt, _ background: any Background) -> Entry {
    self.prompt = prompt
    self.background = background
    defer { self.background = nil }
    outcome = nil
    historyIndex = history.entries.count
    draft = ""
    lastTab = nil
    updateSize()
    setPrompts(isBlock: false)
    // Keys that come before the prompt is drawn are for it, too.
    ppd_edit_prepare_terminal(edit, 1)
    earlyKeys = ppd_bytes_pending(0)
    enablePaste()
    defer { write("\u{1b}[?2004l") }
    var count: Int32 = 0
    let line = el_wgets(edit, &count)
    if let outcome { return outcome }
    guard let line, count > 0 else { return .end }
    var text = String(wide: UnsafeBufferPointer(start: line, count: Int(count)))
    if text.last == "\n" { text.removeLast() }
    remember(text)
    return .text(text)
  }

  public func print(_ text: String, as kind: TextKind) {
    if background == nil { return write(text) }
    goAbove()
    write(text)
    ppd_edit_refresh(edit)
  }

  private func remember(_ text: String) {
    let entry = text.trimmedAtEnd
    if entry.isEmpty || entry == history.entries.last { return }
    if let problem = history.add(entry) { write(problem + "\n") }
    if let searchHistory { ppd_history_add(searchHistory, entry.wide) }
  }

  // MARK: Drawing

  private func write(_ text: String) {
    _ = writeAll(text, to: 1)
  }

  private func updateSize() {
    var size = winsize()
    guard ppd_terminal_size(1, &size) == 0, size.ws_col > 0 else { return }
    if Int(size.ws_col) != width || Int(size.ws_row) != height { el_resize(edit) }
    width = Int(size.ws_col)
    height = Int(size.ws_row)
  }

  /// Sets the prompts for a line or, with a row of its own, for a block: there code begins in the first column, as in
  /// the rows below.
  func setPrompts(isBlock: Bool) {
    hasBlockPrompt = isBlock
    let padding = isBlock ? max(0, width - prompt.text.unicodeScalars.count) : 0
    leftPrompt.set(prompt.text, padding: padding, style)
    rightPrompt.set(isBlock ? "" : background?.rightPrompt ?? prompt.right, padding: 0, style, role: .notice)
  }

  /// What has been entered needs no right prompt any more.
  func hideRightPrompt() {
    rightPrompt.set("", padding: 0, style, role: .notice)
  }

  /// The buffer and the cursor's place in it, in scalars.
  var buffer: (text: [wchar_t], cursor: Int) {
    guard let line = el_wline(edit) else { return ([], 0) }
    let info = line.pointee
    let count = info.lastchar - info.buffer
    return (Array(UnsafeBufferPointer(start: info.buffer, count: count)), info.cursor - info.buffer)
  }

  /// The row of the cursor, counted from the prompt's first.
  private var cursorRow: Int {
    let (text, cursor) = buffer
    var layout = ScreenLayout(width: width)
    layout.add(leftPrompt.visible)
    layout.add(text[..<min(cursor, text.count)])
    return min(layout.row, height - 1)
  }

  /// Moves the cursor to the prompt's first row and clears all from there.
  func goAbove() {
    let row = cursorRow
    write((row > 0 ? "\u{1b}[\(row)A" : "") + "\r\u{1b}[J")
  }

  /// Moves the cursor behind the buffer's last character, where it is drawn at `cursor`.
  private func goToEnd(from cursor: Int) {
    let text = buffer.text
    var end = ScreenLayout(width: width)
    end.add(leftPrompt.visible)
    end.add(text)
    var place = ScreenLayout(width: width)
    place.add(leftPrompt.visible)
    place.add(text[..<cursor])
    let rows = end.row - place.row
    write((rows > 0 ? "\u{1b}[\(rows)B" : "") + "\u{1b}[\(end.column + 1)G")
  }

  /// Leaves the line being edited on the screen, with a mark behind it.
  func abandonLine(_ mark: String) {
    goToEnd(from: buffer.cursor)
    write(mark + "\u{1b}[K\r\n")
  }

  /// Clears the screen and draws the buffer at its top.
  func clearAll() {
    write("\u{1b}[H\u{1b}[2J")
    ppd_edit_refresh(edit)
  }

  /// Asks the terminal to mark what is pasted.
  func enablePaste() { write("\u{1b}[?2004h") }

  /// Shows candidates in columns above the line.
  func list(_ candidates: [String]) {
    let names = candidates.prefix(200).map {
      $0.hasSuffix("/") ? "\($0.dropLast().split(separator: "/").last ?? "")/" : $0
    }
    let widest = (names.map { displayWidth($0) }.max() ?? 0) + 2
    let columns = max(1, width / widest)
    let rows = (names.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      var line = ""
      for index in stride(from: row, to: names.count, by: rows) {
        line += names[index] + String(repeating: " ", count: widest - displayWidth(names[index]))
      }
      text += line.trimmedAtEnd + "\n"
    }
    if candidates.count > names.count { text += "... \(candidates.count - names.count)\n" }
    print(text, as: .notice)
  }

  // MARK: Keys

  /// libedit's source of characters.
  private func readKey(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    guard let background else { return 0 }
    if let key = replayed {
      replayed = nil
      character.pointee = key
      return 1
    }
    fitPrompt()
    while true {
      switch KeyboardWait(background).wait() {
      case .ready: break
      case .served:
        refreshRightPrompt()
        continue
      case .wakeup(.resized):
        resize()
        continue
      case .wakeup(.cancelled): return leave(.cancelled)
      case .wakeup(.hangUp(let signal)): return leave(.hangUp(signal: signal))
      }
      var byte: UInt8 = 0
      let count = Glibc.read(0, &byte, 1)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      // The terminal has gone.
      if count <= 0 { return leave(.hangUp(signal: SIGHUP)) }
      if earlyKeys > 0 {
        earlyKeys -= 1
        if byte == 0 { byte = TerminalConsole.endOfFile }
      }
      if byte == TerminalConsole.escape, isSearching, keyFollows { replayed = wchar_t(byte) }
      if let scalar = keyboard.add(byte) {
        character.pointee = wchar_t(bitPattern: scalar)
        return 1
      }
    }
  }

  private static let escape: UInt8 = 0x1B
  private static let endOfFile: UInt8 = 0x04

  /// Whether libedit searches the history: then it shows the pattern below the buffer.
  private var isSearching: Bool {
    let lastLine = Indentation.lastLine(of: String(wide: buffer.text))
    return lastLine.hasPrefix("bck:") || lastLine.hasPrefix("fwd:")
  }

  /// Whether an escape character begins a key's sequence: the rest is there already.
  private var keyFollows: Bool {
    var wait = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  private func leave(_ outcome: Entry) -> Int32 {
    self.outcome = outcome
    return 0
  }

  private func resize() {
    let row = cursorRow
    updateSize()
    // The terminal has wrapped what was there to its new width; what was drawn is near enough the same rows up.
    let newRow = max(row, cursorRow)
    write((newRow > 0 ? "\u{1b}[\(min(newRow, height - 1))A" : "") + "\r\u{1b}[J")
    setPrompts(isBlock: buffer.text.contains(10))
    ppd_edit_refresh(edit)
  }

  /// Gives the prompt its row, or takes it back, where libedit itself has changed the buffer: in a search.
  private func fitPrompt() {
    let isBlock = buffer.text.contains(10)
    guard isBlock != hasBlockPrompt else { return }
    goAbove()
    setPrompts(isBlock: isBlock)
    ppd_edit_refresh(edit)
  }

  /// Shows how many processes live, when that has changed while a line is edited.
  private func refreshRightPrompt() {
    guard let background, !hasBlockPrompt, background.rightPrompt != rightPrompt.text else { return }
    goAbove()
    setPrompts(isBlock: false)
    ppd_edit_refresh(edit)
  }
}

/// A prompt in memory that libedit reads whenever it draws.
private final class PromptText {
  /// Stands around what takes no columns.
  static let escape: wchar_t = 1

  private(set) var pointer: UnsafeMutablePointer<wchar_t>
  /// What is to be seen of it.
  private(set) var visible: [wchar_t] = []
  private(set) var text = ""

  init() {
    pointer = .allocate(capacity: 1)
    pointer.pointee = 0
  }

  deinit {
    pointer.deallocate()
  }

  /// The prompt in its colour. The last character stays outside of it, since libedit drops an escape at the end.
  func set(_ text: String, padding: Int, _ style: Style, role: Style.Role = .prompt) {
    self.text = text
    let spaces = String(repeating: " ", count: padding)
    visible = Array((text + spaces).wide.dropLast())
    let marker = String(wide: [PromptText.escape])
    var shown = text + spaces
    if style.isColored, let last = shown.popLast() {
      let painted = style.paint("\u{0}", role).split(separator: "\u{0}", omittingEmptySubsequences: false)
      if painted.count == 2, !painted[0].isEmpty {
        shown = "\(marker)\(painted[0])\(marker)\(shown)\(marker)\(painted[1])\(marker)\(last)"
      } else {
        shown.append(last)
      }
    }
    let characters = shown.wide
    pointer.deallocate()
    pointer = .allocate(capacity: characters.count)
    pointer.initialize(from: characters, count: characters.count)
  }
}

/// Puts the bytes of keys together to scalars. Bytes that are no UTF-8 count as Latin-1.
struct UTF8Decoder {
  private var bytes: [UInt8] = []

  /// - Returns: the scalar that the byte completes; nil where more are to come.
  mutating func add(_ byte: UInt8) -> UInt32? {
    bytes.append(byte)
    let expected = bytes[0] < 0xC0 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    let isBroken = bytes.count > 1 && byte & 0xC0 != 0x80
    guard bytes.count == expected || isBroken else { return nil }
    defer { bytes = [] }
    if !isBroken, let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first {
      return scalar.value
    }
    return UInt32(byte)
  }
}
