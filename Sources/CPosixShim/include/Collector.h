// Finding the objects that nothing refers to but themselves: the part of the cycle collector that works on memory.
//
// A collection copies the strong count of each object into memory of its own, takes from it the references that other
// objects hold, and marks what the objects with a remainder reach. Whatever is left is garbage. No count of an object
// is written, so that pages which a forked child shares with its parent stay shared.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ppd_layout;

enum ppd_edge_kind {
  /// Values of the interpreter's, `width` of them: references where the tag says so.
  PPD_EDGE_VALUE,
  /// A strong reference to an object, or NULL.
  PPD_EDGE_REFERENCE,
  /// An array whose members have a layout. One that two owners share is not looked into.
  PPD_EDGE_ARRAY,
  /// A dictionary of Swift's, likewise.
  PPD_EDGE_DICTIONARY,
  /// The address of `count` members: a number of `width` bytes at `where[0]`, plus `more`.
  PPD_EDGE_TABLE,
  /// The address of a ring of values: capacity, head and count at `where[0…2]`.
  PPD_EDGE_RING,
  /// The address of an instance's fields once these are more than `more`: capacity at `where[0]`, shape at `where[1]`,
  /// the shape's count at `where[2]` of that.
  PPD_EDGE_FIELDS,
  /// An object that is part of this one, whoever else has references to it: those in it count as this one's.
  PPD_EDGE_PART,
  /// The address of a coroutine's slots while its state, the byte at `where[0]`, is `more`: the number is found along
  /// `where[1…3]`.
  PPD_EDGE_SLOTS,
};

/// Where an object has references.
struct ppd_edge {
  enum ppd_edge_kind kind;
  uint32_t offset;
  uint32_t where[4];
  uint32_t width;
  int32_t more;
  /// Of an array's members, of a dictionary's keys and of its values.
  const struct ppd_layout *member, *value;
};

/// The references in an object of a class, or in a member of an array.
struct ppd_layout {
  /// From one member to the next.
  size_t stride;
  size_t edge_count;
  const struct ppd_edge *edges;
  /// Whether scripts can see the object: it is found in memory, and not only through the references of others.
  bool is_root_class;
  /// Whether the collection lists it apart: a weak reference.
  bool is_listed;
};

/// The heap that objects live in, where the program has one of its own.
struct ppd_object_heap {
  /// Calls `visit` with the address and the size of the part that is in use.
  void (*extent)(char **base, size_t *size);
  /// Calls `visit` with each free block that an object may have stood in.
  void (*each_free)(void (*visit)(void *block));
  /// Calls `visit` with each span of such blocks: the first, the end, and the bytes of one.
  void (*each_span)(void (*visit)(char *start, char *end, size_t bytes));
  /// A collection has ended: the next is due when the memory in use has grown enough. Returns the bytes in use.
  size_t (*settle)(void);
};

/// Asks for a collection at the next look for signals or, without one being due, for that look.
void ppd_collection_ask(bool is_due);
/// Whether a collection is due, which it is not any more then.
bool ppd_collection_take(void);

/// Begins to keep account of the program's objects; before it there is nothing to collect.
/// - heap: NULL where objects are the C library's blocks; then they tell of themselves (`ppd_object_made`).
void ppd_collector_begin(const struct ppd_object_heap *heap);

/// Says how objects look.
/// - tag: of a value that is a reference, at offset 8.
/// - none: the value that stands where the collector takes one away.
/// - learn: the layout of the class with this metadata; NULL where it has no references.
void ppd_collector_describe(uint8_t tag, const void *none, const struct ppd_layout *(*learn)(const void *metadata));

/// Whether both have been called.
bool ppd_collector_is_ready(void);

struct ppd_garbage {
  void **objects;
  size_t count;
  /// Objects that were looked at.
  size_t examined;
};

/// Finds the objects that only garbage refers to, and counts a reference to each, which is the caller's.
/// - held: references that the caller has of an earlier search.
struct ppd_garbage ppd_collector_find(void *const *held, size_t held_count);
/// Whether the last search found that an object is garbage.
bool ppd_collector_is_garbage(const void *object);
/// The objects of listed classes that the last search came across.
struct ppd_garbage ppd_collector_listed(void);
/// Frees what the last search needed. The lists are gone then.
void ppd_collector_forget(void);
/// Takes away the values that an object holds in its fields and arrays.
void ppd_collector_empty(void *object);
/// Says that a collection has ended.
void ppd_collector_settle(void);
/// Calls `visit` with each object that an object refers to.
void ppd_collector_each_reference(void *object, void *context, void (*visit)(void *context, void *target));
/// All objects that scripts can see; each has one more reference, which is the caller's.
struct ppd_garbage ppd_collector_objects(void);
/// Frees such a list, not the references.
void ppd_collector_free(struct ppd_garbage list);

/// An object of such a class begins or ends, in a program without a heap of its own.
uint32_t ppd_object_made(void *object);
void ppd_object_gone(uint32_t number);
