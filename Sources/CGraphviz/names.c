#include "names.h"

#include <stdlib.h>
#include <string.h>

// Numbers objects in the order in which they appear.
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

// Where libcgraph writes a graph, it looks before its strings whether they are HTML-like labels.
enum { string_head = 32 };

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

// The number of a name, which a new one gets where `create` says so; -1 for none.
static size_t number_of(name_table *names, const char *name, int create) {
  size_t *slot = slot_of(names, name);
  if (!*slot) {
    if (!create) return (size_t)-1;
    if (names->count == names->capacity) {
      grow(names);
      slot = slot_of(names, name);
    }
    size_t length = strlen(name) + 1;
    char *copy = allocate(string_head + length, 1);
    names->names[names->count] = memcpy(copy + string_head, name, length);
    *slot = ++names->count;
  }
  return *slot - 1;
}

size_t cgraphviz_number_of(Agraph_t *graph, const char *name) {
  return number_of(graph->clos->state.id, name, 1);
}

// Even identifiers are names, odd ones objects without a name.
IDTYPE cgraphviz_id_of(size_t number) { return ((IDTYPE)number + 1) * 2; }

static long map_id(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  name_table *names = state;
  if (!name) {
    *id = names->anonymous++ * 2 + 1;
    return 1;
  }
  size_t number = number_of(names, name, create);
  if (number == (size_t)-1) return 0;
  *id = cgraphviz_id_of(number);
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
  for (size_t i = 0; i < names->count; i++) free(names->names[i] - string_head);
  free(names->names);
  free(names->slots);
  free(names);
}

static void register_id(void *state, int type, void *object) {
  (void)state, (void)type, (void)object;
}

Agiddisc_t cgraphviz_ids = {open_ids, map_id,    take_id,    free_id,
                            print_id, close_ids, register_id};
