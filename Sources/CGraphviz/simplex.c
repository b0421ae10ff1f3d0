#include "simplex.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "simplex_parts.h"

bool simplex_make(simplex *graph, int node_count, int edge_count) {
  size_t nodes = (size_t)node_count + 1, edges = (size_t)edge_count + 1;
  memset(graph, 0, sizeof *graph);
  graph->node_count = node_count;
  graph->edge_count = edge_count;
  // One block: what is long, nodes, edges, what there is for each node and edge, and what is short.
  size_t longs = 2 * nodes, ints = 9 * nodes + 4 * edges;
  char *block = malloc(longs * sizeof(long long) + nodes * sizeof(simplex_node) +
                       edges * sizeof(simplex_edge) + ints * sizeof(int) + nodes * sizeof(bool));
  if (!block) return false;
  graph->cut_values = (long long *)block;
  graph->balances = graph->cut_values + nodes;
  graph->nodes = (simplex_node *)(graph->balances + nodes);
  graph->edges = (simplex_edge *)(graph->nodes + nodes);
  int *next = (int *)(graph->edges + edges);
  int **by_nodes[] = {&graph->leaving_begin,      &graph->reaching_begin,      &graph->tree,
                      &graph->tree_leaving_count, &graph->tree_reaching_count, &graph->numbered,
                      &graph->numbered_before,    &graph->path,                &graph->cursors};
  for (size_t i = 0; i < sizeof by_nodes / sizeof *by_nodes; i++, next += nodes)
    *by_nodes[i] = next;
  int **by_edges[] = {&graph->weights, &graph->reaching, &graph->tree_leaving, &graph->tree_reaching};
  for (size_t i = 0; i < sizeof by_edges / sizeof *by_edges; i++, next += edges)
    *by_edges[i] = next;
  graph->is_counted = (bool *)next;
  return true;
}

void simplex_free(simplex *graph) { free(graph->cut_values); }

// Ranks stay far within an int: no two nodes are further apart than all edges are long.
static bool fits(const simplex *graph) {
  long long length = 0;
  for (int e = 0; e < graph->edge_count; e++) length += abs(graph->edges[e].least_length);
  for (int v = 0; v < graph->node_count; v++)
    if (graph->nodes[v].rank > INT_MAX / 8 || graph->nodes[v].rank < -(INT_MAX / 8)) return false;
  return length < INT_MAX / 8;
}

// Numbers a node and all below it anew, from the same number on. What is below an edge as before, and has
// not been marked by a `low` of -1, only moves as a whole.
static void number_nodes(simplex *graph, int root) {
  simplex_node *nodes = graph->nodes;
  int depth = 0, low = nodes[root].low, next = low, node = root;
  size_t count = (size_t)(nodes[root].number - low + 1);
  memcpy(graph->numbered_before + low, graph->numbered + low, count * sizeof(int));
  graph->cursors[node] = 0;
  graph->path[0] = node;
  for (;;) {
    int at = graph->cursors[node]++, leaving = graph->tree_leaving_count[node], edge, below;
    if (at < leaving) {
      edge = graph->tree_leaving[graph->leaving_begin[node] + at];
      below = graph->edges[edge].head;
    } else if (at - leaving < graph->tree_reaching_count[node]) {
      edge = graph->tree_reaching[graph->reaching_begin[node] + at - leaving];
      below = graph->edges[edge].tail;
    } else {
      nodes[node].number = next;
      graph->numbered[next++] = node;
      if (depth-- == 0) return;
      node = graph->path[depth];
      continue;
    }
    if (edge == nodes[node].above) continue;
    if (nodes[below].low >= 0 && nodes[below].above == edge) {
      int first = nodes[below].low, last = nodes[below].number, by = next - first;
      next = last + by + 1;
      for (int number = first; number <= last && by != 0; number++) {
        int moved = graph->numbered_before[number];
        nodes[moved].low += by;
        nodes[moved].number += by;
        graph->numbered[number + by] = moved;
      }
      continue;
    }
    node = below;
    nodes[node].above = edge;
    nodes[node].low = next;
    graph->cursors[node] = 0;
    graph->path[++depth] = node;
  }
}

