#ifndef CGRAPHVIZ_SVG_LOOKS_H
#define CGRAPHVIZ_SVG_LOOKS_H

#include <graphviz/gvcjob.h>
#include <strings.h>

#include "svg_colors.h"
#include "svg_output.h"

// The looks of shapes and text for svg.c, which alone includes it.

// MARK: Shapes

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
  const char *family = alias ? alias->family : font->name;
  if (family) put(family);
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

#endif
