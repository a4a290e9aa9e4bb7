// The types of None, Ellipsis and NotImplemented.

enum Singletons {
  static func defineNone(_ t: TypeBuilder) {
    t.type.isSubclassable = false
    t.new("*args, **kwargs") { f, cls, arguments throws(Raised) in try only(.none, f, cls, arguments) }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try f.repr(this)) })
    t.method("__bool__", "self, /", .one { _, _ throws(Raised) in .bool(false) })
    t.method("__hash__", "self, /", .one { f, this throws(Raised) in .int(try f.hash(this)) })
  }

  /// The one object of a type, which is called without arguments.
  private static func only(
    _ value: Value, _ f: Frame, _ cls: TypeObject, _ arguments: Arguments
  ) throws(Raised) -> Value {
    if arguments.starred(0).isEmpty, arguments.doubleStarred(1).count == 0 { return value }
    throw f.typeError("\(cls.name.string) takes no arguments")
  }

  static func defineEllipsis(_ t: TypeBuilder) {
    t.type.isSubclassable = false
    t.new("*args, **kwargs") { f, cls, arguments throws(Raised) in try only(.ellipsis, f, cls, arguments) }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try f.repr(this)) })
    t.method("__reduce__", "self, /", .one { _, _ throws(Raised) in .text("Ellipsis") })
  }

  static func defineNotImplemented(_ t: TypeBuilder) {
    t.type.isSubclassable = false
    t.new("*args, **kwargs") { f, cls, arguments throws(Raised) in try only(.notImplemented, f, cls, arguments) }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try f.repr(this)) })
    t.method("__reduce__", "self, /", .one { _, _ throws(Raised) in .text("NotImplemented") })
  }
}
