// What Swift cannot import of POSIX and Linux: macros, variadic functions, fork, futexes and C11 atomics on shared memory.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/types.h>
#include <unistd.h>
#include "Search.h"
#include "Signals.h"
#include "System.h"

#include "Coroutine.h"

/// fork(2).
static inline pid_t ppd_fork(void) { return fork(); }
