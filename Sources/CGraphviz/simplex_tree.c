#include "simplex_parts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool is_long_enough_throughout(const simplex *graph) {
  for (int e = 0; e < graph->edge_count; e++)
    if (simplex_slack(graph, &graph->edges[e]) < 0) return false;
  return true;
}

bool simplex_begin_ranks(simplex *graph) {
  if (is_long_enough_throughout(graph)) return true;
  // Each node once all that reach it have a rank.
  int *waiting_for = graph->cursors, *ready = graph->path, ready_count = 0;
  for (int v = 0; v < graph->node_count; v++) {
    graph->nodes[v].rank = 0;
    waiting_for[v] = graph->reaching_begin[v + 1] - graph->reaching_begin[v];
    if (waiting_for[v] == 0) ready[ready_count++] = v;
  }
  for (int i = 0; i < ready_count; i++) {
    int v = ready[i];
    for (int e = graph->leaving_begin[v]; e < graph->leaving_begin[v + 1]; e++) {
      const simplex_edge *edge = &graph->edges[e];
      int least = graph->nodes[v].rank + edge->least_length;
      if (graph->nodes[edge->head].rank < least) graph->nodes[edge->head].rank = least;
      if (--waiting_for[edge->head] == 0) ready[ready_count++] = edge->head;
    }
  }
  return ready_count == graph->node_count;
}

void simplex_hang(simplex *graph, int index) {
  int tail = graph->edges[index].tail, head = graph->edges[index].head;
  graph->tree_leaving[graph->leaving_begin[tail] + graph->tree_leaving_count[tail]++] = index;
  graph->tree_reaching[graph->reaching_begin[head] + graph->tree_reaching_count[head]++] = index;
}

static void add_to_tree(simplex *graph, int edge) {
  graph->edges[edge].place = graph->tree_size;
  graph->tree[graph->tree_size++] = edge;
  simplex_hang(graph, edge);
}

// Parts of the tree that are still apart, in a heap that has the small ones at the top.
typedef struct {
  // Which part each node was found in, and which part each part was joined to, itself if to none.
  int *part_of, *joined_to;
  // How many nodes a part has, one of them, and where it stands in the heap: nowhere if -1.
  int *sizes, *first, *place;
  int *heap, count;
} forest;

static int root_of(forest *forest, int part) {
  int *joined_to = forest->joined_to;
  while (joined_to[part] != part) part = joined_to[part] = joined_to[joined_to[part]];
  return part;
}

// Finds all that tight edges lead to from a node, over those that reach it first.
static void find_part(simplex *graph, forest *forest, int start, int part) {
  int depth = 0, node = start, cursor = 0, size = 1;
  forest->part_of[node] = part;
  for (;;) {
    int reaching_begin = graph->reaching_begin[node], leaving_begin = graph->leaving_begin[node];
    int reaching = graph->reaching_begin[node + 1] - reaching_begin;
    int all = reaching + graph->leaving_begin[node + 1] - leaving_begin, next = -1;
    while (cursor < all && next < 0) {
      bool reaches = cursor < reaching;
      int index = reaches ? graph->reaching[reaching_begin + cursor]
                          : leaving_begin + cursor - reaching;
      const simplex_edge *edge = &graph->edges[index];
      int other = reaches ? edge->tail : edge->head;
      cursor++;
      if (forest->part_of[other] >= 0 || simplex_slack(graph, edge) != 0) continue;
      add_to_tree(graph, index);
      next = other;
    }
    if (next >= 0) {
      graph->path[depth] = node;
      graph->cursors[depth++] = cursor;
      node = next;
      cursor = 0;
      forest->part_of[node] = part;
      size++;
    } else if (depth == 0) {
      break;
    } else {
      node = graph->path[--depth];
      cursor = graph->cursors[depth];
    }
  }
  forest->sizes[part] = size;
  forest->first[part] = start;
  forest->joined_to[part] = part;
}

static void put(forest *forest, int part, int place) {
  forest->heap[place] = part;
  forest->place[part] = place;
}

// A part goes down where the right one of those below it is the smallest of the three. The left one, when
// it is that, stays where it is: so does Graphviz 2.42, whose order of parts this is to be. What comes
// first is thus often small, rather than the smallest.
static void sink(forest *forest, int place) {
  for (;;) {
    int part = forest->heap[place], left = 2 * place + 1, right = left + 1;
    if (right >= forest->count) return;
    int size = forest->sizes[part];
    if (forest->sizes[forest->heap[left]] < size) size = forest->sizes[forest->heap[left]];
    if (forest->sizes[forest->heap[right]] >= size) return;
    put(forest, forest->heap[right], place);
    put(forest, part, right);
    place = right;
  }
}

