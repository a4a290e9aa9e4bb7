// libedit's line editor for Swift, which cannot call variadic functions: one wrapper an operation.
#pragma once
#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <wchar.h>

typedef wchar_t *(*ppd_edit_prompt)(EditLine *);
typedef unsigned char (*ppd_edit_function)(EditLine *, wint_t);

/// An editor on the standard streams. NULL when the terminal is not usable.
static inline EditLine *_Nullable ppd_edit_make(const char *_Nonnull program) {
  return el_init(program, stdin, stdout, stderr);
}

/// What ppd_edit_owner answers.
static inline void ppd_edit_set_owner(EditLine *edit, void *owner) { el_set(edit, EL_CLIENTDATA, owner); }

static inline void *ppd_edit_owner(EditLine *edit) {
  void *owner = NULL;
  el_get(edit, EL_CLIENTDATA, &owner);
  return owner;
}

/// Sets the prompts; text between two `escape` characters takes no columns.
static inline void ppd_edit_set_prompts(EditLine *edit, ppd_edit_prompt left, ppd_edit_prompt right, wchar_t escape) {
  el_wset(edit, EL_PROMPT_ESC, left, escape);
  el_wset(edit, EL_RPROMPT_ESC, right, escape);
}

/// Where characters come from: `read` returns 1 with a character, 0 at the end, -1 for an error.
static inline void ppd_edit_set_reader(EditLine *edit, el_rfunc_t read) { el_wset(edit, EL_GETCFN, read); }

static inline void ppd_edit_set_history(EditLine *edit, HistoryW *history) {
  el_wset(edit, EL_HIST, history_w, history);
}

static inline void ppd_edit_set_emacs(EditLine *edit) { el_wset(edit, EL_EDITOR, L"emacs"); }
static inline void ppd_edit_ignore_signals(EditLine *edit) { el_wset(edit, EL_SIGNAL, 0); }

/// Keeps the terminal from turning keys into signals while a line is edited.
static inline void ppd_edit_disable_signal_keys(EditLine *edit) {
  el_wset(edit, EL_SETTY, L"-d", L"-isig", (wchar_t *)NULL);
}

/// Makes a function known by its name, which libedit keeps: it gets a copy for good.
static inline void ppd_edit_add(EditLine *edit, const wchar_t *name, ppd_edit_function function) {
  el_wset(edit, EL_ADDFN, wcsdup(name), L"ppd", function);
}

/// Binds a key sequence in the main key map, or in vi's command map.
static inline void ppd_edit_bind(EditLine *edit, const wchar_t *keys, const wchar_t *name, int in_command_map) {
  if (in_command_map) {
    el_wset(edit, EL_BIND, L"-a", keys, name, (wchar_t *)NULL);
  } else {
    el_wset(edit, EL_BIND, keys, name, (wchar_t *)NULL);
  }
}

/// Puts the terminal into the mode for editing (1) or back into its own (0).
static inline void ppd_edit_prepare_terminal(EditLine *edit, int on) { el_wset(edit, EL_PREP_TERM, on); }
static inline void ppd_edit_refresh(EditLine *edit) { el_wset(edit, EL_REFRESH); }

/// Whether the present key map is vi's: EL_EDITOR says "vi".
static inline int ppd_edit_is_vi(EditLine *edit) {
  const wchar_t *editor = NULL;
  return el_wget(edit, EL_EDITOR, &editor) == 0 && editor && editor[0] == L'v';
}

/// A history of `size` entries in memory, for the search.
static inline HistoryW *ppd_history_make(int size) {
  HistEventW event;
  HistoryW *history = history_winit();
  if (history) history_w(history, &event, H_SETSIZE, size);
  return history;
}

static inline void ppd_history_add(HistoryW *history, const wchar_t *entry) {
  HistEventW event;
  history_w(history, &event, H_ENTER, entry);
}

/// The terminal's size: 0, or -1 and errno.
static inline int ppd_terminal_size(int descriptor, struct winsize *size) { return ioctl(descriptor, TIOCGWINSZ, size); }

/// How many bytes wait to be read, of a terminal or a stream: FIONREAD; 0 on failure.
static inline int ppd_bytes_pending(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : 0;
}

extern int wcwidth(wchar_t character);
/// wcwidth(3): the columns that libedit takes a character to have; -1 for what it cannot print.
static inline int ppd_columns(wchar_t character) { return wcwidth(character); }
