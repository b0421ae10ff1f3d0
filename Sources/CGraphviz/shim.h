#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <gvc.h>
#include "ids.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// What Swift cannot import: a parameter whose type depends on the version, macros, and varargs.

// The length gvRenderData writes is an unsigned int up to Graphviz 12 and a size_t later.
#define CGRAPHVIZ_LENGTH                                                                  \
  _Generic(&gvRenderData,                                                                 \
    int (*)(GVC_t *, graph_t *, const char *, char **, size_t *): (size_t)0,              \
    default: (unsigned int)0)

// Renders a graph that has a layout; the data is freed with gvFreeRenderData.
static inline int cgraphviz_render(GVC_t *context, graph_t *graph, const char *format,
                                   char **data, size_t *length) {
  __typeof__(CGRAPHVIZ_LENGTH) written = 0;
  int status = gvRenderData(context, graph, format, data, &written);
  *length = written;
  return status;
}

// The width and height in inches of a graph that has a layout, once scaled to its greatest size.
static inline void cgraphviz_size(graph_t *graph, double *width, double *height) {
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

// The pixels per inch the graph asks for, or 0 if it leaves them to the format.
static inline double cgraphviz_dpi(graph_t *graph) { return GD_drawing(graph)->dpi; }

// Makes room for messages of a length. Graphviz 2.42 keeps its buffer between messages and crashes
// when an argument of a message does not fit it, but grows it safely for one without arguments.
static inline void cgraphviz_reserve_message(size_t length) {
  char *blank = malloc(length + 1);
  if (!blank) return;
  memset(blank, ' ', length);
  blank[length] = 0;
  agerr(AGWARN, blank);
  free(blank);
}

#endif
