// Complete, incomplete or invalid: what the prompt asks the parser.

import Testing

@testable import Syntax

@Suite("Outcomes")
struct OutcomeTests {
  private enum Answer { case complete, incomplete, invalid }

  private func answer(_ text: String, interactive: Bool = false) -> Answer {
    switch parse(SourceFile(name: "t", text: text), interactive: interactive) {
    case .complete: .complete
    case .incomplete: .incomplete
    case .invalid: .invalid
    }
  }

  private static let beginnings = [
    "(", "f(a,\n", "[1, 2\n", "{\n", "x = {1: [\n", "'''abc\n", "f\"\"\"abc {\n", "f'''{a\n", "rb'''x", "x = 1 + \\\n",
    "\\\n",
    "if x:\n", "if x:\n  y\nelse:\n", "for a in b:", "def f():\n", "class A:\n  def f(self):\n", "try:\n  a\n",
    "try:\n  a\nexcept E:\n", "@d\n", "@d\n@e\n", "match x:\n", "match x:\n  case 1:\n", "with a:\n  # comment\n",
    "'abc\\\n", "x = (  # comment\n", "if x:\n  @d\n", "def f():\n  try:\n    pass\n",
  ]

  @Test("a beginning is incomplete", arguments: beginnings)
  func incomplete(text: String) {
    #expect(answer(text) == .incomplete)
    #expect(answer(text.hasSuffix("\n") ? text : text + "\n", interactive: true) == .incomplete)
  }

  @Test(
    "what nothing can mend is invalid",
    arguments: [
      ")", "(]", "x = \n", "if x\n", "'abc\n", "a b\n", "f(a b\n", "f(1 2\n", "print x\n", "def f(:\n", "1 +\n",
      "else:\n", "return\n",
      "if x:\ny\n", "try:\n  a\nb\n", "@d\nx = 1\n", "x = 0777\n", "f'{a!}'\n", "class\n", "(a\n)b\n",
      "async def f():\n",
    ])
  func invalid(text: String) {
    #expect(answer(text) == .invalid)
    #expect(answer(text, interactive: true) == .invalid)
  }

  @Test(
    "a file's end ends its blocks",
    arguments: ["if x:\n  y\n", "def f(): pass", "for a in b:\n  c", "", "\n", "x", "x = 1\n"])
  func complete(text: String) {
    #expect(answer(text) == .complete)
  }

  @Test(
    "at the prompt an empty line ends a compound statement",
    arguments: [
      "if x:\n  y\n", "def f(): pass\n", "x = 1\nfor a in b:\n  c\n", "@d\ndef f():\n  pass\n", "if x:\n  y\n\n  z\n",
    ])
  func emptyLine(text: String) {
    #expect(answer(text, interactive: true) == .incomplete)
    #expect(answer(text + "\n", interactive: true) == .complete)
    #expect(answer(text + "  \n", interactive: true) == .complete)
  }

  @Test(
    "at the prompt a simple statement is complete at its line's end",
    arguments: ["x\n", "x = 1\n", "x = (1,\n 2)\n", "", "\n"])
  func simple(text: String) {
    #expect(answer(text, interactive: true) == .complete)
  }

  @Test(
    "at the prompt an empty line says that a block will not come",
    arguments: ["if x:\n\n", "def f():\n\n", "@d\n\n", "try:\n  a\n\n"])
  func noBlock(text: String) {
    #expect(answer(text, interactive: true) == .invalid)
    #expect(answer(text) == .incomplete)
  }

  @Test("at the prompt an empty line goes on in brackets and long strings", arguments: ["f(\n\n", "'''a\n\n"])
  func openEmptyLine(text: String) {
    #expect(answer(text, interactive: true) == .incomplete)
  }
}
