// The commands about processes and what they share.
import Glibc
import Interpreter

extension Session {
  func showProcesses() {
    children.control?.locate()
    let rows = children.control?.processes() ?? []
    explain(rows.isEmpty ? Messages.noProcesses : processTable(rows).render(style))
  }

  func processTable(_ rows: [ProcessRow]) -> Table {
    var table = Table([
      "PID", Messages.name, Messages.processorTime, Messages.forHowLong, Messages.place, Messages.activity,
    ])
    for row in rows {
      table.add([
        "\(row.pid)", row.name, duration(row.processorTime), row.waiting.map(duration) ?? "", row.place, row.activity,
      ])
    }
    return table
  }

  func showObjects() {
    let rows = children.control?.objects() ?? []
    explain(rows.isEmpty ? Messages.noObjects : objectTable(rows).render(style))
  }

  func objectTable(_ rows: [ObjectRow]) -> Table {
    var table = Table([Messages.kind, Messages.name, Messages.state, Messages.holders, Messages.waiters])
    for row in rows {
      table.add([
        row.kind, row.name, row.state, row.holders.joined(separator: ", "), row.waiters.joined(separator: ", "),
      ])
    }
    return table
  }

  /// The process that a word names by its pid or its name. Says so where there is none.
  private func process(_ word: String) -> ProcessRow? {
    let rows = children.control?.processes() ?? []
    if let row = rows.first(where: { "\($0.pid)" == word || $0.name == word }) { return row }
    say(Messages.noSuchProcess(word, suggestion: nearest(to: word, among: rows.map(\.name))), as: .error)
    return nil
  }

  func wait(_ argument: String) {
    guard let control = children.control, children.count > 0 else { return say(Messages.noProcesses) }
    var pid: Int32?
    if !argument.isEmpty {
      guard let row = process(argument) else { return }
      pid = row.pid
    }
    attempt { f throws(Raised) in try control.wait(for: pid, f) }
  }

  func kill(_ argument: String) {
    guard let control = children.control else { return say(Messages.noProcesses) }
    if argument.isEmpty { return say(Messages.usage("kill"), as: .error) }
    let rows = argument == "all" ? control.processes() : process(argument).map { [$0] } ?? []
    if rows.isEmpty, argument == "all" { return say(Messages.noProcesses) }
    children.end(rows.map(\.pid))
  }

  func setOutput(_ argument: String) {
    guard let pump = children.pump else { return say(Messages.noPump, as: .error) }
    switch argument {
    case "": say(Messages.output(pump.mode))
    case "inline": pump.mode = .inline
    case "quiet": pump.mode = .quiet
    default:
      guard let row = process(argument) else { return }
      pump.mode = .only(row.pid)
    }
  }

  func quit() {
    exitStatus = 0
  }
}
