// What must always hold of the shared structures while no process is in a section; debug builds can check it.
import CPosixShim

#if DEBUG
  extension Runtime {
    /// The invariants that do not hold: of the heap, of the object table and of the process table. Only meaningful while
    /// no other process uses the arena. Settles those that have died first.
    public static func _invariantCheck() -> [String] {
      Recovery.sweep()
      var broken: [String] = []
      checkRuns(&broken)
      checkSmallSpans(&broken)
      checkObjects(&broken)
      checkSlots(&broken)
      return broken
    }

    /// Runs tile the heap up to the frontier, free neighbours are joined, and each free run is on its list.
    private static func checkRuns(_ broken: inout [String]) {
      var listed: Set<UInt32> = []
      for bin in 0..<32 {
        var run = arena.firstRun(ofBin: bin).value
        while run != 0, listed.insert(run).inserted { run = SpanDescriptor(run).next.value }
      }
      var used: UInt32 = 0
      var dirty: UInt32 = 0
      var free: Set<UInt32> = []
      var span: UInt32 = 1
      var lastWasFree = false
      while span < arena.frontier.value {
        let descriptor = SpanDescriptor(span)
        let length = max(1, descriptor.length.value)
        let isFree = descriptor.state.value == SpanDescriptor.freeHead
        if isFree {
          free.insert(span)
          dirty += descriptor.dirty.value
          if lastWasFree { broken.append("the free run at \(span) follows another") }
        } else if descriptor.state.value == SpanDescriptor.small || descriptor.state.value == SpanDescriptor.large {
          used += length
        } else {
          broken.append("span \(span) starts a run in state \(descriptor.state.value)")
        }
        if SpanDescriptor(span + length - 1).length.value != length { broken.append("the run at \(span) has two lengths") }
        lastWasFree = isFree
        span += length
      }
      if span != arena.frontier.value { broken.append("the runs end at \(span), not at the frontier") }
      if free != listed { broken.append("free runs \(free.symmetricDifference(listed).sorted()) are on one side only") }
      if used != arena.spansInUse.value { broken.append("\(used) spans are in use, not \(arena.spansInUse.value)") }
      if dirty != arena.dirtySpans.value { broken.append("\(dirty) spans are dirty, not \(arena.dirtySpans.value)") }
    }

    /// The blocks of a span of small ones are in use or free, and the span is listed if it has room.
    private static func checkSmallSpans(_ broken: inout [String]) {
      for sizeClass in 0..<SizeClass.count {
        var span = arena.partialSpan(ofClass: sizeClass).value
        var previous: UInt32 = 0
        while span != 0 {
          let descriptor = SpanDescriptor(span)
          if descriptor.state.value != SpanDescriptor.small || descriptor.sizeClass.value != UInt32(sizeClass) {
            broken.append("span \(span) is on the list of size class \(sizeClass)")
            break
          }
          if descriptor.previous.value != previous { broken.append("span \(span) has a wrong neighbour") }
          var free = 0
          var offset = descriptor.free.value
          while offset != 0, free <= Arena.spanSize {
            free += 1
            offset = Block(Heap.address(ofSpan: span) + Int(offset - 1) * 16).freeLink.value
          }
          let carved = Int(descriptor.carved.value) / SizeClass.size(ofClass: sizeClass)
          if free + Int(descriptor.used.value) != carved {
            broken.append("span \(span): \(free) free and \(descriptor.used.value) used of \(carved)")
          }
          previous = span
          span = descriptor.next.value
        }
      }
    }

    /// Slots are a living process's or free.
    private static func checkSlots(_ broken: inout [String]) {
      var free = 0
      var index = arena.firstFreeSlot.value
      while index != 0, free <= arena.slotCount {
        if arena.slot(index).state != .free { broken.append("slot \(index) is on the free list") }
        free += 1
        index = arena.slot(index).nextFree.value
      }
      for index in 1..<max(1, arena.slotsUsed.value) where arena.slot(index).state != .free {
        free += 1
        let slot = arena.slot(index)
        if slot.isDead { broken.append("slot \(index) is a dead process's") }
        if slot.journal.count.value != 0 { broken.append("the journal of process \(index) is not empty") }
      }
      if free != Int(arena.slotsUsed.value) - 1 { broken.append("\(free) slots of \(arena.slotsUsed.value - 1) are known") }
    }

    /// References are the processes that hold an object and what refers to it from inside.
    private static func checkObjects(_ broken: inout [String]) {
      for index in 1..<max(1, arena.objectsUsed.value) {
        let entry = ObjectEntry(index)
        guard entry.generation.value & 1 == 1 else { continue }
        var holders: UInt32 = 0
        ProcessTable.forEachSlot { _, slot in if Holdings.contains(index, in: slot) { holders += 1 } }
        if entry.references.value != holders + entry.inside.value {
          broken.append(
            "object \(index) counts \(entry.references.value), held by \(holders), inside \(entry.inside.value)")
        }
        if entry.references.value == 0 { broken.append("object \(index) is held by nobody") }
      }
    }
  }
#endif
