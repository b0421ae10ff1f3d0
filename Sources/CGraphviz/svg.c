#include "svg.h"

#include <graphviz/gvplugin_device.h>
#include <graphviz/gvplugin_loadimage.h>
#include <graphviz/gvplugin_render.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "CGraphviz.h"
#include "decimals.h"
#include "library.h"
#include "svg_colors.h"

// Writes SVG, as a plugin of Graphviz's in this program: the very bytes that Graphviz's own writes.
//
// Graphviz's own formats every number by printf and passes on every few letters by themselves. Here
// all goes into one buffer, which becomes the data that Graphviz answers with. What is not known here
// (gradients, images, layers, style sheets) is refused: the picture is then Graphviz's to render.

// One picture is written at a time.
static struct {
  char *bytes;
  size_t length, capacity;
  // What others had written before the first byte.
  unsigned long others;
  bool is_directed, is_refused;
} output;

static void refuse(void) { output.is_refused = true; }

int cgraphviz_svg_is_whole(void) { return !output.is_refused; }

// MARK: Writing

// Where the next bytes go, with room for as many.
static char *reserve(size_t count) {
  if (output.capacity - output.length <= count) {
    size_t capacity = (output.capacity + count) * 2 + 65536;
    char *bytes = realloc(output.bytes, capacity);
    if (!bytes) abort();  // As Graphviz does.
    output.bytes = bytes;
    output.capacity = capacity;
  }
  return output.bytes + output.length;
}

static void finish(const char *end) { output.length = (size_t)(end - output.bytes); }

static void put_bytes(const char *bytes, size_t count) {
  memcpy(reserve(count), bytes, count);
  output.length += count;
}

static void put(const char *text) { put_bytes(text, strlen(text)); }

// A text of a length that the compiler knows.
#define PUT(text) put_bytes(text, sizeof text - 1)

static double checked(double number) {
  if (fabs(number) < greatest_decimal) return number;
  refuse();
  return 0;
}

static void put_number(double number) {
  finish(write_decimal(reserve(decimals_room), checked(number)));
}

static void put_hundredths(double number) {
  finish(write_hundredths(reserve(decimals_room), checked(number)));
}

static void put_integer(int number) {
  finish(reserve(decimals_room) +
         snprintf(reserve(decimals_room), decimals_room, "%d", number));
}

// SVG counts downwards.
static void put_point(pointf point) {
  char *end = write_decimal(reserve(2 * decimals_room), checked(point.x));
  *end++ = ',';
  finish(write_decimal(end, checked(-point.y)));
}

// MARK: Escaping

// Whether a text begins with what XML would take for an entity.
static bool is_entity(const char *text) {
  const char *digits = "";
  text++;
  if (*text == '#') {
    text++;
    digits = "0123456789";
    if (*text == 'x' || *text == 'X') {
      text++;
      digits = "0123456789abcdefABCDEF";
    }
    text += strspn(text, digits);
  } else {
    while ((*text | 0x20) >= 'a' && (*text | 0x20) <= 'z') text++;
  }
  return *text == ';';
}

// What is written for a byte; NULL for itself.
static const char *escape_of(const char *text, char before, bool keeps_entities) {
  switch (*text) {
    case '&':
      return keeps_entities && is_entity(text) ? NULL : "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '-':
      return "&#45;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case ' ':
      return before == ' ' ? "&#160;" : NULL;
    case '\n':
      return keeps_entities ? NULL : "&#10;";
    case '\r':
      return keeps_entities ? NULL : "&#13;";
    default:
      return NULL;
  }
}

static void put_escaped(const char *text, bool keeps_entities) {
  char before = 0;
  const char *start = text;
  for (; *text; before = *text++) {
    const char *escape = escape_of(text, before, keeps_entities);
    if (!escape) continue;
    put_bytes(start, (size_t)(text - start));
    put(escape);
    start = text + 1;
  }
  put_bytes(start, (size_t)(text - start));
}

