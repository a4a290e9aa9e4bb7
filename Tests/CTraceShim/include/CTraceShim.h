// ptrace(2), with which the probe kills a process between any two instructions.
#pragma once
#include <stdbool.h>
#include <sys/types.h>

/// Lets the parent trace this process, and stops until it goes on. Returns 0 or an errno.
int trace_me(void);

/// Stops this process, if it is traced, for its parent to see.
void trace_stop(void);

/// Waits for `pid` to stop. False when it ended instead.
bool trace_wait(pid_t pid);

/// Has a stopped process execute up to `count` instructions. Returns how many it did before it ended or stopped by
/// itself.
long trace_step(pid_t pid, long count);

/// Lets a stopped process go on untraced. Returns 0 or an errno.
int trace_release(pid_t pid);
