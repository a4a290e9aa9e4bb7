// The module `array`.
import Syntax

enum ArrayModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let type = m.type("array", PackedArrayType.define)
    m.constant("ArrayType", .object(type))
    m.constant("typecodes", .text(PackedArray.codes))
  }
}

/// The methods of `array.array`.
enum PackedArrayType {
  static func define(_ t: TypeBuilder) {
    let type = t.type
    t.new("typecode, initializer=(), /") { (f, cls, a) throws(Raised) in
      try make(cls.isHeapType ? type : cls, a[0], a[1], f)
    }
    defineChanges(t)
    defineQuestions(t)
    defineConversions(t)
    defineOperators(t)
    t.property("typecode", get: { (f, this) throws(Raised) in .text(String(try array(this, "typecode", f).code)) })
    t.property("itemsize", get: { (f, this) throws(Raised) in .int(try array(this, "itemsize", f).itemSize) })
    t.classMethod("__class_getitem__", "cls, object, /", .two(TypeType.genericAlias))
  }

  static func array(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> PackedArray {
    guard let array = this.native(PackedArray.self) else { throw f.wrongReceiver(this, method, of: "array.array") }
    return array
  }

  private static func make(_ type: TypeObject, _ code: Value, _ source: Value, _ f: Frame) throws(Raised) -> Value {
    guard let text = code.payload.str, text.count == 1, let letter = text.string.first else {
      throw f.typeError("array() argument 1 must be a unicode character, not \(f.typeName(code))")
    }
    guard let array = PackedArray(type, letter) else {
      throw f.valueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
    }
    if source.isUnbound { return .object(array) }
    if source.payload.str != nil, !array.holdsText {
      throw f.typeError("cannot use a str to initialize an array with typecode '\(letter)'")
    }
    if let other = source.native(PackedArray.self) {
      if other.holdsText && !array.holdsText {
        throw f.typeError("cannot use a unicode array to initialize an array with typecode '\(letter)'")
      }
      if other.code == letter {
        array.bytes = other.bytes
        return .object(array)
      }
    } else if source.payload.bytes != nil || source.payload.byteArray != nil {
      try append(BytesType.contents(source) ?? [], to: array, f)
      return .object(array)
    }
    try extend(array, source, f)
    return .object(array)
  }

  private static func append(_ bytes: [UInt8], to array: PackedArray, _ f: Frame) throws(Raised) {
    if bytes.count % array.itemSize != 0 { throw f.valueError("bytes length not a multiple of item size") }
    array.bytes += bytes
  }

  private static func extend(_ array: PackedArray, _ source: Value, _ f: Frame) throws(Raised) {
    if let other = source.native(PackedArray.self) {
      if other.code != array.code { throw f.typeError("can only extend with array of same kind") }
      array.bytes += other.bytes
      return
    }
    let items = try f.iterate(source)
    while let item = try items.next(f) { try array.append(item, f) }
  }

  // MARK: Changes

  private static func defineChanges(_ t: TypeBuilder) {
    t.method("append", "self, v, /", .two { (f, this, value) throws(Raised) in
      try array(this, "append", f).append(value, f)
      return .none
    })
    for name in ["extend", "fromlist"] {
      t.method(name, "self, bb, /", .two { (f, this, source) throws(Raised) in
        if name == "fromlist", source.payload.list == nil { throw f.typeError("arg must be list") }
        try extend(array(this, name, f), source, f)
        return .none
      })
    }
    t.method("insert", "self, i, v, /", .three { (f, this, index, value) throws(Raised) in
      let array = try array(this, "insert", f)
      let packed = try array.packed(value, f)
      var place = try f.index(index)
      if place < 0 { place = max(place + array.count, 0) }
      array.bytes.insert(contentsOf: packed, at: min(place, array.count) * array.itemSize)
      return .none
    })
    t.method("pop", "self, i=-1, /", .two { (f, this, index) throws(Raised) in
      let array = try array(this, "pop", f)
      if array.count == 0 { throw f.indexError("pop from empty array") }
      var place = index.isUnbound ? -1 : try f.index(index)
      if place < 0 { place += array.count }
      if place < 0 || place >= array.count { throw f.indexError("pop index out of range") }
      let item = array.item(place)
      array.remove(at: place)
      return item
    })
    t.method("remove", "self, v, /", .two { (f, this, value) throws(Raised) in
      let array = try array(this, "remove", f)
      guard let place = try position(of: value, in: array, 0, .max, f) else {
        throw f.valueError("array.remove(x): x not in array")
      }
      array.remove(at: place)
      return .none
    })
    t.method("clear", "self, /", .one { (f, this) throws(Raised) in
      try array(this, "clear", f).bytes.removeAll()
      return .none
    })
    t.method("reverse", "self, /", .one { (f, this) throws(Raised) in
      let array = try array(this, "reverse", f)
      let size = array.itemSize
      let starts = stride(from: array.bytes.count - size, through: 0, by: -size)
      array.bytes = starts.flatMap { array.bytes[$0..<$0 + size] }
      return .none
    })
    t.method("byteswap", "self, /", .one { (f, this) throws(Raised) in
      let array = try array(this, "byteswap", f)
      let size = array.itemSize
      array.bytes = stride(from: 0, to: array.bytes.count, by: size).flatMap { array.bytes[$0..<$0 + size].reversed() }
      return .none
    })
  }

  // MARK: Questions

  private static func position(
    of value: Value, in array: PackedArray, _ start: Int, _ stop: Int, _ f: Frame
  ) throws(Raised) -> Int? {
    var index = start
    while index < min(stop, array.count) {
      if try f.isEqual(array.item(index), value) { return index }
      index += 1
    }
    return nil
  }

  private static func defineQuestions(_ t: TypeBuilder) {
    t.method("index", "self, v, start=0, stop=sys.maxsize, /", .four { (f, this, value, start, stop) throws(Raised) in
      let array = try array(this, "index", f)
      let lower = try f.searchBound(start, default: 0, array.count)
      let upper = try f.searchBound(stop, default: .max, array.count)
      guard let place = try position(of: value, in: array, lower, upper, f) else {
        throw f.valueError("array.index(x): x not in array")
      }
      return .int(place)
    })
    t.method("count", "self, v, /", .two { (f, this, value) throws(Raised) in
      var count = 0
      for item in try array(this, "count", f).items where try f.isEqual(item, value) { count += 1 }
      return .int(count)
    })
    t.method("buffer_info", "self, /", .one { (f, this) throws(Raised) in
      let array = try array(this, "buffer_info", f)
      let address = array.withBuffer { Int(bitPattern: $0.baseAddress) }
      return .tuple([.int(address), .int(array.count)])
    })
    t.method("__len__", "self, /", .one { (f, this) throws(Raised) in .int(try array(this, "__len__", f).count) })
    t.method("__iter__", "self, /", .one { (f, this) throws(Raised) in
      .object(PackedArrayIterator(try array(this, "__iter__", f)))
    })
    t.method("__contains__", "self, key, /", .two { (f, this, value) throws(Raised) in
      .bool(try position(of: value, in: array(this, "__contains__", f), 0, .max, f) != nil)
    })
  }

  // MARK: Conversions

  private static func defineConversions(_ t: TypeBuilder) {
    t.method("tolist", "self, /", .one { (f, this) throws(Raised) in .list(try array(this, "tolist", f).items) })
    t.method("tobytes", "self, /", .one { (f, this) throws(Raised) in .bytes(try array(this, "tobytes", f).bytes) })
    t.method("frombytes", "self, buffer, /", .two { (f, this, bytes) throws(Raised) in
      try append(BytesType.argument(f, bytes), to: array(this, "frombytes", f), f)
      return .none
    })
    t.method("tounicode", "self, /", .one { (f, this) throws(Raised) in
      let array = try array(this, "tounicode", f)
      if !array.holdsText { throw f.valueError("tounicode() may only be called on unicode type arrays ('u' or 'w')") }
      return .object(text(array))
    })
    t.method("fromunicode", "self, ustr, /", .two { (f, this, text) throws(Raised) in
      let array = try array(this, "fromunicode", f)
      if !array.holdsText { throw f.valueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')") }
      try extend(array, text, f)
      return .none
    })
    t.method("tofile", "self, f, /", .two { (f, this, file) throws(Raised) in
      _ = try f.callMethod(file, "write", CallArguments([.bytes(array(this, "tofile", f).bytes)]))
      return .none
    })
    t.method("fromfile", "self, f, n, /", .three { (f, this, file, count) throws(Raised) in
      let array = try array(this, "fromfile", f)
      let wanted = try f.index(count) * array.itemSize
      let read = try BytesType.argument(f, f.callMethod(file, "read", CallArguments([.int(wanted)])))
      try append(read, to: array, f)
      if read.count != wanted { throw f.error(.EOFError, "read() didn't return enough bytes") }
      return .none
    })
    t.method("__copy__", "self, /", .one { (f, this) throws(Raised) in copy(try array(this, "__copy__", f)) })
    t.method("__deepcopy__", "self, memo, /", .two { (f, this, _) throws(Raised) in
      copy(try array(this, "__deepcopy__", f))
    })
    t.method("__reduce_ex__", "self, protocol, /", .two { (f, this, _) throws(Raised) in
      let array = try array(this, "__reduce_ex__", f)
      let items: Value = array.holdsText ? .object(text(array)) : .list(array.items)
      return .tuple([.object(f.types.type(of: this)), .tuple([.text(String(array.code)), items])])
    })
  }

  private static func copy(_ array: PackedArray) -> Value {
    let copy = array.empty()
    copy.bytes = array.bytes
    return .object(copy)
  }

  private static func text(_ array: PackedArray) -> Str {
    var builder = StrBuilder(capacity: array.count)
    for item in array.items { if let text = item.str { builder.append(text) } }
    return builder.finish()
  }

  private static func repr(_ f: Frame, _ this: Value) throws(Raised) -> Value {
    let array = try array(this, "__repr__", f)
    let name = f.types.type(of: this).name.string
    if array.count == 0 { return .text("\(name)('\(array.code)')") }
    let shown = try f.repr(array.holdsText ? .object(text(array)) : .list(array.items))
    return .text("\(name)('\(array.code)', \(shown.string))")
  }

  // MARK: Operators

  private static func defineOperators(_ t: TypeBuilder) {
    t.method("__getitem__", "self, key, /", .two { (f, this, key) throws(Raised) in
      let array = try array(this, "__getitem__", f)
      if let slice = key.slice { return .object(try array.part(slice, f)) }
      return array.item(try place(key, array, "array index out of range", f))
    })
    t.method("__setitem__", "self, key, value, /", .three { (f, this, key, value) throws(Raised) in
      let array = try array(this, "__setitem__", f)
      if let slice = key.slice {
        try replace(slice, array, value, f)
      } else {
        try array.set(place(key, array, "array assignment index out of range", f), value, f)
      }
      return .none
    })
    t.method("__delitem__", "self, key, /", .two { (f, this, key) throws(Raised) in
      let array = try array(this, "__delitem__", f)
      if let slice = key.slice {
        let (start, _, step, count) = try f.resolve(slice, count: array.count)
        let places = (0..<count).map { start + $0 * step }.sorted(by: >)
        for place in places { array.remove(at: place) }
      } else {
        array.remove(at: try place(key, array, "array assignment index out of range", f))
      }
      return .none
    })
    t.method("__add__", "self, value, /", .two { (f, this, other) throws(Raised) in
      let array = try array(this, "__add__", f)
      guard let other = other.native(PackedArray.self) else {
        throw f.typeError("can only append array (not \"\(f.typeName(other))\") to array")
      }
      if other.code != array.code { throw f.typeError("bad argument type for built-in operation") }
      let sum = array.empty()
      sum.bytes = array.bytes + other.bytes
      return .object(sum)
    })
    t.method("__iadd__", "self, value, /", .two { (f, this, other) throws(Raised) in
      guard other.native(PackedArray.self) != nil else {
        throw f.typeError("can only extend with array (not \"\(f.typeName(other))\")")
      }
      try extend(array(this, "__iadd__", f), other, f)
      return this
    })
    for name in ["__mul__", "__rmul__", "__imul__"] {
      t.method(name, "self, value, /", .two { (f, this, times) throws(Raised) in
        let array = try array(this, name, f)
        guard let times = try f.repetitions(times, of: array.bytes.count) else { return .notImplemented }
        let bytes = Array(repeatElement(array.bytes, count: times).joined())
        if name == "__imul__" {
          array.bytes = bytes
          return this
        }
        let product = array.empty()
        product.bytes = bytes
        return .object(product)
      })
    }
    let comparisons: [ComparisonOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    for op in comparisons {
      t.method(
        String(describing: op.specials.forward), "self, value, /",
        .two { (f, this, other) throws(Raised) in
          guard let other = other.native(PackedArray.self) else { return .notImplemented }
          return try f.compare(op, .list(array(this, "__eq__", f).items), .list(other.items))
        })
    }
    t.unhashable()
    t.method("__repr__", "self, /", .one(repr))
  }

  private static func place(_ key: Value, _ array: PackedArray, _ message: String, _ f: Frame) throws(Raised) -> Int {
    if key.bigInt == nil, f.types.type(of: key).special(.__index__) == nil {
      throw f.typeError("array indices must be integers")
    }
    var index = try f.index(key)
    if index < 0 { index += array.count }
    if index < 0 || index >= array.count { throw f.indexError(message) }
    return index
  }

  private static func replace(_ slice: Slice, _ array: PackedArray, _ value: Value, _ f: Frame) throws(Raised) {
    guard let other = value.native(PackedArray.self) else {
      throw f.typeError("can only assign array (not \"\(f.typeName(value))\") to array slice")
    }
    if other.code != array.code { throw f.typeError("bad argument type for built-in operation") }
    let (start, stop, step, count) = try f.resolve(slice, count: array.count)
    let new = other.bytes
    let size = array.itemSize
    if step == 1 {
      array.bytes.replaceSubrange(start * size..<max(start, stop) * size, with: new)
      return
    }
    if other.count != count {
      throw f.valueError("attempt to assign array of size \(other.count) to extended slice of size \(count)")
    }
    for index in 0..<count {
      let place = (start + index * step) * size
      array.bytes.replaceSubrange(place..<place + size, with: new[index * size..<(index + 1) * size])
    }
  }
}
