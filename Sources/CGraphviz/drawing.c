#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphviz.h"
#include "library.h"
#include "memory.h"
#include "ranking.h"

const char *cgraphviz_version(cgraphviz_context *context) { return cgraphviz.gvcVersion(context); }

int cgraphviz_layout(cgraphviz_context *context, cgraphviz_graph *graph, const char *engine) {
  // Layouts draw lots, some without a seed of their own: begun as in a new process, so that a picture
  // does not depend on those before it.
  srand(1);
  srand48(0x1234ABCD);
  if (!strcmp(engine, "fdp")) cgraphviz_begin_row();
  if (!strcmp(engine, "dot")) cgraphviz_rank_here(context);
  return cgraphviz.gvLayout(context, graph, engine);
}

void cgraphviz_free_layout(cgraphviz_context *context, cgraphviz_graph *graph) {
  cgraphviz.gvFreeLayout(context, graph);
}

static cgraphviz_graph *last;
static cgraphviz_context *context_of_last;

void cgraphviz_discard(cgraphviz_context *context, cgraphviz_graph *graph) {
  last = graph;
  context_of_last = context;
}

void cgraphviz_free_last(void) {
  if (!last) return;
  cgraphviz.gvFreeLayout(context_of_last, last);
  cgraphviz.agclose(last);
  cgraphviz_end_row();
  last = NULL;
}

int cgraphviz_render(cgraphviz_context *context, cgraphviz_graph *graph, const char *format,
                     char **data, size_t *length) {
  __typeof__(CGRAPHVIZ_LENGTH) written = 0;
  int status = cgraphviz.gvRenderData(context, graph, format, data, &written);
  *length = written;
  return status;
}

void cgraphviz_free_data(char *data) { cgraphviz.gvFreeRenderData(data); }

void cgraphviz_size(cgraphviz_graph *graph, double *width, double *height) {
  boxf box = GD_bb(graph);
  layout_t *drawing = GD_drawing(graph);
  double across = (box.UR.x - box.LL.x) / 72, down = (box.UR.y - box.LL.y) / 72, scale = 1;
  if (drawing->size.x > 0 && drawing->size.y > 0) {
    // The greatest size is kept in points.
    double fit_across = drawing->size.x / 72 / across, fit_down = drawing->size.y / 72 / down;
    double fit = fit_across < fit_down ? fit_across : fit_down;
    if (fit < 1) scale = fit;
  }
  *width = across * scale;
  *height = down * scale;
}

double cgraphviz_dpi(cgraphviz_graph *graph) { return GD_drawing(graph)->dpi; }

double cgraphviz_fit(cgraphviz_graph *graph, double width, double height, double margin,
                     double pad) {
  boxf box = GD_bb(graph);
  double across = box.UR.x - box.LL.x + 2 * pad, down = box.UR.y - box.LL.y + 2 * pad;
  if (across < 1 || down < 1) return 1;
  double fit_across = (width - 2 * margin) / across, fit_down = (height - 2 * margin) / down;
  double scale = fit_across < fit_down ? fit_across : fit_down;
  // A small drawing is not blown up beyond what reads well.
  if (scale > 1.5) scale = 1.5;
  // What is seen is centred from side to side, and begins at the upper margin.
  double x = (box.LL.x + box.UR.x) / 2, y = box.UR.y + pad - (height / 2 - margin) / scale;
  char viewport[160];
  snprintf(viewport, sizeof viewport, "%.3f,%.3f,%.6f,%.3f,%.3f", width, height, scale, x, y);
  cgraphviz.agattr(graph, AGRAPH, "viewport", viewport);
  // Printers' formats have a margin of their own.
  cgraphviz.agattr(graph, AGRAPH, "margin", "0");
  return scale;
}

cgraphviz_node *cgraphviz_first_node(cgraphviz_graph *graph) { return cgraphviz.agfstnode(graph); }

cgraphviz_node *cgraphviz_node_after(cgraphviz_graph *graph, cgraphviz_node *node) {
  return cgraphviz.agnxtnode(graph, node);
}

cgraphviz_place cgraphviz_place_of(cgraphviz_node *node) {
  cgraphviz_place place = {cgraphviz.agnameof(node), ND_coord(node).x, ND_coord(node).y,
                           ND_width(node) * 72, ND_height(node) * 72};
  return place;
}

void cgraphviz_capture_messages(int (*receive)(char *piece)) { cgraphviz.agseterrf(receive); }

void cgraphviz_reset_messages(void) { cgraphviz.agreseterrors(); }

// Graphviz 2.42 keeps its buffer between messages and crashes when an argument of a message does
// not fit it, but grows it safely for one without arguments.
void cgraphviz_reserve_message(size_t length) {
  char *blank = malloc(length + 1);
  if (!blank) return;
  memset(blank, ' ', length);
  blank[length] = 0;
  cgraphviz.agerr(AGWARN, blank);
  free(blank);
}
