// Signal dispositions whose types are macros or unions in C.
#pragma once
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/// Installs `handler` (null: the default) for `signal`, without SA_RESTART, so that a wait returns with EINTR. Returns 0 or an errno.
static inline int ppd_signal_install(int signal, void (*_Nullable handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  return sigaction(signal, &action, NULL) == 0 ? 0 : errno;
}

static inline int ppd_signal_set_default(int signal) { return ppd_signal_install(signal, SIG_DFL); }
static inline int ppd_signal_ignore(int signal) { return ppd_signal_install(signal, SIG_IGN); }

/// Whether a handler of this program, neither the default nor "ignore", stands behind `signal`.
static inline bool ppd_signal_has_handler(int signal) {
  struct sigaction action;
  return sigaction(signal, NULL, &action) == 0 && action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN;
}