// Names may hold entities already; words that are shown have none left.
static void put_name(const char *name) { put_escaped(name, true); }
static void put_words(const char *words) { put_escaped(words, false); }

// MARK: Looks

static void put_color(const gvcolor_t *color) {
  if (color->type == COLOR_STRING) {
    put(color->u.string);
  } else if (color->type != RGBA_BYTE) {
    refuse();
  } else if (!color->u.rgba[3]) {
    PUT("transparent");
  } else {
    char *end = reserve(7);
    *end++ = '#';
    for (int index = 0; index < 3; index++) {
      *end++ = "0123456789abcdef"[color->u.rgba[index] >> 4];
      *end++ = "0123456789abcdef"[color->u.rgba[index] & 15];
    }
    finish(end);
  }
}

static void put_opacity(const char *name, const gvcolor_t *color) {
  if (color->type != RGBA_BYTE || !color->u.rgba[3] || color->u.rgba[3] == 255) return;
  char text[48];
  snprintf(text, sizeof text, " %s-opacity=\"%f\"", name, color->u.rgba[3] / 255.0);
  put(text);
}

// The looks of a shape that is filled as Graphviz says: 0 for not at all, 1 with one colour.
static void put_looks(const obj_state_t *object, int filled) {
  PUT(" fill=\"");
  if (filled > 1) {
    refuse();
  } else if (filled) {
    put_color(&object->fillcolor);
    PUT("\"");
    put_opacity("fill", &object->fillcolor);
  } else {
    PUT("none\"");
  }
  PUT(" stroke=\"");
  put_color(&object->pencolor);
  PUT("\"");
  if (object->penwidth != PENWIDTH_NORMAL) {
    PUT(" stroke-width=\"");
    put_number(object->penwidth);
    PUT("\"");
  }
  if (object->pen == PEN_DASHED) PUT(" stroke-dasharray=\"5,2\"");
  if (object->pen == PEN_DOTTED) PUT(" stroke-dasharray=\"1,5\"");
  put_opacity("stroke", &object->pencolor);
}

// MARK: Groups

static bool has_text(const char *text) { return text && *text; }

static void begin_group(const obj_state_t *object, const char *class, void *graph_object) {
  PUT("<g id=\"");
  put_name(object->id);
  PUT("\" class=\"");
  put(class);
  const char *more = cgraphviz.agget(graph_object, "class");
  if (has_text(more)) {
    PUT(" ");
    put_name(more);
  }
  PUT("\"");
}

static void begin_title(void) { PUT(">\n<title>"); }
static void end_title(void) { PUT("</title>\n"); }
static void end_group(GVJ_t *job) { PUT("</g>\n"); }

static unsigned long written_by_others(const GVJ_t *job) {
  return (unsigned long)job->output_data_position;
}

static void begin_job(GVJ_t *job) {
  output.is_refused = !job->output_data;
  output.others = written_by_others(job);
  output.length = 0;
  PUT("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n"
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"\n"
      " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n"
      "<!-- Generated by ");
  put_name(job->common->info[0]);
  PUT(" version ");
  put_name(job->common->info[1]);
  PUT(" (");
  put_name(job->common->info[2]);
  PUT(")\n -->\n");
}

// The buffer becomes the job's own, which whoever asked for the picture frees.
static void end_job(GVJ_t *job) {
  // What others wrote on the way belongs between what is written here.
  if (written_by_others(job) != output.others || output.length >= INT_MAX) refuse();
  if (output.is_refused) {
    free(output.bytes);
  } else {
    *reserve(1) = 0;
    free(job->output_data);
    job->output_data = output.bytes;
    job->output_data_allocated = (unsigned)output.capacity;
    job->output_data_position = (unsigned)output.length;
  }
  output.bytes = NULL;
  output.capacity = output.length = 0;
}

