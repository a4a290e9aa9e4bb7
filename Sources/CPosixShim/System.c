// System calls that Swift's Glibc module does not show.
#define _GNU_SOURCE
#include "System.h"
#include "Signals.h"
#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

int ppd_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
int ppd_pipe_with(int ends[2], int flags) { return pipe2(ends, flags); }
int ppd_dup_private(int from, int to) { return dup3(from, to, O_CLOEXEC); }

int ppd_may_run_on(int processor) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) < 0) return processor == 0;
  return CPU_ISSET(processor, &set) != 0;
}

int ppd_set_affinity(int pid, const int *processors, int count) {
  cpu_set_t set;
  CPU_ZERO(&set);
  for (int index = 0; index < count; index++) {
    if (processors[index] >= CPU_SETSIZE) {
      errno = EINVAL;
      return -1;
    }
    CPU_SET(processors[index], &set);
  }
  return sched_setaffinity(pid, sizeof set, &set);
}

int ppd_get_usage(int who, struct rusage *usage) { return getrusage(who, usage); }
int ppd_limit(int pid, int resource, const struct rlimit *wanted, struct rlimit *before) {
  return prlimit(pid, resource, wanted, before);
}
int ppd_get_users(uid_t *real, uid_t *effective, uid_t *saved) { return getresuid(real, effective, saved); }

int ppd_wait_id(int kind, unsigned id, int options, struct ppd_signal_report *report) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  if (waitid((idtype_t)kind, id, &info, options) < 0) return -1;
  *report = (struct ppd_signal_report){info.si_signo, info.si_code, info.si_errno, info.si_pid,
                                       (int)info.si_uid, info.si_status, 0};
  return 0;
}

int ppd_processor_limit(void) { return CPU_SETSIZE; }

int ppd_get_priority(int which, unsigned who) { return getpriority(which, who); }
int ppd_set_priority(int which, unsigned who, int value) { return setpriority(which, who, value); }
int ppd_set_timer(int which, const struct itimerval *timer, struct itimerval *before) {
  return setitimer(which, timer, before);
}
int ppd_get_timer(int which, struct itimerval *timer) { return getitimer(which, timer); }
