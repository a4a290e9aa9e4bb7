// Names that Python 3 changed. Its own protocols 0 to 2 still write the old ones.

@usableFromInline
enum Python2Names {
  /// Names that moved one by one.
  private static let globals: [(module: StaticString, name: StaticString, to: (StaticString, StaticString))] = [
    ("__builtin__", "xrange", ("builtins", "range")),
    ("__builtin__", "reduce", ("functools", "reduce")),
    ("__builtin__", "intern", ("sys", "intern")),
    ("__builtin__", "unichr", ("builtins", "chr")),
    ("__builtin__", "unicode", ("builtins", "str")),
    ("__builtin__", "long", ("builtins", "int")),
    ("itertools", "izip", ("builtins", "zip")),
    ("itertools", "imap", ("builtins", "map")),
    ("itertools", "ifilter", ("builtins", "filter")),
    ("itertools", "ifilterfalse", ("itertools", "filterfalse")),
    ("itertools", "izip_longest", ("itertools", "zip_longest")),
    ("exceptions", "StandardError", ("builtins", "Exception")),
    ("UserDict", "UserDict", ("collections", "UserDict")),
    ("UserList", "UserList", ("collections", "UserList")),
    ("UserString", "UserString", ("collections", "UserString")),
  ]

  /// Modules that moved whole.
  private static let modules: [(name: StaticString, to: StaticString)] = [
    ("__builtin__", "builtins"),
    ("exceptions", "builtins"),
    ("copy_reg", "copyreg"),
    ("Queue", "queue"),
    ("cPickle", "pickle"),
    ("StringIO", "io"),
    ("cStringIO", "io"),
    ("repr", "reprlib"),
  ]

  /// Today's name, or nil where it never changed and the lines stand as they are.
  @usableFromInline
  static func renamed(
    module: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer
  ) -> (module: UnsafeRawBufferPointer, name: UnsafeRawBufferPointer)? {
    if let moved = globals.first(where: { $0.module == module && $0.name == name })?.to {
      return (moved.0.bytes, moved.1.bytes)
    }
    return modules.first { $0.name == module }.map { ($0.to.bytes, name) }
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }

  fileprivate static func == (text: StaticString, bytes: UnsafeRawBufferPointer) -> Bool {
    text.bytes.elementsEqual(bytes)
  }
}
