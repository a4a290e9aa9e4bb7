// The keys that do something else than libedit's own functions do.
import CLibedit
import Glibc
import Interpreter

/// A function of the editor and the keys that call it.
private struct KeyBinding {
  let name: String
  let keys: [String]
  /// Whether the key does so in vi's command mode, too.
  var inCommandMode = true
  let function: ppd_edit_function
}

extension TerminalConsole {
  /// What Enter feeds to libedit once an entry is complete; hardly a hand presses that.
  private static let submission = "\u{1f}\u{1e}"

  func bindKeys() {
    for binding in TerminalConsole.bindings {
      ppd_edit_add(edit, binding.name.wide, binding.function)
      for key in binding.keys { bind(key, to: binding.name, inCommandMode: binding.inCommandMode) }
    }
    for (key, name) in [
      (TerminalConsole.submission, "ed-newline"), ("\u{1b}[3~", "ed-delete-next-char"),
      ("\u{1b}[1;5C", "em-next-word"), ("\u{1b}[1;5D", "ed-prev-word"), ("\u{1b}[C", "ed-next-char"),
      ("\u{1b}[D", "ed-prev-char"), ("\u{1b}OC", "ed-next-char"), ("\u{1b}OD", "ed-prev-char"),
      ("\u{12}", "em-inc-search-prev"), ("\u{13}", "em-inc-search-next"),
    ] {
      bind(key, to: name, inCommandMode: true)
    }
    if ppd_edit_is_vi(edit) != 0 {
      ppd_edit_bind(edit, "k".wide, "ppd-up".wide, 1)
      ppd_edit_bind(edit, "j".wide, "ppd-down".wide, 1)
    }
  }

  /// Binds a key. With vi's keys, Escape is a key by itself, which goes to the command mode: there the rest of a key's
  /// sequence is found.
  private func bind(_ key: String, to name: String, inCommandMode: Bool) {
    let isVi = ppd_edit_is_vi(edit) != 0
    if isVi, key.first == "\u{1b}" {
      if inCommandMode { ppd_edit_bind(edit, String(key.dropFirst()).wide, name.wide, 1) }
      return
    }
    ppd_edit_bind(edit, key.wide, name.wide, 0)
    if isVi, inCommandMode { ppd_edit_bind(edit, key.wide, name.wide, 1) }
  }

  private static var bindings: [KeyBinding] {
    [
      KeyBinding(name: "ppd-enter", keys: ["\r", "\n"]) { edit, _ in TerminalConsole.of(edit).enter() },
      KeyBinding(name: "ppd-newline", keys: ["\u{1b}\r", "\u{1b}\n"], inCommandMode: false) { edit, _ in
        TerminalConsole.of(edit).insertNewline()
      },
      KeyBinding(name: "ppd-tab", keys: ["\t"], inCommandMode: false) { edit, _ in TerminalConsole.of(edit).tab() },
      KeyBinding(name: "ppd-backspace", keys: ["\u{8}", "\u{7f}"], inCommandMode: false) { edit, _ in
        TerminalConsole.of(edit).backspace()
      },
      KeyBinding(name: "ppd-up", keys: ["\u{1b}[A", "\u{1b}OA", "\u{10}"]) { edit, _ in TerminalConsole.of(edit).up() },
      KeyBinding(name: "ppd-down", keys: ["\u{1b}[B", "\u{1b}OB", "\u{e}"]) { edit, _ in TerminalConsole.of(edit).down()
      },
      KeyBinding(name: "ppd-home", keys: ["\u{1b}[H", "\u{1b}OH", "\u{1b}[1~", "\u{1}"]) { edit, _ in
        TerminalConsole.of(edit).goToStartOfLine()
      },
      KeyBinding(name: "ppd-end", keys: ["\u{1b}[F", "\u{1b}OF", "\u{1b}[4~", "\u{5}"]) { edit, _ in
        TerminalConsole.of(edit).goToEndOfLine()
      },
      KeyBinding(name: "ppd-paste", keys: ["\u{1b}[200~"]) { edit, _ in TerminalConsole.of(edit).paste() },
      KeyBinding(name: "ppd-cancel", keys: ["\u{3}"]) { edit, _ in TerminalConsole.of(edit).cancel() },
      KeyBinding(name: "ppd-end-of-input", keys: ["\u{4}"]) { edit, _ in TerminalConsole.of(edit).endOfInput() },
      KeyBinding(name: "ppd-suspend", keys: ["\u{1a}"]) { edit, _ in TerminalConsole.of(edit).suspend() },
      KeyBinding(name: "ppd-clear-screen", keys: ["\u{c}"]) { edit, _ in TerminalConsole.of(edit).clearScreen() },
    ]
  }

