// The instructions that a pattern is compiled into, and the compiler.

/// One step of a match. A target is the index of an instruction.
enum Instruction {
  case character(UInt32)
  /// A character whose folded form is this one.
  case folded(UInt32, CaseMode)
  case any
  case anyButLineFeed
  case set(Int)
  case boundary(Boundary)
  case reference(Int, CaseMode)
  /// Notes the position in a register.
  case save(Int)
  /// Notes the end of a group.
  case close(Int)
  /// Tries `first`, and `second` when that leads nowhere.
  case fork(first: Int, second: Int)
  case jump(Int)
  /// Repeats the one-character instruction that follows; goes on after it.
  case repeatOne(least: Int, most: Int, isLazy: Bool)
  /// Begins counting a repetition.
  case enter(loop: Int)
  /// Decides whether to go round once more. The body follows, after `again`.
  case loop(Int, least: Int, most: Int, isLazy: Bool, exit: Int)
  /// Goes round once more in a lazy loop that has found no other way.
  case again(Int)
  /// Matches the instructions up to `accept` on their own, then goes on at `next`.
  case look(behind: Int?, isNegated: Bool, next: Int)
  case atomic(next: Int)
  /// Goes on at `otherwise` where the group has not matched.
  case conditional(Int, otherwise: Int)
  case accept
  case fail
}

/// A compiled pattern.
///
/// ```
///  registers   | lastindex | start 0 | end 0 | start 1 | end 1 | … | count, last position of each loop | … |
/// ```
final class PatternProgram {
  fileprivate(set) var instructions: [Instruction] = []
  fileprivate(set) var sets: [CharacterSet] = []
  let groupCount: Int
  fileprivate(set) var loopCount = 0
  /// Characters that every match begins with.
  private(set) var prefix: [UInt32] = []
  /// Characters that a match can begin with, where one is needed.
  private(set) var firstCharacters: FirstCharacters?

  var registerCount: Int { 1 + 2 * groupCount + 2 * loopCount }

  static func start(of group: Int) -> Int { 1 + 2 * group }
  func count(of loop: Int) -> Int { 1 + 2 * groupCount + 2 * loop }

  init(_ node: RegexNode, groupCount: Int) {
    self.groupCount = groupCount
    var compiler = PatternCompiler(program: self)
    compiler.compile(node)
    instructions.append(.accept)
    prefix = PatternProgram.prefix(of: node)
    if prefix.isEmpty { firstCharacters = FirstCharacters(of: node) }
  }

  private static func prefix(of node: RegexNode) -> [UInt32] {
    switch node {
    case .character(let scalar, let mode): return mode.hasVariants(scalar) ? [] : [scalar]
    case .sequence(let nodes):
      var prefix: [UInt32] = []
      for node in nodes {
        guard case .character(let scalar, let mode) = node, !mode.hasVariants(scalar) else {
          return prefix.isEmpty && nodes.count == 1 ? PatternProgram.prefix(of: node) : prefix
        }
        prefix.append(scalar)
      }
      return prefix
    default: return []
    }
  }
}

/// The characters that a match can begin with.
struct FirstCharacters {
  private(set) var bitmap = CharacterSet.Bitmap()
  /// Whether characters past U+00FF may be the first.
  private(set) var includesWide = false

  /// Nil where a match may be empty, or its first character is not known.
  init?(of node: RegexNode) {
    if !add(node) { return nil }
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    scalar < 256 ? bitmap[scalar] : includesWide
  }

  private mutating func add(_ node: RegexNode) -> Bool {
    switch node {
    case .character(let scalar, let mode):
      let folded = mode.folded(scalar)
      for candidate in UInt32(0)..<256 where mode.folded(candidate) == folded { bitmap[candidate] = true }
      if scalar >= 256 || mode == .unicode { includesWide = true }
      return true
    case .any(let includesLineFeed):
      for candidate in UInt32(0)..<256 where includesLineFeed || candidate != 10 { bitmap[candidate] = true }
      includesWide = true
      return true
    case .set(let set):
      for candidate in UInt32(0)..<256 where set.bitmap[candidate] { bitmap[candidate] = true }
      includesWide = true
      return true
    case .sequence(let nodes):
      for node in nodes {
        if case .boundary = node { continue }
        return add(node)
      }
      return false
    case .alternatives(let nodes): return !nodes.isEmpty && nodes.allSatisfy { add($0) }
    case .group(_, let node), .atomic(let node): return add(node)
    case .repetition(let node, let least, _, _): return least > 0 && add(node)
    case .empty, .failure, .boundary, .look, .reference, .conditional: return false
    }
  }
}

/// Turns a tree into instructions.
private struct PatternCompiler {
  let program: PatternProgram

  private var here: Int { program.instructions.count }

