// Where objects hold references: read from what Swift itself knows of a class' fields, so that no class can be forgotten.
import CPosixShim

// What `Mirror` is made of. (The standard library keeps these to itself.)
@_silgen_name("swift_reflectionMirror_recursiveCount")
private func fieldCount(_ type: Any.Type) -> Int
@_silgen_name("swift_reflectionMirror_recursiveChildMetadata")
private func fieldType(_ type: Any.Type, index: Int, fieldMetadata: UnsafeMutablePointer<FieldDescription>) -> Any.Type
@_silgen_name("swift_reflectionMirror_recursiveChildOffset")
private func fieldOffset(_ type: Any.Type, index: Int) -> Int

private struct FieldDescription {
  var name: UnsafePointer<CChar>?
  var freeName: (@convention(c) (UnsafePointer<CChar>?) -> Void)?
  /// False for a field that is `weak` or `unowned`: it counts no reference, or not in the object itself.
  var isStrong = false
  var isVariable = false
}

/// The strong references of one class or member of an array, as the collector goes along them.
struct ReferenceLayout {
  private var edges: [ppd_edge] = []

  /// The layout of a class, made for good; nil where its objects have no references.
  static func of(_ metadata: UnsafeRawPointer) -> UnsafePointer<ppd_layout>? {
    let type = unsafeBitCast(metadata, to: Any.Type.self)
    // The state of a generator that is suspended is held by its own stack: it is looked at as a part of the generator.
    guard Kind(of: type) == .aClass, type != Str.self, type != GeneratorState.self else { return nil }
    return ReferenceLayout(ofClass: type).made(stride: 0, isRootClass: type is Object.Type, isListed: type == WeakReference.self)
  }

  private init() {}

  private init(ofClass type: Any.Type) {
    add(fieldsOf: type, at: 0)
    addTables(of: type)
  }

  private func made(stride: Int, isRootClass: Bool = false, isListed: Bool = false) -> UnsafePointer<ppd_layout>? {
    if edges.isEmpty { return nil }
    let kept = UnsafeMutablePointer<ppd_edge>.allocate(capacity: edges.count)
    kept.initialize(from: edges, count: edges.count)
    let layout = UnsafeMutablePointer<ppd_layout>.allocate(capacity: 1)
    layout.initialize(
      to: ppd_layout(
        stride: stride, edge_count: edges.count, edges: kept, is_root_class: isRootClass, is_listed: isListed))
    return UnsafePointer(layout)
  }

  private mutating func add(
    _ kind: ppd_edge_kind, at offset: Int, where places: (Int, Int, Int, Int) = (0, 0, 0, 0), width: Int = 0, more: Int = 0,
    member: UnsafePointer<ppd_layout>? = nil, value: UnsafePointer<ppd_layout>? = nil
  ) {
    let (a, b, c, d) = places
    edges.append(
      ppd_edge(
        kind: kind, offset: UInt32(offset), where: (UInt32(a), UInt32(b), UInt32(c), UInt32(d)), width: UInt32(width),
        more: Int32(more), member: member, value: value))
  }

  // MARK: Fields

  private mutating func add(fieldsOf type: Any.Type, at offset: Int) {
    for index in 0..<fieldCount(type) {
      var field = FieldDescription()
      let fieldType = fieldType(type, index: index, fieldMetadata: &field)
      field.freeName?(field.name)
      if field.isStrong { add(fieldType, at: offset + fieldOffset(type, index: index)) }
    }
  }

  /// Adds the references in something of a type. What is not known here keeps what it refers to.
  private mutating func add(_ type: Any.Type, at offset: Int) {
    if Kind.looksLikeValue(type) {
      addValue(at: offset)
      return
    }
    switch Kind(of: type) {
    // Texts refer to nothing, and shapes to one another only.
    case .aClass: if type != Str.self, type != Shape.self { add(PPD_EDGE_REFERENCE, at: offset) }
    case .optional:
      let wrapped: Any.Type = Kind.argument(0, of: type)
      if Kind(of: wrapped) == .aClass || Kind.isCollection(wrapped) { add(wrapped, at: offset) }
    case .tuple: add(fieldsOf: type, at: offset)
    case .structure:
      if Kind.isArray(type) {
        guard let member = ReferenceLayout.ofMember(Kind.argument(0, of: type)) else { return }
        add(PPD_EDGE_ARRAY, at: offset, member: member)
      } else if Kind.isDictionary(type) {
        let key = ReferenceLayout.ofMember(Kind.argument(0, of: type))
        let value = ReferenceLayout.ofMember(Kind.argument(1, of: type))
        if key != nil || value != nil { add(PPD_EDGE_DICTIONARY, at: offset, member: key, value: value) }
      } else {
        add(fieldsOf: type, at: offset)
      }
    case .other: break
    }
  }

