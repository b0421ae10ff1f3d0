#include <stdlib.h>
#include <string.h>

#include "CGraphviz.h"
#include "library.h"

cgraphviz_context *cgraphviz_open(void) { return cgraphviz.gvContext(); }

const char *cgraphviz_version(cgraphviz_context *context) { return cgraphviz.gvcVersion(context); }

void cgraphviz_close(cgraphviz_graph *graph) { cgraphviz.agclose(graph); }

int cgraphviz_layout(cgraphviz_context *context, cgraphviz_graph *graph, const char *engine) {
  return cgraphviz.gvLayout(context, graph, engine);
}

void cgraphviz_free_layout(cgraphviz_context *context, cgraphviz_graph *graph) {
  cgraphviz.gvFreeLayout(context, graph);
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
