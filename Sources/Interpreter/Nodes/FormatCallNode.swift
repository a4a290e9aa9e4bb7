// `"…".format(…)` of a literal: the template is taken apart once.
import Syntax

/// `"template".format(a, b=c, …)`. A template with attributes or keys in its fields is left to the method.
final class FormatCallNode: PlainCallNode {
  /// A literal and the field after it, if there is one.
  private final class Piece {
    let literal: Str
    /// The field's argument; negative where there is no field.
    let argument: Int
    let conversion: UInt32?
    let specification: Str
    /// Whether the field says no more than where the argument goes.
    let isPlain: Bool

    init(_ literal: Str, _ argument: Int?, _ conversion: UInt32?, _ specification: Str) {
      self.literal = literal
      self.argument = argument ?? -1
      self.conversion = conversion
      self.specification = specification
      isPlain = conversion == nil && specification.count == 0
    }
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
  /// The same for a walk that counts no references.
  private var walk: [Unmanaged<Piece>] = []
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
    let values = try arguments.evaluateAll(skipping: 0, f)
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
    var index = 0
    while index < walk.count {
      let piece = walk[index]
      index &+= 1
      let argument = piece._withUnsafeGuaranteedRef { piece in
        builder.append(piece.literal)
        return piece.argument
      }
      if argument < 0 { continue }
      let isDone = piece._withUnsafeGuaranteedRef {
        $0.isPlain && FormatCallNode.append(values + argument, to: &builder)
      }
      if !isDone { try append(values[argument], piece, f, to: &builder) }
    }
    return builder.finish()
  }

  /// Appends an int or a text as it stands. Returns whether it is one.
  @inline(__always)
  private static func append(_ value: UnsafeMutablePointer<Value>, to builder: inout StrBuilder) -> Bool {
    if case .int(let number) = value.pointee {
      builder.append(decimal: number)
      return true
    }
    guard let object = value.object else { return false }
    return object._withUnsafeGuaranteedRef { object in
      guard object.kind == .str else { return false }
      builder.append(unsafeDowncast(object, to: Str.self))
      return true
    }
  }

  @inline(never)
  private func append(
    _ value: Value, _ piece: Unmanaged<Piece>, _ f: Frame, to builder: inout StrBuilder
  ) throws(Raised) {
    let piece = piece.takeUnretainedValue()
    let shown = piece.conversion == nil ? value : try f.converted(value, by: piece.conversion)
    try f.appendFormatted(shown, piece.specification, to: &builder)
  }

  /// Decides, at the first call, whether the template is one for this node.
  private func isPlanned(_ f: Frame) -> Bool {
    guard plan == .undecided else { return false }
    plan = .general
    // The method raises what is wrong with a template.
    guard let pieces = try? piecesOfTemplate(f) else { return false }
    self.pieces = pieces
    walk = pieces.map { .passUnretained($0) }
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
      let literal = template.substring(piece.lower, piece.upper)
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
        pieces.append(Piece(literal, argument, parsed.conversion, parsed.specification))
      } else {
        pieces.append(Piece(literal, nil, nil, Str.empty))
      }
    }
    return automatic > 0 && manual > 0 ? nil : pieces
  }
}
