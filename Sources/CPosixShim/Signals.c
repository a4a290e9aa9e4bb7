// Signals as flags.
#define _GNU_SOURCE
#include "Signals.h"
#include <errno.h>
#include <string.h>

volatile sig_atomic_t ppd_pending_signals;
static volatile sig_atomic_t came[NSIG];

void ppd_signal_note(int number) {
  came[number] = 1;
  ppd_pending_signals = 1;
}

int ppd_signal_catch(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ppd_signal_note;
  // No SA_RESTART: a blocked call returns with EINTR, so that its caller can run the script's handler.
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

int ppd_signal_release(int number, bool ignore) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ignore ? SIG_IGN : SIG_DFL;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

int ppd_signal_take(void) {
  // The summary goes first: a signal that comes during the search sets it again.
  ppd_pending_signals = 0;
  for (int number = 1; number < NSIG; number++) {
    if (came[number]) {
      came[number] = 0;
      // There may be more of them.
      ppd_pending_signals = 1;
      return number;
    }
  }
  return 0;
}

void ppd_signal_forget(void) {
  for (int number = 1; number < NSIG; number++) came[number] = 0;
  ppd_pending_signals = 0;
}

int ppd_wait(int descriptor, short events, const struct timespec *timeout) {
  struct pollfd wait = {.fd = descriptor, .events = events};
  return ppd_wait_any(&wait, descriptor < 0 ? 0 : 1, timeout);
}

int ppd_wait_any(struct pollfd *waits, nfds_t count, const struct timespec *timeout) {
  sigset_t all, before;
  sigfillset(&all);
  if (sigprocmask(SIG_SETMASK, &all, &before) < 0) return -1;
  int result;
  if (ppd_pending_signals) {
    errno = EINTR;
    result = -1;
  } else {
    result = ppoll(waits, count, timeout, &before);
  }
  int code = errno;
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = code;
  return result;
}
