// Tokens: their kinds, their places, and the layout between them.

import Testing

@testable import Syntax

@Suite("The lexer")
struct LexerTests {
  private func tokens(_ text: String) -> [Token] {
    let result = tokenize(SourceFile(name: "t", text: text))
    #expect(result.error == nil, "\(result.error?.message ?? "")")
    return result.tokens
  }

  private func kinds(_ text: String) -> [Token.Kind] { tokens(text).map(\.kind) }

  private func error(_ text: String) -> SyntaxError? { tokenize(SourceFile(name: "t", text: text)).error }

  @Test("a token's range is its bytes")
  func ranges() {
    let text = "não = ção(1.5, 'é')\n"
    let file = SourceFile(name: "t", text: text)
    #expect(
      tokens(text).dropLast().map { file.text(in: $0.range) }
        == ["não", "=", "ção", "(", "1.5", ",", "'é'", ")", "\n"])
  }

  @Test("every keyword and sign is a token of its own kind")
  func spellings() {
    for kind in Token.Kind.allCases where kind.isKeyword || kind.rawValue.allSatisfy({ !$0.isLetter && $0 != " " }) {
      let closers: [Token.Kind] = [.rightParenthesis, .rightBracket, .rightBrace]
      let openers: [Token.Kind] = [.leftParenthesis, .leftBracket, .leftBrace]
      if closers.contains(kind) || openers.contains(kind) { continue }
      #expect(kinds(kind.rawValue) == [kind, .newline, .end], "\(kind)")
    }
    #expect(
      kinds("()[]{}") == [
        .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .newline, .end,
      ])
  }

  @Test("soft keywords are names")
  func softKeywords() {
    #expect(kinds("match case _ type") == [.name, .name, .name, .name, .newline, .end])
  }

  @Test("blocks open and close")
  func blocks() {
    #expect(
      kinds("a\n  b\n    c\n\n  # d\nd") == [
        .name, .newline, .indent, .name, .newline, .indent, .name, .newline, .comment, .dedent, .dedent, .name,
        .newline, .end,
      ])
  }

  @Test("line ends may be LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let text = ["if a:", "  b", "", "  c = '''x", "y'''", "d"].joined(separator: end) + end
    let lines = ["if a:", "  b", "", "  c = '''x", "y'''", "d"].joined(separator: "\n") + "\n"
    #expect(kinds(text) == kinds(lines))
    guard case .complete(let module) = parse(SourceFile(name: "t", text: text)),
      case .if_(let branches, _) = module.body[0].kind, case .assign(_, let value) = branches[0].body[1].kind,
      case .constant(.string(let bytes)) = value.kind
    else {
      Issue.record("not parsed")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "x\ny")
  }

  @Test("a byte order mark, a #! line and an encoding comment mean nothing")
  func preamble() {
    #expect(
      kinds("\u{FEFF}#!/usr/bin/env ppd\n# -*- coding: latin-1 -*-\nx").filter { $0 != .comment } == [
        .name, .newline, .end,
      ])
  }

  @Test("brackets and backslashes join lines")
  func joining() {
    #expect(kinds("(a\n  b # c\n\n c)").filter { $0 == .newline }.count == 1)
    #expect(kinds("a + \\\n  b") == [.name, .plus, .name, .newline, .end])
    #expect(kinds("a + \\\r\n  b") == [.name, .plus, .name, .newline, .end])
  }

  @Test(
    "a file without text has no tokens but its end", arguments: ["", "\n", "  \n\t\n", "# only a comment", "\u{FEFF}"])
  func empty(text: String) {
    #expect(kinds(text).filter { $0 != .comment } == [.end])
  }

  @Test("a form feed at the beginning of a line resets its column")
  func formFeed() {
    #expect(kinds("a\n  \u{0C}b") == [.name, .newline, .name, .newline, .end])
  }

  @Test("a block's indentation may not depend on the size of a tab")
  func tabs() {
    #expect(error("if a:\n        b\n\tc\n")?.kind == .tab)
    #expect(error("if a:\n\tb\n        c\n")?.kind == .tab)
    #expect(error("if a:\n\tb\n\tc\n") == nil)
    #expect(error("if a:\n  if b:\n  \tc\n") == nil)
    #expect(error("if a:\n    b\n  c\n")?.kind == .indentation)
  }

  @Test("an f-string is its quotes, its texts and the tokens of its fields")
  func formatted() {
    #expect(
      kinds("f'a{b!r:>{c}}{{d'") == [
        .formattedStart, .formattedText, .leftBrace, .name, .exclamation, .name, .colon, .formattedText, .leftBrace,
        .name, .rightBrace, .rightBrace, .formattedText, .formattedEnd, .newline, .end,
      ])
    #expect(
      kinds("f'{f'{'x'}'}'") == [
        .formattedStart, .leftBrace, .formattedStart, .leftBrace, .string, .rightBrace, .formattedEnd, .rightBrace,
        .formattedEnd, .newline, .end,
      ])
  }

  @Test("identifiers and keywords are told apart as Python does")
  func words() {
    #expect(isIdentifier("ação") && isIdentifier("_1") && isIdentifier("class"))
    #expect(!isIdentifier("") && !isIdentifier("1a") && !isIdentifier("a-b") && !isIdentifier("a b"))
    #expect(isKeyword("class") && isKeyword("None") && !isKeyword("match") && !isKeyword("a name"))
  }

  @Test(
    "names are normalised",
    arguments: [("ﬁm", "fim"), ("𝐱", "x"), ("µ", "μ"), ("e\u{301}", "é"), ("ｗｉｄｅ", "wide")])
  func normalised(written: String, meant: String) throws {
    let body = try parseBody(SourceFile(name: "t", text: written))
    guard case .expression(let value) = body[0].kind, case .name(let name) = value.kind else {
      Issue.record("not a name")
      return
    }
    #expect(Array(name.unicodeScalars) == Array(meant.unicodeScalars))
  }
}
