#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "library.h"
#include "memory.h"

// libcgraph's memory, in one row while fdp is at work.
//
// fdp turns the edges between its frames by which of two nodes has the higher address, so that what a
// process had done before decides the picture. Here what comes later stands higher.

// The functions of libcgraph's memory discipline, which Graphviz 2.42 keeps where they can be changed.
typedef struct {
  void *(*open)(Agdisc_t *);
  void *(*alloc)(void *state, size_t request);
  void *(*resize)(void *state, void *pointer, size_t old, size_t request);
  void (*free)(void *state, void *pointer);
  void (*close)(void *state);
} memory_functions;

// Enough for some 10,000 nodes, more than fdp lays out in minutes; only what is written to is taken from
// the system. What goes beyond it comes from the heap.
static const size_t row_size = 16 << 20;

static memory_functions usual;
static char *row;
static size_t taken;

// Later versions have no such discipline, and a member less.
static memory_functions *functions(void) {
  return sizeof(Agdisc_t) == 3 * sizeof(void *) ? *(memory_functions **)cgraphviz.AgDefaultDisc
                                                : NULL;
}

static int is_in_row(const void *pointer) {
  return (uintptr_t)pointer - (uintptr_t)row < row_size;
}

static void *take(void *state, size_t request) {
  size_t size = (request + 15) & ~(size_t)15;
  if (size < request || size > row_size - taken) return usual.alloc(state, request);
  void *pointer = row + taken;
  taken += size;
  return pointer;
}

static void *take_more(void *state, void *pointer, size_t old, size_t request) {
  if (pointer && !is_in_row(pointer)) return usual.resize(state, pointer, old, request);
  void *larger = take(state, request);
  if (larger && pointer) memcpy(larger, pointer, old < request ? old : request);
  return larger;
}

// What stands in the row is given back with all of it.
static void give_back(void *state, void *pointer) {
  if (!is_in_row(pointer)) usual.free(state, pointer);
}

void cgraphviz_begin_row(void) {
  memory_functions *all = functions();
  if (row || !all) return;
  row = calloc(1, row_size);
  if (!row) return;
  usual = *all;
  taken = 0;
  all->alloc = take;
  all->resize = take_more;
  all->free = give_back;
}

void cgraphviz_end_row(void) {
  if (!row) return;
  *functions() = usual;
  free(row);
  row = NULL;
}
