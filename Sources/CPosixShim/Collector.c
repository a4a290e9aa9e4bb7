// The search for garbage: trial deletion, as CPython's collector does it.
#define _GNU_SOURCE
#include "Collector.h"
#include "References.h"
#include "Signals.h"
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static bool is_due;

void ppd_collection_ask(bool now) {
  is_due |= now;
  ppd_pending_signals = 1;
}

bool ppd_collection_take(void) {
  bool was_due = is_due;
  is_due = false;
  return was_due;
}

extern bool swift_isDeallocating(void *object);
extern size_t swift_retainCount(void *object);

/// What of a value is its own: a payload and a tag.
enum { VALUE_BYTES = 9 };

static const struct ppd_object_heap *heap;
static bool has_begun;
static uint8_t reference_tag;
static struct {
  void *payload;
  uint8_t tag;
} none;
static const struct ppd_layout *(*learn)(const void *metadata);

void ppd_collector_begin(const struct ppd_object_heap *its_heap) {
  heap = its_heap;
  has_begun = true;
}

void ppd_collector_describe(uint8_t tag, const void *its_none, const struct ppd_layout *(*its_learn)(const void *)) {
  reference_tag = tag;
  memcpy(&none, its_none, VALUE_BYTES);
  learn = its_learn;
}

bool ppd_collector_is_ready(void) { return has_begun && learn != NULL; }

static void *checked(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

// MARK: Lists

struct list {
  void **members;
  size_t count, capacity;
};

static void add(struct list *list, void *member) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity == 0 ? 1024 : list->capacity * 2;
    list->members = checked(realloc(list->members, list->capacity * sizeof(void *)));
  }
  list->members[list->count++] = member;
}

static void empty(struct list *list) {
  free(list->members);
  *list = (struct list){0};
}

// MARK: Layouts

enum { LAYOUTS = 1 << 10, CLASSES = 1 << 12, OPAQUE = 0 };

/// Classes that the search has come across and that nobody has asked about yet. To learn one takes and frees memory, in
/// which the search would lose its way.
static struct list unknown;

/// By number; number 0 is that of classes without references.
static const struct ppd_layout *layouts[LAYOUTS];
static uint32_t layout_count = 1;
static struct {
  const void *metadata;
  uint32_t layout;
} classes[CLASSES];
static uint32_t class_count;

static inline uint32_t slot_of(const void *metadata) {
  uint32_t slot = (uint32_t)(((uintptr_t)metadata * 0x9e3779b97f4a7c15) >> 52);
  while (classes[slot].metadata != metadata && classes[slot].metadata != NULL) slot = (slot + 1) % CLASSES;
  return slot;
}

/// The number of a class' layout; OPAQUE as long as it is not known.
static inline uint32_t layout_of(const void *object) {
  const void *metadata = *(const void *const *)object;
  uint32_t slot = slot_of(metadata);
  if (__builtin_expect(classes[slot].metadata == NULL, 0) && class_count < CLASSES / 2) {
    classes[slot].metadata = metadata;
    classes[slot].layout = OPAQUE;
    class_count++;
    add(&unknown, (void *)metadata);
  }
  return classes[slot].layout;
}

/// Learns what has become known. Returns whether there was anything.
static bool learn_classes(void) {
  if (unknown.count == 0) return false;
  while (unknown.count > 0) {
    const void *metadata = unknown.members[--unknown.count];
    const struct ppd_layout *layout = learn(metadata);
    if (layout == NULL || layout_count == LAYOUTS) continue;
    classes[slot_of(metadata)].layout = layout_count;
    layouts[layout_count++] = layout;
  }
  return true;
}

// MARK: References

typedef struct {
  void *payload;
  uint8_t tag;
} Value;

/// What an array begins with.
typedef struct {
  const void *metadata;
  int64_t counts;
  size_t count, capacity;
} Array;

