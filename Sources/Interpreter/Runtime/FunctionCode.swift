// What a function, a class body or a module is once lowered.
import Syntax

/// Executable code with the layout of its slots.
///
/// Slots: positional parameters, keyword-only parameters, `*args`, `**kwargs`, then the other locals.
final class FunctionCode {
  let name: Str
  let qualifiedName: Str
  let file: SourceFile
  /// Where the definition begins.
  let range: SourceRange
  /// Names of the slots; the parameters' first.
  let slotNames: [Str]
  let positionalOnlyCount: Int
  /// Positional parameters, positional-only ones included.
  let positionalCount: Int
  let keywordOnlyCount: Int
  let hasStarred: Bool
  let hasDoubleStarred: Bool
  /// Slots of parameters that closures capture: their values move into cells on entry.
  let cellParameters: [Int]
  /// Slots of other captured locals: they get empty cells on entry.
  let cellSlots: [Int]
  /// Slots that get the closure's cells, in its order.
  let freeSlots: [Int]
  let isGenerator: Bool
  /// The globals of the module that the code belongs to.
  let namespace: Namespace
  let documentation: Value
  let body: StatementNode
  /// All slots.
  let slotCount: Int
  /// Slots of parameters of every kind.
  let parameterCount: Int
  /// Whether positional parameters are all that it has.
  let takesOnlyPositions: Bool
  /// Whether nothing is left to do once the parameters stand in their slots: no cells, no generator to make.
  let isPlain: Bool
  /// How many arguments start it with nothing left to do, where there are only positional parameters; else -1.
  let plainArity: Int

  init(
    name: Str, qualifiedName: Str, file: SourceFile, range: SourceRange, namespace: Namespace, slotNames: [Str],
    positionalOnlyCount: Int = 0, positionalCount: Int = 0, keywordOnlyCount: Int = 0, hasStarred: Bool = false,
    hasDoubleStarred: Bool = false, cellParameters: [Int] = [], cellSlots: [Int] = [], freeSlots: [Int] = [],
    isGenerator: Bool = false, documentation: Value = .none, body: StatementNode
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.file = file
    self.range = range
    self.namespace = namespace
    self.slotNames = slotNames
    self.positionalOnlyCount = positionalOnlyCount
    self.positionalCount = positionalCount
    self.keywordOnlyCount = keywordOnlyCount
    self.hasStarred = hasStarred
    self.hasDoubleStarred = hasDoubleStarred
    self.cellParameters = cellParameters
    self.cellSlots = cellSlots
    self.freeSlots = freeSlots
    self.isGenerator = isGenerator
    self.documentation = documentation
    self.body = body
    slotCount = slotNames.count
    parameterCount = positionalCount + keywordOnlyCount + (hasStarred ? 1 : 0) + (hasDoubleStarred ? 1 : 0)
    takesOnlyPositions = parameterCount == positionalCount
    isPlain = cellParameters.isEmpty && cellSlots.isEmpty && freeSlots.isEmpty && !isGenerator
    plainArity = isPlain && takesOnlyPositions ? positionalCount : -1
  }
}
