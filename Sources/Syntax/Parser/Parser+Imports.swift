// Imports.

extension Parser {
  /// ```ebnf
  /// importStatement = "import" dottedName [ "as" name ] { "," dottedName [ "as" name ] } ;
  /// ```
  mutating func importStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.import_)
    if at(.newline) { throw Failure("Expected one or more names after 'import'", visible(token.range)) }
    var names: [ImportAlias] = []
    repeat {
      let module = try dottedName()
      names.append(ImportAlias(name: module, alias: try alias()))
    } while try accept(.comma)
    if at(.from) { throw try reversedImport(start) }
    return Statement(.import_(names), range(from: start))
  }

  private mutating func alias() throws(Failure) -> Name? {
    try accept(.as_) ? try name("a name after 'as'") : nil
  }

  /// ```ebnf
  /// dottedName = name { "." name } ;
  /// ```
  mutating func dottedName() throws(Failure) -> Name {
    let start = start
    var text = try name("a module's name").text
    while try accept(.dot) { text += "." + (try name("a module's name after '.'").text) }
    return Name(text, range(from: start))
  }

  /// ```ebnf
  /// fromStatement = "from" ( { "." | "..." } dottedName | ( "." | "..." ) { "." | "..." } )
  ///   "import" ( "*" | "(" importedNames [ "," ] ")" | importedNames ) ;
  /// ```
  mutating func fromStatement() throws(Failure) -> Statement {
    let start = start
    try expect(.from)
    var level = 0
    while at(.dot) || at(.ellipsis) { level += try advance().kind == .dot ? 1 : 3 }
    let module = level > 0 && at(.import_) ? nil : try dottedName()
    try expect(.import_, "'import'")
    if try accept(.star) {
      return Statement(.importFrom(module: module, level: level, names: nil), range(from: start))
    }
    let isParenthesised = try accept(.leftParenthesis)
    if at(.newline) { throw Failure("Expected one or more names after 'import'", visible(token.range)) }
    let names = try importedNames()
    if isParenthesised {
      _ = try accept(.comma)
      try closeBracket(.rightParenthesis)
    } else if at(.comma) {
      throw Failure("trailing comma not allowed without surrounding parentheses", token.range)
    }
    return Statement(.importFrom(module: module, level: level, names: names), range(from: start))
  }

  /// ```ebnf
  /// importedNames = name [ "as" name ] { "," name [ "as" name ] } ;
  /// ```
  /// Leaves a trailing comma.
  mutating func importedNames() throws(Failure) -> [ImportAlias] {
    var names: [ImportAlias] = []
    while true {
      let name = try name("a name to import")
      names.append(ImportAlias(name: name, alias: try alias()))
      guard at(.comma), peek().kind != .rightParenthesis, peek().kind != .newline else { return names }
      try advance()
    }
  }
}
