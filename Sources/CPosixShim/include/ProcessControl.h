// Processes: fork, the signal that follows a parent's death, process descriptors, cores.
#pragma once
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/// fork(2) for a process of one thread: nothing of the C library's is locked and set free again.
pid_t ppd_fork(void);

// What every child calls goes by way of syscall(2), which its parent has called before: a child need not have another
// page of code mapped for it, nor the dynamic linker look it up.

/// _exit(2).
static inline void ppd_exit_now(int status) __attribute__((noreturn));
static inline void ppd_exit_now(int status) {
  for (;;) syscall(SYS_exit_group, status);
}

/// getppid(2).
static inline pid_t ppd_parent(void) { return (pid_t)syscall(SYS_getppid); }

/// Has descriptor 0 read from /dev/null.
void ppd_detach_input(void);

/// Has the kernel send `signal` to this process when its parent dies. Returns 0 or an errno.
static inline int ppd_signal_on_parent_death(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0) == 0 ? 0 : errno;
}

/// pidfd_open(2): a close-on-exec descriptor that polls readable when the process has ended; -1 and errno.
static inline int ppd_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

/// A close-on-exec descriptor that always polls readable; -1 and errno.
static inline int ppd_ready_descriptor(void) { return eventfd(1, EFD_CLOEXEC); }

/// pidfd_send_signal(2). Returns 0 or an errno.
static inline int ppd_pidfd_signal(int descriptor, int signal) {
  return syscall(SYS_pidfd_send_signal, descriptor, signal, 0, 0) == 0 ? 0 : errno;
}

/// The cores that this process may run on.
uint32_t ppd_core_count(void);

/// Waits until `descriptor` is readable or has ended, for at most `nanoseconds`: 1, 0 when the time is over, -1 and errno.
int ppd_poll_readable(int descriptor, uint64_t nanoseconds);

/// Whether the process has ended, be it that nobody has waited for it yet. False where the system does not tell.
bool ppd_has_exited(pid_t pid);

static inline bool ppd_status_exited(int status) { return WIFEXITED(status); }
static inline int ppd_status_code(int status) { return WEXITSTATUS(status); }
static inline int ppd_status_signal(int status) { return WTERMSIG(status); }
