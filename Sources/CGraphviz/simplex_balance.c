#include <limits.h>
#include <stdlib.h>

#include "simplex_parts.h"

int simplex_normalize(simplex *graph) {
  int least = INT_MAX, greatest = INT_MIN;
  for (int v = 0; v < graph->node_count; v++) {
    if (!graph->is_counted[v]) continue;
    if (graph->nodes[v].rank < least) least = graph->nodes[v].rank;
    if (graph->nodes[v].rank > greatest) greatest = graph->nodes[v].rank;
  }
  if (greatest < least) return -1;
  for (int v = 0; v < graph->node_count; v++) graph->nodes[v].rank -= least;
  return greatest - least;
}

void simplex_balance_left_right(simplex *graph) {
  for (int place = 0; place < graph->tree_size; place++) {
    if (graph->cut_values[place] != 0) continue;
    const simplex_edge *edge = &graph->edges[graph->tree[place]];
    int entering = simplex_entering(graph, edge);
    if (entering < 0) continue;
    int slack = simplex_slack(graph, &graph->edges[entering]);
    if (slack <= 1) continue;
    if (graph->nodes[edge->tail].number < graph->nodes[edge->head].number)
      simplex_move(graph, edge->tail, -(slack / 2));
    else simplex_move(graph, edge->head, slack / 2);
  }
}

bool simplex_balance_top_bottom(simplex *graph) {
  int last = simplex_normalize(graph);
  if (last < 0) return false;
  // Sorted by counting; those that are not counted need no order.
  int *counts = calloc((size_t)last + 2, sizeof *counts), *order = graph->path;
  if (!counts) return false;
  for (int v = 0; v < graph->node_count; v++)
    if (graph->is_counted[v]) counts[graph->nodes[v].rank + 1]++;
  for (int rank = 0; rank < last; rank++) counts[rank + 1] += counts[rank];
  int counted = counts[last] + counts[last + 1];
  for (int v = 0; v < graph->node_count; v++)
    if (graph->is_counted[v]) order[counts[graph->nodes[v].rank]++] = v;
  // By now each count is the end of its rank: made the number on it again.
  for (int rank = last; rank > 0; rank--) counts[rank] -= counts[rank - 1];

  for (int i = 0; i < counted; i++) {
    int v = order[i], low = 0, high = last;
    long long reaching = 0, leaving = 0;
    for (int at = graph->reaching_begin[v]; at < graph->reaching_begin[v + 1]; at++) {
      const simplex_edge *edge = &graph->edges[graph->reaching[at]];
      int from = graph->nodes[edge->tail].rank + edge->least_length;
      reaching += graph->weights[graph->reaching[at]];
      if (from > low) low = from;
    }
    for (int at = graph->leaving_begin[v]; at < graph->leaving_begin[v + 1]; at++) {
      int to = graph->nodes[graph->edges[at].head].rank - graph->edges[at].least_length;
      leaving += graph->weights[at];
      if (to < high) high = to;
    }
    if (reaching != leaving || low > last) continue;
    int choice = low;
    for (int rank = low + 1; rank <= high; rank++)
      if (counts[rank] < counts[choice]) choice = rank;
    counts[graph->nodes[v].rank]--;
    counts[choice]++;
    graph->nodes[v].rank = choice;
  }
  free(counts);
  return true;
}
