// A syntax tree written as CPython's `ast` would show it, so that the two parsers can be compared.

@testable import Syntax

/// The program that prints CPython's tree of each source, in the notation of ``PythonTree``. It reads sources and
/// answers lines: each source is preceded by its length in bytes, each answer is `ok TREE` or `no MESSAGE`.
let pythonTreeProgram = #"""
  import ast, struct, sys, warnings

  warnings.simplefilter('ignore')
  sys.setrecursionlimit(100000)
  HIDDEN = {'ctx', 'type_comment', 'kind', 'simple', 'type_ignores'}

  def constant(value):
      if value is None or value is True or value is False: return str(value)
      if value is ...: return 'Ellipsis'
      if isinstance(value, int): return 'int:%x' % value if value < 1 << 64 else 'int:big'
      if isinstance(value, float): return 'float:' + struct.pack('>d', value).hex()
      if isinstance(value, complex): return 'imaginary:' + struct.pack('>d', value.imag).hex()
      if isinstance(value, bytes): return 'bytes:' + value.hex()
      return 'str:' + value.encode('utf-8', 'surrogatepass').hex()

  lines = []

  def has_place(node):
      # ppd's tree has no place for an `elif` and for the star of an argument.
      if isinstance(node, ast.If): return not lines[node.lineno - 1][node.col_offset:].startswith(b'elif')
      return isinstance(node, (ast.expr, ast.stmt, ast.excepthandler)) and not hasattr(node, 'is_argument')

  def tree(node, placed=True):
      if node is None: return '-'
      if isinstance(node, list): return '[' + ' '.join(tree(item, placed) for item in node) + ']'
      if not isinstance(node, ast.AST): return str(node)
      for argument in node.args if isinstance(node, ast.Call) else getattr(node, 'bases', ()):
          if isinstance(argument, ast.Starred): argument.is_argument = True
      if isinstance(node, ast.Constant): text = constant(node.value)
      elif isinstance(node, ast.MatchSingleton): text = 'MatchValue(' + constant(node.value) + ')'
      elif isinstance(node, ast.JoinedStr):
          text = 'JoinedStr([' + ' '.join(tree(value, False) for value in node.values) + '])'
      elif isinstance(node, ast.FormattedValue):
          text = 'FormattedValue(%s %s %s)' % (
              tree(node.value), node.conversion, tree(node.format_spec, False))
      else:
          fields = (tree(getattr(node, name)) for name in node._fields if name not in HIDDEN)
          text = type(node).__name__ + '(' + ' '.join(fields) + ')'
      if placed and has_place(node):
          text += '@%d:%d-%d:%d' % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
      return text

  source = sys.stdin.buffer
  answer = sys.stdout
  while line := source.readline():
      text = source.read(int(line))
      lines = text.splitlines()
      try:
          print('ok', tree(ast.parse(text)))
      except SyntaxError as error:
          print('no', '%s: %s' % (type(error).__name__, error.msg), (error.lineno, error.offset))
      except (RecursionError, MemoryError, ValueError) as error:
          print('no', type(error).__name__, error)
  """#

/// Writes trees.
struct PythonTree {
  let file: SourceFile

  func text(_ module: Module) -> String { "Module(\(text(module.body)))" }

  func text(_ body: [Statement]) -> String { "[" + body.map(text).joined(separator: " ") + "]" }

  private func text(_ body: [Statement]?) -> String { text(body ?? []) }

  private func node(_ name: String, _ fields: String...) -> String {
    name + "(" + fields.joined(separator: " ") + ")"
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: " ") + "]" }

  private func place(_ range: SourceRange) -> String {
    let (start, end) = (Int(range.start), Int(range.end))
    return "@\(file.line(at: start)):\(file.column(at: start))-\(file.line(at: end)):\(file.column(at: end))"
  }

  // MARK: Statements

  func text(_ statement: Statement) -> String { kind(statement.kind) + place(statement.range) }

  private func kind(_ kind: Statement.Kind) -> String {
    switch kind {
    case .expression(let value): node("Expr", text(value))
    case .assign(let targets, let value): node("Assign", list(targets.map(text)), text(value))
    case .augmentedAssign(let target, let sign, let value):
      node("AugAssign", text(target), self.sign(sign), text(value))
    case .annotatedAssign(let target, let annotation, let value):
      node("AnnAssign", text(target), text(annotation), text(value))
    case .delete(let targets): node("Delete", list(targets.map(text)))
    case .pass: "Pass()"
    case .break_: "Break()"
    case .continue_: "Continue()"
    case .return_(let value): node("Return", text(value))
    case .raise(let exception, let cause): node("Raise", text(exception), text(cause))
    case .global(let names): node("Global", list(names.map(\.text)))
    case .nonlocal(let names): node("Nonlocal", list(names.map(\.text)))
    case .import_(let names): node("Import", list(names.map(text)))
    case .importFrom(let module, let level, let names):
      node("ImportFrom", module?.text ?? "-", names.map { list($0.map(text)) } ?? "[alias(* -)]", "\(level)")
    case .assert(let test, let message): node("Assert", text(test), text(message))
    case .if_(let branches, let otherwise): conditional(branches[...], otherwise)
    case .while_(let test, let body, let otherwise): node("While", text(test), text(body), text(otherwise))
    case .for_(let target, let iterable, let body, let otherwise):
      node("For", text(target), text(iterable), text(body), text(otherwise))
    case .try_(let body, let handlers, let otherwise, let finally):
      node(
        handlers.first?.isStarred == true ? "TryStar" : "Try",
        text(body), list(handlers.map(text)), text(otherwise), text(finally))
    case .with(let items, let body): node("With", list(items.map(text)), text(body))
    case .function(let definition):
      node(
        "FunctionDef", definition.name.text, text(definition.parameters), text(definition.body),
        list(definition.decorators.map(text)), text(definition.returns), list(definition.typeParameters.map(text)))
    case .class_(let definition):
      node(
        "ClassDef", definition.name.text, positional(definition.arguments), keywords(definition.arguments),
        text(definition.body), list(definition.decorators.map(text)), list(definition.typeParameters.map(text)))
    case .match(let subject, let cases): node("Match", text(subject), list(cases.map(text)))
    case .typeAlias(let name, let parameters, let value):
      node("TypeAlias", node("Name", name.text) + place(name.range), list(parameters.map(text)), text(value))
    }
  }

  private func text(_ parameter: TypeParameter) -> String {
    switch parameter.kind {
    case .variable:
      node("TypeVar", parameter.name.text, text(parameter.bound), text(parameter.defaultValue))
    case .tuple, .specification:
      node(parameter.kind.description, parameter.name.text, text(parameter.defaultValue))
    }
  }

  /// An `elif` is an `if` in the `else` of the one before.
  private func conditional(_ branches: ArraySlice<Branch>, _ otherwise: [Statement]?) -> String {
    guard let first = branches.first else { return text(otherwise) }
    let rest = branches.dropFirst()
    let tail = rest.isEmpty ? text(otherwise) : "[" + conditional(rest, otherwise) + "]"
    return node("If", text(first.test), text(first.body), tail)
  }

  private func text(_ alias: ImportAlias) -> String { node("alias", alias.name.text, alias.alias?.text ?? "-") }

  private func text(_ handler: ExceptHandler) -> String {
    node("ExceptHandler", text(handler.type), handler.name?.text ?? "-", text(handler.body)) + place(handler.range)
  }

  private func text(_ item: WithItem) -> String { node("withitem", text(item.context), text(item.target)) }

  private func text(_ case_: MatchCase) -> String {
    node("match_case", text(case_.pattern), text(case_.condition), text(case_.body))
  }

  private func text(_ pattern: Pattern) -> String {
    switch pattern.kind {
    case .wildcard: return "MatchAs(- -)"
    case .capture(let name): return "MatchAs(- \(name.text))"
    case .value(let value):
      if case .constant(let constant) = value.kind, constant.isSingleton { return node("MatchValue", text(constant)) }
      return node("MatchValue", text(value))
    case .star(let name): return node("MatchStar", name?.text ?? "-")
    case .sequence(let items): return node("MatchSequence", list(items.map(text)))
    case .mapping(let items, let rest):
      return node(
        "MatchMapping", list(items.map { text($0.key) }), list(items.map { text($0.pattern) }), rest?.text ?? "-")
    case .class_(let type, let positional, let keywords):
      return node(
        "MatchClass", text(type), list(positional.map(text)), list(keywords.map(\.0.text)),
        list(keywords.map { text($0.1) }))
    case .or(let alternatives): return node("MatchOr", list(alternatives.map(text)))
    case .as_(let pattern, let name): return node("MatchAs", text(pattern), name.text)
    }
  }

  private func text(_ parameters: Parameters) -> String {
    func argument(_ parameter: Parameters.Parameter) -> String {
      node("arg", parameter.name.text, text(parameter.annotation))
    }
    let positional = parameters.positionalOnly + parameters.regular
    return node(
      "arguments", list(parameters.positionalOnly.map(argument)), list(parameters.regular.map(argument)),
      parameters.starred.map(argument) ?? "-", list(parameters.keywordOnly.map(argument)),
      list(parameters.keywordOnly.map { text($0.defaultValue) }), parameters.doubleStarred.map(argument) ?? "-",
      list(positional.compactMap(\.defaultValue).map(text)))
  }

  // MARK: Expressions

  private func text(_ expression: Expression?) -> String { expression.map(text) ?? "-" }

  func text(_ expression: Expression) -> String { kind(expression.kind) + place(expression.range) }

  private func kind(_ kind: Expression.Kind) -> String {
    switch kind {
    case .name(let name): node("Name", name)
    case .constant(let constant): text(constant)
    case .formatted(let parts): text(parts)
    case .unary(let sign, let operand): node("UnaryOp", self.sign(sign), text(operand))
    case .binary(let left, let sign, let right): node("BinOp", text(left), self.sign(sign), text(right))
    case .comparison(let left, let rest):
      node("Compare", text(left), list(rest.map { self.sign($0.0) }), list(rest.map { text($0.1) }))
    case .and(let operands): node("BoolOp", "And()", list(operands.map(text)))
    case .or(let operands): node("BoolOp", "Or()", list(operands.map(text)))
    case .conditional(let test, let then, let otherwise): node("IfExp", text(test), text(then), text(otherwise))
    case .lambda(let parameters, let body): node("Lambda", text(parameters), text(body))
    case .call(let function, let arguments):
      node("Call", text(function), positional(arguments), keywords(arguments))
    case .attribute(let value, let name): node("Attribute", text(value), name.text)
    case .subscript_(let value, let index): node("Subscript", text(value), text(index))
    case .slice(let lower, let upper, let step): node("Slice", text(lower), text(upper), text(step))
    case .starred(let value): node("Starred", text(value))
    case .list(let items): node("List", list(items.map(text)))
    case .tuple(let items): node("Tuple", list(items.map(text)))
    case .set(let items): node("Set", list(items.map(text)))
    case .dict(let items): node("Dict", list(items.map { text($0.key) }), list(items.map { text($0.value) }))
    case .comprehension(.list, let element, _, let clauses): node("ListComp", text(element), text(clauses))
    case .comprehension(.set, let element, _, let clauses): node("SetComp", text(element), text(clauses))
    case .comprehension(.generator, let element, _, let clauses): node("GeneratorExp", text(element), text(clauses))
    case .comprehension(.dict, let key, let value, let clauses):
      node("DictComp", text(key), text(value), text(clauses))
    case .walrus(let name, let value): node("NamedExpr", node("Name", name.text) + place(name.range), text(value))
    case .yield(let value): node("Yield", text(value))
    case .yieldFrom(let value): node("YieldFrom", text(value))
    }
  }

  private func positional(_ arguments: [Argument]) -> String {
    list(
      arguments.compactMap { argument in
        switch argument {
        case .positional(let value): text(value)
        case .starred(let value): node("Starred", text(value))
        case .keyword, .doubleStarred: nil
        }
      })
  }

  private func keywords(_ arguments: [Argument]) -> String {
    list(
      arguments.compactMap { argument in
        switch argument {
        case .keyword(let name, let value): node("keyword", name.text, text(value))
        case .doubleStarred(let value): node("keyword", "-", text(value))
        case .positional, .starred: nil
        }
      })
  }

  private func text(_ clauses: [ComprehensionClause]) -> String {
    list(
      clauses.map {
        node("comprehension", text($0.target), text($0.iterable), list($0.conditions.map(text)), "0")
      })
  }

  private func text(_ parts: [FormattedPart]) -> String {
    var values: [String] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { values.append(text(.string(literal))) }
      literal = []
    }
    for part in parts {
      switch part {
      case .literal(let text): literal += text
      case .replacement(let value, let documentation, let conversion, let spec, _):
        literal += Array((documentation ?? "").utf8)
        flush()
        let code =
          switch conversion {
          case .str: 115
          case .repr: 114
          case .ascii: 97
          case nil: -1
          }
        values.append(node("FormattedValue", text(value), "\(code)", spec.map(text) ?? "-"))
      }
    }
    flush()
    return node("JoinedStr", list(values))
  }

  private func text(_ constant: Constant) -> String {
    func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
    func hex(_ value: Double) -> String {
      let digits = String(value.bitPattern, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return switch constant {
    case .none: "None"
    case .true_: "True"
    case .false_: "False"
    case .ellipsis: "Ellipsis"
    case .integer(let literal):
      "int:" + (UInt64(literal.digits, radix: literal.radix).map { String($0, radix: 16) } ?? "big")
    case .float(let value): "float:" + hex(value)
    case .imaginary(let value): "imaginary:" + hex(value)
    case .string(let text): "str:" + hex(text)
    case .bytes(let bytes): "bytes:" + hex(bytes)
    }
  }

  private func sign(_ sign: UnaryOperator) -> String {
    switch sign {
    case .not: "Not()"
    case .negative: "USub()"
    case .positive: "UAdd()"
    case .invert: "Invert()"
    }
  }

  private func sign(_ sign: BinaryOperator) -> String {
    switch sign {
    case .add: "Add()"
    case .subtract: "Sub()"
    case .multiply: "Mult()"
    case .divide: "Div()"
    case .floorDivide: "FloorDiv()"
    case .modulo: "Mod()"
    case .power: "Pow()"
    case .matrixMultiply: "MatMult()"
    case .leftShift: "LShift()"
    case .rightShift: "RShift()"
    case .bitAnd: "BitAnd()"
    case .bitOr: "BitOr()"
    case .bitXor: "BitXor()"
    }
  }

  private func sign(_ sign: ComparisonOperator) -> String {
    switch sign {
    case .equal: "Eq()"
    case .notEqual: "NotEq()"
    case .less: "Lt()"
    case .lessOrEqual: "LtE()"
    case .greater: "Gt()"
    case .greaterOrEqual: "GtE()"
    case .is_: "Is()"
    case .isNot: "IsNot()"
    case .in_: "In()"
    case .notIn: "NotIn()"
    }
  }
}

extension Constant {
  fileprivate var isSingleton: Bool {
    switch self {
    case .none, .true_, .false_: true
    default: false
    }
  }
}
