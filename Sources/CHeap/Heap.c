// A heap for a program whose objects are small, many and soon gone, and which has one thread.
//
// Blocks of up to 512 bytes come from spans of 16 KiB, each of blocks of one size; a free block holds the address of the
// next free one of its size. Taking and giving back a block are four instructions each, and a block has no header:
//
//   base                                                     committed                       base + RESERVED
//   | span of 32s | span of 64s | span of 32s | … | not yet a span |        no access yet        |
//     spanKind = 2    spanKind = 4    spanKind = 34
//
// Swift's objects have spans of their own (the kinds from OBJECTS on): whatever is not free in these begins with the
// address of its class, so the collector of cycles finds all objects without a word of memory for it.
//
// The linker puts these functions in the place of the C library's and the Swift runtime's (`ld --wrap`), in all of the
// one static program, and calls the latter `__real_…`. Larger blocks are the C library's. A free block is used again only
// for its own size: spans are not given back.
//
// The Swift runtime's way to `malloc` and from `free` takes eighty instructions an object: checks for instruments, for
// objects with weak references, for other threads. `swift_slowAlloc`, `swift_allocObject`, `swift_nonatomic_release` and
// `swift_deallocClassInstance` answer the common case here and leave all others to the runtime. Arrays of values are
// copied and destroyed without a call a member (`swift_arrayInitWithCopy`, `swift_arrayDestroy`). How an object's word of
// counts looks stands in References.h.
#define _GNU_SOURCE
#include "CHeap.h"
#include "References.h"

#ifdef PPD_HEAP

#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/single_threaded.h>

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

extern void *__real_malloc(size_t size);
extern void *__real_calloc(size_t count, size_t size);
extern void *__real_realloc(void *block, size_t size);
extern void *__real_memalign(size_t alignment, size_t size);
extern size_t __real_malloc_usable_size(void *block);
extern void __real_free(void *block);

enum {
  GRAIN_SHIFT = 4,
  GRAIN = 1 << GRAIN_SHIFT,
  LARGEST = 512,
  SIZES = LARGEST / GRAIN + 1,
  /// Kinds of blocks: their size in grains, and this more for objects.
  OBJECTS = 64,
  KINDS = OBJECTS + SIZES,
  SPAN_SHIFT = 14,
  SPAN = 1 << SPAN_SHIFT,
  STEP = 1 << 20,
};
#define RESERVED ((size_t)16 << 30)

typedef struct Block {
  struct Block *next;
} Block;

/// The part of a span that no block was taken from yet.
typedef struct {
  char *start, *end;
} Fresh;

/// By the kind of the blocks: the first free block, and the rest of the newest span.
static Block *available[KINDS];
static Fresh fresh[KINDS];
static char *base;
/// Bytes from `base` on: in spans, and open to access.
static size_t used, committed;
static bool hasNoMemory;
/// The kind of the blocks of each span.
static uint8_t spanKind[RESERVED / SPAN];

// MARK: Other threads

// The program has none. A library that starts one finds the heap safe all the same.
static volatile char isLocked;

static inline bool enter(void) {
  if (likely(__libc_single_threaded)) return false;
  while (__atomic_test_and_set(&isLocked, __ATOMIC_ACQUIRE)) __builtin_ia32_pause();
  return true;
}

static inline void leave(bool entered) {
  if (unlikely(entered)) __atomic_clear(&isLocked, __ATOMIC_RELEASE);
}

// MARK: Growth

// A collection of cycles is due when the memory in use has grown as much as was in use after the last one. What is in
// use is known of a kind of blocks whenever none of them is free any more, and of large blocks always.
enum { LEAST_GROWTH = 64 << 20, MOST_PATIENCE = 128 << 20 };

/// By kind: its spans, and of what lies in them what was in use after the last collection, and what has come since then.
static size_t spanCount[KINDS];
static size_t settled[KINDS], grown[KINDS];
/// By kind: free blocks that wait until the others are used up. A collection that is due then comes in time: without
/// them each one would find the heap a span larger.
static Block *reserve[KINDS];
static size_t growth, growthLimit = LEAST_GROWTH;
/// Bytes in blocks of the C library's: now, and when a collection is due for them alone.
static ptrdiff_t large, largeLimit = LEAST_GROWTH;
static ptrdiff_t largeSettled;

static inline unsigned bytesOf(unsigned kind) {
  return (kind & (OBJECTS - 1)) << GRAIN_SHIFT;
}

static inline size_t capacityOf(unsigned kind) {
  return SPAN / bytesOf(kind) * bytesOf(kind) * spanCount[kind];
}

static void noteLarge(void) {
  ptrdiff_t more = large - largeSettled;
  if (growth + (size_t)(more > 0 ? more : 0) >= growthLimit) ppd_collection_ask(true);
  largeLimit = large + (LEAST_GROWTH >> 3);
}

