// What was meant: misspelled keywords, and words and signs of other languages.

extension Parser {
  // MARK: Signs

  /// The mistake at the present token, if other languages have a sign there that ppd writes otherwise.
  func foreignSign() -> Failure? {
    let place = Int(token.range.start)
    for (sign, meant) in [("&&", "and"), ("||", "or"), ("<>", "!="), ("===", "=="), ("=>", ">="), ("= =", "==")] {
      let bytes = Array(sign.utf8)
      let start = place - bytes.count + 1
      guard start >= 0, lexer.bytes[start...].starts(with: bytes), place < Int(token.range.end) else { continue }
      return suggested(meant, for: SourceRange(start, place + 1))
    }
    if at(.exclamation) { return suggested("not", for: token.range) }
    let end = Int(previousEnd)
    if end >= 2, !token.kind.startsExpression {
      for sign in ["++", "--"] where lexer.bytes[(end - 2)..<end].elementsEqual(sign.utf8) {
        let meant = "\(sign.prefix(1))= 1"
        return Failure("invalid syntax: '\(sign)' is no operator here; write '\(meant)'", SourceRange(end - 2, end))
      }
    }
    if at(.unknown), lexer.bytes[place] == UInt8(ascii: "?") {
      return Failure("invalid syntax: a choice is written 'a if test else b'", token.range)
    }
    return nil
  }

  private func suggested(_ meant: String, for range: SourceRange) -> Failure {
    Failure("invalid syntax. Did you mean '\(meant)'?", range)
  }

  // MARK: Words

  /// `failure`, or a better one if the statement would be right with another word in place of one of its names.
  func withSuggestion(for failure: Failure) throws(Failure) -> Failure {
    guard failure.isGeneric else { return failure }
    let line = lineOfStatement()
    let words = line.filter { $0.kind == .name && $0.range.start <= token.range.start }
    // Of a line of many names those are tried with which it begins, and those next to the mistake.
    for word in words.count > 40 ? words.prefix(20) + words.suffix(20) : words[...] {
      for keyword in Parser.keywords(like: file.text(in: word.range)) {
        if isStatement(line, with: keyword, insteadOf: word) { return suggested(keyword, for: word.range) }
      }
    }
    return failure
  }

  /// The tokens of the line that the present statement begins on.
  private func lineOfStatement() -> [Token] {
    var lexer = Lexer(file)
    lexer.position = Int(lineStart)
    lexer.isAtLineStart = false
    var tokens: [Token] = []
    while let token = try? lexer.next(), token.kind != .newline, token.kind != .end { tokens.append(token) }
    return tokens
  }

  /// Whether a line would be a statement, or the head of one, with `keyword` in place of `word`.
  private func isStatement(_ line: [Token], with keyword: String, insteadOf word: Token) -> Bool {
    guard let first = line.first, let last = line.last else { return false }
    let before = file.text(in: SourceRange(Int(first.range.start), Int(word.range.start)))
    let after = file.text(in: SourceRange(Int(word.range.end), Int(last.range.end)))
    var text = before + keyword + after
    switch first == word ? keyword : file.text(in: first.range) {
    case "elif", "else": text = "if 1: pass\n" + text
    case "except", "finally": text = "try: pass\n" + text
    case "try": text += " pass\nfinally:"
    case "match": text += "\n case _:"
    default: break
    }
    if last.kind == .colon { text += " pass" }
    // By the grammar alone: a trial that fails must not try other words in turn.
    guard var parser = try? Parser(SourceFile(name: file.name, text: text)) else { return false }
    parser.givesHints = false
    return (try? parser.module()) != nil
  }

  /// The keywords that `word` may be a misspelling or a translation of, the likeliest first.
  private static func keywords(like word: String) -> [String] {
    let translations = [
      "function": "def", "func": "def", "fn": "def", "fun": "def", "switch": "match", "foreach": "for",
      "elseif": "elif", "elsif": "elif", "catch": "except", "throw": "raise", "require": "import",
    ]
    if let translation = translations[word] { return [translation] }
    let soft = ["match", "case"]
    let candidates = (Token.Kind.allCases.filter(\.isKeyword).map(\.rawValue) + soft).map { keyword in
      (keyword, distance: editDistance(Array(word.utf8), Array(keyword.utf8)))
    }
    return
      candidates
      .filter { $0.distance > 0 && $0.distance <= max(1, word.utf8.count / 3) }
      .sorted { $0.distance < $1.distance }
      .map(\.0)
  }
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour to make `a` into `b`.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