static int take_first(forest *forest) {
  int part = forest->heap[0];
  forest->place[part] = -1;
  put(forest, forest->heap[--forest->count], 0);
  sink(forest, 0);
  return part;
}

// The tightest edge between a part and another, the first of them on the way through the tree, over edges
// that leave first; -1 where there is none.
static int edge_between(simplex *graph, forest *forest, int part) {
  int found = -1, least = INT_MAX, depth = 0, node = forest->first[part], cursor = 0, from = -1;
  for (;;) {
    int reaching_begin = graph->reaching_begin[node], leaving_begin = graph->leaving_begin[node];
    int leaving = graph->leaving_begin[node + 1] - leaving_begin;
    int all = leaving + graph->reaching_begin[node + 1] - reaching_begin, next = -1;
    while (cursor < all && next < 0) {
      bool leaves = cursor < leaving;
      int index = leaves ? leaving_begin + cursor : graph->reaching[reaching_begin + cursor - leaving];
      const simplex_edge *edge = &graph->edges[index];
      int other = leaves ? edge->head : edge->tail;
      cursor++;
      if (edge->place >= 0) {
        if (other != from) next = other;
      } else if (root_of(forest, forest->part_of[other]) != part) {
        int slack = simplex_slack(graph, edge);
        if (slack < least) {
          found = index;
          least = slack;
          if (slack == 0) return found;
        }
      }
    }
    if (next >= 0) {
      graph->path[depth] = node;
      graph->cursors[depth++] = cursor;
      from = node;
      node = next;
      cursor = 0;
    } else if (depth == 0) {
      return found;
    } else {
      node = graph->path[--depth];
      cursor = graph->cursors[depth];
      from = depth > 0 ? graph->path[depth - 1] : -1;
    }
  }
}

// Moves the part of the tree that a node is in.
static void move_part(simplex *graph, int start, int by) {
  int depth = 0;
  // With each node, the one it was reached from.
  int *nodes = graph->path, *sources = graph->cursors;
  nodes[0] = start;
  sources[0] = -1;
  while (depth >= 0) {
    int node = nodes[depth], source = sources[depth];
    depth--;
    graph->nodes[node].rank += by;
    for (int i = 0; i < graph->tree_leaving_count[node]; i++) {
      int other = graph->edges[graph->tree_leaving[graph->leaving_begin[node] + i]].head;
      if (other == source) continue;
      nodes[++depth] = other;
      sources[depth] = node;
    }
    for (int i = 0; i < graph->tree_reaching_count[node]; i++) {
      int other = graph->edges[graph->tree_reaching[graph->reaching_begin[node] + i]].tail;
      if (other == source) continue;
      nodes[++depth] = other;
      sources[depth] = node;
    }
  }
}

// Joins the two parts at the ends of an edge, of which one is out of the heap and moves to the other.
static void join(simplex *graph, forest *forest, int index) {
  const simplex_edge *edge = &graph->edges[index];
  int slack = simplex_slack(graph, edge);
  int at_tail = root_of(forest, forest->part_of[edge->tail]);
  int at_head = root_of(forest, forest->part_of[edge->head]);
  bool tail_moves = forest->place[at_tail] < 0;
  int moving = tail_moves ? at_tail : at_head, staying = tail_moves ? at_head : at_tail;
  if (slack != 0) move_part(graph, forest->first[moving], tail_moves ? slack : -slack);
  add_to_tree(graph, index);
  forest->joined_to[moving] = staying;
  forest->sizes[staying] += forest->sizes[moving];
  sink(forest, forest->place[staying]);
}

bool simplex_grow_tree(simplex *graph) {
  size_t count = (size_t)graph->node_count;
  int *block = malloc(6 * count * sizeof *block);
  if (!block) return false;
  forest forest = {block,             block + count,     block + 2 * count, block + 3 * count,
                   block + 4 * count, block + 5 * count, 0};
  memset(forest.part_of, -1, count * sizeof *forest.part_of);
  memset(graph->tree_leaving_count, 0, count * sizeof *graph->tree_leaving_count);
  memset(graph->tree_reaching_count, 0, count * sizeof *graph->tree_reaching_count);
  graph->tree_size = 0;
  for (int e = 0; e < graph->edge_count; e++) graph->edges[e].place = -1;
  for (int v = 0; v < graph->node_count; v++) {
    if (forest.part_of[v] >= 0) continue;
    find_part(graph, &forest, v, forest.count);
    put(&forest, forest.count, forest.count);
    forest.count++;
  }
  for (int place = forest.count / 2; place >= 0; place--) sink(&forest, place);
  bool is_whole = true;
  while (forest.count > 1 && is_whole) {
    int edge = edge_between(graph, &forest, take_first(&forest));
    is_whole = edge >= 0;
    if (is_whole) join(graph, &forest, edge);
  }
  free(block);
  return is_whole;
}
