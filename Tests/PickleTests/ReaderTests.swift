// The reader, one opcode at a time, and what it answers to messages that are none.

import Testing

@testable import Pickle

@Suite("Pickle reader")
struct ReaderTests {
  static let opcodes: [(message: String, value: String)] = [
    ("N.", "N"), ("I00\n.", "F"), ("I01\n.", "T"), ("I1\n.", "i01"), ("I-129\n.", "i7fff"), ("L5L\n.", "i05"), ("L5\n.", "i05"),
    ("L-36893488147419103232L\n.", "i0000000000000000fe"), ("L36893488147419103232L\n.", "i000000000000000002"),
    ("F1.5\n.", "f3ff8000000000000"), ("F-inf\n.", "ffff0000000000000"), ("S'a\\n\\x41\\'\\102\\q'\n.", "s610a412742" + "5c71"),
    ("S\"a\"\n.", "s61"), ("V\\u00e9\u{E9}\\\n.", "sc3a9c3a95c"), ("V\\U0001f600\n.", "sf09f9880"), ("Vx\\ud800\n.", "s78eda080"),
    ("(lp0\ng0\na.", "[@0]"), ("(I1\nI2\nl.", "[i01,i02]"), ("(I1\nI2\nd.", "{i01,i02}"), ("(d.", "{}"),
    ("(I1\nt.", "(i01)"), ("(t.", "()"), ("c__builtin__\nlen\n.", "gbuiltins.len"), ("c__builtin__\nxrange\n.", "gbuiltins.range"),
    ("\u{80}\u{03}c__builtin__\nlen\n.", "g__builtin__.len"), ("cm\nC\n(I1\ntR.", "ogm.C,(i01)[]{}N"),
    ("(im\nC\n.", "ogm.C,()[]{}N"), ("(I1\nim\nC\n.", "ogm.C,(i01)[]{}N"), ("(cm\nC\no.", "ogm.C,()[]{}N"),
    ("(cm\nC\nI1\no.", "ogm.C,(i01)[]{}N"), ("cm\nC\n)\u{81}}b.", "ogm.C,()[]{}{}"),
    ("cm\nC\n)}\u{92}.", "ogm.C,(),{}[]{}N"), ("Pname\n.", "ps6e616d65"), ("K\u{7}Q.", "pi07"),
    ("I1\n0I2\n.", "i02"), ("(I1\n1I2\n.", "i02"), ("I2\n(0.", "i02"), ("I1\n2\u{86}.", "(i01,i01)"),
    ("K\u{ff}.", "iff00"), ("M\u{1}\u{2}.", "i0102"), ("J\u{fe}\u{ff}\u{ff}\u{ff}.", "ife"), ("G\u{3f}\u{f8}\0\0\0\0\0\0.", "f3ff8000000000000"),
    ("\u{8A}\u{0}.", "i"), ("\u{8A}\u{2}\u{ff}\u{ff}.", "iff"), ("\u{8A}\u{9}\0\0\0\0\0\0\0\u{80}\0.", "i000000000000008000"),
    ("\u{8A}\u{9}\u{1}\0\0\0\0\0\0\0\0.", "i01"), ("\u{8B}\u{2}\0\0\0\u{0}\u{1}.", "i0001"), ("\u{88}.", "T"), ("\u{89}.", "F"),
    ("U\u{1}a.", "s61"), ("T\u{1}\0\0\0a.", "s61"), ("X\u{2}\0\0\0\u{c3}\u{a9}.", "sc3a9"), ("\u{8C}\u{1}a.", "s61"),
    ("\u{8D}\u{1}\0\0\0\0\0\0\0a.", "s61"), ("C\u{1}a.", "b61"), ("B\u{1}\0\0\0a.", "b61"), ("\u{8E}\u{1}\0\0\0\0\0\0\0a.", "b61"),
    ("\u{96}\u{1}\0\0\0\0\0\0\0a.", "a61"), (").", "()"), ("N\u{85}.", "(N)"), ("NN\u{86}.", "(N,N)"), ("NNN\u{87}.", "(N,N,N)"),
    ("]Na.", "[N]"), ("](NNe.", "[N,N]"), ("](e.", "[]"), ("}NNs.", "{N,N}"), ("}(NNu.", "{N,N}"), ("}(u.", "{}"),
    ("\u{8F}(N\u{90}.", "<N>"), ("(N\u{91}.", "<<N>>"), ("\u{8C}\u{1}m\u{8C}\u{1}n\u{93}.", "gm.n"),
    ("]q\u{5}h\u{5}a.", "[@0]"), ("]r\u{5}\0\0\0j\u{5}\0\0\0a.", "[@0]"), ("]p9\ng9\na.", "[@0]"), ("]\u{94}h\0a.", "[@0]"),
    ("]q\u{1}K\u{1}\u{94}h\u{1}\u{86}0h\u{1}.", "i01"), ("]q\0Nq\0h\0\u{86}.", "(N,N)"),
    ("\u{95}\u{2}\0\0\0\0\0\0\0N.", "N"), ("\u{80}\u{5}N.trailing", "N"),
  ]