/// All blocks of a kind are in use.
static void noteGrowth(unsigned kind) {
  size_t inUse = capacityOf(kind);
  size_t more = inUse > settled[kind] ? inUse - settled[kind] : 0;
  growth += more - grown[kind];
  grown[kind] = more;
  ptrdiff_t larger = large - largeSettled;
  if (growth + (size_t)(larger > 0 ? larger : 0) >= growthLimit) ppd_collection_ask(true);
}

static void useReserve(unsigned kind) {
  noteGrowth(kind);
  available[kind] = reserve[kind];
  reserve[kind] = NULL;
}

// MARK: Blocks

/// Has the C library keep blocks of up to 4 MiB that were given back, 16 MiB of them, instead of mapping each anew:
/// sorting 100,000 numbers otherwise takes 24 ms instead of 14, since the system clears the pages each time.
static void keepLargeBlocks(void) {
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
}

/// Gives a kind another span. Returns false when memory has run out.
static __attribute__((noinline)) bool addSpan(unsigned kind) {
  if (base == NULL) {
    if (hasNoMemory) return false;
    void *range = mmap(NULL, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) {
      hasNoMemory = true;
      return false;
    }
    base = range;
    keepLargeBlocks();
  }
  if (used + SPAN > committed) {
    if (committed + STEP > RESERVED || mprotect(base + committed, STEP, PROT_READ | PROT_WRITE) != 0) return false;
    committed += STEP;
  }
  unsigned size = bytesOf(kind);
  spanKind[used >> SPAN_SHIFT] = (uint8_t)kind;
  spanCount[kind]++;
  fresh[kind].start = base + used;
  fresh[kind].end = base + used + SPAN / size * size;
  used += SPAN;
  return true;
}

static inline void *takeFresh(unsigned kind) {
  bool isUsedUp = fresh[kind].start == fresh[kind].end;
  if (unlikely(isUsedUp)) {
    noteGrowth(kind);
    if (!addSpan(kind)) return __real_malloc(bytesOf(kind));
  }
  void *block = fresh[kind].start;
  fresh[kind].start += bytesOf(kind);
  return block;
}

static inline unsigned grainsFor(size_t bytes) {
  unsigned grains = (unsigned)((bytes + (GRAIN - 1)) >> GRAIN_SHIFT);
  return unlikely(grains == 0) ? 1 : grains;
}

/// A block that was given back or is next in the newest span, NULL where it takes more to find one.
static inline void *takeQuickly(unsigned grains, unsigned above) {
  if (unlikely(!__libc_single_threaded)) return NULL;
  unsigned kind = grains + above;
  Block *block = available[kind];
  if (likely(block != NULL)) {
    available[kind] = block->next;
    return block;
  }
  char *next = fresh[kind].start;
  if (unlikely(next == fresh[kind].end)) return NULL;
  fresh[kind].start = next + (grains << GRAIN_SHIFT);
  return next;
}

static __attribute__((noinline)) void *takeSlowly(unsigned kind) {
  bool entered = enter();
  if (available[kind] == NULL && reserve[kind] != NULL) useReserve(kind);
  Block *block = available[kind];
  if (likely(block != NULL)) {
    available[kind] = block->next;
  } else {
    block = takeFresh(kind);
  }
  leave(entered);
  return block;
}

static inline void *take(size_t bytes) {
  unsigned grains = grainsFor(bytes);
  void *block = takeQuickly(grains, 0);
  return likely(block != NULL) ? block : takeSlowly(grains);
}

/// The kind of a block, 0 for the C library's.
static inline unsigned kindOf(void *block) {
  size_t offset = (size_t)((char *)block - base);
  return likely(offset < used) ? spanKind[offset >> SPAN_SHIFT] : 0;
}

static inline void keep(void *block, unsigned kind) {
  ((Block *)block)->next = available[kind];
  available[kind] = block;
}

static __attribute__((noinline)) void giveSlowly(void *block, unsigned kind) {
  if (kind == 0) {
    large -= (ptrdiff_t)__real_malloc_usable_size(block);
    __real_free(block);
    return;
  }
  bool entered = enter();
  keep(block, kind);
  leave(entered);
}

static inline void give(void *block) {
  unsigned kind = kindOf(block);
  if (likely(kind != 0 && __libc_single_threaded)) {
    keep(block, kind);
  } else {
    giveSlowly(block, kind);
  }
}

/// A block of the C library's, which may be NULL.
static __attribute__((noinline)) void *counted(void *block) {
  if (block != NULL) {
    large += (ptrdiff_t)__real_malloc_usable_size(block);
    if (large > largeLimit) noteLarge();
  }
  return block;
}

// MARK: The C library's functions