  // MARK: Text

  /// The text before the cursor.
  private var textBeforeCursor: String {
    let (text, cursor) = buffer
    return String(wide: text[..<cursor])
  }

  private func insert(_ text: String) {
    if !text.isEmpty { el_winsertstr(edit, text.wide) }
  }

  /// Puts another text into the buffer, the cursor at its end.
  private func replaceBuffer(_ text: String) {
    // libedit makes room when it inserts, not when it replaces.
    let (old, cursor) = buffer
    el_cursor(edit, Int32(old.count - cursor))
    el_deletestr(edit, Int32(old.count))
    insert(text)
  }

  private func moveCursor(to place: Int) {
    el_cursor(edit, Int32(place - buffer.cursor))
  }

  /// Changes the buffer by `body`. The prompt of a block has a row of its own, so all is drawn anew when a line becomes
  /// a block or the other way round.
  /// - Returns: what libedit is to do then.
  private func change(_ body: () -> Void) -> UInt8 {
    let wasBlock = buffer.text.contains(10)
    body()
    let isBlock = buffer.text.contains(10)
    guard isBlock != wasBlock else { return UInt8(CC_REFRESH) }
    setPrompts(isBlock: isBlock)
    return UInt8(CC_REDISPLAY)
  }

  // MARK: Enter

  /// Runs what is complete, else goes on in the next line.
  fileprivate func enter() -> UInt8 {
    let (text, cursor) = buffer
    let entry = String(wide: text)
    let isOnLastLine = !text[cursor...].contains(10)
    guard isOnLastLine, Completeness(of: entry) == .complete else { return insertNewline() }
    moveCursor(to: text.count)
    hideRightPrompt()
    el_wpush(edit, TerminalConsole.submission.wide)
    return UInt8(CC_REFRESH)
  }

  fileprivate func insertNewline() -> UInt8 {
    change { insert("\n" + String(repeating: " ", count: Indentation.next(after: textBeforeCursor))) }
  }