static void begin_graph(GVJ_t *job) {
  const obj_state_t *object = job->obj;
  if (has_text(cgraphviz.agget(object->u.g, "stylesheet")) ||
      has_text(cgraphviz.agget(object->u.g, "fontnames")))
    refuse();
  output.is_directed = object->u.g->desc.directed;
  PUT("<!--");
  const char *name = cgraphviz.agnameof(object->u.g);
  if (has_text(name)) {
    PUT(" Title: ");
    put_name(name);
  }
  PUT(" Pages: ");
  put_integer(job->pagesArraySize.x * job->pagesArraySize.y);
  PUT(" -->\n<svg width=\"");
  put_integer((int)job->width);
  PUT("pt\" height=\"");
  put_integer((int)job->height);
  PUT("pt\"\n viewBox=\"");
  put_hundredths(job->canvasBox.LL.x);
  PUT(" ");
  put_hundredths(job->canvasBox.LL.y);
  PUT(" ");
  put_hundredths(job->canvasBox.UR.x);
  PUT(" ");
  put_hundredths(job->canvasBox.UR.y);
  PUT("\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n");
}

static void end_graph(GVJ_t *job) { PUT("</svg>\n"); }

static void begin_layer(GVJ_t *job, char *name, int number, int count) { refuse(); }

static void begin_page(GVJ_t *job) {
  const obj_state_t *object = job->obj;
  begin_group(object, "graph", object->u.g);
  PUT(" transform=\"scale(");
  put_number(job->scale.x);
  PUT(" ");
  put_number(job->scale.y);
  PUT(") rotate(");
  put_integer(-job->rotation);
  PUT(") translate(");
  put_number(job->translation.x);
  PUT(" ");
  put_number(-job->translation.y);
  PUT(")\"");
  const char *name = cgraphviz.agnameof(object->u.g);
  if (!has_text(name)) {
    PUT(">\n");
    return;
  }
  begin_title();
  put_name(name);
  end_title();
}

static void begin_cluster(GVJ_t *job) {
  begin_group(job->obj, "cluster", job->obj->u.sg);
  begin_title();
  put_name(cgraphviz.agnameof(job->obj->u.sg));
  end_title();
}

static void begin_node(GVJ_t *job) {
  begin_group(job->obj, "node", job->obj->u.n);
  begin_title();
  put_name(cgraphviz.agnameof(job->obj->u.n));
  end_title();
}

static void put_end(node_t *node, const char *port) {
  put_name(cgraphviz.agnameof(node));
  if (!has_text(port)) return;
  PUT(":");
  put_name(port);
}

static void begin_edge(GVJ_t *job) {
  edge_t *edge = job->obj->u.e;
  begin_group(job->obj, "edge", edge);
  begin_title();
  put_end(AGTAIL(edge), ED_tail_port(edge).name);
  if (output.is_directed)
    PUT("&#45;&gt;");
  else
    PUT("&#45;&#45;");
  put_end(AGHEAD(edge), ED_head_port(edge).name);
  end_title();
}

static void put_attribute(const char *name, const char *value, bool keeps_entities) {
  if (!has_text(value)) return;
  PUT(" ");
  put(name);
  PUT("=\"");
  put_escaped(value, keeps_entities);
  PUT("\"");
}

static void begin_anchor(GVJ_t *job, char *link, char *tooltip, char *target, char *id) {
  PUT("<g");
  if (id) {
    PUT(" id=\"a_");
    put_name(id);
    PUT("\"");
  }
  PUT("><a");
  if (has_text(link)) {
    PUT(" xlink:href=\"");
    put(link);  // Not escaped.
    PUT("\"");
  }
  put_attribute("xlink:title", tooltip, false);
  put_attribute("target", target, true);
  PUT(">\n");
}

static void end_anchor(GVJ_t *job) { PUT("</a>\n</g>\n"); }

static void comment(GVJ_t *job, char *words) {
  PUT("<!-- ");
  put_name(words);
  PUT(" -->\n");
}

// MARK: Text

static void put_plain_attribute(const char *name, const char *value) {
  PUT(" ");
  put(name);
  PUT("=\"");
  put(value);
  PUT("\"");
}

