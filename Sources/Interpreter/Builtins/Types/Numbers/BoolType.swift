// The type `bool`. Its arithmetic is that of `int`, but for `&`, `|` and `^` of two bools.

enum BoolType {
  static func define(_ t: TypeBuilder) {
    t.new("object=False, /") { (f, _, a) throws(Raised) in .bool(a[0].isUnbound ? false : try f.truth(a[0])) }
    t.constructor()
    t.final()
    t.operators([.bitAnd, .bitOr, .bitXor], reflected: true)
    t.representation()
  }
}
