// The module `unicodedata`: what Unicode says of single characters.
import Syntax

enum UnicodedataModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    m.constant("unidata_version", .text("15.1.0"))
    m.function("name", "chr, default=None, /", .two(name))
    m.function("lookup", "name, /", .one(lookup))
    m.function("category", "chr, /", .one { (f, text) throws(Raised) in
      .text(UnicodeData.categoryName(try scalar(text, "category", f)))
    })
    m.function("combining", "chr, /", .one { (f, text) throws(Raised) in
      .int(UnicodeData.combiningClass(try scalar(text, "combining", f)))
    })
    m.function("mirrored", "chr, /", .one { (f, text) throws(Raised) in
      .int(UnicodeData.isMirrored(try scalar(text, "mirrored", f)) ? 1 : 0)
    })
    for (kind, type) in [("decimal", UnicodeData.NumberKind.decimal), ("digit", .digit), ("numeric", .any)] {
      m.function(kind, "chr, default=None, /", .two { (f, text, substitute) throws(Raised) in
        guard let value = UnicodeData.number(try scalar(text, kind, f, place: "1 "), as: type) else {
          if !substitute.isUnbound { return substitute }
          throw f.valueError(kind == "numeric" ? "not a numeric character" : "not a \(kind)")
        }
        return type == .any ? .float(value) : .int(Int(value))
      })
    }
    m.function("normalize", "form, unistr, /", .two(normalize))
    m.function("is_normalized", "form, unistr, /", .two { (f, form, text) throws(Raised) in
      .bool(try f.isEqual(normalize(f, form, text), text))
    })
  }

  /// The only scalar of a text. `place` tells errors which argument it is of functions that take more.
  private static func scalar(
    _ text: Value, _ function: String, _ f: Frame, place: String = ""
  ) throws(Raised) -> UInt32 {
    guard let str = text.payload.str, str.count == 1 else {
      throw f.typeError("\(function)() argument \(place)must be a unicode character, not \(f.typeName(text))")
    }
    return str[0]
  }

  private static func name(_ f: Frame, _ text: Value, _ substitute: Value) throws(Raised) -> Value {
    if let name = UnicodeData.name(try scalar(text, "name", f, place: "1 ")) { return .text(name) }
    if !substitute.isUnbound { return substitute }
    throw f.valueError("no such name")
  }

  private static func lookup(_ f: Frame, _ name: Value) throws(Raised) -> Value {
    guard let text = name.payload.str?.string else {
      throw f.typeError("lookup() argument must be str, not \(f.typeName(name))")
    }
    guard let scalar = UnicodeData.scalar(named: text).flatMap(Unicode.Scalar.init) else {
      throw f.error(.KeyError, "undefined character name '\(text)'")
    }
    return .text(String(Character(scalar)))
  }

  private static func normalize(_ f: Frame, _ form: Value, _ text: Value) throws(Raised) -> Value {
    guard let name = form.payload.str?.string, let str = text.payload.str else {
      throw f.typeError("normalize() takes two strings")
    }
    guard let form = NormalizationForm(rawValue: name) else { throw f.valueError("invalid normalization form") }
    return .text(str.string.normalized(form))
  }
}
