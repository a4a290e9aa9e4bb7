// Exception groups: several exceptions raised together, and the picking apart of such a group.

extension ExceptionType {
  static func defineGroup(_ t: TypeBuilder) {
    t.property("message", get: { f, this throws(Raised) in try group(f, this, "message").message })
    t.property("exceptions", get: { f, this throws(Raised) in .tuple(try group(f, this, "exceptions").members) })
    t.method("__str__", "self, /", .one(groupText))
    t.method("derive", "self, excs, /", .two(derive))
    t.method("split", "self, matcher_value, /", .two(split))
    t.method("subgroup", "self, matcher_value, /", .two(subgroup))
    t.classMethod("__class_getitem__", "cls, object, /", .two(TypeType.genericAlias))
  }

  /// What `__new__` makes of the arguments `message, exceptions`; a class may have more of them in its `__init__`.
  static func readGroup(_ f: Frame, _ this: ExceptionObject) throws(Raised) {
    let arguments = this.arguments.items
    guard arguments.count == 2 else {
      throw f.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (\(arguments.count) given)")
    }
    guard arguments[0].payload.str != nil else {
      throw f.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not \(f.typeName(arguments[0]))")
    }
    let isSequence = arguments[1].payload.list != nil || arguments[1].payload.tuple != nil
    guard isSequence else { throw f.typeError("second argument (exceptions) must be a sequence") }
    let members = try f.collect(arguments[1])
    guard !members.isEmpty else {
      throw f.valueError("second argument (exceptions) must be a non-empty sequence")
    }
    var arePlain = true
    for (index, member) in members.enumerated() {
      guard let exception = member.exception else {
        throw f.valueError("Item \(index) of second argument (exceptions) is not an exception")
      }
      if !exception.type.isSubtype(of: f.types[.Exception]) { arePlain = false }
    }
    if this.type === f.types[.BaseExceptionGroup] {
      if arePlain { this.type = f.types[.ExceptionGroup] }
    } else if !arePlain, this.type.isSubtype(of: f.types[.Exception]) {
      let what = this.type === f.types[.ExceptionGroup] ? "an ExceptionGroup" : "'\(this.type.name.string)'"
      throw f.typeError("Cannot nest BaseExceptions in \(what)")
    }
    this[detail: "message"] = arguments[0]
    this[detail: "exceptions"] = .tuple(members)
  }

  private static func groupText(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let (message, members) = try group(f, this, "__str__")
    let plural = members.count == 1 ? "" : "s"
    return .text("\(try f.str(message).string) (\(members.count) sub-exception\(plural))")
  }

  private static func group(
    _ f: Frame, _ this: Value, _ method: String
  ) throws(Raised) -> (message: Value, members: ContiguousArray<Value>) {
    let exception = try exception(f, this, method)
    guard let members = exception.groupMembers else {
      throw f.wrongReceiver(this, method, of: "BaseExceptionGroup")
    }
    return (exception[detail: "message"] ?? .none, members)
  }

  private static func derive(_ f: Frame, _ this: Value, _ members: Value) throws(Raised) -> Value {
    try f.call(.object(f.types[.BaseExceptionGroup]), group(f, this, "derive").message, members)
  }

  private static func split(_ f: Frame, _ this: Value, _ matcher: Value) throws(Raised) -> Value {
    _ = try group(f, this, "split")
    let parts = try f.split(this.exception!, by: GroupMatcher(matcher, f))
    return .tuple([parts.matching.map { .object($0) } ?? .none, parts.rest.map { .object($0) } ?? .none])
  }

  private static func subgroup(_ f: Frame, _ this: Value, _ matcher: Value) throws(Raised) -> Value {
    _ = try group(f, this, "subgroup")
    return try f.split(this.exception!, by: GroupMatcher(matcher, f)).matching.map { .object($0) } ?? .none
  }
}

extension ExceptionObject {
  /// The members of an exception group; nil for other exceptions.
  var groupMembers: ContiguousArray<Value>? { self[detail: "exceptions"]?.tuple?.items }
}

/// Says which exceptions of a group are meant: those of a type, of one of several types, or that a function picks.
struct GroupMatcher {
  private let matcher: Value
  private let types: [TypeObject]?
  /// The exceptions themselves that are meant, where it is neither types nor a function that says so.
  private let leaves: Set<ObjectIdentifier>?

  /// Means the very exceptions of `leaves`.
  init(leaves: Set<ObjectIdentifier>) {
    matcher = .none
    types = nil
    self.leaves = leaves
  }

  init(_ matcher: Value, _ f: Frame) throws(Raised) {
    self.matcher = matcher
    leaves = nil
    if let type = matcher.type, type.isException {
      types = [type]
    } else if let members = matcher.tuple?.items, !members.isEmpty,
      members.allSatisfy({ $0.type?.isException ?? false })
    {
      types = members.compactMap(\.type)
    } else if matcher.type == nil, matcher.tuple == nil, f.isCallable(matcher) {
      types = nil
    } else {
      throw f.typeError(
        "expected an exception type, a tuple of exception types, or a callable (other than a class)")
    }
  }

  func matches(_ exception: ExceptionObject, _ f: Frame) throws(Raised) -> Bool {
    if let leaves { return leaves.contains(ObjectIdentifier(exception)) }
    if let types { return types.contains { exception.type.isSubtype(of: $0) } }
    return try f.truth(f.call(matcher, .object(exception)))
  }
}

extension Frame {
  /// The exceptions of a group that match and those that don't, each as a group of the same structure (nil when empty).
  func split(
    _ exception: ExceptionObject, by matcher: GroupMatcher
  ) throws(Raised) -> (matching: ExceptionObject?, rest: ExceptionObject?) {
    try checkNativeStack()
    if try matcher.matches(exception, self) { return (exception, nil) }
    guard let members = exception.groupMembers else { return (nil, exception) }
    var matching: ContiguousArray<Value> = []
    var rest: ContiguousArray<Value> = []
    for member in members {
      guard let member = member.exception else { continue }
      let parts = try split(member, by: matcher)
      if let part = parts.matching { matching.append(.object(part)) }
      if let part = parts.rest { rest.append(.object(part)) }
    }
    return (try derive(exception, matching), try derive(exception, rest))
  }

  /// A group like `group` with other members, by its `derive`; nil for none.
  private func derive(
    _ group: ExceptionObject, _ members: ContiguousArray<Value>
  ) throws(Raised) -> ExceptionObject? {
    if members.isEmpty { return nil }
    let made = try callMethod(.object(group), "derive", CallArguments([.list(members)]))
    guard let derived = made.exception, derived.groupMembers != nil else {
      throw typeError("derive must return an instance of BaseExceptionGroup")
    }
    derived.traceback = group.traceback
    derived.cause = group.cause
    derived.context = group.context
    derived.suppressesContext = group.suppressesContext
    if let notes = group.attributes?[interpreter.names[.__notes__]] {
      try setAttribute(of: made, interpreter.names[.__notes__], .list(collect(notes)))
    }
    return derived
  }
}

extension ExceptionObject {
  /// Whether it is a group, by its type.
  func isGroup(_ f: Frame) -> Bool { type.isSubtype(of: f.types[.BaseExceptionGroup]) }
}
