// `:help`, `name?` and what they find.
import Interpreter
import Syntax

extension Session {
  /// `:help` alone lists the commands and ppd's own builtins; with a name it explains that.
  func help(_ argument: String) {
    argument.isEmpty ? showOverview() : showHelp(argument)
  }

  private func showOverview() {
    let width = Command.all.map { displayWidth($0.call) }.max() ?? 0
    var text = style.paint(Messages.commandsHeading, .heading) + "\n"
    for command in Command.all {
      text +=
        "  \(command.call)\(String(repeating: " ", count: width + 2 - displayWidth(command.call)))\(command.doc)\n"
    }
    let builtins = ownBuiltins
    if !builtins.isEmpty {
      text += "\n" + style.paint(Messages.builtinsHeading, .heading) + "\n"
      let width = builtins.map { displayWidth($0.name) }.max() ?? 0
      for builtin in builtins {
        text +=
          "  \(builtin.name)\(String(repeating: " ", count: width + 2 - displayWidth(builtin.name)))\(builtin.doc)\n"
      }
    }
    explain(text + "\n" + Messages.helpHints)
  }

  /// The builtins that Python does not have, in the order in which they were made.
  private var ownBuiltins: [(name: String, doc: String)] {
    [
      "spawn", "queue", "pipe", "value", "array", "lock", "rlock", "condition", "event", "semaphore", "barrier",
      "manager",
    ]
    .compactMap { name in
      guard let builtin = interpreter.builtins[interpreter.intern(name)]?.builtin else { return nil }
      return (name, builtin.help?.description ?? "")
    }
  }

  /// Help on what a dotted name means here: a variable, a builtin, a module and its parts, a keyword; else a command.
  func showHelp(_ name: String) {
    if name.hasPrefix(":") { return showCommandHelp(String(name.dropFirst())) }
    if let text = KeywordHelp.text(for: name) { return explain(text) }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy(isIdentifier) else { return say(Messages.noHelp(name, suggestion: nil), as: .error) }
    attempt { f throws(Raised) in
      guard let value = try self.value(of: parts, f) else { return self.showCommandHelp(name) }
      self.explain(f.helpText(on: value, name: value.module == nil ? name : nil))
    }
  }

  private func showCommandHelp(_ name: String) {
    guard let command = Command.named(name) else {
      return say(Messages.noHelp(name, suggestion: nearestName(to: name)), as: .error)
    }
    explain("\(command.call)\n    \(command.doc)")
  }

