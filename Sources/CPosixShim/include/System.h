// System calls and variables that Swift's Glibc module does not show.
#pragma once
#include <fcntl.h>
#include <sched.h>
#include <stddef.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/// `UTIME_NOW` of utimensat(2).
static inline long ppd_utime_now(void) { return UTIME_NOW; }
/// pipe2(2) with `O_CLOEXEC`.
static inline int ppd_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
/// dup3(2) with `O_CLOEXEC`.
static inline int ppd_dup_private(int from, int to) { return dup3(from, to, O_CLOEXEC); }
/// getrandom(2).
static inline ssize_t ppd_random(void *bytes, size_t count) { return getrandom(bytes, count, 0); }
/// getpriority(2) and setpriority(2).
int ppd_get_priority(int which, unsigned who);
int ppd_set_priority(int which, unsigned who, int value);

/// Whether the process may run on a processor.
static inline int ppd_may_run_on(int processor) {
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) < 0) return processor == 0;
  return CPU_ISSET(processor, &set) != 0;
}

/// The most processors that ppd_may_run_on can be asked about.
static inline int ppd_processor_limit(void) { return CPU_SETSIZE; }

/// `timezone`, `daylight` and `tzname` of tzset(3).
static inline long ppd_zone_offset(void) { return timezone; }
static inline int ppd_zone_has_summer_time(void) { return daylight; }
static inline const char *ppd_zone_name(int index) { return tzname[index]; }

/// setitimer(2) and getitimer(2).
int ppd_set_timer(int which, const struct itimerval *timer, struct itimerval *before);
int ppd_get_timer(int which, struct itimerval *timer);
