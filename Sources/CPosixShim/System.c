// System calls that Swift's Glibc module does not show.
#define _GNU_SOURCE
#include "System.h"
#include <sched.h>
#include <sys/resource.h>

int ppd_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
int ppd_dup_private(int from, int to) { return dup3(from, to, O_CLOEXEC); }

int ppd_may_run_on(int processor) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) < 0) return processor == 0;
  return CPU_ISSET(processor, &set) != 0;
}

int ppd_processor_limit(void) { return CPU_SETSIZE; }

int ppd_get_priority(int which, unsigned who) { return getpriority(which, who); }
int ppd_set_priority(int which, unsigned who, int value) { return setpriority(which, who, value); }
int ppd_set_timer(int which, const struct itimerval *timer, struct itimerval *before) {
  return setitimer(which, timer, before);
}
int ppd_get_timer(int which, struct itimerval *timer) { return getitimer(which, timer); }
