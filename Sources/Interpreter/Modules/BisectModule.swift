// The module `bisect`: where a value belongs in a sorted sequence.

enum BisectModule {
  private static let parameters = "a, x, lo=0, hi=None, *, key=None"

  static func define(_ m: ModuleBuilder) throws(Raised) {
    for name in ["bisect_right", "bisect"] {
      m.function(
        name, parameters,
        .many { f, a throws(Raised) in
          .int(try position(f, a, keyed: a[1], isRight: true))
        })
    }
    m.function("bisect_left", parameters, .many { f, a throws(Raised) in
      .int(try position(f, a, keyed: a[1], isRight: false))
    })
    for name in ["insort_right", "insort"] {
      m.function(
        name, parameters,
        .many { f, a throws(Raised) in
          try insert(f, a, isRight: true)
        })
    }
    m.function("insort_left", parameters, .many { f, a throws(Raised) in
      try insert(f, a, isRight: false)
    })
  }

  private static func insert(_ f: Frame, _ a: Arguments, isRight: Bool) throws(Raised) -> Value {
    let key = a[4]
    let keyed = key.isUnbound || key.isNone ? a[1] : try f.call(key, a[1])
    let position = try position(f, a, keyed: keyed, isRight: isRight)
    if let list = a[0].list {
      list.items.insert(a[1], at: min(position, list.items.count))
    } else {
      _ = try f.callMethod(a[0], "insert", CallArguments([.int(position), a[1]]))
    }
    return .none
  }

  /// The position of `keyed` among the keys of the members.
  private static func position(_ f: Frame, _ a: Arguments, keyed: Value, isRight: Bool) throws(Raised) -> Int {
    var low = a[2].isUnbound ? 0 : try f.index(a[2])
    if low < 0 { throw f.valueError("lo must be non-negative") }
    var high = a[3].isUnbound || a[3].isNone ? try f.length(a[0]) : try f.index(a[3])
    let hasKey = !a[4].isUnbound && !a[4].isNone
    while low < high {
      let middle = low + (high - low) / 2
      let member = try f.item(of: a[0], .int(middle))
      let memberKey = hasKey ? try f.call(a[4], member) : member
      if isRight {
        if try f.isLess(keyed, memberKey) { high = middle } else { low = middle + 1 }
      } else {
        if try f.isLess(memberKey, keyed) { low = middle + 1 } else { high = middle }
      }
    }
    return low
  }
}
