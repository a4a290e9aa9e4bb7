// `_queue`: the exceptions of `queue`, which queues between processes raise too.

enum QueueExceptions {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception("Empty", doc: "What get raises when no item came in time.")
    for (name, doc) in [
      ("Full", "What put raises when no room came in time."),
      ("ShutDown", "What put and get raise once the queue is shut down."),
    ] {
      let type = m.exception(name, doc: doc)
      type.moduleName = m.interpreter.intern("queue")
    }
  }
}
