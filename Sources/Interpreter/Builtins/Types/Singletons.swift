// The types of None, Ellipsis and NotImplemented.

enum Singletons {
  static func defineNone(_ t: TypeBuilder) {
    t.type.isSubclassable = false
    t.new("") { _, _, _ throws(Raised) in .none }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try f.repr(this)) })
    t.method("__bool__", "self, /", .one { _, _ throws(Raised) in .bool(false) })
    t.method("__hash__", "self, /", .one { f, this throws(Raised) in .int(try f.hash(this)) })
  }

  static func defineEllipsis(_ t: TypeBuilder) {
    t.type.isSubclassable = false
    t.new("") { _, _, _ throws(Raised) in .ellipsis }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try f.repr(this)) })
    t.method("__reduce__", "self, /", .one { _, _ throws(Raised) in .text("Ellipsis") })
  }

  static func defineNotImplemented(_ t: TypeBuilder) {
    t.type.isSubclassable = false
    t.new("") { _, _, _ throws(Raised) in .notImplemented }
    t.method("__repr__", "self, /", .one { f, this throws(Raised) in .object(try f.repr(this)) })
    t.method("__reduce__", "self, /", .one { _, _ throws(Raised) in .text("NotImplemented") })
  }
}
