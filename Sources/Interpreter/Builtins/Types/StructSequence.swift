// Tuples whose members also have names, as the functions of `os`, `time` and `sys` return them.

/// A tuple type with named members. Members past `count` have only a name (`tm_zone`).
struct StructSequence {
  let type: TypeObject
  private let names: [Str]
  private let count: Int

  /// - Parameters:
  ///   - fields: names of the members in order.
  ///   - hidden: names of the members that are no items.
  ///   - shownAs: names that `repr` gives items which have no name of their own.
  ///   - module: shown by `repr` where it is not the defining module.
  init(
    _ m: ModuleBuilder, _ name: String, module: String? = nil, fields: [String], shownAs: [String: String] = [:],
    hidden: [String] = []
  ) {
    names = (fields + hidden).map { m.interpreter.intern($0) }
    count = fields.count
    let count = count
    let all = fields + hidden
    type = m.type(name, base: m.types[.tuple]) { t in
      t.new("sequence, dict=None, /") { (f, cls, a) throws(Raised) in
        let items: ContiguousArray<Value>
        do throws(Raised) {
          items = try f.collect(a[0])
        } catch where error.exception.type === f.types[.TypeError] {
          throw f.typeError("constructor requires a sequence")
        }
        let title = "\(cls.moduleName.string).\(cls.name.string)"
        if items.count < count {
          throw f.typeError("\(title)() takes an at least \(count)-sequence (\(items.count)-sequence given)")
        }
        if items.count > all.count {
          throw f.typeError("\(title)() takes an at most \(all.count)-sequence (\(items.count)-sequence given)")
        }
        return StructSequence.make(cls, all.map { f.interpreter.intern($0) }, count, items)
      }
      for (index, field) in fields.enumerated() {
        t.property(field) { (f, this) throws(Raised) in this.payload.tuple!.items[index] }
      }
      t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
        var parts: [String] = []
        for (field, item) in zip(fields, this.payload.tuple!.items) {
          parts.append("\(shownAs[field] ?? field)=\(try f.repr(item).string)")
        }
        let type = f.types.type(of: this)
        return .text("\(type.moduleName.string).\(type.name.string)(\(parts.joined(separator: ", ")))")
      })
      t.constant("n_fields", .int(all.count))
      t.constant("n_sequence_fields", .int(count))
      t.constant("n_unnamed_fields", .int(0))
      t.constant("__match_args__", .tuple(ContiguousArray(fields.map { .text($0) })))
    }
    if let module { type.moduleName = m.interpreter.intern(module) }
  }

  /// A value of the type; the members in order, the hidden ones last.
  func value(_ members: [Value]) -> Value {
    StructSequence.make(type, names, count, ContiguousArray(members))
  }

  private static func make(
    _ type: TypeObject, _ names: [Str], _ count: Int, _ members: ContiguousArray<Value>
  ) -> Value {
    let value = Instance(type, payload: .tuple(ContiguousArray(members.prefix(count))))
    for index in count..<names.count {
      value.setAttribute(names[index], index < members.count ? members[index] : .none)
    }
    return .object(value)
  }
}