  /// A pasted text is inserted as it is and runs only after Enter.
  fileprivate func paste() -> UInt8 {
    let end = Array("\u{1b}[201~".unicodeScalars.map { wchar_t(bitPattern: $0.value) })
    var pasted: [wchar_t] = []
    var character: wchar_t = 0
    while el_wgetc(edit, &character) == 1 {
      pasted.append(character)
      if character == end.last, pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    if outcome != nil { return UInt8(CC_EOF) }
    var text = PastedText.cleaned(String(wide: pasted))
    // The line end behind the last line is the terminal's, not a wish to go on.
    if text.last == "\n" { text.removeLast() }
    return change { insert(text) }
  }

  // MARK: Indentation

  fileprivate func backspace() -> UInt8 {
    let count = Indentation.backspace(after: textBeforeCursor)
    if count == 0 { return UInt8(CC_ERROR) }
    return change { el_deletestr(edit, Int32(count)) }
  }

  /// More indentation, or the rest of the word.
  fileprivate func tab() -> UInt8 {
    let before = textBeforeCursor
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    if Indentation.isInIndentation(before), lines.count > 1 || !before.isEmpty {
      let column = lines.last?.count ?? 0
      return change { insert(String(repeating: " ", count: Indentation.width - column % Indentation.width)) }
    }
    guard let completions = completer?.complete(before), !completions.candidates.isEmpty else { return UInt8(CC_ERROR) }
    let rest = completions.commonPrefix.dropFirst(completions.replacedCount)
    if !rest.isEmpty {
      lastTab = nil
      return change { insert(String(rest) + (completions.candidates.count == 1 ? completions.suffix : "")) }
    }
    if completions.candidates.count == 1 { return UInt8(CC_ERROR) }
    let place = (text: String(wide: buffer.text), cursor: buffer.cursor)
    if let last = lastTab, last == place {
      list(completions.candidates)
    } else {
      lastTab = place
    }
    return UInt8(CC_REFRESH)
  }

  // MARK: Moving

  /// The start and end of the cursor's line in the buffer.
  private var currentLine: Range<Int> {
    let (text, cursor) = buffer
    let start = text[..<cursor].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = text[cursor...].firstIndex(of: 10) ?? text.count
    return start..<end
  }

  fileprivate func goToStartOfLine() -> UInt8 {
    moveCursor(to: currentLine.lowerBound)
    return UInt8(CC_CURSOR)
  }

  fileprivate func goToEndOfLine() -> UInt8 {
    moveCursor(to: currentLine.upperBound)
    return UInt8(CC_CURSOR)
  }

  /// The line above in the block; from the first line, the entry before.
  fileprivate func up() -> UInt8 {
    let (text, cursor) = buffer
    let line = currentLine
    if line.lowerBound > 0 {
      let start = text[..<(line.lowerBound - 1)].lastIndex(of: 10).map { $0 + 1 } ?? 0
      moveCursor(to: min(start + cursor - line.lowerBound, line.lowerBound - 1))
      return UInt8(CC_REFRESH)
    }
    return recall(historyIndex - 1)
  }

  /// The line below in the block; from the last line, the entry after.
  fileprivate func down() -> UInt8 {
    let (text, cursor) = buffer
    let line = currentLine
    if line.upperBound < text.count {
      let start = line.upperBound + 1
      let end = text[start...].firstIndex(of: 10) ?? text.count
      moveCursor(to: min(start + cursor - line.lowerBound, end))
      return UInt8(CC_REFRESH)
    }
    return recall(historyIndex + 1)
  }

  /// Shows an entry of the history, or what was being typed behind the last one.
  private func recall(_ index: Int) -> UInt8 {
    let entries = history.entries
    guard (0...entries.count).contains(index) else { return UInt8(CC_ERROR) }
    if historyIndex == entries.count { draft = String(wide: buffer.text) }
    historyIndex = index
    return change { replaceBuffer(index == entries.count ? draft : entries[index]) }
  }

  // MARK: Leaving

  /// Ctrl-C: drops what was typed.
  fileprivate func cancel() -> UInt8 {
    outcome = .cancelled
    abandonLine("^C")
    return UInt8(CC_EOF)
  }

  /// Ctrl-D: in an empty buffer the end, else it deletes the next character.
  fileprivate func endOfInput() -> UInt8 {
    let (text, cursor) = buffer
    if text.isEmpty {
      outcome = .end
      abandonLine("")
      return UInt8(CC_EOF)
    }
    guard cursor < text.count else { return UInt8(CC_ERROR) }
    return change {
      el_cursor(edit, 1)
      el_deletestr(edit, 1)
    }
  }

  /// Ctrl-Z: back to the shell until it goes on.
  fileprivate func suspend() -> UInt8 {
    abandonLine("")
    ppd_edit_prepare_terminal(edit, 0)
    kill(getpid(), SIGTSTP)
    ppd_edit_prepare_terminal(edit, 1)
    enablePaste()
    ppd_edit_refresh(edit)
    return UInt8(CC_REFRESH)
  }

  fileprivate func clearScreen() -> UInt8 {
    clearAll()
    return UInt8(CC_REFRESH)
  }
}