  @Test("each opcode does what the machine's manual says")
  func executes() throws {
    for (message, value) in Self.opcodes {
      #expect(try unpickle(text: message).description == value, "\(message.debugDescription)")
    }
  }

  @Test("the table of opcodes leaves out only those that are refused")
  func everyOpcodeIsTested() {
    let tested = Set(Self.opcodes.flatMap { $0.message.unicodeScalars.map { UInt8($0.value) } })
    let refused: Set<Opcode> = [.ext1, .ext2, .ext4, .nextBuffer, .readonlyBuffer]
    for opcode in Opcode.allCases where !refused.contains(opcode) { #expect(tested.contains(opcode.rawValue)) }
  }

  static let malformed: [(message: String, reason: PickleError.Reason, offset: Int)] = [
    ("", .truncated, 0), ("N", .truncated, 1), ("K", .truncated, 0), ("NM\u{1}", .truncated, 1), ("I12", .truncated, 0),
    ("\u{8C}\u{5}abc.", .truncated, 0), ("B\u{ff}\u{ff}\u{ff}\u{ff}.", .truncated, 0), ("T\u{ff}\u{ff}\u{ff}\u{7f}.", .truncated, 0),
    ("\u{8B}\u{ff}\u{ff}\u{ff}\u{7f}.", .truncated, 0), ("\u{8B}\u{ff}\u{ff}\u{ff}\u{ff}.", .badArgument(expected: "a size"), 0),
    ("\u{8E}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{7f}.", .truncated, 0),
    ("\u{96}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}\u{ff}.", .truncated, 0),
    ("\u{95}\u{3}\0\0\0\0\0\0\0N.", .truncated, 0), ("\u{80}\u{6}N.", .unsupportedProtocol(6), 0),
    (".", .stackUnderflow, 0), ("0.", .stackUnderflow, 0), ("2.", .stackUnderflow, 0), ("N\u{86}.", .stackUnderflow, 1),
    ("Na.", .stackUnderflow, 1), ("N(.", .stackUnderflow, 2), ("N(\u{85}.", .stackUnderflow, 2), ("](Na.", .stackUnderflow, 3),
    ("(e.", .stackUnderflow, 1), ("(Ne.", .stackUnderflow, 2), ("(o.", .stackUnderflow, 1), ("NNs.", .stackUnderflow, 2),
    ("R.", .stackUnderflow, 0), ("Nb.", .stackUnderflow, 1), ("\u{94}.", .stackUnderflow, 0), ("q\u{1}.", .stackUnderflow, 0),
    ("Q.", .stackUnderflow, 0), ("t.", .missingMark, 0), ("]e.", .missingMark, 1), ("1.", .missingMark, 0),
    ("h\u{1}.", .missingMemo(index: 1), 0), ("j\u{ff}\u{ff}\u{ff}\u{ff}.", .missingMemo(index: 0xFFFF_FFFF), 0),
    ("g3\n.", .missingMemo(index: 3), 0), ("gx\n.", .badArgument(expected: "a memo index"), 0),
    ("Np-1\n.", .badArgument(expected: "a memo index"), 1), ("Ione\n.", .badArgument(expected: "an int"), 0),
    ("L\n.", .badArgument(expected: "an int"), 0), ("L-L\n.", .badArgument(expected: "an int"), 0),
    ("L99999999999999999999x\n.", .badArgument(expected: "an int"), 0), ("Fx\n.", .badArgument(expected: "a float"), 0),
    ("Sa\n.", .badArgument(expected: "a quoted string"), 0), ("S'\n.", .badArgument(expected: "a quoted string"), 0),
    ("S'\\x4'\n.", .badArgument(expected: "a quoted string"), 0), ("S'\\'\n.", .badArgument(expected: "a quoted string"), 0),
    ("S'\\377'\n.", .badArgument(expected: "ASCII text"), 0), ("U\u{1}\u{ff}.", .badArgument(expected: "ASCII text"), 0),
    ("V\\u12\n.", .badArgument(expected: "escaped text"), 0), ("V\\U00110000\n.", .badArgument(expected: "escaped text"), 0),
    ("\u{8C}\u{1}\u{ff}.", .invalidUTF8, 0), ("\u{8C}\u{2}\u{c0}\u{80}.", .invalidUTF8, 0), ("\u{8C}\u{1}\u{c3}.", .invalidUTF8, 0),
    ("\u{8C}\u{3}\u{e0}\u{80}\u{80}.", .invalidUTF8, 0), ("\u{8C}\u{4}\u{f4}\u{90}\u{80}\u{80}.", .invalidUTF8, 0),
    ("\u{8C}\u{3}\u{e1}\u{80}\u{c0}.", .invalidUTF8, 0), ("}(Nu.", .oddItems, 3), ("(Nd.", .oddItems, 2),
    ("\u{82}\u{1}.", .unsupported("a code of the extension registry"), 0), ("\u{97}.", .unsupported("an out-of-band buffer"), 0),
    ("N\u{98}.", .unsupported("an out-of-band buffer"), 1), ("\u{0}.", .unknownOpcode(0), 0), ("N\u{ff}", .unknownOpcode(255), 1),
  ]

  @Test("a malformed message is an error that says where")
  func refuses() {
    for (message, reason, offset) in Self.malformed {
      #expect(throws: TreeFailure.malformed(PickleError(reason, offset: offset)), "\(message.debugDescription)") {
        try unpickle(text: message)
      }
    }
  }

