// What the prompt says, in the user's language.
import Glibc
import Interpreter

enum Messages {
  private static func localized(_ english: String, pt portuguese: String) -> String {
    LocalizedText(english, pt: portuguese).description
  }

  static func banner(_ version: String) -> String {
    localized("ppd \(version) · :help for help · Ctrl-D to leave", pt: "ppd \(version) · :help ajuda · Ctrl-D sai")
  }

  static func stillRunning(_ count: Int) -> String {
    count == 1
      ? localized(
        "1 process still running; Ctrl-D again ends it", pt: "1 processo ainda roda; Ctrl-D de novo o encerra")
      : localized(
        "\(count) processes still running; Ctrl-D again ends them",
        pt: "\(count) processos ainda rodam; Ctrl-D de novo os encerra")
  }

  static func processes(_ count: Int) -> String { count == 1 ? "1 proc" : "\(count) procs" }

  static func ended(_ code: Int32) -> String {
    if code < 0 { return localized("killed by \(SignalName.text(-code))", pt: "morto por \(SignalName.text(-code))") }
    return code == 0
      ? localized("ended", pt: "terminou")
      : localized("ended with exit code \(code)", pt: "terminou com o código \(code)")
  }

  static func cannotRead(_ path: String, _ code: Int32) -> String {
    let reason = String(cString: strerror(code))
    return localized("cannot read '\(path)': \(reason)", pt: "não dá para ler '\(path)': \(reason)")
  }

  static func cannotWrite(_ path: String, _ code: Int32) -> String {
    let reason = String(cString: strerror(code))
    return localized("cannot write '\(path)': \(reason)", pt: "não dá para gravar '\(path)': \(reason)")
  }

  static func historyNotKept(_ path: String, _ code: Int32) -> String {
    let reason = String(cString: strerror(code))
    return localized(
      "the history is not kept: '\(path)': \(reason)", pt: "o histórico não é guardado: '\(path)': \(reason)")
  }

  // MARK: Commands

  static func unknownCommand(_ name: String, suggestion: String?) -> String {
    let hint = suggestion.map { localized(" Did you mean :\($0)?", pt: " Seria :\($0)?") } ?? ""
    return localized(
      "there is no command :\(name).\(hint) :help lists them all.",
      pt: "não há o comando :\(name).\(hint) :help lista todos.")
  }

  static func usage(_ command: String) -> String {
    let call = Command.named(command)?.call ?? ":\(command)"
    return localized("usage: \(call)", pt: "uso: \(call)")
  }

  static func noSuchScript(_ name: String, suggestion: String?) -> String {
    let hint = suggestion.map { localized(" Did you mean '\($0)'?", pt: " Seria '\($0)'?") } ?? ""
    return localized(
      "there is neither a file nor an example '\(name)'.\(hint) :examples lists the examples.",
      pt: "não há arquivo nem exemplo '\(name)'.\(hint) :examples lista os exemplos.")
  }

  static var noExamples: String {
    localized(
      "no examples found; PPD_EXAMPLES can name their folder",
      pt: "nenhum exemplo; PPD_EXAMPLES pode dizer a pasta deles")
  }
  static var example: String { localized("EXAMPLE", pt: "EXEMPLO") }
  static var whatItShows: String { localized("WHAT IT SHOWS", pt: "O QUE MOSTRA") }
  static func loadExample(_ name: String) -> String {
    localized(":load \(name) runs one", pt: ":load \(name) executa um")
  }
  static func exists(_ path: String) -> String {
    localized("'\(path)' exists; :save -f \(path) replaces it", pt: "'\(path)' já existe; :save -f \(path) o substitui")
  }
  static func saved(_ count: Int, _ path: String) -> String {
    localized(
      "\(count) cell\(count == 1 ? "" : "s") written to '\(path)'",
      pt: "\(count) célula\(count == 1 ? "" : "s") em '\(path)'")
  }
  static func noSuchCell(_ number: String) -> String {
    localized("there is no cell '\(number)'", pt: "não há a célula '\(number)'")
  }
  static func editorFailed(_ editor: String) -> String {
    localized("the editor '\(editor)' failed; nothing was run", pt: "o editor '\(editor)' falhou; nada foi executado")
  }