static void put_typeface(const textfont_t *font) {
  const PostscriptAlias *alias = font->postscript_alias;
  PUT(" font-family=\"");
  put(alias ? alias->family : font->name);
  if (alias && alias->svg_font_family) {
    PUT(",");
    put(alias->svg_font_family);
  }
  PUT("\"");
  if (alias && alias->weight) put_plain_attribute("font-weight", alias->weight);
  if (alias && alias->stretch) put_plain_attribute("font-stretch", alias->stretch);
  if (alias && alias->style) put_plain_attribute("font-style", alias->style);
  if ((font->flags & HTML_BF) && !(alias && alias->weight)) PUT(" font-weight=\"bold\"");
  if ((font->flags & HTML_IF) && !(alias && alias->style)) PUT(" font-style=\"italic\"");
}

static void put_decoration(unsigned flags) {
  if (flags & (HTML_UL | HTML_OL | HTML_S)) {
    PUT(" text-decoration=\"");
    const char *separator = "";
    if (flags & HTML_UL) {
      PUT("underline");
      separator = ",";
    }
    if (flags & HTML_OL) {
      put(separator);
      PUT("overline");
      separator = ",";
    }
    if (flags & HTML_S) {
      put(separator);
      PUT("line-through");
    }
    PUT("\"");
  }
  if (flags & HTML_SUP) PUT(" baseline-shift=\"super\"");
  if (flags & HTML_SUB) PUT(" baseline-shift=\"sub\"");
}

// Black is what text is anyway.
static void put_text_color(const gvcolor_t *color) {
  if (color->type == COLOR_STRING) {
    if (!strcasecmp(color->u.string, "black")) return;
    put_plain_attribute("fill", color->u.string);
    return;
  }
  gvcolor_t opaque = *color;
  opaque.u.rgba[3] = 255;  // Text that is not seen has its colour all the same.
  PUT(" fill=\"");
  put_color(&opaque);
  PUT("\"");
  put_opacity("fill", color);
}

static void textspan(GVJ_t *job, pointf place, textspan_t *span) {
  if (job->obj->labeledgealigned) refuse();
  PUT("<text text-anchor=\"");
  if (span->just == 'l')
    PUT("start");
  else if (span->just == 'r')
    PUT("end");
  else
    PUT("middle");
  PUT("\" x=\"");
  put_number(place.x);
  PUT("\" y=\"");
  put_number(-place.y - span->yoffset_centerline);
  PUT("\"");
  put_typeface(span->font);
  put_decoration(span->font->flags);
  PUT(" font-size=\"");
  put_hundredths(span->font->size);
  PUT("\"");
  put_text_color(&job->obj->pencolor);
  PUT(">");
  put_words(span->str);
  PUT("</text>\n");
}

// MARK: Shapes

static void ellipse(GVJ_t *job, pointf *points, int filled) {
  PUT("<ellipse");
  put_looks(job->obj, filled);
  PUT(" cx=\"");
  put_number(points[0].x);
  PUT("\" cy=\"");
  put_number(-points[0].y);
  PUT("\" rx=\"");
  put_number(points[1].x - points[0].x);
  PUT("\" ry=\"");
  put_number(points[1].y - points[0].y);
  PUT("\"/>\n");
}

static void polygon(GVJ_t *job, pointf *points, int count, int filled) {
  PUT("<polygon");
  put_looks(job->obj, filled);
  PUT(" points=\"");
  for (int index = 0; index < count; index++) {
    put_point(points[index]);
    PUT(" ");
  }
  put_point(points[0]);
  PUT("\"/>\n");
}

static void polyline(GVJ_t *job, pointf *points, int count) {
  PUT("<polyline");
  put_looks(job->obj, 0);
  PUT(" points=\"");
  for (int index = 0; index < count; index++) {
    put_point(points[index]);
    PUT(" ");
  }
  PUT("\"/>\n");
}

