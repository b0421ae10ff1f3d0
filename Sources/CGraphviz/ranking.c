#include "ranking.h"

#include <graphviz/gvplugin.h>
#include <graphviz/types.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>

#include "calls.h"
#include "library.h"
#include "simplex.h"

// What dot ranks is a graph of its own, often with other nodes than those that are drawn: a list of nodes, of
// which each has lists of the edges that leave and reach it.

// The type of the nodes that are drawn, in a header of Graphviz's that is not installed.
#define NORMAL 0

// How many edges a step looks at unless the graph says otherwise.
static const int usual_search_size = 30;

static size_t ranked_count;
static bool is_left_to_graphviz;

size_t cgraphviz_ranked(void) { return ranked_count; }

void cgraphviz_leave_ranking(int is_left) { is_left_to_graphviz = is_left; }

// Numbers the nodes, in a field that Graphviz's method begins with, too; false for a graph without lists, or
// so large that its numbers would not fit.
static bool number(graph_t *graph, int *node_count, int *edge_count) {
  *node_count = *edge_count = 0;
  for (node_t *node = GD_nlist(graph); node; node = ND_next(node)) {
    if (!ND_in(node).list || !ND_out(node).list) return false;
    ND_priority(node) = (*node_count)++;
    for (edge_t **edge = ND_out(node).list; *edge; edge++) ++*edge_count;
    if (*node_count > INT_MAX / 16 || *edge_count > INT_MAX / 16) return false;
  }
  return true;
}

static void copy_leaving(graph_t *graph, simplex *copy, node_t **nodes, edge_t **edges) {
  int v = 0, e = 0;
  for (node_t *node = GD_nlist(graph); node; node = ND_next(node), v++) {
    nodes[v] = node;
    copy->nodes[v].rank = ND_rank(node);
    copy->is_counted[v] = ND_node_type(node) == NORMAL;
    copy->leaving_begin[v] = e;
    for (edge_t **edge = ND_out(node).list; *edge; edge++, e++) {
      edges[e] = *edge;
      ED_tree_index(*edge) = e;
      copy->weights[e] = ED_weight(*edge);
      copy->edges[e] = (simplex_edge){v, ND_priority(aghead(*edge)), ED_minlen(*edge), -1};
    }
  }
  copy->leaving_begin[v] = e;
}

// False where what reaches the nodes is not what leaves them.
static bool copy_reaching(graph_t *graph, simplex *copy, edge_t **edges) {
  int v = 0, at = 0;
  for (node_t *node = GD_nlist(graph); node; node = ND_next(node), v++) {
    copy->reaching_begin[v] = at;
    for (edge_t **edge = ND_in(node).list; *edge; edge++) {
      int e = ED_tree_index(*edge);
      // Known, this node's, and not here a second time.
      if (at >= copy->edge_count || e < 0 || e >= copy->edge_count || edges[e] != *edge ||
          copy->edges[e].head != v || aghead(*edge) != node || copy->edges[e].place >= 0)
        return false;
      copy->edges[e].place = at;
      copy->reaching[at++] = e;
    }
  }
  copy->reaching_begin[v] = at;
  return at == copy->edge_count;
}

static bool copy_graph(graph_t *graph, simplex *copy) {
  node_t **nodes = malloc(((size_t)copy->node_count + 1) * sizeof *nodes);
  edge_t **edges = malloc(((size_t)copy->edge_count + 1) * sizeof *edges);
  bool is_whole = nodes && edges;
  if (is_whole) {
    copy_leaving(graph, copy, nodes, edges);
    is_whole = copy_reaching(graph, copy, edges);
  }
  for (int e = 0; e < copy->edge_count && is_whole; e++)
    is_whole = agtail(edges[e]) == nodes[copy->edges[e].tail];
  free(nodes);
  free(edges);
  return is_whole;
}

// Ranks a graph as Graphviz would; false, with its ranks as they were, where that is left to Graphviz.
static bool rank_here(graph_t *graph, int balance, int limit, int search_size) {
  static const simplex_balance balances[] = {SIMPLEX_NORMALIZED, SIMPLEX_TOP_BOTTOM,
                                             SIMPLEX_LEFT_RIGHT};
  simplex ranks;
  int node_count, edge_count;
  if (is_left_to_graphviz || !number(graph, &node_count, &edge_count)) return false;
  // By this nodes go to the first or last rank, which is not known here.
  if (balance == 1 && cgraphviz.agget(graph, "TBbalance")) return false;
  if (!simplex_make(&ranks, node_count, edge_count)) return false;
  bool is_done = copy_graph(graph, &ranks) &&
                 simplex_rank(&ranks, balances[balance == 1 || balance == 2 ? balance : 0], limit,
                              search_size < 0 ? usual_search_size : search_size);
  int v = 0;
  for (node_t *node = GD_nlist(graph); node && is_done; node = ND_next(node)) {
    const simplex_node *found = &ranks.nodes[v++];
    ND_rank(node) = found->rank;
    ND_mark(node) = false;
    if (limit <= 0) continue;
    // What comes after looks at the place in the tree, too, in some graphs.
    ND_low(node) = found->low;
    ND_lim(node) = found->number;
  }
  simplex_free(&ranks);
  if (is_done) ranked_count++;
  return is_done;
}

static int rank_with_search_size(graph_t *graph, int balance, int limit, int search_size) {
  if (rank_here(graph, balance, limit, search_size)) return 0;
  return cgraphviz.rank2(graph, balance, limit, search_size);
}

static int rank(graph_t *graph, int balance, int limit) {
  const char *search_size = cgraphviz.agget(graph, "searchsize");
  return rank_with_search_size(graph, balance, limit, search_size ? atoi(search_size) : usual_search_size);
}

void cgraphviz_rank_here(cgraphviz_context *context) {
  static bool has_tried;
  if (has_tried) return;
  has_tried = true;
  if (!cgraphviz.rank2 || !cgraphviz_is_known(context)) return;
  char name[] = "libgvplugin_dot_layout.so.6";
  const gvplugin_library_t *layouts = cgraphviz.gvplugin_library_load(context, name);
  if (!layouts) return;
  cgraphviz_divert(layouts, "rank", (void (*)(void))rank);
  cgraphviz_divert(layouts, "rank2", (void (*)(void))rank_with_search_size);
}