void *__wrap_malloc(size_t size) {
  return likely(size <= LARGEST) ? take(size) : counted(__real_malloc(size));
}

void __wrap_free(void *block) {
  give(block);
}

void *__wrap_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total) || total > LARGEST) return counted(__real_calloc(count, size));
  void *block = take(total);
  return block == NULL ? NULL : memset(block, 0, total);
}

void *__wrap_realloc(void *block, size_t size) {
  if (block == NULL) return __wrap_malloc(size);
  unsigned kind = kindOf(block);
  if (kind == 0) {
    ptrdiff_t before = (ptrdiff_t)__real_malloc_usable_size(block);
    void *moved = __real_realloc(block, size);
    if (moved != NULL || size == 0) large -= before;
    return counted(moved);
  }
  size_t old = bytesOf(kind);
  if (size == 0) {
    give(block);
    return NULL;
  }
  if (size <= old && size > old / 2) return block;
  void *moved = __wrap_malloc(size);
  if (moved == NULL) return NULL;
  memcpy(moved, block, size < old ? size : old);
  give(block);
  return moved;
}

void *__wrap_memalign(size_t alignment, size_t size) {
  return alignment <= GRAIN ? __wrap_malloc(size) : counted(__real_memalign(alignment, size));
}

void *__wrap_aligned_alloc(size_t alignment, size_t size) {
  return __wrap_memalign(alignment, size);
}

int __wrap_posix_memalign(void **block, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  void *memory = __wrap_memalign(alignment, size);
  if (memory == NULL) return ENOMEM;
  *block = memory;
  return 0;
}

size_t __wrap_malloc_usable_size(void *block) {
  unsigned kind = kindOf(block);
  return kind != 0 ? bytesOf(kind) : __real_malloc_usable_size(block);
}

// MARK: The Swift runtime's functions

typedef struct HeapObject {
  const void *metadata;
  int64_t counts;
} HeapObject;

#define DEINITING ((int64_t)1 << 32)
#define UNOWNED_ONE ((int64_t)1 << 1)
#define NO_OBJECTIVE_C ((int64_t)1)
/// The counts of an object with one strong reference and no others.
#define ONLY_ONE (UNOWNED_ONE | NO_OBJECTIVE_C)

extern HeapObject *__real_swift_allocObject(const void *metadata, size_t size, size_t alignmentMask);
extern void *__real_swift_slowAlloc(size_t size, size_t alignmentMask);
extern void __real_swift_deallocClassInstance(HeapObject *object, size_t size, size_t alignmentMask);
extern void __real_swift_nonatomic_release(HeapObject *object);
extern void __real_swift_arrayDestroy(void *values, size_t count, const void *type);
extern void __real_swift_arrayInitWithCopy(void *target, const void *source, size_t count, const void *type);

/// Memory for whatever is no object, and for large ones. All blocks are aligned for what Swift's types need by default.
void *__wrap_swift_slowAlloc(size_t size, size_t alignmentMask) {
  if (unlikely(alignmentMask >= GRAIN && alignmentMask != SIZE_MAX)) return __real_swift_slowAlloc(size, alignmentMask);
  void *block = __wrap_malloc(size);
  return likely(block != NULL) ? block : __real_swift_slowAlloc(size, alignmentMask);
}

static inline HeapObject *begin(HeapObject *object, const void *metadata) {
  object->metadata = metadata;
  object->counts = ONLY_ONE;
  return object;
}

// What a function saves for its slow way, its fast one saves, too: so that is a function of its own.
static __attribute__((noinline)) HeapObject *allocateSlowly(const void *metadata, size_t size, size_t alignmentMask) {
  HeapObject *object = size > LARGEST || alignmentMask >= GRAIN ? NULL : takeSlowly(grainsFor(size) + OBJECTS);
  return object == NULL ? __real_swift_allocObject(metadata, size, alignmentMask) : begin(object, metadata);
}

HeapObject *__wrap_swift_allocObject(const void *metadata, size_t size, size_t alignmentMask) {
  if (likely(size <= LARGEST && alignmentMask < GRAIN)) {
    HeapObject *object = takeQuickly(grainsFor(size), OBJECTS);
    if (likely(object != NULL)) return begin(object, metadata);
  }
  return allocateSlowly(metadata, size, alignmentMask);
}

void __wrap_swift_deallocClassInstance(HeapObject *object, size_t size, size_t alignmentMask) {
  // An object that is (or was) referred to weakly or without ownership has more to tell.
  if (unlikely((object->counts | NO_OBJECTIVE_C) != (DEINITING | ONLY_ONE))) {
    __real_swift_deallocClassInstance(object, size, alignmentMask);
    return;
  }
  give(object);
}