static void curve(GVJ_t *job, pointf *points, int count, int arrow_at_start, int arrow_at_end,
                  int filled) {
  if (job->obj->labeledgealigned) refuse();
  PUT("<path");
  put_looks(job->obj, filled);
  PUT(" d=\"M");
  put_point(points[0]);
  for (int index = 1; index < count; index++) {
    if (index == 1)
      PUT("C");
    else
      PUT(" ");
    put_point(points[index]);
  }
  PUT("\"/>\n");
}

static void library_shape(GVJ_t *job, char *name, pointf *points, int count, int filled) {
  refuse();
}

static void load_image(GVJ_t *job, usershape_t *image, boxf box, boolean filled) { refuse(); }

// MARK: The plugin

// Functions have other types in later versions, of which these are never called.
#define AS(member, function) .member = (__typeof__(((gvrender_engine_t *)0)->member))(function)

static gvrender_engine_t engine = {
    AS(begin_job, begin_job),       AS(end_job, end_job),
    AS(begin_graph, begin_graph),   AS(end_graph, end_graph),
    AS(begin_layer, begin_layer),   AS(begin_page, begin_page),
    AS(end_page, end_group),        AS(begin_cluster, begin_cluster),
    AS(end_cluster, end_group),     AS(begin_node, begin_node),
    AS(end_node, end_group),        AS(begin_edge, begin_edge),
    AS(end_edge, end_group),        AS(begin_anchor, begin_anchor),
    AS(end_anchor, end_anchor),     AS(textspan, textspan),
    AS(ellipse, ellipse),           AS(polygon, polygon),
    AS(beziercurve, curve),         AS(polyline, polyline),
    AS(comment, comment),           AS(library_shape, library_shape),
};

static gvrender_features_t features = {
    .flags = GVRENDER_Y_GOES_DOWN | GVRENDER_DOES_TRANSFORM | GVRENDER_DOES_LABELS |
             GVRENDER_DOES_MAPS | GVRENDER_DOES_TARGETS | GVRENDER_DOES_TOOLTIPS,
    .default_pad = 4,
    .knowncolors = svg_colors,
    .sz_knowncolors = sizeof svg_colors / sizeof *svg_colors,
    .color_type = RGBA_BYTE,
};

static gvdevice_features_t device_features = {
    .flags = GVDEVICE_DOES_TRUECOLOR | GVDEVICE_DOES_LAYERS,
    .default_dpi = {72, 72},
};

// The device writes nothing: the renderer hands its buffer over.
static gvdevice_engine_t device;
static gvloadimage_engine_t images = {
    (__typeof__(((gvloadimage_engine_t *)0)->loadimage))load_image};

#define NAME "remitsvg"
#define IMAGE(kind) {0, kind ":" NAME, 1000, &images, NULL}

gvplugin_installed_t cgraphviz_svg_renders[] = {{0, NAME, 1, &engine, &features}, {0}};
gvplugin_installed_t cgraphviz_svg_devices[] = {
    {0, NAME ":" NAME, 1, &device, &device_features}, {0}};
gvplugin_installed_t cgraphviz_svg_images[] = {
    IMAGE("png"), IMAGE("gif"),  IMAGE("jpe"),  IMAGE("jpg"), IMAGE("jpeg"), IMAGE("bmp"),
    IMAGE("pdf"), IMAGE("ps"),   IMAGE("eps"),  IMAGE("svg"), IMAGE("webp"), IMAGE("tiff"),
    IMAGE("ico"), IMAGE("xbm"),  IMAGE("xdot"), {0}};

// The version whose own renderer writes these bytes; it is that of Debian's 2.42 as well.
#define KNOWN_VERSION "2.43.0"

const char *cgraphviz_svg_format(cgraphviz_context *context) {
  bool is_known = cgraphviz.gvplugin_library_load &&
                  !strcmp(cgraphviz.gvcVersion(context), KNOWN_VERSION) &&
                  !strcmp(cgraphviz_headers_version(), KNOWN_VERSION);
  return is_known ? NAME : NULL;
}
