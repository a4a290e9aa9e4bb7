// Stacks of our own, and the switch from one to another.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The address of the caller's stack frame: how deep the native stack is.
static inline __attribute__((always_inline)) void *ppd_stack_address(void) { return __builtin_frame_address(0); }

/// Saves the callee-saved registers on the present stack, stores its pointer in `*save`, and goes on where the stack
/// `load` was left.
void ppd_stack_switch(void **save, void *load);

/// Prepares the stack that ends at `top` (16-byte aligned) so that the first switch to it calls `entry(context)`, which
/// must never return. Returns what that switch loads.
void *ppd_stack_prepare(void *top, void (*entry)(void *), void *context);
