// Stacks of our own, and the switch from one to another.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The lowest address that the stack on which the thread runs may reach, but for a reserve; 0 where nobody knows it.
extern _Thread_local __attribute__((tls_model("initial-exec"))) uintptr_t ppd_thread_stack_limit;

static inline uintptr_t ppd_stack_limit(void) { return ppd_thread_stack_limit; }
static inline void ppd_set_stack_limit(uintptr_t limit) { ppd_thread_stack_limit = limit; }

/// How far the stack reaches: the stack pointer itself, since asking for the frame's address costs each caller a frame
/// pointer.
static inline __attribute__((always_inline)) uintptr_t ppd_stack_pointer(void) {
#if defined(__x86_64__)
  uintptr_t pointer;
  __asm__ volatile("mov %%rsp, %0" : "=r"(pointer));
  return pointer;
#else
  return (uintptr_t)__builtin_frame_address(0);
#endif
}

/// Whether the stack is used up but for the reserve below its limit.
static inline __attribute__((always_inline)) bool ppd_stack_is_low(void) {
  return ppd_stack_pointer() < ppd_thread_stack_limit;
}

/// The same, but for as much again as a function of a script needs that does not recurse.
static inline __attribute__((always_inline)) bool ppd_stack_is_nearly_low(void) {
  return ppd_stack_pointer() < ppd_thread_stack_limit + (256 << 10);
}

/// The loop that lets go of what was held by objects which went where the stack was low, of the thread; NULL while none
/// runs.
void *ppd_late_releases(void);
void ppd_set_late_releases(void *loop);

/// Saves the callee-saved registers on the present stack, stores its pointer in `*save`, and goes on where the stack
/// `load` was left.
void ppd_stack_switch(void **save, void *load);

/// Prepares the stack that ends at `top` (16-byte aligned) so that the first switch to it calls `entry(context)`, which
/// must never return. Returns what that switch loads.
void *ppd_stack_prepare(void *top, void (*entry)(void *), void *context);