/// What a dictionary of Swift's begins with.
typedef struct {
  const void *metadata;
  int64_t counts;
  size_t count, capacity;
  int8_t scale, reserved_scale;
  int16_t extra;
  int32_t age;
  size_t seed;
  char *keys, *values;
  uint64_t occupied[];
} Dictionary;

static inline void *word_at(const void *memory, uint32_t offset) {
  return *(void *const *)((const char *)memory + offset);
}

/// Where a visitor finds a reference: in a value (whose tag it may change) or alone.
typedef void Visitor(void *context, void *target);

static inline __attribute__((always_inline)) void each_value(const char *values, size_t count, void *context, Visitor visit) {
  for (const Value *value = (const Value *)values; count > 0; count--, value++) {
    if (value->tag == reference_tag) visit(context, value->payload);
  }
}

static void each_in_member(const char *memory, const struct ppd_layout *layout, void *context, Visitor visit);

/// Whether the members of an array are values and nothing else.
static inline bool are_values(const struct ppd_layout *member) {
  return member->edge_count == 1 && member->edges->kind == PPD_EDGE_VALUE && member->stride == sizeof(Value);
}

static inline __attribute__((always_inline)) void each_member(
    const char *memory, size_t count, const struct ppd_layout *member, void *context, Visitor visit) {
  if (are_values(member)) {
    each_value(memory, count, context, visit);
    return;
  }
  for (; count > 0; count--, memory += member->stride) each_in_member(memory, member, context, visit);
}

static bool is_shared(const void *storage) { return ppd_is_only_reference((void *)storage) == false; }

static void each_in_dictionary(const Dictionary *dictionary, const struct ppd_edge *edge, void *context, Visitor visit) {
  size_t buckets = (size_t)1 << dictionary->scale;
  for (size_t bucket = 0; bucket < buckets; bucket++) {
    if ((dictionary->occupied[bucket / 64] >> bucket % 64 & 1) == 0) continue;
    if (edge->member != NULL) {
      each_in_member(dictionary->keys + bucket * edge->member->stride, edge->member, context, visit);
    }
    if (edge->value != NULL) {
      each_in_member(dictionary->values + bucket * edge->value->stride, edge->value, context, visit);
    }
  }
}

static inline __attribute__((always_inline)) void each_along(
    const char *memory, const struct ppd_edge *edge, void *context, Visitor visit) {
  const char *place = memory + edge->offset;
  void *target = *(void *const *)place;
  switch (edge->kind) {
  case PPD_EDGE_VALUE:
    each_value(place, edge->width, context, visit);
    break;
  case PPD_EDGE_REFERENCE:
    if (target != NULL) visit(context, target);
    break;
  case PPD_EDGE_ARRAY:
    if (target == NULL || is_shared(target)) break;
    each_member((char *)target + sizeof(Array), ((Array *)target)->count, edge->member, context, visit);
    break;
  case PPD_EDGE_DICTIONARY:
    if (target == NULL || is_shared(target)) break;
    each_in_dictionary(target, edge, context, visit);
    break;
  case PPD_EDGE_TABLE: {
    size_t count = edge->width == 4 ? *(const uint32_t *)(memory + edge->where[0]) : *(const size_t *)(memory + edge->where[0]);
    each_member(target, count + (size_t)edge->more, edge->member, context, visit);
    break;
  }
  case PPD_EDGE_RING: {
    size_t capacity = (size_t)word_at(memory, edge->where[0]);
    size_t head = (size_t)word_at(memory, edge->where[1]);
    size_t count = (size_t)word_at(memory, edge->where[2]);
    for (size_t index = 0; index < count; index++) {
      each_value((char *)target + ((head + index) & (capacity - 1)) * sizeof(Value), 1, context, visit);
    }
    break;
  }
  case PPD_EDGE_FIELDS: {
    const void *shape = word_at(memory, edge->where[1]);
    if ((intptr_t)word_at(memory, edge->where[0]) <= edge->more || shape == NULL) break;
    each_value(target, (size_t)word_at(shape, edge->where[2]), context, visit);
    break;
  }
  case PPD_EDGE_PART:
    each_in_member(target, edge->member, context, visit);
    break;
  case PPD_EDGE_SLOTS: {
    if (target == NULL || *(const uint8_t *)(memory + edge->where[0]) != edge->more) break;
    const void *function = word_at(memory, edge->where[1]);
    const void *code = word_at(function, edge->where[2]);
    each_value(target, (size_t)word_at(code, edge->where[3]), context, visit);
    break;
  }
  }
}

