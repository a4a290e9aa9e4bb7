// Runs the instructions of a pattern: a backtracking machine with a stack of its own, so that no text is too long.
import CPosixShim

/// Matches one program against texts.
final class PatternMachine {
  /// Something to go back to or to put back, in a stack entry of three words.
  ///
  /// ```
  ///   word 0                word 1          word 2
  ///  | target << 2 | 0 |   | position      | -          |   go on there
  ///  | register << 2 | 1 | | old value     | -          |   put it back, and go on backwards
  ///  | target << 2 | 2 |   | position      | least      |   give one character back, as long as more than the least
  ///  | target << 2 | 3 |   | position      | most       |   take one character more, up to the most
  /// ```
  private enum Entry {
    static let branch = 0
    static let register = 1
    static let greedy = 2
    static let lazy = 3
    static let size = 3
  }

  private let program: PatternProgram
  private var stack: UnsafeMutablePointer<Int>
  private var capacity = 1 << 8
  private var top = 0
  private let registers: UnsafeMutablePointer<Int>
  private var units: UnitSpan
  private var end = 0
  private var f: Frame
  /// What a signal's handler raised.
  private var raised: Raised?
  private var stepsUntilLook = PatternMachine.stepsPerLook
  /// Where the match must end.
  private var wantedEnd: Int?
  /// Where the match must not end: right where it starts, after an empty match there.
  private var forbiddenEnd: Int?

  private static let stepsPerLook = 1 << 14

  init(_ program: PatternProgram, _ f: Frame) {
    self.program = program
    self.f = f
    stack = .allocate(capacity: capacity)
    registers = .allocate(capacity: program.registerCount)
    units = UnitSpan(Str(""))
  }

  deinit {
    stack.deallocate()
    registers.deallocate()
  }

  /// What a match is.
  enum Extent {
    /// Starts at the position.
    case prefix
    /// Starts at the position and ends at the end.
    case whole
    /// Is anywhere from the position on.
    case anywhere
  }

  /// The registers of the groups: `lastindex`, then start and end of each; nil where there is no match.
  ///
  /// - Parameters:
  ///   - start: where to begin.
  ///   - end: where the text is taken to end.
  ///   - mustAdvance: whether a match at `start` may not be empty.
  func match(
    _ text: Str, _ start: Int, _ end: Int, _ extent: Extent, mustAdvance: Bool = false, _ f: Frame
  ) throws(Raised) -> [Int]? {
    self.f = f
    self.end = end
    units = UnitSpan(text)
    wantedEnd = extent == .whole ? end : nil
    forbiddenEnd = mustAdvance ? start : nil
    top = 0
    raised = nil
    let isFound = withExtendedLifetime(text) { extent == .anywhere ? search(from: start) : attempt(at: start) }
    if let raised { throw raised }
    if !isFound { return nil }
    return Array(UnsafeBufferPointer(start: registers, count: 1 + 2 * program.groupCount))
  }

  private func search(from start: Int) -> Bool {
    var position = start
    while position <= end, raised == nil {
      guard let candidate = candidate(from: position) else { return false }
      position = candidate
      if position != start { forbiddenEnd = nil }
      if attempt(at: position) { return true }
      position += 1
    }
    return false
  }

  /// The next position where a match may start.
  private func candidate(from position: Int) -> Int? {
    if let first = program.prefix.first {
      var position = position
      while position < end, units[position] != first { position += 1 }
      return position + program.prefix.count <= end ? position : nil
    }
    guard let first = program.firstCharacters else { return position }
    var position = position
    while position < end, !first.contains(units[position]) { position += 1 }
    return position < end ? position : nil
  }

  private func attempt(at start: Int) -> Bool {
    registers.update(repeating: -1, count: program.registerCount)
    top = 0
    guard let stop = run(0, start, isWhole: true) else { return false }
    registers[1] = start
    registers[2] = stop
    return true
  }

  // MARK: The stack

