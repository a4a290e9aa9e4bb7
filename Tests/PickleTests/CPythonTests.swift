// Messages to and from CPython. The expressions are the oracle's; its classes are in `oracle.py`.

import Testing

@testable import Pickle

@Suite("Pickle and CPython", .enabled(if: Oracle.python != nil))
struct CPythonTests {
  static let expressions = values + numbers

  /// Every kind of value, at the edges of each of its forms.
  static let values: [String] = [
    "None", "True", "False", "[True, False, None]",
    "'text'", "''", "'\\n\\\\u1234\\\\'", "'ação'", "'漢字'", "'\\U0001F600'", "'a\\ud800b'", "'\\x00\\x1a\\r\\n'",
    "'x' * 255", "'x' * 256", "'é' * 70000",
    "b''", "b'bytes\\x00\\xff'", "b'x' * 255", "b'x' * 256", "b'x' * 65535", "b'x' * 65536", "b'x' * 200000",
    "bytearray()", "bytearray(b'abc\\xff')", "bytearray(100000)",
    "[]", "[1]", "[1, 2]", "list(range(999))", "list(range(1000))", "list(range(1001))", "list(range(2500))",
    "()", "(1,)", "(1, 2)", "(1, 2, 3)", "(1, 2, 3, 4)", "((), ((),), (((),),))",
    "{}", "{'a': 1}", "{'a': 1, 'b': [2]}", "{i: str(i) for i in range(2500)}", "{(1, 2): {3: 4}}",
    "set()", "{1}", "{1, 2, 3}", "set(range(2500))", "frozenset()", "frozenset([1, 2])", "{frozenset([1])}",
    "shared()", "[[]] * 300", "[str(i) for i in range(300)] * 2", "[b'same'] * 2", "[bytearray(b'same')] * 2",
    "[(1, 2)] * 2", "[frozenset([5])] * 2", "[{1}] * 2", "[10 ** 30] * 2", "[1.5] * 2",
    "endless_list()", "endless_dict()", "endless_tuple(1)", "endless_tuple(2)", "endless_tuple(3)",
    "endless_tuple(4)", "endless_frozenset()", "endless_instance()",
    "len", "function", "Plain", "Outer.Inner", "[Plain, Plain, Slotted, len, print]",
    "Plain()", "Plain(x=1, y=[2])", "[Plain(x=1), Plain(x=2)]", "Outer.Inner(z=3)",
    "Keyed()", "Keyed(1, 2)", "Keyed(1, k=2)", "ListLike([1])", "ListLike([1, 2])", "DictLike({1: 2})",
    "DictLike({1: 2, 3: 4})", "collections.OrderedDict([(1, 2)])", "range(1, 10, 2)", "1.5+2j",
    "['x' * 30000, 'y' * 30000, 'z' * 30000, 'w' * 30000]", "[b'x' * 70000, 1, b'y' * 70000]",
    "[list(range(40000)), 'end']", "[[[[['deep']]]]]",
  ]

  /// Numbers around the edges of each form.
  static let numbers: [String] = {
    var numbers = ["0.0", "-0.0", "1.5", "1e308", "5e-324", "0.1", "float('inf')", "-float('inf')", "float('nan')"]
    for bits in [0, 7, 8, 15, 16, 31, 32, 62, 63, 64, 71, 72, 127, 2031, 2032, 2040, 3000] {
      for edge in ["2**\(bits)", "-2**\(bits)"] { numbers += [edge, edge + " - 1", edge + " + 1"] }
    }
    return numbers
  }()

  @Test("every protocol of CPython is read as CPython means it", arguments: 0...5)
  func reads(proto: Int) throws {
    // Before there was an opcode for it, `__new__` with arguments was reached through `functools.partial`.
    let expressions = Self.expressions.filter { proto >= 4 || !$0.hasPrefix("Keyed") }
    for (expression, dumped) in zip(expressions, try Oracle.dump(expressions, protocol: proto)) {
      #expect(try unpickle(dumped.message).description == dumped.text, "\(expression)")
    }
  }

  @Test("what we write is CPython's own message, byte for byte")
  func writesTheSame() throws {
    let writer = PickleWriter()
    for (expression, dumped) in zip(Self.expressions, try Oracle.dump(Self.expressions, protocol: 5)) {
      let ours = try pickle(try unpickle(dumped.message), with: writer)
      #expect(ours == dumped.message, "\(expression)")
    }
  }

  @Test("CPython reads what we write of made-up values")
  func isRead() throws {
    var random = SplitMix(seed: 20)
    let trees = (0..<400).map { _ in Tree.random(&random, depth: 4) }
    let writer = PickleWriter()
    let texts = try Oracle.load(try trees.map { try pickle($0, with: writer) })
    for (tree, text) in zip(trees, texts) { #expect(text == tree.description) }
  }
}
