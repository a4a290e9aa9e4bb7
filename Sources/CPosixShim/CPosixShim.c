// Futexes, fork and what Swift cannot import.
#include "CPosixShim.h"