static void number_all(simplex *graph) {
  for (int v = 0; v < graph->node_count; v++) graph->nodes[v].low = -1;
  memset(graph->numbered, 0, ((size_t)graph->node_count + 1) * sizeof(int));
  graph->nodes[0].above = -1;
  graph->nodes[0].low = 1;
  graph->nodes[0].number = graph->node_count;
  number_nodes(graph, 0);
}

// A cut value is the weight of what crosses the cut that its edge makes in the tree, from the tail's side
// less from the head's. What leaves the nodes below less what reaches them is just that, since edges
// between two of them count both ways.
static void find_cut_values(simplex *graph) {
  long long *balances = graph->balances;
  memset(balances, 0, (size_t)graph->node_count * sizeof *balances);
  for (int e = 0; e < graph->edge_count; e++) {
    balances[graph->edges[e].tail] += graph->weights[e];
    balances[graph->edges[e].head] -= graph->weights[e];
  }
  for (int number = 1; number < graph->node_count; number++) {
    int node = graph->numbered[number];
    const simplex_edge *edge = &graph->edges[graph->nodes[node].above];
    bool leaves = edge->tail == node;
    graph->cut_values[edge->place] = leaves ? balances[node] : -balances[node];
    balances[leaves ? edge->head : edge->tail] += balances[node];
  }
}

// The next edge of the tree with a negative cut value, without which the sum would be less: the least
// of the first few, from where the last search ended, in a circle. -1 where there is none.
static int edge_leaving(simplex *graph, int search_size) {
  int found = -1, count = 0, begin = graph->search_begin;
  for (int turn = 0; turn < 2; turn++) {
    int end = turn == 0 ? graph->tree_size : begin;
    for (int place = turn == 0 ? begin : 0; place < end; place++) {
      long long value = graph->cut_values[place];
      if (value >= 0) continue;
      if (found < 0 || value < graph->cut_values[found]) found = place;
      if (++count >= search_size) {
        graph->search_begin = place;
        return graph->tree[found];
      }
    }
  }
  graph->search_begin = begin;
  return found < 0 ? -1 : graph->tree[found];
}

// The tightest edge that leaves, or reaches, what is below a node; the first of them on the way down.
static inline int tightest(simplex *graph, int top, const bool leaves) {
  const simplex_node *nodes = graph->nodes;
  const int *begins = leaves ? graph->leaving_begin : graph->reaching_begin;
  const int *tree_begins = leaves ? graph->reaching_begin : graph->leaving_begin;
  const int *tree_edges = leaves ? graph->tree_reaching : graph->tree_leaving;
  const int *tree_counts = leaves ? graph->tree_reaching_count : graph->tree_leaving_count;
  const int low = nodes[top].low, high = nodes[top].number;
  int found = -1, least = INT_MAX, depth = 0, node = top, cursor = begins[node];
  for (;;) {
    int below = -1, end = begins[node + 1], number = nodes[node].number;
    while (cursor < end && below < 0) {
      int index = leaves ? cursor : graph->reaching[cursor];
      const simplex_edge *edge = &graph->edges[index];
      int other = leaves ? edge->head : edge->tail;
      int there = nodes[other].number;
      cursor++;
      if (edge->place >= 0) {
        if (there < number) below = other;
      } else if (there < low || there > high) {
        int slack = simplex_slack(graph, edge);
        if (slack < least) {
          found = index;
          least = slack;
          if (slack <= 0) return found;
        }
      }
    }
    // Then along the edges of the tree the other way.
    while (below < 0 && cursor - end < tree_counts[node]) {
      const simplex_edge *edge = &graph->edges[tree_edges[tree_begins[node] + cursor - end]];
      int other = leaves ? edge->tail : edge->head;
      cursor++;
      if (nodes[other].number < number) below = other;
    }
    if (below >= 0) {
      graph->path[depth] = node;
      graph->cursors[depth++] = cursor;
      node = below;
      cursor = begins[node];
    } else if (depth == 0) {
      return found;
    } else {
      node = graph->path[--depth];
      cursor = graph->cursors[depth];
    }
  }
}