  private func emit(_ instruction: Instruction) {
    program.instructions.append(instruction)
  }

  /// Room for an instruction whose targets are not known yet.
  private func reserve() -> Int {
    emit(.fail)
    return here - 1
  }

  mutating func compile(_ node: RegexNode) {
    switch node {
    case .empty: break
    case .failure: emit(.fail)
    case .character, .any, .set: emit(single(node))
    case .boundary(let boundary): emit(.boundary(boundary))
    case .sequence(let nodes): for node in nodes { compile(node) }
    case .alternatives(let nodes): compileAlternatives(nodes)
    case .group(let group, let body):
      emit(.save(PatternProgram.start(of: group)))
      compile(body)
      emit(.close(group))
    case .repetition(let body, let least, let most, let greed): compileRepetition(body, least, most, greed)
    case .atomic(let body):
      let atomic = reserve()
      compile(body)
      emit(.accept)
      program.instructions[atomic] = .atomic(next: here)
    case .look(let body, let behind, let isNegated):
      let look = reserve()
      compile(body)
      emit(.accept)
      program.instructions[look] = .look(behind: behind, isNegated: isNegated, next: here)
    case .reference(let group, let mode): emit(.reference(group, mode))
    case .conditional(let group, let yes, let no):
      let conditional = reserve()
      compile(yes)
      let jump = reserve()
      program.instructions[conditional] = .conditional(group, otherwise: here)
      compile(no)
      program.instructions[jump] = .jump(here)
    }
  }

  /// The instruction that matches one character.
  private func single(_ node: RegexNode) -> Instruction {
    switch node {
    case .character(let scalar, let mode):
      return mode.hasVariants(scalar) ? .folded(mode.folded(scalar), mode) : .character(scalar)
    case .any(let includesLineFeed): return includesLineFeed ? .any : .anyButLineFeed
    case .set(let set):
      program.sets.append(set)
      return .set(program.sets.count - 1)
    default: return .fail
    }
  }

  private mutating func compileAlternatives(_ nodes: [RegexNode]) {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let fork = reserve()
      compile(node)
      jumps.append(reserve())
      program.instructions[fork] = .fork(first: fork + 1, second: here)
    }
    if let last = nodes.last { compile(last) }
    for jump in jumps { program.instructions[jump] = .jump(here) }
  }

  private mutating func compileRepetition(_ body: RegexNode, _ least: Int, _ most: Int, _ greed: RegexNode.Greed) {
    if greed == .possessive { return compile(.atomic(.repetition(body, least: least, most: most, .greedy))) }
    let isLazy = greed == .lazy
    if let character = oneCharacter(body) {
      emit(.repeatOne(least: least, most: most, isLazy: isLazy))
      emit(single(character))
    } else if least <= 1, most == RegexNode.unlimited, alwaysAdvances(body) {
      compileStar(body, needsOne: least == 1, isLazy)
    } else if least == 0, most == 1 {
      let fork = reserve()
      compile(body)
      program.instructions[fork] = self.fork(fork + 1, here, isLazy)
    } else {
      compileLoop(body, least, most, isLazy)
    }
  }

  private func fork(_ body: Int, _ exit: Int, _ isLazy: Bool) -> Instruction {
    isLazy ? .fork(first: exit, second: body) : .fork(first: body, second: exit)
  }

  /// A body that takes at least a character needs neither a count nor a look at the last position.
  private mutating func compileStar(_ body: RegexNode, needsOne: Bool, _ isLazy: Bool) {
    if needsOne {
      let start = here
      compile(body)
      emit(fork(start, here + 1, isLazy))
    } else {
      let start = reserve()
      compile(body)
      emit(.jump(start))
      program.instructions[start] = fork(start + 1, here, isLazy)
    }
  }

  private mutating func compileLoop(_ body: RegexNode, _ least: Int, _ most: Int, _ isLazy: Bool) {
    let loop = program.loopCount
    program.loopCount += 1
    emit(.enter(loop: loop))
    let decision = reserve()
    emit(.again(loop))
    compile(body)
    emit(.jump(decision))
    program.instructions[decision] = .loop(loop, least: least, most: most, isLazy: isLazy, exit: here)
  }

  /// The node inside that takes exactly one character, without groups around it.
  private func oneCharacter(_ node: RegexNode) -> RegexNode? {
    switch node {
    case .character, .any, .set: return node
    case .sequence(let nodes) where nodes.count == 1: return oneCharacter(nodes[0])
    default: return nil
    }
  }

  /// Whether no match of the node is empty. (A group may hold anything when it is referred to.)
  private func alwaysAdvances(_ node: RegexNode) -> Bool {
    node.width(Array(repeating: nil, count: program.groupCount)).lowerBound > 0
  }
}
