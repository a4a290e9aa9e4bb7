// `memoryview`: a look into the memory of another object, item by item, without a copy.
import Syntax

/// A `memoryview` of one dimension.
final class MemoryView: NativeObject, BufferOwner {
  let owner: any BufferOwner
  let format: ItemFormat
  let isReadOnly: Bool
  /// Bytes from the owner's first to the view's first item.
  let offset: Int
  /// Items.
  let count: Int
  /// Bytes from one item to the next.
  let stride: Int
  var isReleased = false

  init(_ owner: any BufferOwner, _ format: ItemFormat, isReadOnly: Bool, offset: Int, count: Int, stride: Int) {
    self.owner = owner
    self.format = format
    self.isReadOnly = isReadOnly
    self.offset = offset
    self.count = count
    self.stride = stride
  }

  /// The bytes of an object.
  convenience init(bytesOf owner: any BufferOwner) {
    self.init(
      owner, .byte, isReadOnly: owner.isBufferReadOnly, offset: 0, count: owner.bufferCount, stride: 1)
  }

  /// All of an object's memory, as items of the object's format.
  convenience init?(whole owner: any BufferOwner) {
    if let view = owner as? MemoryView {
      self.init(
        view.owner, view.format, isReadOnly: view.isReadOnly, offset: view.offset, count: view.count,
        stride: view.stride)
      return
    }
    let code: Character = owner.bufferFormat == "u" || owner.bufferFormat == "w" ? "I" : owner.bufferFormat.first ?? "B"
    guard let format = ItemFormat(code, isNative: true) else { return nil }
    self.init(
      owner, format, isReadOnly: owner.isBufferReadOnly, offset: 0, count: owner.bufferCount / format.size,
      stride: format.size)
  }

  override func nativeType(_ types: Types) -> TypeObject { types[module: "builtins.memoryview"] }

  var isContiguous: Bool { stride == format.size || count <= 1 }

  // MARK: The buffer

  var bufferCount: Int { count * format.size }
  var isBufferReadOnly: Bool { isReadOnly }
  var bufferFormat: String { String(format.code) }

  func withBuffer<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    if isContiguous {
      return owner.withBuffer { body(UnsafeMutableRawBufferPointer(rebasing: $0[offset..<offset + bufferCount])) }
    }
    var copy = owner.withBuffer { buffer in
      (0..<count).flatMap { index in
        let start = offset + index * stride
        return Array(buffer[start..<start + format.size])
      }
    }
    return copy.withUnsafeMutableBytes { body($0) }
  }

  // MARK: Items

  /// The item at an index in bounds.
  func item(_ index: Int) -> Value {
    owner.withBuffer { buffer in
      let start = offset + index * stride
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[start..<start + format.size])
      return switch format.kind {
      case .float: .float(format.float(bytes, isLittle: true))
      case .bool: .bool(bytes[0] != 0)
      case .character: .bytes([bytes[0]])
      default: format.integer(bytes, isLittle: true)
      }
    }
  }

  func set(_ index: Int, _ word: UInt64) {
    owner.withBuffer { buffer in
      let start = offset + index * stride
      format.put(word, UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + format.size]), isLittle: true)
    }
  }

  /// A view of the items that a slice picks.
  func part(_ slice: Slice, _ f: Frame) throws(Raised) -> MemoryView {
    let (start, _, step, count) = try f.resolve(slice, count: count)
    return MemoryView(
      owner, format, isReadOnly: isReadOnly, offset: offset + start * stride, count: count, stride: stride * step)
  }
}

