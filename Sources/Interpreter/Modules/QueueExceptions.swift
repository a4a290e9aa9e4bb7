// `_queue`: the exceptions of `queue`, which queues between processes raise too.

enum QueueExceptions {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception("Empty", doc: "Exception raised by Queue.get(block=0)/get_nowait().")
    for (name, doc) in [
      ("Full", "Exception raised by Queue.put(block=0)/put_nowait()."),
      ("ShutDown", "Raised when put/get with shut-down queue."),
    ] {
      let type = m.exception(name, doc: doc)
      type.moduleName = m.interpreter.intern("queue")
    }
  }
}
