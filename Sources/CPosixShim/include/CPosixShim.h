// What Swift cannot import of POSIX and Linux: macros, variadic functions, fork, futexes and C11 atomics on shared memory.
// One header a subject.
#pragma once
#include "Atomics.h"
#include "Collector.h"
#include "Coroutine.h"
#include "Futex.h"
#include "ProcessControl.h"
#include "References.h"
#include "Search.h"
#include "SharedOutput.h"
#include "Signals.h"
#include "Sockets.h"
#include "System.h"
