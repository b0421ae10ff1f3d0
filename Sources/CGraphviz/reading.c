#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphviz.h"
#include "library.h"

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
} name_table;

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) abort();  // libcgraph cannot report it either.
  return memory;
}

static size_t *slot_of(name_table *names, const char *name) {
  size_t hash = 1469598103934665603u;
  for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t slot = hash & (names->slot_count - 1);
  while (names->slots[slot] && strcmp(names->names[names->slots[slot] - 1], name))
    slot = (slot + 1) & (names->slot_count - 1);
  return &names->slots[slot];
}

static void grow(name_table *names) {
  size_t capacity = names->capacity ? names->capacity * 2 : 64;
  char **list = allocate(capacity, sizeof *list);
  if (names->count) memcpy(list, names->names, names->count * sizeof *list);
  free(names->names);
  free(names->slots);
  names->names = list;
  names->capacity = capacity;
  names->slot_count = capacity * 2;
  names->slots = allocate(names->slot_count, sizeof *names->slots);
  for (size_t i = 0; i < names->count; i++) *slot_of(names, names->names[i]) = i + 1;
}

static void *open_ids(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph, (void)discipline;
  name_table *names = allocate(1, sizeof *names);
  grow(names);
  return names;
}

// Even numbers are names, odd ones objects without a name.
static long map_id(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  name_table *names = state;
  if (!name) {
    *id = names->anonymous++ * 2 + 1;
    return 1;
  }
  size_t *slot = slot_of(names, name);
  if (!*slot) {
    if (!create) return 0;
    if (names->count == names->capacity) {
      grow(names);
      slot = slot_of(names, name);
    }
    size_t length = strlen(name) + 1;
    names->names[names->count] = memcpy(allocate(length, 1), name, length);
    *slot = ++names->count;
  }
  *id = (IDTYPE)*slot * 2;
  return 1;
}

static long take_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
  return 1;
}

// Names are kept until the graph is closed.
static void free_id(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
}

static char *print_id(void *state, int type, IDTYPE id) {
  (void)type;
  name_table *names = state;
  return id && id % 2 == 0 && id / 2 <= names->count ? names->names[id / 2 - 1] : NULL;
}

static void close_ids(void *state) {
  name_table *names = state;
  for (size_t i = 0; i < names->count; i++) free(names->names[i]);
  free(names->names);
  free(names->slots);
  free(names);
}

static void register_id(void *state, int type, void *object) {
  (void)state, (void)type, (void)object;
}

// A text that is read like a file.
typedef struct {
  const char *text;
  size_t left;
} text_channel;

static int read_text(void *channel, char *buffer, int size) {
  text_channel *text = channel;
  size_t count = text->left < (size_t)size ? text->left : (size_t)size;
  memcpy(buffer, text->text, count);
  text->text += count;
  text->left -= count;
  return (int)count;
}

cgraphviz_graph *cgraphviz_read(const char *dot) {
  static Agiddisc_t ids = {open_ids, map_id,    take_id,    free_id,
                           print_id, close_ids, register_id};
  static Agiodisc_t io;
  io.afread = read_text;
  io.putstr = cgraphviz.AgIoDisc->putstr;
  io.flush = cgraphviz.AgIoDisc->flush;
  Agdisc_t discipline = *cgraphviz.AgDefaultDisc;
  discipline.id = &ids;
  discipline.io = &io;
  text_channel text = {dot, strlen(dot)};
  cgraphviz.agsetfile(NULL);  // Else lines are counted on from the text before.
  return cgraphviz.agread(&text, &discipline);
}
