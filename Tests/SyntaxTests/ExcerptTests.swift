// Source lines with markers.

import Testing

@testable import Syntax

@Suite("Excerpts")
struct ExcerptTests {
  /// The excerpt of the part of `source` between `«` and `»`.
  private func excerpt(_ source: String) -> String {
    let parts = source.split(separator: "«", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", omittingEmptySubsequences: false)
    let text = parts[0] + rest[0] + rest[1]
    let start = parts[0].utf8.count
    let file = SourceFile(name: "t", text: String(text))
    return Excerpt.ofTraceback(file, SourceRange(start, start + rest[0].utf8.count)).text()
  }

  @Test("a binary operator counts")
  func binary() {
    #expect(excerpt("def f():\n  return «10 // (i - 1)»\n") == "    return 10 // (i - 1)\n           ~~~^^~~~~~~~~\n")
    #expect(excerpt("x = «(a) + (b)»\n") == "    x = (a) + (b)\n        ~~~~^~~~~\n")
  }

  @Test("a call's parentheses count")
  func call() {
    #expect(excerpt("«f(a)(b, c)»\n") == "    f(a)(b, c)\n    ~~~~^^^^^^\n")
    #expect(excerpt("x = 1 + «f(a)»\n") == "    x = 1 + f(a)\n            ~^^^\n")
  }

  @Test("a subscript's brackets count")
  func subscripts() {
    #expect(excerpt("print(«a[b]['c']»)\n") == "    print(a[b]['c'])\n          ~~~~^^^^^\n")
  }

  @Test("another expression counts as a whole")
  func whole() {
    #expect(excerpt("print(«nome»)\n") == "    print(nome)\n          ^^^^\n")
    #expect(excerpt("x = «a.b»\n") == "    x = a.b\n        ^^^\n")
  }

  @Test(
    "what the line does alone is not marked",
    arguments: ["«raise E»\n", "return «f(x)»\n", "x = «o.f(x)»\n", "  «nome»  \n"])
  func unmarked(source: String) {
    #expect(excerpt(source).split(separator: "\n").count == 1)
  }

  @Test("markers are as wide as what they mark")
  func widths() {
    #expect(excerpt("x['名前'] + «名[1]»\n") == "    x['名前'] + 名[1]\n                ~~^^^\n")
    #expect(excerpt("a = 'e\u{301}' + «b[0]»\n") == "    a = 'e\u{301}' + b[0]\n              ~^^^\n")
    #expect(excerpt("f('😀', «b[0]»)\n") == "    f('😀', b[0])\n            ~^^^\n")
    #expect(displayWidth("名😀e\u{301}\u{200B}a") == 6)
  }

  @Test("tabs inside a line are kept")
  func tabs() {
    #expect(excerpt("\tx\t= «a[0]»\n") == "    x\t= a[0]\n     \t  ~^^^\n")
  }

  @Test("a range of many lines shows those that matter")
  func lines() {
    let lines = [
      "    x = f(", "        ~^", "      1,", "      ^^", "    ...<2 lines>...", "      4,", "      ^^", "    ) + 1",
      "    ^",
    ]
    #expect(excerpt("x = «f(\n  1,\n  2,\n  3,\n  4,\n)» + 1\n") == lines.joined(separator: "\n") + "\n")
  }

  @Test("a long line is cut around its range")
  func longLine() {
    let excerpt = excerpt(
      "x = [" + String(repeating: "1, ", count: 10_000) + "«a[0]», " + String(repeating: "2, ", count: 10_000)
        + "]\n")
    #expect(excerpt.utf8.count < 600)
    #expect(excerpt.contains("1, a[0], 2"))
    #expect(excerpt.contains("~^^^"))
  }

  @Test("a syntax error is a picture")
  func picture() {
    let file = SourceFile(name: "lab.ppd", text: "x = 1\n  \tif x = 1:\n")
    let error = SyntaxError("mistake", SourceRange(12, 17))
    #expect(error.render(in: file) == "  File \"lab.ppd\", line 2\n    if x = 1:\n       ^^^^^\nSyntaxError: mistake\n")
  }

  @Test("an error past the text stands after its last line")
  func pastTheEnd() {
    let file = SourceFile(name: "t", text: "def f():\n\n\n")
    guard case .incomplete(let error) = parse(file) else {
      Issue.record("not incomplete")
      return
    }
    #expect(
      error.render(in: file)
        == "  File \"t\", line 1\n    def f():\n            ^\n"
        + "IndentationError: expected an indented block after function definition on line 1\n"
    )
  }
}
