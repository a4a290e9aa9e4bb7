// The stack switch: a dozen instructions for each kind of processor.
#include "Coroutine.h"

_Thread_local uintptr_t ppd_thread_stack_limit;

static _Thread_local void *late_releases;

void *ppd_late_releases(void) { return late_releases; }

void ppd_set_late_releases(void *loop) { late_releases = loop; }

#if defined(__x86_64__)

// Saved, from the stack pointer up: r15 r14 r13 r12 rbx rbp, return address.
__asm__(
    ".text\n"
    ".globl ppd_stack_switch\n"
    ".type ppd_stack_switch,@function\n"
    "ppd_stack_switch:\n"
    "  pushq %rbp\n  pushq %rbx\n  pushq %r12\n  pushq %r13\n  pushq %r14\n  pushq %r15\n"
    "  movq %rsp, (%rdi)\n"
    "  movq %rsi, %rsp\n"
    "  popq %r15\n  popq %r14\n  popq %r13\n  popq %r12\n  popq %rbx\n  popq %rbp\n"
    "  ret\n"
    ".size ppd_stack_switch,.-ppd_stack_switch\n"
    ".globl ppd_stack_entry\n"
    ".hidden ppd_stack_entry\n"
    ".type ppd_stack_entry,@function\n"
    "ppd_stack_entry:\n"
    "  movq %rbx, %rdi\n"
    "  xorl %ebp, %ebp\n"
    "  callq *%r12\n"
    "  ud2\n"
    ".size ppd_stack_entry,.-ppd_stack_entry\n");

void ppd_stack_entry(void);

void *ppd_stack_prepare(void *top, void (*entry)(void *), void *context) {
  uintptr_t *sp = (uintptr_t *)((uintptr_t)top & ~(uintptr_t)15);
  // Two words, so that the entry's call finds the stack aligned to 16 bytes.
  *--sp = 0;
  *--sp = 0;
  *--sp = (uintptr_t)ppd_stack_entry;
  *--sp = 0;                   // rbp
  *--sp = (uintptr_t)context;  // rbx
  *--sp = (uintptr_t)entry;    // r12
  *--sp = 0;                   // r13
  *--sp = 0;                   // r14
  *--sp = 0;                   // r15
  return sp;
}

#elif defined(__aarch64__)

// Saved, from the stack pointer up: x19…x28, x29, x30, d8…d15.
__asm__(
    ".text\n"
    ".globl ppd_stack_switch\n"
    ".type ppd_stack_switch,%function\n"
    "ppd_stack_switch:\n"
    "  sub sp, sp, #160\n"
    "  stp x19, x20, [sp, #0]\n  stp x21, x22, [sp, #16]\n  stp x23, x24, [sp, #32]\n"
    "  stp x25, x26, [sp, #48]\n  stp x27, x28, [sp, #64]\n  stp x29, x30, [sp, #80]\n"
    "  stp d8, d9, [sp, #96]\n  stp d10, d11, [sp, #112]\n  stp d12, d13, [sp, #128]\n  stp d14, d15, [sp, #144]\n"
    "  mov x9, sp\n  str x9, [x0]\n  mov sp, x1\n"
    "  ldp x19, x20, [sp, #0]\n  ldp x21, x22, [sp, #16]\n  ldp x23, x24, [sp, #32]\n"
    "  ldp x25, x26, [sp, #48]\n  ldp x27, x28, [sp, #64]\n  ldp x29, x30, [sp, #80]\n"
    "  ldp d8, d9, [sp, #96]\n  ldp d10, d11, [sp, #112]\n  ldp d12, d13, [sp, #128]\n  ldp d14, d15, [sp, #144]\n"
    "  add sp, sp, #160\n"
    "  ret\n"
    ".size ppd_stack_switch,.-ppd_stack_switch\n"
    ".globl ppd_stack_entry\n"
    ".hidden ppd_stack_entry\n"
    ".type ppd_stack_entry,%function\n"
    "ppd_stack_entry:\n"
    "  mov x0, x19\n"
    "  blr x20\n"
    "  brk #1\n"
    ".size ppd_stack_entry,.-ppd_stack_entry\n");

void ppd_stack_entry(void);

void *ppd_stack_prepare(void *top, void (*entry)(void *), void *context) {
  uintptr_t *sp = (uintptr_t *)((uintptr_t)top & ~(uintptr_t)15) - 20;
  for (int i = 0; i < 20; i++) sp[i] = 0;
  sp[0] = (uintptr_t)context;           // x19
  sp[1] = (uintptr_t)entry;             // x20
  sp[11] = (uintptr_t)ppd_stack_entry;  // x30
  return sp;
}

#else
#error "ppd has no stack switch for this processor"
#endif