static void each_in_member(const char *memory, const struct ppd_layout *layout, void *context, Visitor visit) {
  for (size_t index = 0; index < layout->edge_count; index++) each_along(memory, layout->edges + index, context, visit);
}

static inline __attribute__((always_inline)) void each_reference(
    const void *object, const struct ppd_layout *layout, void *context, Visitor visit) {
  for (size_t index = 0; index < layout->edge_count; index++) each_along(object, layout->edges + index, context, visit);
}

void ppd_collector_each_reference(void *object, void *context, void (*visit)(void *context, void *target)) {
  layout_of(object);
  learn_classes();
  uint32_t layout = layout_of(object);
  if (layout != OPAQUE) each_reference(object, layouts[layout], context, visit);
}

// MARK: States

// What is known of an object:
//
//   31 ............ 14   13 ....... 4   3            2         1         0
//   | references left |  | layout |    | by others | reached | tracked | seen |
enum {
  SEEN = 1,
  TRACKED = 2,
  REACHED = 4,
  /// Found through a reference: an object that scripts cannot see.
  BY_OTHERS = 8,
  LAYOUT_SHIFT = 4,
  COUNT_SHIFT = 14,
  COUNT_ONE = 1 << COUNT_SHIFT,
  MOST = (1 << (32 - COUNT_SHIFT)) - 1,
};

typedef uint32_t State;

static inline uint32_t left(State state) { return state >> COUNT_SHIFT; }
static inline const struct ppd_layout *its_layout(State state) {
  return layouts[state >> LAYOUT_SHIFT & (LAYOUTS - 1)];
}

/// In a program with a heap of its own: a state for every 16 bytes of it.
static char *base;
static size_t extent;
static State *states;

// Without one: a tree over addresses, of 35 bits for the page and 8 for the place in it.
enum { PAGES_SHIFT = 17, TREE = 1 << 18 };
static State ***tree;
static struct list pages;

static State *state_in_tree(const void *object) {
  uintptr_t address = (uintptr_t)object;
  if (tree == NULL) tree = checked(calloc(TREE, sizeof *tree));
  State ***branch = &tree[address >> (12 + PAGES_SHIFT)];
  if (*branch == NULL) *branch = checked(calloc((size_t)1 << PAGES_SHIFT, sizeof **branch));
  State **page = &(*branch)[address >> 12 & ((1 << PAGES_SHIFT) - 1)];
  if (*page == NULL) {
    *page = checked(calloc(256, sizeof **page));
    add(&pages, page);
  }
  return &(*page)[address >> 4 & 255];
}

/// Where the state of an object stands; NULL for one outside the heap.
static inline State *state_of(const void *object) {
  if (heap == NULL) return state_in_tree(object);
  size_t offset = (size_t)((const char *)object - base);
  return offset < extent ? states + (offset >> 4) : NULL;
}

static void begin_states(void) {
  if (heap == NULL) return;
  heap->extent(&base, &extent);
  size_t bytes = extent / 16 * sizeof(State);
  states = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (states == MAP_FAILED) abort();
}

static void end_states(void) {
  if (states != NULL) munmap(states, extent / 16 * sizeof(State));
  states = NULL;
  extent = 0;
  for (size_t index = 0; index < pages.count; index++) {
    State **page = pages.members[index];
    free(*page);
    *page = NULL;
  }
  empty(&pages);
}

// MARK: Objects that tell of themselves

static struct list made;
/// The last number that is free, plus one; each free number holds the one before it, doubled and odd.
static size_t free_number;
static size_t made_count, made_limit = 20000;

