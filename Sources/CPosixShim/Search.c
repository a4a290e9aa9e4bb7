// Definitions behind Search.h.
#define _GNU_SOURCE
#include "Search.h"
#include <string.h>

const void *ppd_memmem(const void *haystack, size_t count, const void *needle, size_t needleCount) {
  return memmem(haystack, count, needle, needleCount);
}

const void *ppd_memrchr(const void *memory, int byte, size_t count) {
  return memrchr(memory, byte, count);
}
