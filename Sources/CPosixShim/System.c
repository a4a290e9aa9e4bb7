// System calls that Swift's Glibc module does not show.
#define _GNU_SOURCE
#include "System.h"
#include <sys/resource.h>

int ppd_get_priority(int which, unsigned who) { return getpriority(which, who); }
int ppd_set_priority(int which, unsigned who, int value) { return setpriority(which, who, value); }
int ppd_set_timer(int which, const struct itimerval *timer, struct itimerval *before) {
  return setitimer(which, timer, before);
}
int ppd_get_timer(int which, struct itimerval *timer) { return getitimer(which, timer); }
