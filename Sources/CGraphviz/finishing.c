#include <stdio.h>

#include "CGraphviz.h"
#include "library.h"

// Graphviz's EDGE_LABEL, which its installed headers leave out.
static const int edge_label = 1;

int cgraphviz_has_words(cgraphviz_graph *graph) {
  return (GD_has_labels(graph) & edge_label) || GD_n_cluster(graph) > 0;
}

cgraphviz_box cgraphviz_box_of(cgraphviz_graph *graph) {
  boxf box = GD_bb(graph);
  return (cgraphviz_box){box.LL.x, box.LL.y, box.UR.x, box.UR.y};
}

void cgraphviz_set_box(cgraphviz_graph *graph, cgraphviz_box box) {
  GD_bb(graph) = (boxf){{box.left, box.bottom}, {box.right, box.top}};
}

static cgraphviz_words words(textlabel_t *label) {
  if (!label) return (cgraphviz_words){0, 0, 0, 0, 0};
  return (cgraphviz_words){1, label->pos.x, label->pos.y, label->dimen.x, label->dimen.y};
}

static void put(textlabel_t *label, double x, double y) {
  if (!label) return;
  label->pos = (pointf){x, y};
  label->set = 1;
}

static pointf moved(pointf point, double x, double y) {
  return (pointf){point.x + x, point.y + y};
}

static void move_words(textlabel_t *label, double x, double y) {
  if (label) label->pos = moved(label->pos, x, y);
}

cgraphviz_words cgraphviz_words_of(cgraphviz_graph *graph) { return words(GD_label(graph)); }

void cgraphviz_put_words(cgraphviz_graph *graph, double x, double y) {
  put(GD_label(graph), x, y);
}

const char *cgraphviz_name_of(cgraphviz_graph *graph) { return cgraphviz.agnameof(graph); }

size_t cgraphviz_frame_count(cgraphviz_graph *graph) {
  return GD_n_cluster(graph) > 0 ? (size_t)GD_n_cluster(graph) : 0;
}

// Graphviz numbers them from 1.
cgraphviz_graph *cgraphviz_frame(cgraphviz_graph *graph, size_t index) {
  return GD_clust(graph)[index + 1];
}

void cgraphviz_move_node(cgraphviz_node *node, double x, double y) {
  ND_coord(node) = moved(ND_coord(node), x, y);
  move_words(ND_label(node), x, y);
}

cgraphviz_edge *cgraphviz_first_edge(cgraphviz_graph *graph, cgraphviz_node *tail) {
  return cgraphviz.agfstout(graph, tail);
}

cgraphviz_edge *cgraphviz_edge_after(cgraphviz_graph *graph, cgraphviz_edge *edge) {
  return cgraphviz.agnxtout(graph, edge);
}

cgraphviz_node *cgraphviz_head_of(cgraphviz_edge *edge) { return AGHEAD(edge); }

cgraphviz_words cgraphviz_words_on(cgraphviz_edge *edge) {
  textlabel_t *label = ED_label(edge);
  // Some layouts draw no lines, and have no place for words on them.
  return words(label && label->set ? label : NULL);
}

void cgraphviz_put_words_on(cgraphviz_edge *edge, double x, double y) {
  put(ED_label(edge), x, y);
}

void cgraphviz_move_edge(cgraphviz_edge *edge, double x, double y) {
  move_words(ED_label(edge), x, y);
  splines *all = ED_spl(edge);
  if (!all) return;
  for (int number = 0; number < all->size; number++) {
    bezier *curve = &all->list[number];
    for (int index = 0; index < curve->size; index++)
      curve->list[index] = moved(curve->list[index], x, y);
    curve->sp = moved(curve->sp, x, y);
    curve->ep = moved(curve->ep, x, y);
  }
  all->bb = (boxf){moved(all->bb.LL, x, y), moved(all->bb.UR, x, y)};
}

void cgraphviz_stretch_edge(cgraphviz_edge *edge, double tail_x, double tail_y, double head_x,
                            double head_y) {
  move_words(ED_label(edge), (tail_x + head_x) / 2, (tail_y + head_y) / 2);
  splines *all = ED_spl(edge);
  if (!all) return;
  int last = -1, place = 0;
  for (int number = 0; number < all->size; number++) last += all->list[number].size;
  for (int number = 0; number < all->size; number++) {
    bezier *curve = &all->list[number];
    for (int index = 0; index < curve->size; index++) {
      double share = last > 0 ? (double)place++ / last : 0;
      double x = tail_x + (head_x - tail_x) * share, y = tail_y + (head_y - tail_y) * share;
      curve->list[index] = moved(curve->list[index], x, y);
      if (index == 0) curve->sp = moved(curve->sp, x, y);
      if (index == curve->size - 1) curve->ep = moved(curve->ep, x, y);
      pointf corner = curve->list[index];
      if (corner.x < all->bb.LL.x) all->bb.LL.x = corner.x;
      if (corner.y < all->bb.LL.y) all->bb.LL.y = corner.y;
      if (corner.x > all->bb.UR.x) all->bb.UR.x = corner.x;
      if (corner.y > all->bb.UR.y) all->bb.UR.y = corner.y;
    }
  }
}

size_t cgraphviz_curve_count(cgraphviz_edge *edge) {
  return ED_spl(edge) ? (size_t)ED_spl(edge)->size : 0;
}

size_t cgraphviz_point_count(cgraphviz_edge *edge, size_t curve) {
  return (size_t)ED_spl(edge)->list[curve].size;
}

void cgraphviz_point(cgraphviz_edge *edge, size_t curve, size_t index, double *x, double *y) {
  pointf point = ED_spl(edge)->list[curve].list[index];
  *x = point.x;
  *y = point.y;
}

int cgraphviz_tip(cgraphviz_edge *edge, size_t curve, int is_at_start, double *x, double *y) {
  bezier *all = &ED_spl(edge)->list[curve];
  pointf point = is_at_start ? all->sp : all->ep;
  *x = point.x;
  *y = point.y;
  return is_at_start ? all->sflag : all->eflag;
}

const char *cgraphviz_attribute(void *object, const char *name) {
  return cgraphviz.agget(object, (char *)name);
}

void cgraphviz_set(cgraphviz_graph *graph, const char *name, const char *value) {
  cgraphviz.agattr(graph, AGRAPH, (char *)name, (char *)value);
}
