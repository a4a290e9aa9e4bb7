// The methods of `re.Match`.

enum MatchType {
  static func define(_ t: TypeBuilder) {
    t.method("group", "self, /, *groups", .many(group))
    t.method("groups", "self, /, default=None", .two(groups))
    t.method("groupdict", "self, /, default=None", .two(groupdict))
    t.method("start", "self, group=0, /", .two { (f, this, group) throws(Raised) in
      let match = try receiver(this, "start", f)
      return .int(match.start(of: try number(group, match, f)))
    })
    t.method("end", "self, group=0, /", .two { (f, this, group) throws(Raised) in
      let match = try receiver(this, "end", f)
      return .int(match.end(of: try number(group, match, f)))
    })
    t.method("span", "self, group=0, /", .two { (f, this, group) throws(Raised) in
      let match = try receiver(this, "span", f)
      return span(match, try number(group, match, f))
    })
    t.method("expand", "self, /, template", .two(expand))
    t.method("__getitem__", "self, key, /", .two { (f, this, key) throws(Raised) in
      let match = try receiver(this, "__getitem__", f)
      return match.piece(try number(key, match, f), f) ?? .none
    })
    t.method("__repr__", "self, /", .one(repr))
    t.method("__copy__", "self, /", .one { (_, this) throws(Raised) in this })
    t.method("__deepcopy__", "self, memo, /", .two { (_, this, _) throws(Raised) in this })
    t.classMethod("__class_getitem__", "cls, object, /", .two(TypeType.genericAlias))
    defineProperties(t)
    t.final()
  }

  private static func defineProperties(_ t: TypeBuilder) {
    func property(_ name: String, _ read: @escaping (Frame, MatchObject) -> Value) {
      t.property(name, get: { (f, this) throws(Raised) in read(f, try receiver(this, name, f)) })
    }
    property("string") { _, match in match.subject.value }
    property("re") { _, match in .object(match.pattern) }
    property("pos") { _, match in .int(match.position) }
    property("endpos") { _, match in .int(match.endPosition) }
    property("lastindex") { _, match in match.lastIndex.map { .int($0) } ?? .none }
    property("lastgroup") { _, match in
      match.lastIndex.flatMap(match.pattern.name(of:)).map { .object($0) } ?? .none
    }
    property("regs") { _, match in
      .tuple(ContiguousArray((0...match.pattern.groupCount).map { span(match, $0) }))
    }
  }

  static func receiver(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> MatchObject {
    try MatchObject.receiver(this, method, of: "re.Match", f)
  }

  /// The number of a group given by number or name. Raises IndexError where there is none.
  private static func number(_ group: Value, _ match: MatchObject, _ f: Frame) throws(Raised) -> Int {
    if group.isUnbound { return 0 }
    if let name = group.payload.str {
      if let known = match.pattern.groupNames.first(where: { $0.name == name }) { return known.group }
    } else if group.bigInt != nil || f.types.type(of: group).special(.__index__) != nil {
      if case .int(let number) = try f.integerValue(group), number >= 0, number <= match.pattern.groupCount {
        return number
      }
    }
    throw f.indexError("no such group")
  }

  private static func span(_ match: MatchObject, _ group: Int) -> Value {
    .tuple([.int(match.start(of: group)), .int(match.end(of: group))])
  }

  private static func group(_ f: Frame, _ a: Arguments) throws(Raised) -> Value {
    let match = try receiver(a[0], "group", f)
    let groups = a.starred(1)
    if groups.isEmpty { return match.piece(0, f) ?? .none }
    var pieces: ContiguousArray<Value> = []
    for group in groups { pieces.append(match.piece(try number(group, match, f), f) ?? .none) }
    return pieces.count == 1 ? pieces[0] : .tuple(pieces)
  }

  private static func groups(_ f: Frame, _ this: Value, _ missing: Value) throws(Raised) -> Value {
    let match = try receiver(this, "groups", f)
    let missing = missing.isUnbound ? Value.none : missing
    let count = match.pattern.groupCount
    return .tuple(ContiguousArray((0..<count).map { match.piece($0 + 1, f) ?? missing }))
  }

  private static func groupdict(_ f: Frame, _ this: Value, _ missing: Value) throws(Raised) -> Value {
    let match = try receiver(this, "groupdict", f)
    let pieces = Dict()
    for (name, group) in match.pattern.groupNames {
      pieces[name] = match.piece(group, f) ?? (missing.isUnbound ? .none : missing)
    }
    return .object(pieces)
  }

  private static func expand(_ f: Frame, _ this: Value, _ template: Value) throws(Raised) -> Value {
    let match = try receiver(this, "expand", f)
    let replacement = try PatternType.replacement(template, match.pattern, f)
    var builder = StrBuilder()
    replacement.append(match, to: &builder)
    return PatternType.result(builder.finish(), match.pattern)
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let match = try receiver(this, "__repr__", f)
    let shown = try f.repr(match.piece(0, f) ?? .none).string
    return .text("<re.Match object; span=(\(match.start(of: 0)), \(match.end(of: 0))), match=\(shown)>")
  }
}
