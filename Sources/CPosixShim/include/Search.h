// Searching in memory: GNU functions that Swift's import of the C library leaves out.
#pragma once
#include <stddef.h>

/// memmem(3): the first occurrence of a needle in a haystack, NULL when there is none. Linear time.
const void *ppd_memmem(const void *haystack, size_t count, const void *needle, size_t needleCount);

/// memrchr(3): the last occurrence of a byte, NULL when there is none.
const void *ppd_memrchr(const void *memory, int byte, size_t count);