  /// What a dotted name means; nil for an unknown one. Names of modules are imported for the purpose.
  private func value(of parts: [String], _ f: Frame) throws(Raised) -> Value? {
    let first = interpreter.intern(parts[0])
    var found = main.namespace[first] ?? interpreter.builtins[first]
    if found == nil { found = try module(parts[0], f) }
    guard var value = found else { return nil }
    var path = parts[0]
    for part in parts.dropFirst() {
      path += ".\(part)"
      var next = try f.optionalAttribute(of: value, interpreter.intern(part))
      if next == nil { next = try module(path, f) }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  private func module(_ name: String, _ f: Frame) throws(Raised) -> Value? {
    try interpreter.builtinModule(name, f).map { .object($0) }
  }

  private func nearestName(to name: String) -> String? {
    let names = (main.namespace.bindings + interpreter.builtins.bindings).map(\.name.string)
    return nearest(to: name, among: names + interpreter.builtinModuleNames)
  }
}

/// Help on Python's keywords, a line or two each.
enum KeywordHelp {
  static func text(for keyword: String) -> String? { table[keyword].map { "\($0)" } }

  private static let table: [String: LocalizedText] = [
    "if": LocalizedText(
      "if CONDITION: ... elif CONDITION: ... else: ...\n    Runs the first block whose condition is true.",
      pt: "if CONDIÇÃO: ... elif CONDIÇÃO: ... else: ...\n    Executa o primeiro bloco cuja condição vale."),
    "for": LocalizedText(
      "for NAME in ITEMS: ...\n    Runs the block once for each item; break leaves, continue goes to the next.",
      pt: "for NOME in ITENS: ...\n    Executa o bloco uma vez para cada item; break sai, continue vai ao próximo."),
    "while": LocalizedText(
      "while CONDITION: ...\n    Repeats the block as long as the condition is true.",
      pt: "while CONDIÇÃO: ...\n    Repete o bloco enquanto a condição vale."),
    "def": LocalizedText(
      "def NAME(PARAMETERS): ...\n    Defines a function; return gives its result. spawn(NAME, ...) runs it in a process.",
      pt:
        "def NOME(PARÂMETROS): ...\n    Define uma função; return dá o resultado. spawn(NOME, ...) a roda num processo."
    ),
    "class": LocalizedText(
      "class NAME(BASES): ...\n    Defines a class: its block's names are its attributes and methods.",
      pt: "class NOME(BASES): ...\n    Define uma classe: os nomes do bloco são seus atributos e métodos."),
    "return": LocalizedText(
      "return VALUE\n    Ends the function with this result, or with None.",
      pt: "return VALOR\n    Termina a função com este resultado, ou com None."),
    "with": LocalizedText(
      "with OBJECT as NAME: ...\n    Enters the object, runs the block and leaves it, whatever happens: with lock: ...",
      pt:
        "with OBJETO as NOME: ...\n    Entra no objeto, executa o bloco e sai dele, haja o que houver: with trava: ..."),
    "try": LocalizedText(
      "try: ... except TYPE as NAME: ... else: ... finally: ...\n    Handles exceptions that the first block raises.",
      pt: "try: ... except TIPO as NOME: ... else: ... finally: ...\n    Trata exceções que o primeiro bloco levanta."),
    "raise": LocalizedText(
      "raise EXCEPTION from CAUSE\n    Raises an exception; alone, raises the one being handled again.",
      pt: "raise EXCEÇÃO from CAUSA\n    Levanta uma exceção; sozinho, levanta de novo a que está sendo tratada."),
    "import": LocalizedText(
      "import MODULE as NAME\n    Makes a module's names available: MODULE.function(). :help MODULE lists them.",
      pt: "import MÓDULO as NOME\n    Torna disponíveis os nomes de um módulo: MÓDULO.função(). :help MÓDULO os lista."),
    "from": LocalizedText(
      "from MODULE import NAME, ...\n    Takes names over from a module.",
      pt: "from MÓDULO import NOME, ...\n    Traz nomes de um módulo."),
    "lambda": LocalizedText(
      "lambda PARAMETERS: EXPRESSION\n    A function without a name.",
      pt: "lambda PARÂMETROS: EXPRESSÃO\n    Uma função sem nome."),
    "yield": LocalizedText(
      "yield VALUE\n    Makes the function a generator that gives this value and goes on when asked for the next.",
      pt: "yield VALOR\n    Faz da função um gerador, que dá este valor e continua quando se pede o próximo."),
    "match": LocalizedText(
      "match VALUE: case PATTERN: ...\n    Runs the first block whose pattern fits.",
      pt: "match VALOR: case PADRÃO: ...\n    Executa o primeiro bloco cujo padrão serve."),
    "global": LocalizedText(
      "global NAME\n    Assignments in this function are to the module's variable.",
      pt: "global NOME\n    Atribuições nesta função são à variável do módulo."),
    "nonlocal": LocalizedText(
      "nonlocal NAME\n    Assignments in this function are to the enclosing function's variable.",
      pt: "nonlocal NOME\n    Atribuições nesta função são à variável da função de fora."),
    "del": LocalizedText(
      "del NAME\n    Forgets a name, an item or an attribute.",
      pt: "del NOME\n    Esquece um nome, um item ou um atributo."),
    "assert": LocalizedText(
      "assert CONDITION, MESSAGE\n    Raises AssertionError unless the condition is true.",
      pt: "assert CONDIÇÃO, MENSAGEM\n    Levanta AssertionError se a condição não vale."),
  ]
}