  @inline(__always)
  private func push(_ first: Int, _ second: Int, _ third: Int) {
    if top &+ Entry.size > capacity { grow() }
    stack[top] = first
    stack[top &+ 1] = second
    stack[top &+ 2] = third
    top &+= Entry.size
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Int>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: stack, count: top)
    stack.deallocate()
    stack = larger
    capacity *= 2
  }

  @inline(__always)
  private func set(_ register: Int, _ value: Int) {
    push(register << 2 | Entry.register, registers[register], 0)
    registers[register] = value
  }

  /// Forgets what could be tried instead since `base`, but not what has to be put back.
  private func commit(_ base: Int) {
    var kept = base
    for index in stride(from: base, to: top, by: Entry.size) where stack[index] & 3 == Entry.register {
      for word in 0..<Entry.size { stack[kept + word] = stack[index + word] }
      kept += Entry.size
    }
    top = kept
  }

  /// Puts back everything since `base`.
  private func undo(_ base: Int) {
    while top > base {
      top -= Entry.size
      if stack[top] & 3 == Entry.register { registers[stack[top] >> 2] = stack[top + 1] }
    }
  }

  // MARK: Running

  /// Where the match ends that begins with an instruction at a position; nil where there is none.
  private func run(_ first: Int, _ start: Int, isWhole: Bool) -> Int? {
    let base = top
    var pc = first
    var position = start
    let ended = program.instructions.withUnsafeBufferPointer { code -> Int? in
      while true {
        if step(code, &pc, &position) { continue }
        if case .accept = code[pc], !isWhole || mayEnd(position) { return position }
        if !backtrack(code, base, &pc, &position) { return nil }
      }
    }
    return ended
  }

  private func mayEnd(_ position: Int) -> Bool {
    position != forbiddenEnd && (wantedEnd == nil || position == wantedEnd)
  }

  /// Executes instructions until one does not match, or the end of the program. Returns whether to go on.
  @inline(__always)
  private func step(_ code: UnsafeBufferPointer<Instruction>, _ pc: inout Int, _ position: inout Int) -> Bool {
    let instruction = code[pc]
    switch instruction {
    case .character, .folded, .any, .anyButLineFeed, .set:
      if position >= end || !matches(instruction, units[position]) { return false }
      position &+= 1
      pc &+= 1
    case .boundary(let boundary):
      if !holds(boundary, position) { return false }
      pc &+= 1
    case .save(let register):
      set(register, position)
      pc &+= 1
    case .close(let group):
      set(PatternProgram.start(of: group) + 1, position)
      set(0, group)
      pc &+= 1
    case .fork(let first, let second):
      push(second << 2 | Entry.branch, position, 0)
      pc = first
    case .jump(let target): pc = target
    case .repeatOne(let least, let most, let isLazy):
      return repeatOne(code, least, most, isLazy, &pc, &position)
    case .enter(let loop):
      set(program.count(of: loop), 0)
      set(program.count(of: loop) + 1, -1)
      pc &+= 1
    case .loop(let loop, let least, let most, let isLazy, let exit):
      goRound(loop, least, most, isLazy, exit, &pc, position)
    case .again(let loop):
      let count = program.count(of: loop)
      set(count, registers[count] + 1)
      set(count + 1, position)
      pc &+= 1
    case .reference(let group, let mode):
      guard let length = lengthOfReference(group, mode, position) else { return false }
      position += length
      pc &+= 1
    case .look(let behind, let isNegated, let next):
      if look(pc + 1, behind, position) == isNegated { return false }
      pc = next
    case .atomic(let next):
      let base = top
      guard let stop = run(pc + 1, position, isWhole: false) else { return false }
      commit(base)
      position = stop
      pc = next
    case .conditional(let group, let otherwise):
      pc = registers[PatternProgram.start(of: group) + 1] >= 0 ? pc + 1 : otherwise
    case .accept, .fail: return false
    }
    return true
  }

  /// Takes the last decision back. Returns false where none since `base` is left.
  private func backtrack(
    _ code: UnsafeBufferPointer<Instruction>, _ base: Int, _ pc: inout Int, _ position: inout Int
  ) -> Bool {
    stepsUntilLook &-= 1
    if stepsUntilLook == 0, !lookForSignals() {
      undo(base)
      return false
    }
    while top > base {
      top &-= Entry.size
      let target = stack[top] >> 2
      switch stack[top] & 3 {
      case Entry.register: registers[target] = stack[top &+ 1]
      case Entry.branch:
        pc = target
        position = stack[top &+ 1]
        return true
      case Entry.greedy:
        if giveBack(code, target, stack[top &+ 1], stack[top &+ 2], &position) {
          pc = target
          return true
        }
      default:
        let at = stack[top &+ 1]
        let most = stack[top &+ 2]
        if at < most, at < end, matches(code[target &- 1], units[at]) {
          push(target << 2 | Entry.lazy, at + 1, most)
          pc = target
          position = at + 1
          return true
        }
      }
    }
    return false
  }

  /// Runs the handlers of signals that came. Returns false where one raised.
  private func lookForSignals() -> Bool {
    stepsUntilLook = PatternMachine.stepsPerLook
    if ppd_signal_pending() == 0 { return raised == nil }
    do throws(Raised) {
      try f.interpreter.handlePendingSignals(f)
    } catch {
      raised = error
      stepsUntilLook = 1
    }
    return raised == nil
  }

  // MARK: Instructions

  @inline(__always)
  private func matches(_ instruction: Instruction, _ scalar: UInt32) -> Bool {
    switch instruction {
    case .character(let wanted): scalar == wanted
    case .folded(let wanted, let mode): mode.folded(scalar) == wanted
    case .any: true
    case .anyButLineFeed: scalar != 10
    case .set(let index): program.sets[index].contains(scalar)
    default: false
    }
  }

  /// How far characters that match go, at most to `limit`.
  private func span(_ instruction: Instruction, _ start: Int, _ limit: Int) -> Int {
    var position = start
    switch instruction {
    case .any: return limit
    case .set(let index):
      let set = program.sets[index]
      while position < limit, set.contains(units[position]) { position &+= 1 }
    case .character(let wanted): while position < limit, units[position] == wanted { position &+= 1 }
    case .anyButLineFeed: while position < limit, units[position] != 10 { position &+= 1 }
    default: while position < limit, matches(instruction, units[position]) { position &+= 1 }
    }
    return position
  }

  private func repeatOne(
    _ code: UnsafeBufferPointer<Instruction>, _ least: Int, _ most: Int, _ isLazy: Bool, _ pc: inout Int,
    _ position: inout Int
  ) -> Bool {
    let single = code[pc + 1]
    let next = pc + 2
    let limit = most >= end - position ? end : position + most
    if least > limit - position { return false }
    let needed = position + least
    if isLazy {
      if span(single, position, needed) < needed { return false }
      push(next << 2 | Entry.lazy, needed, limit)
      position = needed
      pc = next
      return true
    }
    let reached = span(single, position, limit)
    if reached < needed { return false }
    pc = next
    // One more than was reached is "given back" first.
    return giveBack(code, next, reached + 1, needed, &position)
  }

  /// Goes on with one character fewer than `position`, or with fewer still where the next instruction would not match.
  private func giveBack(
    _ code: UnsafeBufferPointer<Instruction>, _ next: Int, _ position: Int, _ least: Int, _ result: inout Int
  ) -> Bool {
    var shorter = position - 1
    if case .character(let wanted) = code[next] {
      while shorter >= least, shorter >= end || units[shorter] != wanted { shorter -= 1 }
    }
    if shorter < least { return false }
    if shorter > least { push(next << 2 | Entry.greedy, shorter, least) }
    result = shorter
    return true
  }

  private func goRound(
    _ loop: Int, _ least: Int, _ most: Int, _ isLazy: Bool, _ exit: Int, _ pc: inout Int, _ position: Int
  ) {
    let count = program.count(of: loop)
    let rounds = registers[count]
    if rounds < least {
      set(count, rounds + 1)
      // The body begins after `again`, which is for rounds that need not be.
      pc += 2
      return
    }
    let mayGoOn = rounds < most && registers[count + 1] != position
    if isLazy {
      if mayGoOn { push((pc + 1) << 2 | Entry.branch, position, 0) }
      pc = exit
    } else if mayGoOn {
      push(exit << 2 | Entry.branch, position, 0)
      pc += 1
    } else {
      pc = exit
    }
  }

  private func look(_ first: Int, _ behind: Int?, _ position: Int) -> Bool {
    let start = position - (behind ?? 0)
    if start < 0 { return false }
    let base = top
    guard run(first, start, isWhole: false) != nil else { return false }
    commit(base)
    return true
  }

  private func lengthOfReference(_ group: Int, _ mode: CaseMode, _ position: Int) -> Int? {
    let start = registers[PatternProgram.start(of: group)]
    let stop = registers[PatternProgram.start(of: group) + 1]
    if start < 0 || stop < start || stop - start > end - position { return nil }
    for offset in 0..<stop - start
    where mode.folded(units[start + offset]) != mode.folded(units[position + offset]) { return nil }
    return stop - start
  }

  private func holds(_ boundary: Boundary, _ position: Int) -> Bool {
    switch boundary {
    case .textStart: position == 0
    case .textEnd: position == end
    case .lineStart: position == 0 || units[position - 1] == 10
    case .lineEnd: position == end || units[position] == 10
    case .lastLineEnd: position == end || (position == end - 1 && units[position] == 10)
    case .wordEdge(let kinds): isWordEdge(kinds, position)
    case .noWordEdge(let kinds): end > 0 && !isWordEdge(kinds, position)
    }
  }

  private func isWordEdge(_ kinds: CharacterKinds, _ position: Int) -> Bool {
    let before = position > 0 && kinds.isWord(units[position - 1])
    let after = position < end && kinds.isWord(units[position])
    return before != after
  }
}
