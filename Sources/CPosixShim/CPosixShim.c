// What needs declarations that Swift's own view of the C library does not have.
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <time.h>
#include <unistd.h>

#include "CPosixShim.h"

uint32_t ppd_core_count(void) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof(set), &set) == 0) return (uint32_t)CPU_COUNT(&set);
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (uint32_t)count;
}

int ppd_poll_readable(int descriptor, uint64_t nanoseconds) {
  struct pollfd request = {descriptor, POLLIN, 0};
  struct timespec time = {(time_t)(nanoseconds / 1000000000u), (long)(nanoseconds % 1000000000u)};
  return ppoll(&request, 1, &time, 0);
}

bool ppd_has_exited(pid_t pid) {
  int descriptor = ppd_pidfd_open(pid);
  if (descriptor < 0) return errno == ESRCH;
  bool exited = ppd_poll_readable(descriptor, 0) > 0;
  close(descriptor);
  return exited;
}

pid_t ppd_fork(void) { return _Fork(); }

void ppd_detach_input(void) {
  int null = (int)syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY);
  if (null <= 0) return;
  syscall(SYS_dup3, null, 0, 0);
  syscall(SYS_close, null);
}
