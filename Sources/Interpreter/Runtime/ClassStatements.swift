// What a class statement does around its body: it finds the metaclass, asks it for a namespace, and calls it.

/// What a class statement says, before its body runs.
struct ClassPlan {
  let name: Str
  let writtenBases: ContiguousArray<Value>
  /// The bases with those that are no types replaced by what they stand for.
  let bases: ContiguousArray<Value>
  /// A type, or anything else that can be called like one.
  let metaclass: Value
  /// Without `metaclass`.
  let keywords: [(name: Str, value: Value)]
  /// What the body fills: a dict, unless the metaclass prepared something else.
  let namespace: Value
}

extension Frame {
  /// Finds the bases and the metaclass of a class statement and has the metaclass prepare the namespace.
  func planClass(
    name: Str, bases: ContiguousArray<Value>, keywords: [(name: Str, value: Value)]
  ) throws(Raised) -> ClassPlan {
    let resolved = try resolveBases(bases)
    var keywords = keywords
    var metaclass = Value.object(resolved.first.map { types.type(of: $0) } ?? types.type)
    if let index = keywords.firstIndex(where: { $0.name.string == "metaclass" }) {
      metaclass = keywords.remove(at: index).value
    }
    if let type = metaclass.type { metaclass = .object(try mostDerivedMetaclass(type, resolved)) }
    return ClassPlan(
      name: name, writtenBases: bases, bases: resolved, metaclass: metaclass, keywords: keywords,
      namespace: try prepareNamespace(metaclass, name, resolved, keywords))
  }

  private func prepareNamespace(
    _ metaclass: Value, _ name: Str, _ bases: ContiguousArray<Value>, _ keywords: [(name: Str, value: Value)]
  ) throws(Raised) -> Value {
    if metaclass.type === types.type { return .object(Dict()) }
    guard let prepare = try optionalAttribute(of: metaclass, interpreter.names[.__prepare__]) else {
      return .object(Dict())
    }
    let namespace = try call(prepare, CallArguments([.object(name), .tuple(bases)], keywords: keywords))
    guard types.type(of: namespace).special(.__getitem__) != nil else {
      let title = metaclass.type?.name.string ?? "<metaclass>"
      throw typeError("\(title).__prepare__() must return a mapping, not \(typeName(namespace))")
    }
    return namespace
  }

  /// Makes the class of a class statement whose body has run.
  ///
  /// - Parameter classCell: the cell that `super()` and `__class__` in the class' methods read.
  func makeClass(_ plan: ClassPlan, classCell: Cell?) throws(Raised) -> Value {
    let names = interpreter.names!
    if plan.bases.count != plan.writtenBases.count
      || zip(plan.bases, plan.writtenBases).contains(where: { !$0.isIdentical(to: $1) })
    {
      try setItem(of: plan.namespace, .object(names[.__orig_bases__]), .tuple(plan.writtenBases))
    }
    if let classCell { try setItem(of: plan.namespace, .object(names[.__classcell__]), .object(classCell)) }
    if plan.metaclass.type === types.type, let namespace = plan.namespace.dict {
      let type = try makeClass(name: plan.name, bases: plan.bases, namespace: namespace, keywords: plan.keywords)
      return .object(type)
    }
    let made = try call(
      plan.metaclass,
      CallArguments([.object(plan.name), .tuple(plan.bases), plan.namespace], keywords: plan.keywords))
    if let classCell, let type = made.type, classCell.value.isUnbound {
      throw runtimeError(
        "__class__ not set defining '\(plan.name.string)' as \(try repr(.object(type)).string). "
          + "Was __classcell__ propagated to type.__new__?")
    }
    return made
  }
}