uint32_t ppd_object_made(void *object) {
  if (!has_begun || heap != NULL) return UINT32_MAX;
  if (++made_count > made_limit) {
    ppd_collection_ask(true);
  }
  if (free_number == 0) {
    add(&made, object);
    return (uint32_t)made.count - 1;
  }
  size_t number = free_number - 1;
  free_number = (size_t)made.members[number] >> 1;
  made.members[number] = object;
  return (uint32_t)number;
}

void ppd_object_gone(uint32_t number) {
  if (number == UINT32_MAX) return;
  made.members[number] = (void *)(free_number << 1 | 1);
  free_number = number + 1;
  made_count--;
}

/// Called with every block that may hold an object.
static void (*each_visit)(void *object);

static void visit_span(char *start, char *end, size_t bytes) {
  // Learning a class takes memory: what was added to the heap since the search began is none of its business.
  if (end > base + extent) return;
  for (; start < end; start += bytes) each_visit(start);
}

static void each_object(void (*visit)(void *object)) {
  if (heap != NULL) {
    each_visit = visit;
    heap->each_span(visit_span);
    return;
  }
  for (size_t number = 0; number < made.count; number++) {
    if (((size_t)made.members[number] & 1) == 0) visit(made.members[number]);
  }
}

// MARK: The search

/// Found, and not yet followed.
static struct list waiting;
/// What scripts cannot see.
static struct list others;
static struct list garbage, listed;
static size_t examined;

/// Begins to track an object, unless it is ending or has no references.
static inline void track(void *object, State *state, uint32_t layout, State flags) {
  int64_t counts = *ppd_reference_counts(object);
  size_t count;
  *state = SEEN;
  if (counts < 0) {
    if (swift_isDeallocating(object)) return;
    count = swift_retainCount(object);
  } else {
    if (counts >> 32 & 1) return;
    count = (size_t)(counts >> 33) + 1;
  }
  if (count > MOST) count = MOST;
  *state = SEEN | TRACKED | flags | layout << LAYOUT_SHIFT | (State)count << COUNT_SHIFT;
}

static void see_free(void *block) { *state_of(block) = SEEN; }

static void see(void *object) {
  State *state = state_of(object);
  if (*state & SEEN) return;
  uint32_t layout = layout_of(object);
  if (layout == OPAQUE || !layouts[layout]->is_root_class) return;
  track(object, state, layout, 0);
  if (*state & TRACKED) {
    examined++;
    if (layouts[layout]->is_listed) add(&listed, object);
  }
}

static void take_one(State *state) {
  uint32_t count = left(*state);
  // One that has as many references as can be counted keeps them.
  if (count == MOST) return;
  if (count == 0) {
    // More references than it counts: whatever that is, it stays.
    *state |= (State)MOST << COUNT_SHIFT;
    return;
  }
  *state -= COUNT_ONE;
}

static void subtract(void *context, void *target) {
  (void)context;
  State *state = state_of(target);
  if (state == NULL) return;
  if (!(*state & SEEN)) {
    uint32_t layout = layout_of(target);
    if (layout == OPAQUE || layouts[layout]->is_root_class) {
      // What memory does not show as one of its objects is outside of it.
      *state = SEEN;
    } else {
      track(target, state, layout, BY_OTHERS);
      if (*state & TRACKED) {
        add(&others, target);
        add(&waiting, target);
      }
    }
  }
  if (*state & TRACKED) take_one(state);
}

static void subtract_references(void *object) {
  State *state = state_of(object);
  if ((*state & (TRACKED | BY_OTHERS)) != TRACKED) return;
  each_reference(object, its_layout(*state), NULL, subtract);
  while (waiting.count > 0) {
    void *other = waiting.members[--waiting.count];
    each_reference(other, its_layout(*state_of(other)), NULL, subtract);
  }
}

