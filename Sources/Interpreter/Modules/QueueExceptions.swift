// `_queue`: the exceptions of `queue`, which queues between processes raise too.

enum QueueExceptions {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception(
      "Empty",
      doc: LocalizedText("What get raises when no item came in time.", pt: "O que get levanta se nenhum item chega a tempo."))
    let full = m.exception(
      "Full",
      doc: LocalizedText("What put raises when no room came in time.", pt: "O que put levanta se não há espaço a tempo."))
    let shutDown = m.exception(
      "ShutDown",
      doc: LocalizedText(
        "What put and get raise once the queue is shut down.", pt: "O que put e get levantam depois de shutdown()."))
    for type in [full, shutDown] { type.moduleName = m.interpreter.intern("queue") }
  }
}
