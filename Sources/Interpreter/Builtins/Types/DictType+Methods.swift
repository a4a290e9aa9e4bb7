// The methods of dicts.

extension DictType {
  static func fromKeys(_ f: Frame, _ cls: Value, _ iterable: Value, _ value: Value) throws(Raised) -> Value {
    let value = value.isUnbound ? .none : value
    let made = try f.call(cls)
    let keys = try f.iterate(iterable)
    if let dict = made.dict {
      while let key = try keys.next(f) { try dict.set(key, value, f) }
    } else {
      while let key = try keys.next(f) { try f.setItem(of: made, key, value) }
    }
    return made
  }

  static func get(_ f: Frame, _ this: Value, _ key: Value, _ fallback: Value) throws(Raised) -> Value {
    if let value = try f.dict(this, "get").value(of: key, f) { return value }
    return fallback.isUnbound ? .none : fallback
  }

  static func setDefault(_ f: Frame, _ this: Value, _ key: Value, _ fallback: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "setdefault")
    let hash = try f.hash(key)
    let position = try dict.position(of: key, hash: hash, f)
    if position >= 0 { return dict.entries[position].value }
    let value = fallback.isUnbound ? .none : fallback
    dict.insert(key, hash, value)
    return value
  }

  static func pop(_ f: Frame, _ this: Value, _ key: Value, _ fallback: Value) throws(Raised) -> Value {
    if let value = try f.dict(this, "pop").remove(key, f) { return value }
    if fallback.isUnbound { throw f.keyError(key) }
    return fallback
  }

  static func popItem(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let dict = try f.dict(this, "popitem")
    guard let last = dict.previousPosition(.max) else { throw f.keyError(.text("popitem(): dictionary is empty")) }
    return popItem(dict, at: last)
  }

  /// Removes the entry at a position and returns it as a pair.
  static func popItem(_ dict: Dict, at position: Int) -> Value {
    let pair = Value.tuple([dict.entries[position].key, dict.entries[position].value])
    dict.remove(at: position)
    return pair
  }

  static func update(_ f: Frame, _ this: Value, _ source: Value, _ keywords: Value) throws(Raised) -> Value {
    try fill(f.dict(this, "update"), source, keywords, f)
    return .none
  }

  static func clear(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    try f.dict(this, "clear").removeAll()
    return .none
  }

  static func copy(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(try f.dict(this, "copy").copy())
  }

  static func keys(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(DictView(try f.dict(this, "keys"), .keys))
  }

  static func values(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(DictView(try f.dict(this, "values"), .values))
  }

  static func items(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(DictView(try f.dict(this, "items"), .items))
  }

  static func reversed(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    .object(ReversedDictIterator(try f.dict(this, "__reversed__"), .keys))
  }
}
