// What literals are worth.

import Testing

@testable import Syntax

@Suite("Literals")
struct LiteralTests {
  private func constant(_ text: String) throws -> Constant? {
    let body = try parseBody(SourceFile(name: "t", text: text))
    guard case .expression(let value) = body[0].kind, case .constant(let constant) = value.kind else { return nil }
    return constant
  }

  @Test(
    "escapes stand for their characters",
    arguments: [
      (#"'\a\b\f\n\r\t\v\\\'\"'"#, "\u{07}\u{08}\u{0C}\n\r\t\u{0B}\\'\""),
      (#"'\101\60\x41\u00e9\U0001F600'"#, "A0Aé😀"),
      (#"'\N{BULLET}\N{latin small letter a with acute}\N{HANGUL SYLLABLE GAG}'"#, "•á각"),
      (#"'\N{CJK UNIFIED IDEOGRAPH-4E2D}\N{LINE FEED}\N{zwj}'"#, "中\n\u{200D}"), (#"r'\n\''"#, #"\n\'"#),
      (#"'\d\8'"#, #"\d\8"#),
      ("'a\\\nb'", "ab"), ("'a\\\r\nb'", "ab"), ("'''a\r\nb\rc'''", "a\nb\nc"), ("'a' r'\\b' \"\"\"c\"\"\"", "a\\bc"),
    ])
  func text(source: String, meaning: String) throws {
    guard case .string(let bytes)? = try constant(source) else {
      Issue.record("not a string")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == meaning)
  }

  @Test("a lone surrogate stands as three bytes")
  func surrogate() throws {
    guard case .string(let bytes)? = try constant(#"'\ud800'"#) else {
      Issue.record("not a string")
      return
    }
    #expect(bytes == [0xED, 0xA0, 0x80])
  }

  @Test("bytes know no Unicode escapes")
  func bytes() throws {
    guard case .bytes(let bytes)? = try constant(#"b'\x00\xff\u0041\N{X}\377' rb'\x00'"#) else {
      Issue.record("not bytes")
      return
    }
    #expect(bytes == [0, 0xFF] + Array(#"\u0041\N{X}"#.utf8) + [0xFF] + Array(#"\x00"#.utf8))
  }

  @Test(
    "integers keep their digits and radix",
    arguments: [
      ("0", 10, "0"), ("1_000", 10, "1000"), ("0xFf", 16, "Ff"), ("0o_17", 8, "17"), ("0B1_0", 2, "10"),
      ("000", 10, "000"),
    ])
  func integers(source: String, radix: Int, digits: String) throws {
    guard case .integer(let literal)? = try constant(source) else {
      Issue.record("not an integer")
      return
    }
    #expect(literal == IntegerLiteral(radix: radix, digits: digits))
  }

  @Test(
    "floats are rounded correctly",
    arguments: [("1.", 1), (".5", 0.5), ("1_0.2_5e-1", 1.025), ("1e400", .infinity), ("1.e2", 100)])
  func floats(source: String, value: Double) throws {
    guard case .float(let float)? = try constant(source) else {
      Issue.record("not a float")
      return
    }
    #expect(float == value)
  }

  @Test("an f-string's = shows the field as written, without its comments")
  func selfDocumenting() throws {
    let body = try parseBody(SourceFile(name: "t", text: "f'''{ a  # c\n = !s}'''"))
    guard case .expression(let value) = body[0].kind, case .formatted(let parts) = value.kind,
      case .replacement(_, let text, let conversion, _, _) = parts[0]
    else {
      Issue.record("not an f-string")
      return
    }
    #expect(text == " a  \n = ")
    #expect(conversion == .str)
  }
}
