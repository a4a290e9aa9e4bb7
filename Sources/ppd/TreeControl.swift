// The processes of the runtime, for the prompt: rows for people, in their language.
import Glibc
import Interpreter
import Multiprocess
import MultiprocessModule
import REPL

final class TreeControl: ProcessControl {
  private let view: ProcessView

  init(_ interpreter: Interpreter) {
    view = ProcessView(interpreter)
  }

  func processes() -> [ProcessRow] {
    let now = monotonicNanoseconds()
    return view.processes.map { process in
      let waits = process.state == .waiting || process.state == .waitingForAWhile
      return ProcessRow(
        pid: process.pid, parent: process.parent, name: process.name, activity: activity(of: process),
        // Processes note their line when they wait or are asked; otherwise it is where they waited last.
        place: (waits || process.runsThere) && process.line > 0 ? "\(process.file):\(process.line)" : "",
        waiting: waits && now > process.since ? Double(now - process.since) / 1e9 : nil,
        processorTime: Double(process.processorTime ?? 0) / 1e9)
    }
  }

  func locate() {
    view.locate()
  }

  func objects() -> [ObjectRow] {
    var names: [Int32: String] = [getpid(): "MainProcess"]
    for process in view.processes { names[process.pid] = process.name }
    func name(_ pid: Int32) -> String { names[pid] ?? "\(pid)" }
    let objects = view.objects
    return objects.map { object in
      ObjectRow(
        kind: object.kind.title, name: object.name, state: state(of: object, among: objects, name),
        holders: object.holders.map(name), waiters: object.waiters.map(name))
    }
  }

  func takeEndings() -> [ProcessEnding] {
    view.takeEndings().map { ProcessEnding(pid: $0.pid, name: $0.name, code: $0.code) }
  }

  func unsettledChildren() -> [Int32: String] { view.unsettledChildren }

  func send(_ signal: Int32, to pid: Int32) -> Bool {
    view.processes.contains { $0.pid == pid } && kill(pid, signal) == 0
  }

  func wait(for pid: Int32?, _ f: Frame) throws(Raised) {
    try view.wait(for: pid, f)
  }

  // MARK: Words

  private func say(_ english: String, _ portuguese: String) -> String {
    LocalizedText(english, pt: portuguese).description
  }

  /// Whether the system has the process run, or ready to: the letter R in its state.
  private func isOnProcessor(_ pid: Int32) -> Bool {
    guard case .success(let bytes) = FileBytes.read("/proc/\(pid)/stat"),
      let end = bytes.lastIndex(of: UInt8(ascii: ")")), bytes.count > end + 2
    else { return false }
    return bytes[end + 2] == UInt8(ascii: "R")
  }

  private func activity(of process: ProcessDescription) -> String {
    switch process.state {
    case .starting: return say("starts", "começa")
    case .running, .outside:
      return isOnProcessor(process.pid) ? say("runs", "roda") : say("sleeps, reads or writes", "dorme, lê ou escreve")
    case .free, .ended: return say("has ended", "terminou")
    case .waiting, .waitingForAWhile: break
    }
    var text = reason(process.waitsFor)
    if !process.object.isEmpty { text += " '\(process.object)'" }
    if process.holder != 0, process.waitsFor == .lock {
      text += say(", held by", ", que está com") + " \(process.holderName) (\(process.holder))"
    }
    return text
  }

  private func reason(_ kind: WaitKind) -> String {
    switch kind {
    case .nothing: say("runs", "roda")
    case .lock: say("waits for lock", "espera a trava")
    case .semaphore: say("waits for semaphore", "espera o semáforo")
    case .event: say("waits for event", "espera o evento")
    case .condition: say("waits on condition", "espera a condição")
    case .barrier: say("waits at barrier", "espera na barreira")
    case .message: say("waits for a message from", "espera uma mensagem de")
    case .room: say("waits for room in", "espera espaço em")
    case .tasks: say("waits for the tasks of", "espera as tarefas de")
    case .process: say("joins process", "espera o processo")
    case .several: say("waits for several things", "espera várias coisas")
    }
  }

  private func state(
    of object: ObjectDescription, among objects: [ObjectDescription], _ name: (Int32) -> String
  ) -> String {
    switch object.state {
    case .lock(owner: 0, _): return say("free", "livre")
    case .lock(let owner, let depth):
      return say("taken by", "com") + " \(name(owner))" + (depth > 1 ? " ×\(depth)" : "")
    case .semaphore(let value, let maximum):
      return maximum < Int(Int32.max)
        ? say("\(value) of \(maximum) free", "\(value) de \(maximum) livres") : say("\(value) free", "\(value) livres")
    case .event(let isSet): return isSet ? say("set", "ligado") : say("not set", "desligado")
    case .condition(let lock):
      let lock = objects.first { $0.handle == lock }
      return say("on lock", "sobre a trava") + " '\(lock?.name ?? "?")'"
    case .barrier(let arrived, let parties, let isBroken):
      return isBroken
        ? say("broken", "quebrada") : say("\(arrived) of \(parties) there", "\(arrived) de \(parties) chegaram")
    case .memory(let size, let start, let format):
      return view.values(start, size: size, format: format) ?? "\(size) bytes"
    case .queue(let count, let maxSize, let unfinished, let isShut):
      var text =
        maxSize > 0
        ? say("\(count) of \(maxSize) items", "\(count) de \(maxSize) itens") : say("\(count) items", "\(count) itens")
      if unfinished > 0 { text += say(", \(unfinished) not done", ", \(unfinished) por fazer") }
      return isShut ? text + say(", shut down", ", fechada") : text
    case .pipe(let count): return say("\(count) messages", "\(count) mensagens")
    case .connection(let count, let isCutOff):
      return say("\(count) to receive", "\(count) a receber") + (isCutOff ? say(", cut off", ", sem o outro lado") : "")
    }
  }
}