/// What ends an object stands two words before where its metadata points.
typedef __attribute__((swiftcall)) void Destroyer(__attribute__((swift_context)) HeapObject *);

void __wrap_swift_nonatomic_release(HeapObject *object) {
  if (unlikely((intptr_t)object <= 0)) return;
  int64_t counts = object->counts;
  if (likely(counts >= PPD_STRONG_ONE)) {
    object->counts = counts - PPD_STRONG_ONE;
  } else if (likely(counts == ONLY_ONE)) {
    object->counts = DEINITING | ONLY_ONE;
    ((Destroyer *const *)object->metadata)[-2](object);
  } else {
    // Objects with a slow path are the runtime's.
    __real_swift_nonatomic_release(object);
  }
}

// MARK: Arrays of values

/// The interpreter's value: a number or a reference, as the tag says.
typedef struct {
  HeapObject *payload;
  uint8_t tag;
} Value;

/// The metadata of the values' type, NULL as long as it is not known.
static const void *valueType;
static uint8_t referenceTag;

void __wrap_swift_arrayDestroy(Value *values, size_t count, const void *type) {
  if (type != valueType) {
    __real_swift_arrayDestroy(values, count, type);
    return;
  }
  for (size_t index = 0; index < count; index++) {
    if (values[index].tag == referenceTag) ppd_release(values[index].payload);
  }
}

void __wrap_swift_arrayInitWithCopy(Value *target, const Value *source, size_t count, const void *type) {
  if (type != valueType) {
    __real_swift_arrayInitWithCopy(target, source, count, type);
    return;
  }
  for (size_t index = 0; index < count; index++) {
    target[index] = source[index];
    if (source[index].tag == referenceTag) ppd_retain(source[index].payload);
  }
}

void ppd_heap_know_values(const void *type, uint8_t tag) {
  referenceTag = tag;
  valueType = type;
}

// MARK: For the collector of cycles

static void extent(char **itsBase, size_t *size) {
  *itsBase = base;
  *size = used;
}

static void eachFree(void (*visit)(void *block)) {
  for (unsigned kind = OBJECTS; kind < KINDS; kind++) {
    for (Block *block = available[kind]; block != NULL; block = block->next) visit(block);
    for (Block *block = reserve[kind]; block != NULL; block = block->next) visit(block);
  }
}

static void eachSpan(void (*visit)(char *start, char *end, size_t bytes)) {
  for (size_t span = 0; span < used >> SPAN_SHIFT; span++) {
    unsigned kind = spanKind[span];
    if (kind < OBJECTS) continue;
    char *start = base + (span << SPAN_SHIFT);
    char *end = start + SPAN / bytesOf(kind) * bytesOf(kind);
    // The newest one is not all blocks yet.
    if (end == fresh[kind].end) end = fresh[kind].start;
    visit(start, end, bytesOf(kind));
  }
}

/// The bytes of a kind's free blocks, an eighth of which become its reserve.
static size_t setReserve(unsigned kind) {
  Block **end = &available[kind];
  size_t count = 0;
  while (*end != NULL) {
    end = &(*end)->next;
    count++;
  }
  *end = reserve[kind];
  for (Block *block = reserve[kind]; block != NULL; block = block->next) count++;
  end = &available[kind];
  for (size_t index = 0; index < count - count / 8; index++) end = &(*end)->next;
  reserve[kind] = *end;
  *end = NULL;
  return count * bytesOf(kind);
}

static size_t settle(void) {
  size_t before = growth, inUse = 0;
  for (unsigned kind = 1; kind < KINDS; kind++) {
    before += settled[kind];
    if (spanCount[kind] == 0) continue;
    size_t unused = setReserve(kind) + (size_t)(fresh[kind].end - fresh[kind].start);
    settled[kind] = capacityOf(kind) - unused;
    grown[kind] = 0;
    inUse += settled[kind];
  }
  growth = 0;
  // Where little was found, the next one can wait longer.
  bool wasFruitless = inUse > before / 4 * 3;
  largeSettled = large;
  inUse += large > 0 ? (size_t)large : 0;
  growthLimit = inUse;
  if (wasFruitless) growthLimit += inUse * 5 < MOST_PATIENCE ? inUse * 5 : MOST_PATIENCE;
  if (growthLimit < LEAST_GROWTH) growthLimit = LEAST_GROWTH;
  largeLimit = large + (LEAST_GROWTH >> 3);
  return inUse;
}

static const struct ppd_object_heap objectHeap = {extent, eachFree, eachSpan, settle};

const struct ppd_object_heap *ppd_heap_of_objects(void) {
  return &objectHeap;
}

#else

const struct ppd_object_heap *ppd_heap_of_objects(void) {
  return NULL;
}

void ppd_heap_know_values(const void *type, uint8_t tag) {
  (void)type;
  (void)tag;
}

#endif
