// The command itself: options, statuses, and what it says of scripts that are none.
import Glibc
import TestSupport
import Testing

@Suite("The command")
struct CommandTests {
  private func ppd(_ arguments: [String], input: String = "") -> ProgramResult {
    let result = ChildProgram(Programs.ppd, arguments, input: input, environment: ["NO_COLOR": "1"]).run()
    #expect(!result.hung)
    return result
  }

  /// Runs ppd on a file of these bytes.
  private func ppd(bytes: [UInt8]) -> ProgramResult {
    var path = Array("/tmp/ppd-test-XXXXXX.ppd".utf8CString)
    let descriptor = mkstemps(&path, 4)
    precondition(descriptor >= 0, "no temporary file")
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      precondition(count > 0, "the temporary file cannot be written")
      rest = rest.dropFirst(count)
    }
    close(descriptor)
    defer { unlink(path) }
    return ppd([String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)])
  }

  @Test("a missing file, a directory and an unknown option end with status 2 and say what is wrong")
  func usageErrors() {
    let missing = ppd(["/nowhere/script.ppd"])
    #expect(missing.status == 2)
    #expect(missing.errors == "ppd: can't open file '/nowhere/script.ppd': [Errno 2] No such file or directory\n")
    let folder = ppd(["/tmp"])
    #expect(folder.status == 2)
    #expect(folder.errors == "ppd: '/tmp' is a directory, not a script\n")
    let option = ppd(["--bogus"])
    #expect(option.status == 2)
    #expect(option.errors.hasPrefix("ppd: unknown option --bogus\n"))
  }

  @Test("an empty file, one without a final newline and one with CRLF run")
  func unusualFiles() {
    #expect(ppd(bytes: []).status == 0)
    #expect(ppd(bytes: Array("print(1)".utf8)).output == "1\n")
    #expect(ppd(bytes: Array("if 1:\r\n    print(2)\r\n".utf8)).output == "2\n")
    #expect(ppd(bytes: Array("#!/usr/bin/env ppd\nprint(3)\n".utf8)).output == "3\n")
    #expect(ppd(bytes: [0xef, 0xbb, 0xbf] + Array("print(4)\n".utf8)).output == "4\n")
  }

  @Test(
    "a text that is no script ends with status 1 and one clear SyntaxError",
    arguments: [
      ([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff], "SyntaxError: "),
      (Array("print(1)\n# ".utf8) + [0xff], "can't decode byte 0xff"),
      (Array("print(1)".utf8) + [0] + Array("print(2)\n".utf8), "source code cannot contain null bytes"),
      (Array("if 1:\n\tprint(1)\n        print(2)\n".utf8), "inconsistent use of tabs and spaces in indentation"),
      (Array(("x = " + String(repeating: "[", count: 10_000)).utf8), "too many nested parentheses"),
      (Array(("x = " + String(repeating: "-", count: 100_000) + "1").utf8), "too many nested operators"),
      (Array(("x = " + String(repeating: "9", count: 1_000_000)).utf8), "Exceeds the limit (4300 digits)"),
    ] as [([UInt8], String)])
  func invalidTexts(bytes: [UInt8], message: String) {
    let result = ppd(bytes: bytes)
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors.text(after: message) != nil, "\(result.lastErrorLine)")
  }

  @Test("a line of many megabytes is read")
  func longLine() {
    let text = "s = '" + String(repeating: "a", count: 5_000_000) + "'\nprint(len(s))\n"
    #expect(ppd(bytes: Array(text.utf8)).output == "5000000\n")
  }

  @Test(
    "endless recursion ends in RecursionError",
    arguments: [
      "def f(n):\n    return f(n + 1)\nf(0)",
      "class A:\n    def __repr__(self):\n        return repr(self)\nrepr(A())",
      "import sys\nsys.setrecursionlimit(10**8)\ndef f():\n    return [f() for x in (1,)]\nf()",
      "def g():\n    yield from g()\nlist(g())",
    ])
  func recursion(script: String) {
    let result = ppd(["-c", script])
    #expect(result.status == 1)
    #expect(result.lastErrorLine.hasPrefix("RecursionError: maximum recursion depth exceeded"))
  }

  @Test("exit statuses are CPython's")
  func statuses() {
    #expect(ppd(["-c", "exit(7)"]).status == 7)
    let words = ppd(["-c", "import sys; sys.exit('gone')"])
    #expect(words.status == 1)
    #expect(words.errors == "gone\n")
    #expect(ppd(["-c", "raise ValueError"]).status == 1)
    #expect(ppd(["-c", "1 +"]).status == 1)
    #expect(ppd(["-"], input: "print('in')").output == "in\n")
    #expect(ppd([], input: "print('in')").output == "in\n")
    #expect(ppd(["-c", "import sys; print(sys.argv)", "a", "-b"]).output == "['-c', 'a', '-b']\n")
  }

  @Test("checking a script runs nothing of it")
  func checkOnly() {
    #expect(ppd(bytes: Array("print('ran')".utf8)).output == "ran\n")
    let bad = ppd(["--check", "-c", "print('ran'"])
    #expect(bad.status == 1)
    #expect(bad.lastErrorLine == "SyntaxError: '(' was never closed")
    let good = ppd(["--check", "-c", "print('ran')"])
    #expect(good.status == 0)
    #expect(good.output == "")
  }

  @Test("a reader that goes away ends the script quietly with status 141")
  func closedPipe() {
    let shell = ChildProgram(
      "/bin/sh", ["-c", "{ \"$0\" -c 'while True: print(1)'; echo $? >&2; } | head -n 1", Programs.ppd])
    let result = shell.run()
    #expect(!result.hung)
    #expect(result.output == "1\n")
    #expect(result.errors == "141\n")
  }

  @Test("completions exist for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) {
    let result = ppd(["--completions", shell])
    #expect(result.status == 0)
    #expect(result.output.text(after: "--check") != nil || result.output.text(after: "-l check") != nil)
  }
}
