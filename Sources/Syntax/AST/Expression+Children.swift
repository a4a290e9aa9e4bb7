// The expressions directly inside an expression, for those who walk trees.

extension Expression {
  /// The expressions directly inside this one, in source order, except those in an f-string's parts, a lambda and a
  /// comprehension, which walkers treat on their own.
  var children: [Expression] {
    switch kind {
    case .name, .constant, .formatted, .lambda, .comprehension: []
    case .unary(_, let operand): [operand]
    case .binary(let left, _, let right): [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.1)
    case .and(let operands), .or(let operands): operands
    case .conditional(let test, let then, let otherwise): [then, test, otherwise]
    case .call(let function, let arguments): [function] + arguments.map(\.value)
    case .attribute(let value, _): [value]
    case .subscript_(let value, let index): [value, index]
    case .slice(let lower, let upper, let step): [lower, upper, step].compactMap(\.self)
    case .starred(let value), .walrus(_, let value), .yieldFrom(let value): [value]
    case .list(let items), .tuple(let items), .set(let items): items
    case .dict(let items): items.flatMap { $0.key.map { key in [key] } ?? [] } + items.map(\.value)
    case .yield(let value): value.map { [$0] } ?? []
    }
  }
}
