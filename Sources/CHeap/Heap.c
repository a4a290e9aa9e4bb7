// A heap for a program whose objects are small, many and soon gone, and which has one thread.
//
// Blocks of up to 512 bytes come from spans of 16 KiB, each of blocks of one size; a free block holds the address of the
// next free one of its size. Taking and giving back a block are four instructions each, and a block has no header:
//
//   base                                                     committed                       base + RESERVED
//   | span of 32s | span of 64s | span of 32s | … | not yet a span |        no access yet        |
//     spanSize = 2    spanSize = 4    spanSize = 2
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

/// By the size of the blocks, in grains: the first free block, and the rest of the newest span.
static Block *available[SIZES];
static Fresh fresh[SIZES];
static char *base;
/// Bytes from `base` on: in spans, and open to access.
static size_t used, committed;
static bool hasNoMemory;
/// The size of the blocks of each span, in grains.
static uint8_t spanSize[RESERVED / SPAN];

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

// MARK: Blocks

/// Gives a size another span. Returns false when memory has run out.
static __attribute__((noinline)) bool addSpan(unsigned grains) {
  if (base == NULL) {
    if (hasNoMemory) return false;
    void *range = mmap(NULL, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) {
      hasNoMemory = true;
      return false;
    }
    base = range;
  }
  if (used + SPAN > committed) {
    if (committed + STEP > RESERVED || mprotect(base + committed, STEP, PROT_READ | PROT_WRITE) != 0) return false;
    committed += STEP;
  }
  unsigned size = grains << GRAIN_SHIFT;
  spanSize[used >> SPAN_SHIFT] = (uint8_t)grains;
  fresh[grains].start = base + used;
  fresh[grains].end = base + used + SPAN / size * size;
  used += SPAN;
  return true;
}

static inline void *takeFresh(unsigned grains) {
  bool isUsedUp = fresh[grains].start == fresh[grains].end;
  if (unlikely(isUsedUp) && !addSpan(grains)) return __real_malloc(grains << GRAIN_SHIFT);
  void *block = fresh[grains].start;
  fresh[grains].start += grains << GRAIN_SHIFT;
  return block;
}

static inline unsigned grainsFor(size_t bytes) {
  unsigned grains = (unsigned)((bytes + (GRAIN - 1)) >> GRAIN_SHIFT);
  return unlikely(grains == 0) ? 1 : grains;
}

/// A block that was given back or is next in the newest span, NULL where it takes more to find one.
static inline void *takeQuickly(unsigned grains) {
  if (unlikely(!__libc_single_threaded)) return NULL;
  Block *block = available[grains];
  if (likely(block != NULL)) {
    available[grains] = block->next;
    return block;
  }
  char *next = fresh[grains].start;
  if (unlikely(next == fresh[grains].end)) return NULL;
  fresh[grains].start = next + (grains << GRAIN_SHIFT);
  return next;
}

static __attribute__((noinline)) void *takeSlowly(unsigned grains) {
  bool entered = enter();
  Block *block = available[grains];
  if (likely(block != NULL)) {
    available[grains] = block->next;
  } else {
    block = takeFresh(grains);
  }
  leave(entered);
  return block;
}

static inline void *take(size_t bytes) {
  unsigned grains = grainsFor(bytes);
  void *block = takeQuickly(grains);
  return likely(block != NULL) ? block : takeSlowly(grains);
}

/// The size of a block in grains, 0 for the C library's.
static inline unsigned grainsOf(void *block) {
  size_t offset = (size_t)((char *)block - base);
  return likely(offset < used) ? spanSize[offset >> SPAN_SHIFT] : 0;
}

static inline void keep(void *block, unsigned grains) {
  ((Block *)block)->next = available[grains];
  available[grains] = block;
}

static __attribute__((noinline)) void giveSlowly(void *block, unsigned grains) {
  if (grains == 0) {
    __real_free(block);
    return;
  }
  bool entered = enter();
  keep(block, grains);
  leave(entered);
}

static inline void give(void *block) {
  unsigned grains = grainsOf(block);
  if (likely(grains != 0 && __libc_single_threaded)) {
    keep(block, grains);
  } else {
    giveSlowly(block, grains);
  }
}

// MARK: The C library's functions

void *__wrap_malloc(size_t size) {
  return likely(size <= LARGEST) ? take(size) : __real_malloc(size);
}

void __wrap_free(void *block) {
  give(block);
}

void *__wrap_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total) || total > LARGEST) return __real_calloc(count, size);
  void *block = take(total);
  return block == NULL ? NULL : memset(block, 0, total);
}

void *__wrap_realloc(void *block, size_t size) {
  if (block == NULL) return __wrap_malloc(size);
  unsigned grains = grainsOf(block);
  if (grains == 0) return __real_realloc(block, size);
  size_t old = (size_t)grains << GRAIN_SHIFT;
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
  return alignment <= GRAIN ? __wrap_malloc(size) : __real_memalign(alignment, size);
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
  unsigned grains = grainsOf(block);
  return grains != 0 ? (size_t)grains << GRAIN_SHIFT : __real_malloc_usable_size(block);
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
  HeapObject *object = size > LARGEST || alignmentMask >= GRAIN ? NULL : take(size);
  return object == NULL ? __real_swift_allocObject(metadata, size, alignmentMask) : begin(object, metadata);
}

HeapObject *__wrap_swift_allocObject(const void *metadata, size_t size, size_t alignmentMask) {
  if (likely(size <= LARGEST && alignmentMask < GRAIN)) {
    HeapObject *object = takeQuickly(grainsFor(size));
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

#else

void ppd_heap_know_values(const void *type, uint8_t tag) {
  (void)type;
  (void)tag;
}

#endif