static void reach(void *context, void *target) {
  (void)context;
  State *state = state_of(target);
  if (state == NULL || (*state & (TRACKED | REACHED)) != TRACKED) return;
  *state |= REACHED;
  add(&waiting, target);
}

static void reach_from(void *object) {
  State *state = state_of(object);
  if ((*state & (TRACKED | REACHED)) != TRACKED || left(*state) == 0) return;
  *state |= REACHED;
  add(&waiting, object);
  while (waiting.count > 0) {
    void *next = waiting.members[--waiting.count];
    each_reference(next, its_layout(*state_of(next)), NULL, reach);
  }
}

static void gather(void *object) {
  State state = *state_of(object);
  if ((state & (TRACKED | REACHED | BY_OTHERS)) == TRACKED) add(&garbage, object);
}

/// Sees all objects, takes off the references that the caller has, and visits all of them; once more where classes were
/// met that nobody knew.
static void see_all(void (*visit)(void *object), void *const *held, size_t held_count) {
  do {
    ppd_collector_forget();
    begin_states();
    if (heap != NULL) heap->each_free(see_free);
    examined = 0;
    each_object(see);
    for (size_t index = 0; index < held_count; index++) {
      State *state = state_of(held[index]);
      if (*state & TRACKED) take_one(state);
    }
    if (unknown.count == 0) each_object(visit);
  } while (learn_classes());
}

struct ppd_garbage ppd_collector_find(void *const *held, size_t held_count) {
  see_all(subtract_references, held, held_count);
  each_object(reach_from);
  for (size_t index = 0; index < others.count; index++) reach_from(others.members[index]);
  each_object(gather);
  for (size_t index = 0; index < garbage.count; index++) ppd_retain(garbage.members[index]);
  struct ppd_garbage found = {garbage.members, garbage.count, examined};
  garbage = (struct list){0};
  return found;
}

bool ppd_collector_is_garbage(const void *object) {
  if (heap != NULL && states == NULL) return false;
  State *state = state_of(object);
  return state != NULL && (*state & (TRACKED | REACHED)) == TRACKED;
}

struct ppd_garbage ppd_collector_listed(void) { return (struct ppd_garbage){listed.members, listed.count, 0}; }

void ppd_collector_forget(void) {
  end_states();
  empty(&waiting);
  empty(&others);
  empty(&listed);
}

void ppd_collector_settle(void) {
  is_due = false;
  if (heap != NULL) {
    heap->settle();
  } else {
    made_limit = made_count * 2 > 20000 ? made_count * 2 : 20000;
  }
}

static struct list all;

static void list_object(void *object) {
  if (*state_of(object) & TRACKED) add(&all, object);
}

struct ppd_garbage ppd_collector_objects(void) {
  see_all(list_object, NULL, 0);
  ppd_collector_forget();
  for (size_t index = 0; index < all.count; index++) ppd_retain(all.members[index]);
  struct ppd_garbage found = {all.members, all.count, all.count};
  all = (struct list){0};
  return found;
}

void ppd_collector_free(struct ppd_garbage list) { free(list.objects); }

// MARK: Emptying

static void empty_values(char *memory, size_t count) {
  for (Value *value = (Value *)memory; count > 0; count--, value++) {
    if (value->tag != reference_tag) continue;
    void *target = value->payload;
    memcpy(value, &none, VALUE_BYTES);
    ppd_release(target);
  }
}

void ppd_collector_empty(void *object) {
  uint32_t number = layout_of(object);
  if (number == OPAQUE) return;
  const struct ppd_layout *layout = layouts[number];
  for (size_t index = 0; index < layout->edge_count; index++) {
    const struct ppd_edge *edge = layout->edges + index;
    char *place = (char *)object + edge->offset;
    if (edge->kind == PPD_EDGE_VALUE) empty_values(place, edge->width);
    if (edge->kind != PPD_EDGE_ARRAY) continue;
    Array *array = *(Array **)place;
    if (array == NULL || is_shared(array)) continue;
    if (are_values(edge->member)) empty_values((char *)array + sizeof(Array), array->count);
  }
}
