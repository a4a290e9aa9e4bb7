// What the checks know of a scope's names.

/// A namespace while its statements are walked.
struct Scope {
  enum Kind: Equatable {
    case module
    /// A class, with the name that its private names take on.
    case class_(String)
    /// A `def` or a `lambda`.
    case function
    case comprehension(ComprehensionKind)
    /// What is written about types, by what errors call it: a bound, an alias' value, the head of a generic function.
    case annotation(String)
  }

  /// What has happened to a name so far.
  struct Symbol: OptionSet {
    let rawValue: UInt16

    static let parameter = Symbol(rawValue: 1 << 0)
    static let assigned = Symbol(rawValue: 1 << 1)
    static let used = Symbol(rawValue: 1 << 2)
    static let annotated = Symbol(rawValue: 1 << 3)
    static let global = Symbol(rawValue: 1 << 4)
    static let nonlocal = Symbol(rawValue: 1 << 5)
    /// The variable of a comprehension's `for`.
    static let iteration = Symbol(rawValue: 1 << 6)
    /// Assigned by `:=` inside this comprehension.
    static let walrus = Symbol(rawValue: 1 << 7)
  }

  let kind: Kind
  /// How many iterables of comprehensions are open, those around the scope included.
  var iterables = 0
  var symbols = HashTable<String, Symbol>()
  /// The names that this scope or one inside it declares nonlocal and that no function has turned out to bind yet.
  var unresolved: [(name: String, range: SourceRange)] = []
  /// How many loops are open.
  var loops = 0
  /// How many of them are inside the nearest `except*` block; nil outside of such a block.
  var loopsInStarredHandler: Int?

  func has(_ name: String, _ symbol: Symbol) -> Bool { !(symbols[name] ?? []).isDisjoint(with: symbol) }

  var isComprehension: Bool {
    if case .comprehension = kind { true } else { false }
  }

  /// The scopes whose names inner functions see.
  var isFunctionLike: Bool { kind == .function || isComprehension || isAnnotation }

  var isAnnotation: Bool {
    if case .annotation = kind { true } else { false }
  }
}
