// The heap of a program with one thread: Heap.c replaces the C library's `malloc`, and the fast paths of the Swift
// runtime's allocation, release, and copies of arrays. Only release builds have it.
#pragma once
#include "Collector.h"
#include <stdint.h>

/// Says how the interpreter's values look: 16 bytes, with a reference at offset 0 where the byte at offset 8 is `tag`.
/// Without it their arrays are copied and destroyed by the runtime, a call a member.
void ppd_heap_know_values(const void *type, uint8_t tag);

/// The heap as the collector of cycles needs it; NULL in debug builds.
const struct ppd_object_heap *ppd_heap_of_objects(void);