int simplex_entering(simplex *graph, const simplex_edge *leaving) {
  return graph->nodes[leaving->tail].number < graph->nodes[leaving->head].number
             ? tightest(graph, leaving->tail, false)
             : tightest(graph, leaving->head, true);
}

void simplex_move(simplex *graph, int top, int by) {
  int end = graph->nodes[top].number;
  for (int number = graph->nodes[top].low; number <= end; number++)
    graph->nodes[graph->numbered[number]].rank += by;
}

static bool is_leaf(const simplex *graph, int node) {
  return graph->tree_leaving_count[node] + graph->tree_reaching_count[node] == 1;
}

// Changes the cut values between a node and the first above it that has the other below it as well,
// which it gives. What is passed is to be numbered anew. -1 where the tree is none.
static int change_cut_values(simplex *graph, int node, int other, long long by, bool leaves) {
  simplex_node *nodes = graph->nodes;
  int number = nodes[other].number;
  while (nodes[node].low > number || number > nodes[node].number) {
    if (nodes[node].above < 0) return -1;
    const simplex_edge *edge = &graph->edges[nodes[node].above];
    graph->cut_values[edge->place] += (node == edge->tail) == leaves ? by : -by;
    nodes[node].low = -1;
    node = node == edge->tail ? edge->head : edge->tail;
  }
  return node;
}

static void take_out(int *edges, int *count, int edge) {
  int last = --*count, at = 0;
  while (at < last && edges[at] != edge) at++;
  edges[at] = edges[last];
}

static void exchange(simplex *graph, int leaving, int entering) {
  simplex_edge *old = &graph->edges[leaving], *new = &graph->edges[entering];
  new->place = old->place;
  graph->tree[new->place] = entering;
  old->place = -1;
  take_out(graph->tree_leaving + graph->leaving_begin[old->tail],
           &graph->tree_leaving_count[old->tail], leaving);
  take_out(graph->tree_reaching + graph->reaching_begin[old->head],
           &graph->tree_reaching_count[old->head], leaving);
  simplex_hang(graph, entering);
}

static bool step(simplex *graph, int leaving) {
  const simplex_edge *old = &graph->edges[leaving];
  int entering = simplex_entering(graph, old);
  if (entering < 0) return false;
  const simplex_edge *new = &graph->edges[entering];
  int slack = simplex_slack(graph, new);
  if (slack > 0) {
    // A leaf is moved by itself; where there is none, the side below the edge.
    if (is_leaf(graph, old->tail)) simplex_move(graph, old->tail, -slack);
    else if (is_leaf(graph, old->head)) simplex_move(graph, old->head, slack);
    else if (graph->nodes[old->tail].number < graph->nodes[old->head].number)
      simplex_move(graph, old->tail, -slack);
    else simplex_move(graph, old->head, slack);
  }
  long long value = graph->cut_values[old->place];
  int top = change_cut_values(graph, new->tail, new->head, value, true);
  if (top < 0 || change_cut_values(graph, new->head, new->tail, value, false) != top) return false;
  graph->cut_values[old->place] = -value;
  exchange(graph, leaving, entering);
  number_nodes(graph, top);
  return true;
}

bool simplex_rank(simplex *graph, simplex_balance balance, int limit, int search_size) {
  if (graph->node_count == 0 || !fits(graph)) return false;
  if (!simplex_begin_ranks(graph)) return false;
  if (limit <= 0) return true;
  if (!simplex_grow_tree(graph)) return false;
  number_all(graph);
  find_cut_values(graph);
  graph->search_begin = 0;
  for (int steps = 0, leaving; (leaving = edge_leaving(graph, search_size)) >= 0;) {
    // All are near one another, and so near the first, but may wander off together.
    if (!step(graph, leaving) || abs(graph->nodes[0].rank) > INT_MAX / 4) return false;
    if (++steps >= limit) break;
  }
  switch (balance) {
    case SIMPLEX_TOP_BOTTOM: return simplex_balance_top_bottom(graph);
    case SIMPLEX_LEFT_RIGHT: simplex_balance_left_right(graph); return true;
    default: return simplex_normalize(graph) >= 0;
  }
}
