// What the heap knows of each 64 KiB of itself.

/// The descriptor of a span, 32 bytes.
///
///     +0   state     what the span is (below)
///     +4   length    of the run that starts or ends here, in spans
///     +8   class     size class of a span of small blocks
///     +12  used      small blocks in use; in a free run: spans of it that may hold memory
///     +16  free      first free small block: its offset / 16 + 1, or 0
///     +20  carved    bytes of the span ever given out
///     +24  next      ┐ span numbers, 0 for none: in the class's list of spans with room,
///     +28  previous  ┘ or in the list of free runs of about this length
struct SpanDescriptor {
  let base: UnsafeMutableRawPointer

  @inline(__always) init(_ span: UInt32) { base = arena.descriptors + Int(span) &* Arena.descriptorSize }

  @inline(__always) var state: Word32 { Word32(base) }
  @inline(__always) var length: Word32 { Word32(base + 4) }
  @inline(__always) var sizeClass: Word32 { Word32(base + 8) }
  @inline(__always) var used: Word32 { Word32(base + 12) }
  @inline(__always) var dirty: Word32 { Word32(base + 12) }
  @inline(__always) var free: Word32 { Word32(base + 16) }
  @inline(__always) var carved: Word32 { Word32(base + 20) }
  @inline(__always) var next: Word32 { Word32(base + 24) }
  @inline(__always) var previous: Word32 { Word32(base + 28) }

  /// Never used; lies beyond the frontier.
  static let untouched: UInt32 = 0
  /// The first span of a free run.
  static let freeHead: UInt32 = 1
  /// The last span of a free run of two or more.
  static let freeTail: UInt32 = 2
  /// A span of small blocks.
  static let small: UInt32 = 3
  /// The first, or the last, span of a large block.
  static let large: UInt32 = 4
}
