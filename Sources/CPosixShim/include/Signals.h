// Signals as flags: the handler only notes that a signal came, the interpreter acts on it between two operations.
#pragma once
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/types.h>
#include <time.h>

extern volatile sig_atomic_t ppd_pending_signals;

/// Not 0 when a signal has come since the last ppd_signal_take that found none.
static inline int ppd_signal_pending(void) { return __builtin_expect(ppd_pending_signals != 0, 0); }

/// Where a signal came from.
struct ppd_signal_origin {
  /// The process that sent it; 0 for the kernel, as for a terminal's key.
  pid_t sender;
  /// Whether it was passed on by ppd_signal_relay.
  bool relayed;
};

/// Notes this signal from now on instead of its default action. Returns 0 or -1 with errno.
int ppd_signal_catch(int number);
/// Notes SIGTERM from now on, but dies of it at once where this process or its master sent it. Returns 0 or -1 with errno.
int ppd_signal_catch_termination(void);
/// Who that master is; nobody at first.
void ppd_signal_set_master(pid_t master);
/// Gives a signal its default action (ignore false) or ignores it. Returns 0 or -1 with errno.
int ppd_signal_release(int number, bool ignore);
/// A signal that came and has not been taken, lowest first; 0 when there is none.
int ppd_signal_take(void);
/// Where the last one of this number came from.
struct ppd_signal_origin ppd_signal_origin(int number);
/// Notes a signal again that was taken, as if it had come now.
void ppd_signal_note(int number);
/// Forgets the signals that came to the parent: for a forked child.
void ppd_signal_forget(void);
/// Sends a signal that says that it is passed on from the receiver's parent. Returns 0 or -1 with errno.
int ppd_signal_relay(pid_t receiver, int number);
/// Has the kernel send this process a signal once so many nanoseconds have passed, instead of what the last call asked
/// for. A forked child is sent none. Returns 0 or -1 with errno.
int ppd_signal_later(int number, long nanoseconds);
/// A signal that was waited for, as siginfo_t tells of it.
struct ppd_signal_report {
  int number, code, error, process, user, status, band;
};
/// Takes a pending signal of the set, or waits for one until `timeout` (NULL: for ever) has passed. Returns 0, or -1 with
/// errno: EAGAIN when none came, EINTR when a signal came that is not of the set.
int ppd_signal_await(const sigset_t *set, const struct timespec *timeout, struct ppd_signal_report *report);
/// Ends this process by a signal's default action.
void ppd_signal_die(int number) __attribute__((noreturn));

/// Waits for a descriptor (or, with -1, for none) until `timeout` (NULL: for ever) has passed. No signal is lost
/// between a look at the flags and the wait. Returns poll(2)'s result; -1 with EINTR when a signal is pending.
int ppd_wait(int descriptor, short events, const struct timespec *timeout);

/// The same for several descriptors, filling in their `revents`.
int ppd_wait_any(struct pollfd *waits, nfds_t count, const struct timespec *timeout);
