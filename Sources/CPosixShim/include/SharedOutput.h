// A stream on which many processes write and whose reader learns who wrote what: a pair of Unix sockets.
#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Makes the pair: `ends[0]` to read from, which does not block and raises SIGIO in this process when something comes;
/// `ends[1]` to write to. Both close on exec. Returns 0, or -1 and errno.
int ppd_shared_output(int ends[2]);

/// Reads what one process wrote: its bytes, and its pid in `*writer` (0: unknown). Returns the count, 0 at the end, -1
/// and errno.
ssize_t ppd_shared_output_read(int descriptor, void *bytes, size_t count, pid_t *writer);
