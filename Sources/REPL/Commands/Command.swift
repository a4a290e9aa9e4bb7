// The commands that begin with a colon: how they are found, and the table of them.
import Interpreter

/// A command of the prompt: a row of the table and a method of the session.
struct Command: Sendable {
  let name: String
  /// What may follow, as help shows it: `[NAME]`.
  let parameters: LocalizedText
  let doc: LocalizedText
  let run: @Sendable (Session, _ argument: String) -> Void

  /// The command with its parameters, as help shows it.
  var call: String {
    let parameters = parameters.description
    return parameters.isEmpty ? ":\(name)" : ":\(name) \(parameters)"
  }

  static let all: [Command] = [
    Command(
      name: "help", parameters: LocalizedText("[NAME]", pt: "[NOME]"),
      doc: LocalizedText(
        "help on a function, type, module or command", pt: "ajuda sobre função, tipo, módulo ou comando")
    ) { $0.help($1) },
    Command(
      name: "examples", parameters: "",
      doc: LocalizedText("the examples that :load knows by name", pt: "os exemplos que :load conhece pelo nome")
    ) { session, _ in session.listExamples() },
    Command(
      name: "load", parameters: LocalizedText("FILE|EXAMPLE", pt: "ARQUIVO|EXEMPLO"),
      doc: LocalizedText("run a file or an example here", pt: "executa um arquivo ou exemplo aqui")
    ) { $0.load($1) },
    Command(
      name: "run", parameters: LocalizedText("FILE|EXAMPLE [ARG ...]", pt: "ARQUIVO|EXEMPLO [ARG ...]"),
      doc: LocalizedText("run it with names of its own", pt: "executa com nomes próprios, à parte daqui")
    ) { $0.runFresh($1) },
    Command(
      name: "save", parameters: LocalizedText("[-f] FILE", pt: "[-f] ARQUIVO"),
      doc: LocalizedText("write this session's cells to a file", pt: "grava as células desta sessão num arquivo")
    ) { $0.save($1) },
    Command(
      name: "edit", parameters: "[N]",
      doc: LocalizedText(
        "edit cell N, or the last, in $EDITOR and run it", pt: "edita a célula N, ou a última, no $EDITOR e a executa")
    ) { $0.edit($1) },
    Command(
      name: "history", parameters: "[N]",
      doc: LocalizedText("the last N entries (20)", pt: "as últimas N entradas (20)")
    ) { $0.showHistory($1) },
    Command(
      name: "vars", parameters: "",
      doc: LocalizedText("the names defined here", pt: "os nomes definidos aqui")
    ) { session, _ in session.showVariables() },
    Command(
      name: "reset", parameters: "",
      doc: LocalizedText("forget the names defined here", pt: "esquece os nomes definidos aqui")
    ) { session, _ in session.reset() },
    Command(
      name: "time", parameters: "EXPR",
      doc: LocalizedText("run it and tell how long it took", pt: "executa e diz quanto tempo levou")
    ) { $0.time($1) },
    Command(
      name: "ps", parameters: "",
      doc: LocalizedText("the processes, and what each waits for", pt: "os processos, e o que cada um espera")
    ) { session, _ in session.showProcesses() },
    Command(
      name: "top", parameters: "",
      doc: LocalizedText(
        "the same, twice a second, until a key is pressed", pt: "o mesmo, duas vezes por segundo, até uma tecla")
    ) { session, _ in session.watchProcesses() },
    Command(
      name: "wait", parameters: "[PID]",
      doc: LocalizedText("wait for a process, or for all", pt: "espera por um processo, ou por todos")
    ) { $0.wait($1) },
    Command(
      name: "kill", parameters: "PID|all",
      doc: LocalizedText("end a process, or all", pt: "encerra um processo, ou todos")
    ) { $0.kill($1) },
    Command(
      name: "objects", parameters: "",
      doc: LocalizedText(
        "queues, locks and the like: state, holders, waiters", pt: "filas, travas etc.: estado, quem tem, quem espera")
    ) { session, _ in session.showObjects() },
    Command(
      name: "output", parameters: "inline|quiet|PID",
      doc: LocalizedText("whose output appears here", pt: "de quem a saída aparece aqui")
    ) { $0.setOutput($1) },
    Command(
      name: "quit", parameters: "",
      doc: LocalizedText(
        "leave; processes still running are ended", pt: "sai; os processos que ainda rodam são encerrados")
    ) { session, _ in session.quit() },
  ]

  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

extension Session {
  /// Runs an entry that begins with a colon.
  func runCommand(_ text: String) {
    let text = text.dropFirst().trimmed
    let name = String(text.prefix { !$0.isWhitespace })
    guard let command = Command.named(name) else {
      say(Messages.unknownCommand(name, suggestion: Session.suggestion(for: name)), as: .error)
      return
    }
    command.run(self, text.dropFirst(name.count).trimmed)
  }

  /// The command that was meant: the only one that begins so, else the nearest.
  private static func suggestion(for name: String) -> String? {
    let names = Command.all.map(\.name)
    let beginnings = names.filter { !name.isEmpty && $0.hasPrefix(name) }
    return beginnings.count == 1 ? beginnings[0] : nearest(to: name, among: names)
  }

  /// Shows a text of one or more lines.
  func say(_ text: String, as kind: TextKind = .result) {
    console.print(text.hasSuffix("\n") ? text : text + "\n", as: kind)
  }
}