  /// Values that stand side by side are looked at together.
  private mutating func addValue(at offset: Int) {
    let stride = MemoryLayout<Value>.stride
    if let last = edges.last, last.kind == PPD_EDGE_VALUE, Int(last.offset) + Int(last.width) * stride == offset {
      edges[edges.count - 1].width += 1
    } else {
      add(PPD_EDGE_VALUE, at: offset, width: 1)
    }
  }

  private static func ofMember(_ type: Any.Type) -> UnsafePointer<ppd_layout>? {
    func stride<T>(_: T.Type) -> Int { MemoryLayout<T>.stride }
    var layout = ReferenceLayout()
    layout.add(type, at: 0)
    return layout.made(stride: stride(type))
  }

  // MARK: Memory of their own

  /// Adds what stands in memory that an object has beside its fields.
  private mutating func addTables(of type: Any.Type) {
    let places = Fields(of: type)
    if type == Dict.self {
      let entry = ReferenceLayout.ofMember(Dict.Entry.self)
      add(PPD_EDGE_TABLE, at: places["entries"], where: (places["used"], 0, 0, 0), width: 4, member: entry)
    } else if type == SetObject.self {
      let entry = ReferenceLayout.ofMember(SetObject.Entry.self)
      add(PPD_EDGE_TABLE, at: places["entries"], where: (places["mask"], 0, 0, 0), width: 8, more: 1, member: entry)
    } else if type == Deque.self {
      add(PPD_EDGE_RING, at: places["slots"], where: (places["capacity"], places["head"], places["count"], 0))
    } else if type == Instance.self {
      let count = Fields(of: Shape.self)["count"]
      add(
        PPD_EDGE_FIELDS, at: places["fields"], where: (places["capacity"], places["shape"], count, 0),
        more: Instance.inlineCapacity)
    } else if type == Generator.self {
      let state = ReferenceLayout(ofClass: GeneratorState.self).made(stride: 0)
      add(PPD_EDGE_PART, at: places["state"], member: state)
    } else if type == GeneratorState.self {
      let code = Fields(of: Function.self)["code"]
      let slotCount = Fields(of: FunctionCode.self)["slotCount"]
      let suspended = withUnsafeBytes(of: Coroutine.State.suspended) { Int($0[0]) }
      add(
        PPD_EDGE_SLOTS, at: places["slots"], where: (places["state"], places["function"], code, slotCount),
        more: suspended)
    }
  }

  /// Where the fields of a class stand, by their names.
  private struct Fields {
    private var offsets: [String: Int] = [:]

    init(of type: Any.Type) {
      for index in 0..<fieldCount(type) {
        var field = FieldDescription()
        _ = fieldType(type, index: index, fieldMetadata: &field)
        if let name = field.name { offsets[String(cString: name)] = fieldOffset(type, index: index) }
        field.freeName?(field.name)
      }
    }

    subscript(name: String) -> Int {
      guard let offset = offsets[name] else { preconditionFailure("no field \(name)") }
      return offset
    }
  }
}

/// What a type is, as its metadata tells.
private enum Kind {
  case aClass, structure, optional, tuple, other

  init(of type: Any.Type) {
    switch Kind.words(type)[0] {
    case 0, 0x800...: self = .aClass
    case 0x200: self = .structure
    case 0x202: self = .optional
    case 0x301: self = .tuple
    default: self = .other
    }
  }

  private static func words(_ type: Any.Type) -> UnsafePointer<UInt> {
    unsafeBitCast(type, to: UnsafePointer<UInt>.self)
  }

  /// A generic argument of a struct or enum: they stand behind its kind and its description.
  static func argument(_ index: Int, of type: Any.Type) -> Any.Type {
    unsafeBitCast(words(type)[2 + index], to: Any.Type.self)
  }

  private static func isLike(_ type: Any.Type, _ sample: Any.Type) -> Bool { words(type)[1] == words(sample)[1] }

  static func isArray(_ type: Any.Type) -> Bool { isLike(type, [Int].self) || isLike(type, ContiguousArray<Int>.self) }
  static func isDictionary(_ type: Any.Type) -> Bool { isLike(type, [Int: Int].self) }

  static func isCollection(_ type: Any.Type) -> Bool {
    Kind(of: type) == .structure && (isArray(type) || isDictionary(type))
  }

  /// Whether it is a value, or an enum that has one where the tag says so and is no larger.
  static func looksLikeValue(_ type: Any.Type) -> Bool {
    type == Value.self || type == Value?.self || type == Value??.self || type == TypeObject.Special.self
  }
}

extension ReferenceLayout {
  /// The objects to which an object has references itself.
  static func references(of object: Object) -> ContiguousArray<Value> {
    var targets: [UnsafeMutableRawPointer] = []
    withUnsafeMutablePointer(to: &targets) { targets in
      ppd_collector_each_reference(Unmanaged.passUnretained(object).toOpaque(), targets) { targets, target in
        targets!.assumingMemoryBound(to: [UnsafeMutableRawPointer].self).pointee.append(target!)
      }
    }
    return ContiguousArray(
      targets.compactMap { (Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue() as? Object).map { .object($0) } })
  }
}
