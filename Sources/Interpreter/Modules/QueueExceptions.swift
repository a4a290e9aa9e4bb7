// `_queue`: the exceptions of `queue`, which queues between processes raise too.

enum QueueExceptions {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.exception("Empty")
    let full = m.exception("Full")
    let shutDown = m.exception("ShutDown")
    for type in [full, shutDown] { type.moduleName = m.interpreter.intern("queue") }
  }
}