  @Test("the builder's own refusal comes through")
  func refusal() {
    for message in ["NNa.", "N)R.", "K\u{1}K\u{2}\u{93}.", "cm\nC\nNR.", "N)\u{81}.", "NNb.", "N(Ne.", "NNNs."] {
      let failure = #expect(throws: TreeFailure.self, "\(message.debugDescription)") { try unpickle(text: message) }
      #expect(failure?.malformation == nil, "\(message.debugDescription)")
    }
  }

  @Test("a message that was refused leaves nothing behind for the next")
  func reuse() throws {
    let reader = PickleReader(TreeBuilder())
    func read(_ text: String) throws -> String {
      try text.unicodeScalars.map { UInt8($0.value) }.withUnsafeBytes { try reader.read($0).description }
    }
    for _ in 0..<3 {
      #expect(throws: TreeFailure.self) { try read("]q\0](NNq\u{7}((\u{ff}") }
      #expect(throws: TreeFailure.malformed(PickleError(.missingMemo(index: 0), offset: 0))) { try read("h\0.") }
      #expect(throws: TreeFailure.malformed(PickleError(.missingMemo(index: 7), offset: 0))) { try read("h\u{7}.") }
      #expect(throws: TreeFailure.malformed(PickleError(.missingMark, offset: 1))) { try read("Nt.") }
      #expect(try read("\u{80}\u{5}K\u{1}.rest") == "i01")
      #expect(reader.bytesRead == 5)
    }
  }

  @Test("nesting costs no call depth")
  func deep() throws {
    let count = 1_000_000
    func depth(_ message: [UInt8]) throws -> Int {
      try (message + [Opcode.stop.rawValue]).withUnsafeBytes { try PickleReader(DepthBuilder()).read($0) }
    }
    func repeated(_ opcode: Opcode) -> [UInt8] { [UInt8](repeating: opcode.rawValue, count: count) }
    #expect(try depth([Opcode.none.rawValue] + repeated(.tuple1)) == count)
    #expect(try depth(repeated(.mark) + repeated(.tuple)) == count)
    #expect(try depth(repeated(.emptyList) + repeated(.append).dropLast()) == 0)
  }

  @Test("a builder may read another message in the middle of one")
  func nested() throws {
    // A persistent identifier here is itself a message.
    let builder = TreeBuilder()
    let reader = PickleReader(builder)
    builder.load = { identifier throws(TreeFailure) in
      guard case .bytes(let message) = identifier.kind else { throw .refused("an identifier that is no message") }
      return try message.withUnsafeBufferPointer { (message) throws(TreeFailure) in
        try reader.read(UnsafeRawBufferPointer(message))
      }
    }
    defer { builder.load = nil }
    let inner: [UInt8] = Array("](K\u{1}K\u{2}K\u{3}e.".utf8)
    let outer = [UInt8(ascii: "("), 0x4B, 9, 0x43, UInt8(inner.count)] + inner + Array("QK\u{8}t.".utf8)
    #expect(try outer.withUnsafeBytes { try reader.read($0).description } == "(i09,[i01,i02,i03],i08)")
  }
}
