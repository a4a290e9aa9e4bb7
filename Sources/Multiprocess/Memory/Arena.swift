// The one mapping that a whole process tree shares, made before the first fork.
import CPosixShim
import Glibc

/// The shared mapping: a header, the process table, the object table, the span table and the heap.
///
///     base ┌──────────────────────────────────────────────┐
///          │ header: places, locks, free lists   (4 KiB)  │
///          ├──────────────────────────────────────────────┤
///          │ process slots: 2 KiB each; slot 0 is nobody  │
///          ├──────────────────────────────────────────────┤
///          │ objects: 128 bytes each; object 0 is none    │
///          ├──────────────────────────────────────────────┤
///          │ span descriptors: 32 bytes for each 64 KiB   │
///          ├──────────────────────────────────────────────┤
///          │ heap: spans of 64 KiB; span 0 is unused      │
///     end  └──────────────────────────────────────────────┘
///
/// It is sparse: a page costs memory once touched. Every process sees it at the same address, so it may hold pointers.
///
/// Header, by offset:
///
///       0  size · slot count · object count · span count         (u64 each, fixed)
///      64  registry: lock · free object · objects used · free slot · slots used · processes ever · names
///     128  heap: lock · frontier span · dirty free spans · spans in use · most spans allowed
///     192  recovery: owner · wait point
///     256  processes running now
///     320  monitor: owner · last time · signature of the suspects · since
///     384  report of the last deadlock (address)
///     512  partial span of each size class (u32 × 64)
///     768  first free run of each power of two (u32 × 32)
struct Arena {
  let base: UnsafeMutableRawPointer

  static let slotSize = 2048
  static let objectSize = 128
  static let descriptorSize = 32
  static let spanSize = 65536
  static let headerSize = 4096

  var size: Int { Int(Word64(base).value) }
  var slotCount: Int { Int(Word64(base + 8).value) }
  var objectCount: Int { Int(Word64(base + 16).value) }
  var spanCount: Int { Int(Word64(base + 24).value) }

  @inline(__always) var slots: UnsafeMutableRawPointer { base + Arena.headerSize }
  let objects: UnsafeMutableRawPointer
  let descriptors: UnsafeMutableRawPointer
  let heap: UnsafeMutableRawPointer

  var registryLock: SectionLock { SectionLock(base + 64) }
  var firstFreeObject: Word32 { Word32(base + 72) }
  var objectsUsed: Word32 { Word32(base + 76) }
  var firstFreeSlot: Word32 { Word32(base + 80) }
  var slotsUsed: Word32 { Word32(base + 84) }
  var processesEver: Word64 { Word64(base + 88) }
  var nameTable: Word64 { Word64(base + 96) }

  var heapLock: SectionLock { SectionLock(base + 128) }
  var frontier: Word32 { Word32(base + 136) }
  var dirtySpans: Word32 { Word32(base + 140) }
  var spansInUse: Word32 { Word32(base + 144) }
  var spanLimit: Word32 { Word32(base + 148) }

  var recoveryOwner: Word32 { Word32(base + 192) }
  var recoveryPoint: WaitPoint { WaitPoint(base + 196) }
  @inline(__always) var running: Word32 { Word32(base + 256) }
  var monitorOwner: Word32 { Word32(base + 320) }
  var monitorTime: Word64 { Word64(base + 328) }
  var suspectSignature: Word64 { Word64(base + 336) }
  var lastReport: Word64 { Word64(base + 384) }

  func partialSpan(ofClass sizeClass: Int) -> Word32 { Word32(base + 512 + sizeClass * 4) }
  func firstRun(ofBin bin: Int) -> Word32 { Word32(base + 768 + bin * 4) }

  @inline(__always)
  func slot(_ index: UInt32) -> ProcessSlot { ProcessSlot(slots + Int(index) * Arena.slotSize) }

  /// Maps an arena of `size` bytes, or of half of that and so on when the system refuses.
  static func map(size wanted: Int) throws(SystemError) -> Arena {
    var size = wanted
    while true {
      let flags = MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE
      let address = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0)
      if let address, address != MAP_FAILED { return Arena(formatting: address, size: size) }
      if size <= 8 << 20 { throw SystemError("mmap") }
      size /= 2
    }
  }

  /// The size to ask for: `PPD_ARENA_SIZE` in bytes (at least 1 MiB), else 64 GiB.
  static var wantedSize: Int {
    guard let text = getenv("PPD_ARENA_SIZE"), let size = Int(String(cString: text)) else { return 64 << 30 }
    return max(size, 1 << 20) / spanSize * spanSize
  }

  /// Lays an arena out on fresh zeroed memory.
  private init(formatting base: UnsafeMutableRawPointer, size: Int) {
    let slotCount = min(max(size >> 16, 64), 16384)
    let objectCount = min(max(size >> 13, 512), 8 << 20)
    let spanCount = size / Arena.spanSize
    let places = Arena.places(slotCount: slotCount, objectCount: objectCount, spanCount: spanCount)
    self.base = base
    objects = base + places.objects
    descriptors = base + places.descriptors
    heap = base + places.heap
    Word64(base).value = UInt64(size)
    Word64(base + 8).value = UInt64(slotCount)
    Word64(base + 16).value = UInt64(objectCount)
    let usable = (size - places.heap) / Arena.spanSize
    Word64(base + 24).value = UInt64(usable)
    slotsUsed.value = 1
    objectsUsed.value = 1
    frontier.value = 1
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    spanLimit.value = UInt32(min(usable, max(memory, 1 << 20) / Arena.spanSize))
  }

  /// Offsets of the tables, each on a page; the heap on a span.
  private static func places(
    slotCount: Int, objectCount: Int, spanCount: Int
  ) -> (objects: Int, descriptors: Int, heap: Int) {
    func aligned(_ offset: Int, to alignment: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
    let objects = aligned(headerSize + slotCount * slotSize, to: 4096)
    let descriptors = aligned(objects + objectCount * objectSize, to: 4096)
    let heap = aligned(descriptors + spanCount * descriptorSize, to: spanSize)
    return (objects, descriptors, heap)
  }
}