enum MemoryViewType {
  static func define(_ t: TypeBuilder) {
    t.new("object") { (f, _, a) throws(Raised) in
      guard case .object(let object) = a[0].payload, let owner = object as? any BufferOwner else {
        throw f.typeError("memoryview: a bytes-like object is required, not '\(f.typeName(a[0]))'")
      }
      if let view = owner as? MemoryView { try check(view, f) }
      guard let view = MemoryView(whole: owner) else {
        throw f.error(.NotImplementedError, "memoryview: unsupported format \(owner.bufferFormat)")
      }
      return .object(view)
    }
    defineConversions(t)
    defineItems(t)
    defineProperties(t)
    t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
      let view = try MemoryViewType.view(this, "__repr__", f, mayBeReleased: true)
      return .text("<\(view.isReleased ? "released memory" : "memory") at \(f.address(this))>")
    })
    t.final()
  }

  private static func check(_ view: MemoryView, _ f: Frame) throws(Raised) {
    if view.isReleased { throw f.valueError("operation forbidden on released memoryview object") }
    // The owner may have become shorter, which CPython forbids as long as there are views.
    let last = view.offset + (view.count - 1) * max(view.stride, 0)
    if view.count > 0, last + view.format.size > view.owner.bufferCount {
      throw f.error(.BufferError, "the object that the memoryview shows has become shorter")
    }
  }

  private static func view(
    _ this: Value, _ method: String, _ f: Frame, mayBeReleased: Bool = false
  ) throws(Raised) -> MemoryView {
    guard let view = this.native(MemoryView.self) else { throw f.wrongReceiver(this, method, of: "memoryview") }
    if !mayBeReleased { try check(view, f) }
    return view
  }

  // MARK: Conversions

  private static func defineConversions(_ t: TypeBuilder) {
    t.method("tobytes", "self, /, order='C'", .two { (f, this, _) throws(Raised) in
      .bytes(try view(this, "tobytes", f).bufferBytes)
    })
    t.method("tolist", "self, /", .one { (f, this) throws(Raised) in
      let view = try view(this, "tolist", f)
      return .list(ContiguousArray((0..<view.count).map(view.item)))
    })
    t.method("hex", "self, /, sep=, bytes_per_sep=", .three { (f, this, separator, group) throws(Raised) in
      var arguments: ContiguousArray<Value> = []
      if !separator.isUnbound { arguments.append(separator) }
      if !group.isUnbound { arguments.append(group) }
      return try f.callMethod(.bytes(view(this, "hex", f).bufferBytes), "hex", CallArguments(arguments))
    })
    t.method("cast", "self, /, format, shape=", .three { (f, this, format, shape) throws(Raised) in
      .object(try cast(view(this, "cast", f), format, shape, f))
    })
    t.method("toreadonly", "self, /", .one { (f, this) throws(Raised) in
      let view = try view(this, "toreadonly", f)
      return .object(
        MemoryView(
          view.owner, view.format, isReadOnly: true, offset: view.offset, count: view.count, stride: view.stride))
    })
    t.method("release", "self, /", .one { (f, this) throws(Raised) in
      try view(this, "release", f, mayBeReleased: true).isReleased = true
      return .none
    })
    t.method("__enter__", "self, /", .one { (f, this) throws(Raised) in
      _ = try view(this, "__enter__", f)
      return this
    })
    t.method("__exit__", "self, /, *exc_info", .two { (f, this, _) throws(Raised) in
      try view(this, "__exit__", f, mayBeReleased: true).isReleased = true
      return .none
    })
  }

  private static func cast(
    _ view: MemoryView, _ format: Value, _ shape: Value, _ f: Frame
  ) throws(Raised) -> MemoryView {
    guard let text = format.payload.str?.string else {
      throw f.typeError("memoryview: format argument must be a string")
    }
    if !view.isContiguous { throw f.typeError("memoryview: casts are restricted to C-contiguous views") }
    let code = text.hasPrefix("@") ? text.dropFirst() : text[...]
    guard code.count == 1, let letter = code.first, let wanted = ItemFormat(letter, isNative: true),
      ![.string, .countedString, .padding].contains(wanted.kind)
    else {
      throw f.valueError(
        "memoryview: destination format must be a native single character format prefixed with an optional '@'")
    }
    func isBytes(_ format: ItemFormat) -> Bool { "bBc".contains(format.code) }
    if !isBytes(view.format) && !isBytes(wanted) {
      throw f.typeError("memoryview: cannot cast between two non-byte formats")
    }
    if view.bufferCount % wanted.size != 0 {
      throw f.typeError("memoryview: length is not a multiple of itemsize")
    }
    let count = view.bufferCount / wanted.size
    if !shape.isUnbound {
      let dimensions = try f.collect(shape)
      guard dimensions.count == 1 else {
        throw f.error(.NotImplementedError, "ppd's memoryviews have one dimension")
      }
      if try f.index(dimensions[0]) != count {
        throw f.typeError("memoryview: product(shape) * itemsize != buffer size")
      }
    }
    return MemoryView(
      view.owner, wanted, isReadOnly: view.isReadOnly, offset: view.offset, count: count, stride: wanted.size)
  }

  // MARK: Items

  private static func defineItems(_ t: TypeBuilder) {
    t.method("__len__", "self, /", .one { (f, this) throws(Raised) in .int(try view(this, "__len__", f).count) })
    t.method("__iter__", "self, /", .one { (f, this) throws(Raised) in
      let view = try view(this, "__iter__", f)
      var index = 0
      return .object(
        ClosureIterator("memory_iterator") { (f) throws(Raised) in
          if index >= view.count { return nil }
          try check(view, f)
          defer { index += 1 }
          return view.item(index)
        })
    })
    t.method("__getitem__", "self, key, /", .two { (f, this, key) throws(Raised) in
      let view = try view(this, "__getitem__", f)
      if let slice = key.slice { return .object(try view.part(slice, f)) }
      return view.item(try place(key, view, f))
    })
    t.method("__setitem__", "self, key, value, /", .three { (f, this, key, value) throws(Raised) in
      let view = try view(this, "__setitem__", f)
      if view.isReadOnly { throw f.typeError("cannot modify read-only memory") }
      if let slice = key.slice {
        try assign(value, to: view.part(slice, f), f)
      } else {
        view.set(try place(key, view, f), try word(value, view.format, f))
      }
      return .none
    })
    t.method("__delitem__", "self, key, /", .two { (f, this, _) throws(Raised) in
      throw f.typeError("cannot delete memory")
    })
    for (name, wanted) in [("__eq__", true), ("__ne__", false)] {
      t.method(name, "self, value, /", .two { (f, this, other) throws(Raised) in
        let view = try view(this, name, f, mayBeReleased: true)
        if other.native(MemoryView.self) === view { return .bool(wanted) }
        guard case .object(let object) = other.payload, let owner = object as? any BufferOwner,
          let second = MemoryView(whole: owner)
        else { return .notImplemented }
        if view.isReleased { return .bool(!wanted) }
        return .bool(try isEqual(view, second, f) == wanted)
      })
    }
    t.method("__hash__", "self, /", .one { (f, this) throws(Raised) in
      let view = try view(this, "__hash__", f)
      if !view.isReadOnly { throw f.valueError("cannot hash writable memoryview object") }
      if view.format.size != 1 { throw f.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'") }
      return .int(try f.hash(.bytes(view.bufferBytes)))
    })
  }

  private static func isEqual(_ a: MemoryView, _ b: MemoryView, _ f: Frame) throws(Raised) -> Bool {
    if a.count != b.count { return false }
    for index in 0..<a.count where try !f.isEqual(a.item(index), b.item(index)) { return false }
    return true
  }

  private static func place(_ key: Value, _ view: MemoryView, _ f: Frame) throws(Raised) -> Int {
    if key.bigInt == nil, f.types.type(of: key).special(.__index__) == nil {
      throw f.typeError("memoryview: invalid slice key")
    }
    var index = try f.index(key)
    if index < 0 { index += view.count }
    if index < 0 || index >= view.count { throw f.indexError("index out of bounds on dimension 1") }
    return index
  }

  private static func word(_ value: Value, _ format: ItemFormat, _ f: Frame) throws(Raised) -> UInt64 {
    let invalidType = f.typeError("memoryview: invalid type for format '\(format.code)'")
    switch format.kind {
    case .bool: return try f.truth(value) ? 1 : 0
    case .character:
      guard let one = value.payload.bytes else { throw invalidType }
      if one.bytes.count != 1 { throw f.valueError("memoryview: invalid value for format 'c'") }
      return UInt64(one.bytes[0])
    case .float:
      if value.payload.str != nil || BytesType.contents(value) != nil { throw invalidType }
      let number = try f.double(value)
      return format.size == 4 ? UInt64(Float(number).bitPattern) : format.word(number) ?? 0
    default:
      if value.bigInt == nil, f.types.type(of: value).special(.__index__) == nil { throw invalidType }
      guard let word = format.word(try f.integerValue(value)) else {
        throw f.valueError("memoryview: invalid value for format '\(format.code)'")
      }
      return word
    }
  }

  /// Copies the items of a bytes-like object, which must be as many of the same format.
  private static func assign(_ value: Value, to target: MemoryView, _ f: Frame) throws(Raised) {
    guard case .object(let object) = value.payload, let owner = object as? any BufferOwner,
      let source = MemoryView(whole: owner)
    else { throw f.typeError("a bytes-like object is required, not '\(f.typeName(value))'") }
    if source.count != target.count || source.format.code != target.format.code {
      throw f.valueError("memoryview assignment: lvalue and rvalue have different structures")
    }
    let bytes = source.bufferBytes
    let size = target.format.size
    target.owner.withBuffer { buffer in
      for index in 0..<target.count {
        let start = target.offset + index * target.stride
        for byte in 0..<size { buffer[start + byte] = bytes[index * size + byte] }
      }
    }
  }

  // MARK: Properties

  private static func defineProperties(_ t: TypeBuilder) {
    func property(_ name: String, _ read: @escaping (MemoryView) -> Value) {
      t.property(name, get: { (f, this) throws(Raised) in read(try view(this, name, f)) })
    }
    property("obj") { .object($0.owner) }
    property("nbytes") { .int($0.bufferCount) }
    property("readonly") { .bool($0.isReadOnly) }
    property("itemsize") { .int($0.format.size) }
    property("format") { .text(String($0.format.code)) }
    property("ndim") { _ in .int(1) }
    property("shape") { .tuple([.int($0.count)]) }
    property("strides") { .tuple([.int($0.stride)]) }
    property("suboffsets") { _ in .tuple([]) }
    for name in ["contiguous", "c_contiguous", "f_contiguous"] { property(name) { .bool($0.isContiguous) } }
  }
}
