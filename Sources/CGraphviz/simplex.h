#ifndef CGRAPHVIZ_SIMPLEX_H
#define CGRAPHVIZ_SIMPLEX_H

#include <stdbool.h>

// Whole numbers for the nodes of an acyclic graph, their ranks, so that every edge spans at least its
// least length and the lengths, each by its weight, sum to as little as can be. It is the network simplex
// method of Gansner, Koutsofios, North and Vo, "A Technique for Drawing Directed Graphs" (IEEE
// Transactions on Software Engineering 19(3), 1993), on columns instead of linked nodes.
//
// Many ranks are equally good. Which of them come out is decided by the order of nodes and edges alone,
// and is what Graphviz 2.42 gives: what comes first among equals there comes first here.

typedef struct {
  int rank;
  // The tree's nodes are numbered from 1 so that those below a node have the numbers from `low` to
  // its own, `number`.
  int low, number;
  // The edge to the node above; -1 at the root.
  int above;
} simplex_node;

typedef struct {
  int tail, head, least_length;
  // Where it stands among the edges of the tree; -1 elsewhere.
  int place;
} simplex_edge;

typedef struct {
  int node_count, edge_count;
  simplex_node *nodes;
  // Those that leave node 0 first, then those that leave node 1, and so on.
  simplex_edge *edges;
  int *weights;
  // Where the edges that leave or reach a node begin, with one more behind the last; those that leave
  // are `edges` themselves.
  int *leaving_begin, *reaching_begin, *reaching;
  // Whether a node is to be moved and counted when ranks are evened out.
  bool *is_counted;

  // The edges of the tree by their places, and by how much the sum grows when one of them becomes longer
  // by one: its cut value.
  int tree_size, *tree;
  long long *cut_values;
  // Which of them leave or reach each node: from where all that do begin.
  int *tree_leaving, *tree_leaving_count, *tree_reaching, *tree_reaching_count;
  // What leaves each node less what reaches it, by weight, and then that of all below it as well.
  long long *balances;
  // The nodes by their numbers; and before they were last numbered.
  int *numbered, *numbered_before;
  // The path that a search is on, and how far it is at each node.
  int *path, *cursors;
  // Where the search for an edge to take out of the tree goes on.
  int search_begin;
} simplex;

typedef enum { SIMPLEX_NORMALIZED, SIMPLEX_TOP_BOTTOM, SIMPLEX_LEFT_RIGHT } simplex_balance;

// Room for a graph; false where there is none. `leaving_begin`, `reaching_begin`, `reaching`, `edges`,
// `weights`, `is_counted` and the ranks are then to be filled in.
bool simplex_make(simplex *graph, int node_count, int edge_count);
void simplex_free(simplex *graph);

// Finds the ranks, in at most so many steps, of which each looks at up to `search_size` edges that would
// do. False where there are none, as in a graph of several parts or with circles, and where ranks might
// not fit an int. Weights may sum to more than that, over which Graphviz 2.42 comes to grief.
bool simplex_rank(simplex *graph, simplex_balance balance, int limit, int search_size);

#endif
