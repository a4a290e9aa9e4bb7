// What a worker process does: it takes tasks and sends their outcomes.
import Interpreter
import Multiprocess

extension Workers {
  /// How a task calls its function.
  private enum Manner: Int {
    /// Once, with the arguments.
    case apply
    /// Once an item of a chunk, with that item.
    case map
    /// Once an item of a chunk, with the members of that item.
    case starmap
  }

  /// Does tasks until no more can come, or `limit` of them (0: any number).
  func serve(_ place: Int, limit: Int, _ f: Frame) throws(Raised) {
    var done = 0
    while let (number, task) = try takeTask(place, f) {
      try send(try outcome(of: task, f), number, f)
      done += 1
      if done == limit { return }
    }
  }

  private typealias Task = (number: UInt64, content: Result<ContiguousArray<Value>, Raised>)

  /// The next task; nil once there will be none, and when Ctrl-C finds the worker idle: nothing is lost then.
  private func takeTask(_ place: Int, _ f: Frame) throws(Raised) -> Task? {
    let note = note(of: place)
    do {
      return try tree.waiting(f) {
        do {
          return try tasks.get(noting: note) { message -> Task in
            let content = Result { () throws(Raised) in try Decoder.decode(message, tree, f).tuple?.items ?? [] }
            return (note.load(as: UInt64.self) - 1, content)
          }
        } catch RuntimeError.shutDown {
          return nil
        }
      }
    } catch where error.exception.type.isSubtype(of: f.types[.KeyboardInterrupt]) {
      return nil
    }
  }

  /// Kind (true: a value; false: an exception), value, and the text of the exception's traceback.
  private func outcome(
    of task: Result<ContiguousArray<Value>, Raised>, _ f: Frame
  ) throws(Raised) -> ContiguousArray<Value> {
    do {
      return [.bool(true), try perform(task.get(), f), .none]
    } catch where error.exception.type.isSubtype(of: f.types[.Exception]) {
      return [.bool(false), .object(error.exception), .text(f.renderTraceback(error.exception))]
    }
  }

  private func perform(_ task: ContiguousArray<Value>, _ f: Frame) throws(Raised) -> Value {
    guard task.count == 4, case .int(let raw) = task[0], let manner = Manner(rawValue: raw) else {
      throw f.unpicklingError("a task has not four parts")
    }
    let function = task[1]
    switch manner {
    case .apply:
      let keywords = (task[3].dict?.items ?? []).compactMap { item in item.key.str.map { (name: $0, value: item.value) } }
      return try f.call(function, CallArguments(try f.collect(task[2]), keywords: keywords))
    case .map:
      return try mapping(task[2], f) { (item) throws(Raised) in try f.call(function, item) }
    case .starmap:
      return try mapping(task[2], f) { (item) throws(Raised) in try f.call(function, CallArguments(try f.collect(item))) }
    }
  }

  private func mapping(
    _ chunk: Value, _ f: Frame, _ body: (Value) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    let items = try f.collect(chunk)
    var results: ContiguousArray<Value> = []
    results.reserveCapacity(items.count)
    for item in items { results.append(try body(item)) }
    return .list(results)
  }

  /// Sends an outcome. One that cannot be pickled becomes a failure of kind None: the error, and what could not be sent.
  private func send(_ outcome: ContiguousArray<Value>, _ number: UInt64, _ f: Frame) throws(Raised) {
    do {
      try put(outcome, number, f)
    } catch where error.exception.type.isSubtype(of: f.types[.Exception]) {
      let detail = Value.text((try? f.repr(outcome[1]).string) ?? "<unprintable \(f.typeName(outcome[1]))>")
      let failure: ContiguousArray<Value> = [.none, .object(error.exception), detail]
      do { try put(failure, number, f) } catch {
        let stand = f.runtimeError("a worker could not send its outcome, nor why: \(error.exception.type.name.string)")
        try put([.none, .object(stand.exception), detail], number, f)
      }
    }
    announceOutcome()
  }

  /// Puts the number and then the pickle of an outcome into the queue.
  private func put(_ outcome: ContiguousArray<Value>, _ number: UInt64, _ f: Frame) throws(Raised) {
    publish(f)
    try tree.encoder.encode(.tuple(outcome), f) { (bytes, handles) throws(Raised) in
      let sent = withUnsafeTemporaryAllocation(byteCount: bytes.count + 8, alignment: 8) { message in
        message.storeBytes(of: number, as: UInt64.self)
        UnsafeMutableRawBufferPointer(rebasing: message[8...]).copyMemory(from: bytes)
        return Result { () throws in try outcomes.put(UnsafeRawBufferPointer(message), handles: handles) }
      }
      if case .failure(let error) = sent { throw f.raised(error) }
    }
  }

  /// Reports that this worker cannot begin.
  func reportFailure(_ exception: ExceptionObject, _ f: Frame) throws(Raised) {
    let text = Value.text(f.renderTraceback(exception))
    try send([.bool(false), .object(exception), text], Workers.failedBeginning, f)
  }
}
