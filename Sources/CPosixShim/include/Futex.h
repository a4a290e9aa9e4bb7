// futex(2) on memory that processes share, futex_waitv(2) on several words, and the kernel's list of words to mark when
// a process dies (set_robust_list(2)).
#pragma once
#include <errno.h>
#include <linux/futex.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define PPD_FUTEX_OWNER_DIED ((uint32_t)0x40000000)
#define PPD_FUTEX_WAITERS ((uint32_t)0x80000000)
/// The most words that one futex_waitv(2) takes.
#define PPD_FUTEX_WAITV_MAX 128

/// Sleeps while `*word == expected`, until a wake or the CLOCK_MONOTONIC time `deadline` (nanoseconds; ~0: for ever).
/// Returns 0 or an errno: EAGAIN (the word had changed), ETIMEDOUT, EINTR.
static inline int ppd_futex_wait(const uint32_t *_Nonnull word, uint32_t expected, uint64_t deadline) {
  struct timespec until = {(time_t)(deadline / 1000000000u), (long)(deadline % 1000000000u)};
  long result = syscall(SYS_futex, word, FUTEX_WAIT_BITSET, expected, deadline == UINT64_MAX ? 0 : &until, 0,
                        FUTEX_BITSET_MATCH_ANY);
  return result == 0 ? 0 : errno;
}

/// Wakes at most `count` sleepers; returns how many.
static inline int ppd_futex_wake(const uint32_t *_Nonnull word, int count) {
  return (int)syscall(SYS_futex, word, FUTEX_WAKE, count, 0, 0, 0);
}

/// One word of a futex_waitv(2), laid out as the kernel's `struct futex_waitv`.
struct ppd_futex_waiter {
  uint64_t expected;
  uint64_t address;
  uint32_t flags;
  uint32_t reserved;
};

static inline struct ppd_futex_waiter ppd_futex_waiter_make(const uint32_t *_Nonnull word, uint32_t expected) {
  struct ppd_futex_waiter waiter = {expected, (uint64_t)(uintptr_t)word, 2 /* FUTEX_32 */, 0};
  return waiter;
}

/// Sleeps until one of the words differs from what is expected of it or is woken. Returns the index of a woken word or
/// a negated errno (EAGAIN, ETIMEDOUT, EINTR; ENOSYS on kernels before 5.16).
static inline int ppd_futex_waitv(const struct ppd_futex_waiter *_Nonnull waiters, unsigned count, uint64_t deadline) {
  struct timespec until = {(time_t)(deadline / 1000000000u), (long)(deadline % 1000000000u)};
  long result = syscall(449 /* futex_waitv */, waiters, count, 0, &until, CLOCK_MONOTONIC);
  return result >= 0 ? (int)result : -errno;
}

/// The head that set_robust_list(2) registers, with its one node and the word behind it.
struct ppd_life {
  struct robust_list_head head;
  struct robust_list node;
  uint32_t word;
  uint32_t padding;
};
_Static_assert(sizeof(struct ppd_life) == 40, "the process slot reserves 40 bytes");

/// Has the kernel set PPD_FUTEX_OWNER_DIED in `life->word`, and wake a sleeper, when this process ends in any way.
/// Returns 0 or an errno.
static inline int ppd_life_register(struct ppd_life *_Nonnull life, uint32_t pid) {
  life->head.list.next = &life->node;
  life->head.futex_offset = (long)((char *)&life->word - (char *)&life->node);
  life->head.list_op_pending = 0;
  life->node.next = &life->head.list;
  uint32_t old = __atomic_load_n(&life->word, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n(&life->word, &old, (old & PPD_FUTEX_WAITERS) | pid, false, __ATOMIC_SEQ_CST,
                                      __ATOMIC_RELAXED)) {
  }
  return syscall(SYS_set_robust_list, &life->head, sizeof(life->head)) == 0 ? 0 : errno;
}