  static var noVariables: String { localized("no names defined yet", pt: "nenhum nome definido ainda") }
  static func forgotten(_ count: Int) -> String {
    localized(
      "\(count) name\(count == 1 ? "" : "s") forgotten",
      pt: "\(count) nome\(count == 1 ? "" : "s") esquecido\(count == 1 ? "" : "s")")
  }
  static func took(_ time: String, _ processorTime: String) -> String {
    localized(
      "\(time), \(processorTime) of it on the processor", pt: "\(time), dos quais \(processorTime) no processador")
  }

  static var noProcesses: String { localized("no processes", pt: "nenhum processo") }
  static var noObjects: String { localized("no shared objects", pt: "nenhum objeto compartilhado") }
  static var noPump: String {
    localized(
      "the processes write to the outputs of ppd themselves", pt: "os processos escrevem direto nas saídas do ppd")
  }
  static func noSuchProcess(_ word: String, suggestion: String?) -> String {
    let hint = suggestion.map { localized(" Did you mean '\($0)'?", pt: " Seria '\($0)'?") } ?? ""
    return localized(
      "there is no process '\(word)'.\(hint) :ps lists them.",
      pt: "não há o processo '\(word)'.\(hint) :ps lista todos.")
  }
  static func output(_ mode: OutputPump.Mode) -> String {
    switch mode {
    case .inline:
      localized("inline: every process' output appears here", pt: "inline: a saída de todo processo aparece aqui")
    case .quiet: localized("quiet: no process' output appears", pt: "quiet: nenhuma saída de processo aparece")
    case .only(let pid):
      localized("only the output of process \(pid) appears", pt: "só aparece a saída do processo \(pid)")
    }
  }

  static func topHeading(_ count: Int) -> String {
    localized(
      "\(processes(count)), twice a second; any key goes back to the prompt",
      pt: "\(processes(count)), duas vezes por segundo; qualquer tecla volta")
  }
  static func needsTerminal(_ what: String) -> String {
    localized("\(what) needs a terminal", pt: "\(what) precisa de um terminal")
  }

  // MARK: Help

  static var commandsHeading: String { localized("Commands", pt: "Comandos") }
  static var builtinsHeading: String {
    localized("Processes and what they share, without any import", pt: "Processos e o que compartilham, sem import")
  }
  static var helpHints: String {
    localized(
      "Everything else is Python. NAME? or :help NAME explains a name: spawn?  time.sleep?  :help random\n"
        + "Tab completes, Ctrl-R searches what was entered, Alt-Enter begins a new line.",
      pt: "O resto é Python. NOME? ou :help NOME explica um nome: spawn?  time.sleep?  :help random\n"
        + "Tab completa, Ctrl-R procura no que foi digitado, Alt-Enter começa uma nova linha.")
  }
  static func noHelp(_ name: String, suggestion: String?) -> String {
    let hint = suggestion.map { localized(" Did you mean '\($0)'?", pt: " Seria '\($0)'?") } ?? ""
    return localized("nothing is called '\(name)' here.\(hint)", pt: "nada aqui se chama '\(name)'.\(hint)")
  }

  // MARK: Headings

  static var name: String { localized("NAME", pt: "NOME") }
  static var type: String { localized("TYPE", pt: "TIPO") }
  static var value: String { localized("VALUE", pt: "VALOR") }
  static var kind: String { localized("KIND", pt: "TIPO") }
  static var state: String { localized("STATE", pt: "ESTADO") }
  static var holders: String { localized("HELD BY", pt: "QUEM TEM") }
  static var waiters: String { localized("WAITED FOR BY", pt: "QUEM ESPERA") }
  static var processorTime: String { "CPU" }
  static var forHowLong: String { localized("FOR", pt: "HÁ") }
  static var place: String { localized("AT", pt: "ONDE") }
  static var activity: String { localized("DOES", pt: "O QUE FAZ") }
}
