// Counting references to Swift's objects without a call. Relies on what the runtime's headers fix: an object begins
// with its metadata and this word.
//
//   63         62 ... 33            32             31 ... 1          0
//   | slow path | strong count - 1 | being deinit'd | unowned count | no Objective-C |
#pragma once
#include <stdbool.h>
#include <stdint.h>

#define PPD_STRONG_ONE ((int64_t)1 << 33)

extern void *swift_nonatomic_retain(void *object);
extern void swift_nonatomic_release(void *object);

static inline __attribute__((always_inline)) int64_t *ppd_reference_counts(void *object) {
  return (int64_t *)object + 1;
}

/// Counts one more reference, as `swift_retain` does in a program with one thread.
static inline __attribute__((always_inline)) void ppd_retain(void *object) {
  int64_t *counts = ppd_reference_counts(object);
  int64_t more = (int64_t)((uint64_t)*counts + PPD_STRONG_ONE);
  if (__builtin_expect(more < 0, 0)) {
    swift_nonatomic_retain(object);
  } else {
    *counts = more;
  }
}

/// Whether the object has no reference but the one that is asked for.
static inline __attribute__((always_inline)) bool ppd_is_only_reference(void *object) {
  return (uint64_t)*ppd_reference_counts(object) >> 32 == 0;
}

/// Counts one reference less, as `swift_release` does. The last one, and objects with a slow path, are the runtime's.
static inline __attribute__((always_inline)) void ppd_release(void *object) {
  int64_t *counts = ppd_reference_counts(object);
  if (__builtin_expect(*counts < PPD_STRONG_ONE, 0)) {
    swift_nonatomic_release(object);
  } else {
    *counts -= PPD_STRONG_ONE;
  }
}
