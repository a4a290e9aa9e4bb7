// Signals as flags.
#define _GNU_SOURCE
#include "Signals.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

volatile sig_atomic_t ppd_pending_signals;

/// What the handler notes of each signal. `receiver` is 0 while none has come; a forked child finds its parent's number.
static volatile struct {
  pid_t receiver;
  pid_t sender;
  bool relayed;
} notes[NSIG];

/// What a relayed signal carries.
static const int relay_mark = 0x70706421;

static bool is_relayed(const siginfo_t *info) {
  return info->si_code == SI_QUEUE && info->si_value.sival_int == relay_mark;
}

static pid_t sender(const siginfo_t *info) { return info->si_code <= 0 ? info->si_pid : 0; }

static void on_signal(int number, siginfo_t *info, void *context) {
  (void)context;
  pid_t self = getpid();
  bool waits = notes[number].receiver == self;
  // One that came of itself counts for more than one that was passed on.
  if (!waits || notes[number].relayed || !is_relayed(info)) {
    notes[number].relayed = is_relayed(info);
    notes[number].sender = sender(info);
    notes[number].receiver = self;
  }
  ppd_pending_signals = 1;
}

static int set_handler(int number, void (*handler)(int, siginfo_t *, void *)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handler;
  // No SA_RESTART: a blocked call returns with EINTR, so that its caller can run the script's handler.
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, NULL);
}

int ppd_signal_catch(int number) { return set_handler(number, on_signal); }

static volatile pid_t terminating_master;

static void on_termination(int number, siginfo_t *info, void *context) {
  pid_t from = sender(info);
  if (!is_relayed(info) && from != 0 && (from == terminating_master || from == getpid())) ppd_signal_die(number);
  on_signal(number, info, context);
}

void ppd_signal_set_master(pid_t master) { terminating_master = master; }

int ppd_signal_catch_termination(void) { return set_handler(SIGTERM, on_termination); }

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
    if (notes[number].receiver == 0) continue;
    notes[number].receiver = 0;
    // There may be more of them.
    ppd_pending_signals = 1;
    return number;
  }
  return 0;
}

struct ppd_signal_origin ppd_signal_origin(int number) {
  return (struct ppd_signal_origin){notes[number].sender, notes[number].relayed};
}

void ppd_signal_note(int number) {
  notes[number].receiver = getpid();
  ppd_pending_signals = 1;
}

void ppd_signal_forget(void) {
  pid_t self = getpid();
  ppd_pending_signals = 0;
  for (int number = 1; number < NSIG; number++) {
    if (notes[number].receiver == self) {
      ppd_pending_signals = 1;
    } else {
      notes[number].receiver = 0;
    }
  }
}

int ppd_signal_relay(pid_t receiver, int number) {
  return sigqueue(receiver, number, (union sigval){.sival_int = relay_mark});
}

int ppd_signal_later(int number, long nanoseconds) {
  static timer_t timer;
  static pid_t owner;
  static int timed;
  if (owner != getpid() || timed != number) {
    if (owner == getpid()) timer_delete(timer);
    owner = 0;
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = number};
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) < 0) return -1;
    owner = getpid();
    timed = number;
  }
  struct itimerspec time = {.it_value = {nanoseconds / 1000000000, nanoseconds % 1000000000}};
  return timer_settime(timer, 0, &time, NULL);
}

void ppd_signal_die(int number) {
  ppd_signal_release(number, false);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  // Its default action was not to end.
  _exit(128 + number);
}

int ppd_signal_await(const sigset_t *set, const struct timespec *timeout, struct ppd_signal_report *report) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  if (sigtimedwait(set, &info, timeout) < 0) return -1;
  *report = (struct ppd_signal_report){info.si_signo, info.si_code, info.si_errno, info.si_pid,
                                       (int)info.si_uid, info.si_status, (int)info.si_band};
  return 0;
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
