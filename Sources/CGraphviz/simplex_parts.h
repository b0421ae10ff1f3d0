#ifndef CGRAPHVIZ_SIMPLEX_PARTS_H
#define CGRAPHVIZ_SIMPLEX_PARTS_H

#include "simplex.h"

// What the parts of the method have of one another.

// By how much an edge is longer than it has to be.
static inline int simplex_slack(const simplex *graph, const simplex_edge *edge) {
  return graph->nodes[edge->head].rank - graph->nodes[edge->tail].rank - edge->least_length;
}

// What it begins with, in simplex_tree.c: ranks that every edge is long enough in, and a tree of edges that
// are no longer than they have to be.

// Keeps the ranks that there are if every edge is long enough, and gives each node the least it can have
// if not; false for a graph with circles.
bool simplex_begin_ranks(simplex *graph);

// Grows the tree, and moves its parts towards each other on the way; false for a graph of several parts.
bool simplex_grow_tree(simplex *graph);

// Lists an edge of the tree with both its nodes.
void simplex_hang(simplex *graph, int edge);

// Its steps, in simplex.c.

// The edge that is to come into the tree for one that leaves it; -1 where there is none.
int simplex_entering(simplex *graph, const simplex_edge *leaving);

// Moves a node and all below it.
void simplex_move(simplex *graph, int top, int by);

// What it ends with, in simplex_balance.c, at the same sum.

// Has the least rank of a counted node be 0, and gives the greatest; -1 where none is counted.
int simplex_normalize(simplex *graph);

// Moves what could be on several ranks to that with the fewest nodes, the upper nodes first; false where
// none is counted, or without memory.
bool simplex_balance_top_bottom(simplex *graph);

// Moves what could be left or right of where it is to the middle.
void simplex_balance_left_right(simplex *graph);

#endif
