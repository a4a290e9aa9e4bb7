// `try … except* …`: each handler gets the part of an exception group that it is for.
import Syntax

/// `try … except* types as name: … else …`.
final class TryStarNode: HandlingNode {
  override func handle(_ error: Raised, _ f: Frame) throws(Raised) -> Flow {
    if let left = try distribute(error.exception, f) { throw Raised(left) }
    return .next
  }

  /// Shows each handler its part. Returns what is to be raised afterwards; nil when all was handled.
  private func distribute(_ original: ExceptionObject, _ f: Frame) throws(Raised) -> ExceptionObject? {
    let isGroup = original.groupMembers != nil
    var rest: ExceptionObject? = original
    var raised: [ExceptionObject] = []
    for clause in sequence(first: handler, next: \.next) {
      guard let left = rest else { break }
      let parts: (matching: ExceptionObject?, rest: ExceptionObject?)
      do {
        let matcher = try GroupMatcher(handlerTypes: clause.types!.evaluate(f), f)
        parts = try f.split(left, by: matcher)
      } catch {
        throw error.at(clause.location, f)
      }
      guard let matching = parts.matching else { continue }
      rest = parts.rest
      let part = isGroup ? matching : try f.wrapped(matching)
      do { try run(clause, part, f) } catch { raised.append(error.exception) }
    }
    if !isGroup { return raised.first ?? rest }
    return try f.merged(raised, rest: rest, of: original)
  }

  private func run(_ handler: HandlerNode, _ part: ExceptionObject, _ f: Frame) throws(Raised) {
    f.interpreter.handled = part
    try handler.target?.assign(.object(part), f)
    do {
      _ = try handler.body.execute(f)
    } catch {
      try handler.target?.assign(.unbound, f)
      throw error
    }
    try handler.target?.assign(.unbound, f)
  }
}

extension GroupMatcher {
  /// A matcher by the types of an `except*` clause, which must not be groups themselves.
  fileprivate init(handlerTypes types: Value, _ f: Frame) throws(Raised) {
    for type in types.payload.tuple?.items ?? [types] {
      guard let type = type.type, type.isException else {
        throw f.typeError("catching classes that do not inherit from BaseException is not allowed")
      }
      if type.isSubtype(of: f.types[.BaseExceptionGroup]) {
        throw f.typeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
      }
    }
    try self.init(types, f)
  }
}

extension Frame {
  /// An exception that was raised alone as a group of one, which is what an `except*` clause binds.
  fileprivate func wrapped(_ exception: ExceptionObject) throws(Raised) -> ExceptionObject {
    try group([exception])
  }

  private func group(_ members: [ExceptionObject]) throws(Raised) -> ExceptionObject {
    let members = ContiguousArray(members.map { Value.object($0) })
    return try makeException(
      call(.object(types[.BaseExceptionGroup]), .text(""), .list(members)))
  }

  /// What leaves the statement: the parts of `original` that no handler took or that were raised again, in the
  /// structure that `original` has, together with the new exceptions that handlers raised.
  fileprivate func merged(
    _ raised: [ExceptionObject], rest: ExceptionObject?, of original: ExceptionObject
  ) throws(Raised) -> ExceptionObject? {
    var leaves: Set<ObjectIdentifier> = []
    rest?.collectLeaves(&leaves)
    var new: [ExceptionObject] = []
    for exception in raised {
      if exception.isPart(of: original) { exception.collectLeaves(&leaves) } else { new.append(exception) }
    }
    let old = leaves.isEmpty ? nil : try split(original, by: GroupMatcher(leaves: leaves)).matching
    guard !new.isEmpty else { return old }
    let all = new + (old.map { [$0] } ?? [])
    return all.count == 1 ? all[0] : try group(all)
  }
}

extension ExceptionObject {
  /// The exceptions in a group that are no groups.
  fileprivate func collectLeaves(_ leaves: inout Set<ObjectIdentifier>) {
    guard let members = groupMembers else {
      leaves.insert(ObjectIdentifier(self))
      return
    }
    for member in members { member.exception?.collectLeaves(&leaves) }
  }

  /// Whether this is a part of `original` that was raised again as it was, by a bare `raise`.
  fileprivate func isPart(of original: ExceptionObject) -> Bool {
    guard groupMembers != nil, context === original.context, cause.isIdentical(to: original.cause),
      traceback.count == original.traceback.count
    else { return false }
    var own: Set<ObjectIdentifier> = []
    var all: Set<ObjectIdentifier> = []
    collectLeaves(&own)
    original.collectLeaves(&all)
    return own.isSubset(of: all)
  }
}
