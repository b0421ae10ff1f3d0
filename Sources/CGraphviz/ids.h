#ifndef CGRAPHVIZ_IDS_H
#define CGRAPHVIZ_IDS_H

#include <cgraph.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Reads graphs whose objects are numbered in the order in which they appear.
//
// libcgraph's own numbers are the addresses of the names, and it keeps subgraphs in the order of
// their numbers: where a process is loaded would decide the order of clusters in the picture.

// The names met so far, and a table that finds them.
typedef struct {
  char **names;
  size_t count, capacity;
  size_t *slots;  // The position of a name plus one; 0 is vacant.
  size_t slot_count;
  IDTYPE anonymous;
} cgraphviz_names;

static inline void *cgraphviz_allocate(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) abort();  // libcgraph cannot report it either.
  return memory;
}

static inline size_t *cgraphviz_slot(cgraphviz_names *names, const char *name) {
  size_t hash = 1469598103934665603u;
  for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t slot = hash & (names->slot_count - 1);
  while (names->slots[slot] && strcmp(names->names[names->slots[slot] - 1], name))
    slot = (slot + 1) & (names->slot_count - 1);
  return &names->slots[slot];
}

static inline void cgraphviz_grow(cgraphviz_names *names) {
  size_t capacity = names->capacity ? names->capacity * 2 : 64;
  char **list = cgraphviz_allocate(capacity, sizeof *list);
  if (names->count) memcpy(list, names->names, names->count * sizeof *list);
  free(names->names);
  free(names->slots);
  names->names = list;
  names->capacity = capacity;
  names->slot_count = capacity * 2;
  names->slots = cgraphviz_allocate(names->slot_count, sizeof *names->slots);
  for (size_t i = 0; i < names->count; i++) *cgraphviz_slot(names, names->names[i]) = i + 1;
}

static inline void *cgraphviz_open_ids(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph, (void)discipline;
  cgraphviz_names *names = cgraphviz_allocate(1, sizeof *names);
  cgraphviz_grow(names);
  return names;
}

// Even numbers are names, odd ones objects without a name.
static inline long cgraphviz_map_id(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  cgraphviz_names *names = state;
  if (!name) {
    *id = names->anonymous++ * 2 + 1;
    return 1;
  }
  size_t *slot = cgraphviz_slot(names, name);
  if (!*slot) {
    if (!create) return 0;
    if (names->count == names->capacity) {
      cgraphviz_grow(names);
      slot = cgraphviz_slot(names, name);
    }
    size_t length = strlen(name) + 1;
    names->names[names->count] = memcpy(cgraphviz_allocate(length, 1), name, length);
    *slot = ++names->count;
  }
  *id = (IDTYPE)*slot * 2;
  return 1;
}

static inline long cgraphviz_take_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
  return 1;
}

// Names are kept until the graph is closed.
static inline void cgraphviz_free_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
}

static inline char *cgraphviz_print_id(void *state, int type, IDTYPE id) {
  (void)type;
  cgraphviz_names *names = state;
  return id && id % 2 == 0 && id / 2 <= names->count ? names->names[id / 2 - 1] : NULL;
}

static inline void cgraphviz_close_ids(void *state) {
  cgraphviz_names *names = state;
  for (size_t i = 0; i < names->count; i++) free(names->names[i]);
  free(names->names);
  free(names->slots);
  free(names);
}

static inline void cgraphviz_register_id(void *state, int type, void *object) {
  (void)state, (void)type, (void)object;
}

// A text that is read like a file.
typedef struct {
  const char *text;
  size_t left;
} cgraphviz_text;

static inline int cgraphviz_read_text(void *channel, char *buffer, int size) {
  cgraphviz_text *text = channel;
  size_t count = text->left < (size_t)size ? text->left : (size_t)size;
  memcpy(buffer, text->text, count);
  text->text += count;
  text->left -= count;
  return (int)count;
}

// Reads the graph that a text describes; NULL when it describes none.
static inline Agraph_t *cgraphviz_read(const char *dot) {
  static Agiddisc_t ids = {cgraphviz_open_ids, cgraphviz_map_id,   cgraphviz_take_id,
                           cgraphviz_free_id,  cgraphviz_print_id, cgraphviz_close_ids,
                           cgraphviz_register_id};
  static Agiodisc_t io;
  io.afread = cgraphviz_read_text;
  io.putstr = AgIoDisc.putstr;
  io.flush = AgIoDisc.flush;
  Agdisc_t discipline = AgDefaultDisc;
  discipline.id = &ids;
  discipline.io = &io;
  cgraphviz_text text = {dot, strlen(dot)};
  return agread(&text, &discipline);
}

#endif
