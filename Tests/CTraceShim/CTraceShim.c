#include "CTraceShim.h"

#include <errno.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

int trace_me(void) {
  if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) return errno;
  raise(SIGSTOP);
  return 0;
}

void trace_stop(void) { raise(SIGSTOP); }

bool trace_wait(pid_t pid) {
  int status;
  return waitpid(pid, &status, 0) == pid && WIFSTOPPED(status);
}

long trace_step(pid_t pid, long count) {
  for (long done = 0; done < count; done++) {
    int status;
    if (ptrace(PTRACE_SINGLESTEP, pid, 0, 0) != 0) return done;
    if (waitpid(pid, &status, 0) != pid || !WIFSTOPPED(status)) return done;
    if (WSTOPSIG(status) == SIGSTOP) return done;
  }
  return count;
}

int trace_release(pid_t pid) { return ptrace(PTRACE_DETACH, pid, 0, 0) == 0 ? 0 : errno; }
