// System calls and variables that Swift's Glibc module does not show. What needs _GNU_SOURCE is defined in System.c: in a
// header the macro would make types differ from those of the Glibc module.
#pragma once
#include <fcntl.h>
#include <stddef.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/// `UTIME_NOW` of utimensat(2).
static inline long ppd_utime_now(void) { return UTIME_NOW; }
/// pipe2(2) with `O_CLOEXEC`.
int ppd_pipe(int ends[2]);
/// pipe2(2).
int ppd_pipe_with(int ends[2], int flags);
/// dup3(2) with `O_CLOEXEC`.
int ppd_dup_private(int from, int to);
/// getrandom(2).
static inline ssize_t ppd_random(void *bytes, size_t count) { return getrandom(bytes, count, 0); }
/// getpriority(2) and setpriority(2).
int ppd_get_priority(int which, unsigned who);
int ppd_set_priority(int which, unsigned who, int value);

/// Whether the process may run on a processor.
int ppd_may_run_on(int processor);

/// The most processors that ppd_may_run_on can be asked about.
int ppd_processor_limit(void);

/// sched_setaffinity(2) to some processors. -1 with EINVAL where one of them is past the limit.
int ppd_set_affinity(int pid, const int *processors, int count);

struct rusage;
struct rlimit;
struct ppd_signal_report;
/// getrusage(2).
int ppd_get_usage(int who, struct rusage *usage);
/// prlimit(2).
int ppd_limit(int pid, int resource, const struct rlimit *wanted, struct rlimit *before);
/// getresuid(2).
int ppd_get_users(uid_t *real, uid_t *effective, uid_t *saved);
/// waitid(2). The report has process 0 where no child has ended.
int ppd_wait_id(int kind, unsigned id, int options, struct ppd_signal_report *report);

/// `timezone`, `daylight` and `tzname` of tzset(3).
static inline long ppd_zone_offset(void) { return timezone; }
static inline int ppd_zone_has_summer_time(void) { return daylight; }
static inline const char *ppd_zone_name(int index) { return tzname[index]; }

/// setitimer(2) and getitimer(2).
int ppd_set_timer(int which, const struct itimerval *timer, struct itimerval *before);
int ppd_get_timer(int which, struct itimerval *timer);
