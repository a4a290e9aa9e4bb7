// Texts that are too deep, too long or not text: errors or trees, never a crash.

import Testing

@testable import Syntax

@Suite("Limits")
struct LimitTests {
  private func message(_ text: String) -> String? {
    switch parse(SourceFile(name: "t", text: text)) {
    case .complete: nil
    case .incomplete(let error), .invalid(let error): error.message
    }
  }

  private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test("nesting beyond the limits is an error")
  func tooDeep() {
    #expect(message(repeated("(", 10_000) + repeated(")", 10_000)) == "too many nested parentheses")
    #expect(message(repeated("[", 10_000)) == "too many nested parentheses")
    #expect(
      message("x = " + Array(repeating: "1", count: 100_000).joined(separator: "+"))?.hasPrefix(
        "too many nested operators") == true)
    #expect(message("x = " + repeated("-", 100_000) + "1")?.hasPrefix("too many nested") == true)
    #expect(message("x = " + repeated("not ", 100_000) + "1")?.hasPrefix("too many nested") == true)
    #expect(message("x = a" + repeated(".b", 100_000))?.hasPrefix("too many nested") == true)
    #expect(message("x = a" + repeated("()", 100_000))?.hasPrefix("too many nested") == true)
    #expect(message("x = " + repeated("2 ** ", 100_000) + "1")?.hasPrefix("too many nested") == true)
    #expect(message("x = " + repeated("lambda: ", 100_000) + "1")?.hasPrefix("too many nested") == true)
    #expect(message("x = " + repeated("a if b else ", 100_000) + "1")?.hasPrefix("too many nested") == true)
    #expect(message("x = " + repeated("f'{", 1000) + repeated("}'", 1000)) == "too many nested f-strings")
    #expect(message((0..<200).map { repeated(" ", $0) + "if 1:\n" }.joined()) == "too many levels of indentation")
    #expect(
      message("match x:\n case " + repeated("[", 1000) + repeated("]", 1000) + ": pass")
        == "too many nested parentheses")
  }

  @Test("nesting within the limits is a tree, and the tree goes away")
  func deepEnough() {
    #expect(message("x = " + repeated("(", 199) + "1" + repeated(")", 199)) == nil)
    #expect(
      message(
        "x = " + repeated("[", 190) + repeated("-", 900) + Array(repeating: "a", count: 1900).joined(separator: "+")
          + repeated("]", 190)) == nil)
    #expect(message("x = " + repeated("f(lambda: ", 190) + "1" + repeated(")", 190)) == nil)
    #expect(message((0..<99).map { repeated(" ", $0) + "if 1:\n" }.joined() + repeated(" ", 99) + "pass\n") == nil)
    #expect(message(repeated("if 1: pass\nelse:\n  pass\n", 10_000)) == nil)
    #expect(message("if 1: pass\n" + repeated("elif 1: pass\n", 10_000)) == nil)
    #expect(message("x = " + Array(repeating: "1", count: 10_000).joined(separator: " or ")) == nil)
    #expect(message("x = " + Array(repeating: "1", count: 10_000).joined(separator: " < ")) == nil)
    #expect(message("x = " + repeated("'a' ", 10_000)) == nil)
    #expect(message("f(" + repeated("a.b + c, ", 10_000) + ")") == nil)
  }

  @Test("a line of a million bytes is read")
  func longLine() {
    #expect(message("x = '" + repeated("a", 1_000_000) + "'\n") == nil)
    #expect(message("x = [" + repeated("12, ", 250_000) + "]\n") == nil)
    #expect(message("x = [" + repeated("12, ", 250_000) + "\n")?.contains("never closed") == true)
  }

  @Test(
    "every byte that is no text is named with its place",
    arguments: [
      ([0x78, 0x0A, 0x78, 0x00], "source code cannot contain null bytes", 3),
      ([0xFF], "(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", 0),
      (
        [0x0A, 0x78, 0xC3, 0x28],
        "(unicode error) 'utf-8' codec can't decode byte 0xc3 in position 1: invalid continuation byte", 2
      ),
      ([0xE2, 0x82], "(unicode error) 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data", 0),
      ([0xC0, 0x80], "(unicode error) 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte", 0),
      ([0xF5], "(unicode error) 'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte", 0),
    ] as [([UInt8], String, Int32)])
  func undecodable(bytes: [UInt8], message: String, start: Int32) {
    guard case .invalid(let error) = parse(SourceFile(name: "t", bytes: bytes)) else {
      Issue.record("not invalid")
      return
    }
    #expect(error.message == message)
    #expect(error.range.start == start)
  }

  @Test("no prefix of a script crashes the parser or its picture")
  func prefixes() throws {
    for path in Repository.files(in: "grammar/accept", ending: ".ppd") {
      let bytes = Array(try Repository.text(path).utf8)
      for count in stride(from: 0, to: bytes.count, by: 7) {
        let file = SourceFile(name: path, bytes: Array(bytes[..<count]))
        switch parse(file) {
        case .complete: break
        case .incomplete(let error), .invalid(let error): #expect(!error.render(in: file).isEmpty)
        }
      }
    }
  }
}
