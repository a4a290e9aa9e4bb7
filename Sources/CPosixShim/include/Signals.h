// Signals as flags: the handler only notes that a signal came, the interpreter acts on it between two operations.
#pragma once
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <time.h>

extern volatile sig_atomic_t ppd_pending_signals;

/// Not 0 when a signal has come since the last ppd_signal_take that found none.
static inline int ppd_signal_pending(void) { return __builtin_expect(ppd_pending_signals != 0, 0); }

/// Notes this signal from now on instead of its default action. Returns 0 or -1 with errno.
int ppd_signal_catch(int number);
/// Gives a signal its default action (ignore false) or ignores it. Returns 0 or -1 with errno.
int ppd_signal_release(int number, bool ignore);
/// A signal that came and has not been taken, lowest first; 0 when there is none.
int ppd_signal_take(void);
/// Notes a signal as if it had come.
void ppd_signal_note(int number);
/// Forgets the signals that came: for a forked child, whose parent's they were.
void ppd_signal_forget(void);

/// Waits for a descriptor (or, with -1, for none) until `timeout` (NULL: for ever) has passed. No signal is lost
/// between a look at the flags and the wait. Returns poll(2)'s result; -1 with EINTR when a signal is pending.
int ppd_wait(int descriptor, short events, const struct timespec *timeout);

/// The same for several descriptors, filling in their `revents`.
int ppd_wait_any(struct pollfd *waits, nfds_t count, const struct timespec *timeout);
