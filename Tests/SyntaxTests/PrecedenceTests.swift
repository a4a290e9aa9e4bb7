// How expressions bind, shown by writing their trees with every parenthesis.

import Testing

@testable import Syntax

@Suite("Precedence")
struct PrecedenceTests {
  @Test(
    "operators bind as Python's do",
    arguments: [
      ("a or b and not c == d", "(a or (b and (not (c == d))))"),
      ("not a in b", "(not (a in b))"),
      ("a < b == c is not d not in e", "(a < b == c is not d not in e)"),
      ("a | b ^ c & d << e + f * -g ** -h", "(a | (b ^ (c & (d << (e + (f * (-(g ** (-h)))))))))"),
      ("a - b - c", "((a - b) - c)"),
      ("a ** b ** c", "(a ** (b ** c))"),
      ("-a ** b", "(-(a ** b))"),
      ("a / b * c // d % e @ f", "(((((a / b) * c) // d) % e) @ f)"),
      ("a if b else c if d else e", "(a if b else (c if d else e))"),
      ("lambda: a if b else c", "(lambda (a if b else c))"),
      ("a if b else lambda: c, d", "((a if b else (lambda c)), d)"),
      ("a.b(c)[d].e", "a.b(c)[d].e"),
      ("a, *b | c", "(a, *(b | c))"),
      ("(a, b), c", "((a, b), c)"),
      ("not not a", "(not (not a))"),
      ("~a << b", "((~a) << b)"),
      ("a == b or c", "((a == b) or c)"),
      ("a[b:c, d]", "a[(b:c, d)]"),
      ("(a := b, c)", "((a := b), c)"),
      ("x = yield a, b", "(yield (a, b))"),
    ])
  func binding(source: String, tree: String) throws {
    let body = try parseBody(SourceFile(name: "t", text: source))
    switch body[0].kind {
    case .expression(let value), .assign(_, let value): #expect(written(value) == tree)
    default: Issue.record("not an expression")
    }
  }

  @Test("a chain of a thousand operators leans to its left")
  func chain() throws {
    let body = try parseBody(SourceFile(name: "t", text: Array(repeating: "a", count: 1000).joined(separator: "+")))
    guard case .expression(var value) = body[0].kind else {
      Issue.record("not an expression")
      return
    }
    var count = 1
    while case .binary(let left, .add, let right) = value.kind {
      guard case .name = right.kind else { break }
      value = left
      count += 1
    }
    #expect(count == 1000)
  }

  private func written(_ expression: Expression) -> String {
    func list(_ items: [Expression]) -> String { items.map(written).joined(separator: ", ") }
    return switch expression.kind {
    case .name(let name): name
    case .unary(let sign, let operand):
      switch sign {
      case .not: "(not \(written(operand)))"
      case .negative: "(-\(written(operand)))"
      case .positive: "(+\(written(operand)))"
      case .invert: "(~\(written(operand)))"
      }
    case .binary(let left, let sign, let right): "(\(written(left)) \(sign.symbol) \(written(right)))"
    case .comparison(let first, let rest):
      "(\(written(first))" + rest.map { " \($0.0.symbol) \(written($0.1))" }.joined() + ")"
    case .and(let operands): "(" + operands.map(written).joined(separator: " and ") + ")"
    case .or(let operands): "(" + operands.map(written).joined(separator: " or ") + ")"
    case .conditional(let test, let then, let otherwise):
      "(\(written(then)) if \(written(test)) else \(written(otherwise)))"
    case .lambda(_, let body): "(lambda \(written(body)))"
    case .call(let function, let arguments): "\(written(function))(\(list(arguments.map(\.value))))"
    case .attribute(let value, let name): "\(written(value)).\(name.text)"
    case .subscript_(let value, let index): "\(written(value))[\(written(index))]"
    case .slice(let lower, let upper, _): "\(lower.map(written) ?? ""):\(upper.map(written) ?? "")"
    case .starred(let value): "*\(written(value))"
    case .tuple(let items): "(\(list(items)))"
    case .walrus(let name, let value): "(\(name.text) := \(written(value)))"
    case .yield(let value): "(yield \(value.map(written) ?? ""))"
    default: "?"
    }
  }
}
