// `"…".format(…)` of a literal: the template is taken apart once.
import Syntax

/// `"template".format(a, b=c, …)`. A template with attributes or keys in its fields is left to the method.
final class FormatCallNode: PlainCallNode {
  /// A literal and the field after it, if there is one.
  private struct Piece {
    let literal: Str
    let field: Field?
  }

  private struct Field {
    let argument: Int
    let conversion: UInt32?
    let specification: Str
  }

  private enum Plan {
    case undecided, pieces, general
  }

  private let template: Str
  /// The names of the last arguments.
  private let names: [Str]
  /// The call of the method.
  private let general: ExpressionNode
  private var plan = Plan.undecided
  private var pieces: [Piece] = []
  /// About how long the text becomes.
  private let capacity: Int
  /// What the frame is longer by while `__format__` methods run: they must not use the slots of the arguments.
  private let room: Int

  init(_ template: Str, _ arguments: [ExpressionNode], names: [Str] = [], _ general: ExpressionNode) {
    self.template = template
    self.names = names
    self.general = general
    capacity = template.count + 16 * arguments.count
    room = Frame.headerSlots + arguments.count
    super.init(arguments, general.location)
  }

  override func evaluate(_ f: Frame) throws(Raised) -> Value {
    if plan != .pieces, !isPlanned(f) { return try general.evaluate(f) }
    let values = try evaluateArguments(skipping: 0, f)
    f.enterCall(location)
    f.header.pointee.slotCount &+= room
    defer {
      f.header.pointee.slotCount &-= room
      values.deinitialize(count: arguments.count)
    }
    do { return .object(try render(values, f)) } catch { throw error.at(location, f) }
  }

  private func render(_ values: UnsafeMutablePointer<Value>, _ f: Frame) throws(Raised) -> Str {
    var builder = StrBuilder(capacity: capacity)
    for piece in pieces {
      builder.append(piece.literal)
      guard let field = piece.field else { continue }
      var value = values[field.argument]
      if field.conversion != nil { value = try f.converted(value, by: field.conversion) }
      try f.appendFormatted(value, field.specification, to: &builder)
    }
    return builder.finish()
  }

  /// Decides, at the first call, whether the template is one for this node.
  private func isPlanned(_ f: Frame) -> Bool {
    guard plan == .undecided else { return false }
    plan = .general
    // The method raises what is wrong with a template.
    guard let pieces = try? piecesOfTemplate(f) else { return false }
    self.pieces = pieces
    plan = .pieces
    return true
  }

  /// The pieces; nil where a field is more than an argument.
  private func piecesOfTemplate(_ f: Frame) throws(Raised) -> [Piece]? {
    var parser = TemplateParser(template, f)
    var pieces: [Piece] = []
    var automatic = 0
    var manual = 0
    let positional = arguments.count - names.count
    while let piece = try parser.next() {
      var field: Field?
      if let parsed = piece.field {
        let argument: Int?
        if parsed.name.count == 0 {
          argument = automatic < positional ? automatic : nil
          automatic += 1
        } else if let number = try FieldNameParser.number(parsed.name, f) {
          argument = number < positional ? number : nil
          manual += 1
        } else {
          argument = names.firstIndex { $0 == parsed.name }.map { positional + $0 }
        }
        guard let argument, !UnitSpan(parsed.specification).contains(0x7b) else { return nil }
        field = Field(argument: argument, conversion: parsed.conversion, specification: parsed.specification)
      }
      pieces.append(Piece(literal: template.substring(piece.lower, piece.upper), field: field))
    }
    return automatic > 0 && manual > 0 ? nil : pieces
  }
}
