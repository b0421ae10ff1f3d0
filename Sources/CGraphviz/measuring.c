#include <dlfcn.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_textlayout.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "CGraphviz.h"
#include "library.h"
#include "svg.h"
#include "typeface.h"

// Measures the words of pictures, as a plugin of Graphviz's in this program.
//
// Graphviz's own measures with Pango, which looks for typefaces on the machine: that takes longer
// than laying out a hundred bodies, and gives boxes that depend on what is installed. Words in the
// typeface of the pictures are measured by a table of its letters; others, and those that Cairo is to
// draw, are given to Pango, which is loaded when it is first needed.

// The package of Pango's plugin, by its number, which is that of libgvc, and a library that it brings.
#ifdef __APPLE__
#define PANGO(number) "libgvplugin_pango." number ".dylib"
#define PANGO_CAIRO "libpangocairo-1.0.0.dylib"
#else
#define PANGO(number) "libgvplugin_pango.so." number
#define PANGO_CAIRO "libpangocairo-1.0.so.0"
#endif

typedef __typeof__(((gvtextlayout_engine_t *)0)->textlayout) text_layout;
typedef __typeof__(((text_layout)0)(NULL, NULL)) answer;

static char *typeface_name;
static GVC_t *context;
static bool is_for_cairo;
static bool has_looked_for_pango;
static text_layout pango;

static void *find_types(const gvplugin_library_t *library, api_t api) {
  for (const gvplugin_api_t *found = library->apis; found->types; found++)
    if (found->api == api) return found->types;
  return NULL;
}

static text_layout find_pango(void) {
  if (has_looked_for_pango) return pango;
  has_looked_for_pango = true;
  char name[] = PANGO("6"), later[] = PANGO("7");
  const gvplugin_library_t *library =
      cgraphviz.gvplugin_library_load(context, CGRAPHVIZ_HAS_SIZE_LENGTH ? later : name);
  const gvplugin_installed_t *types = library ? find_types(library, API_textlayout) : NULL;
  if (types && types->engine) pango = ((const gvtextlayout_engine_t *)types->engine)->textlayout;
  return pango;
}

// Pango places letters on whole pixels of a screen with 96 to the inch unless told otherwise, which
// makes a line of small capitals 4 % wider than the same one on paper. Its context, one for all texts,
// is that of the first. Tells whether it was.
static bool place_letters_exactly(void *layout) {
  static bool is_done = false;
  if (is_done || !layout) return false;
  is_done = true;
  // Already loaded, by its plugin.
  void *handle = dlopen(PANGO_CAIRO, RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
  if (!handle) return false;
  void *(*context_of)(void *) = dlsym(handle, "pango_layout_get_context");
  void (*round_positions)(void *, int) = dlsym(handle, "pango_context_set_round_glyph_positions");
  void (*set_options)(void *, void *) = dlsym(handle, "pango_cairo_context_set_font_options");
  void *(*create_options)(void) = dlsym(handle, "cairo_font_options_create");
  void (*set_hint_style)(void *, int) = dlsym(handle, "cairo_font_options_set_hint_style");
  void (*set_hint_metrics)(void *, int) = dlsym(handle, "cairo_font_options_set_hint_metrics");
  void (*destroy_options)(void *) = dlsym(handle, "cairo_font_options_destroy");
  bool is_first = context_of && round_positions && set_options && create_options &&
                  set_hint_style && set_hint_metrics && destroy_options;
  if (is_first) {
    void *options = create_options();
    set_hint_style(options, 1);    // CAIRO_HINT_STYLE_NONE
    set_hint_metrics(options, 1);  // CAIRO_HINT_METRICS_OFF
    set_options(context_of(layout), options);
    destroy_options(options);
    round_positions(context_of(layout), 0);
  }
  dlclose(handle);
  return is_first;
}

static bool measure_by_pango(textspan_t *span, char **font_path) {
  text_layout other = find_pango();
  if (!other || !other(span, font_path)) return false;
  if (!place_letters_exactly(span->layout)) return true;
  span->free_layout(span->layout);
  return other(span, font_path);
}

// The width in points, rounded up as Pango's is; negative if it is not known here.
static double width_of(const textspan_t *span) {
  const textfont_t *font = span->font;
  if (!typeface_name || !font->name || strcmp(font->name, typeface_name)) return -1;
  if (font->flags & (HTML_SUP | HTML_SUB)) return -1;
  int64_t width = typeface_width(span->str, (font->flags & HTML_BF) != 0);
  return width < 0 ? -1 : floor(width * font->size / 2048) + 1;
}

static answer measure(textspan_t *span, char **font_path) {
  double width = width_of(span);
  if (width < 0 || is_for_cairo) {
    if (measure_by_pango(span, font_path)) {
      // The same picture in every format.
      if (width >= 0) span->size.x = width;
      return true;
    }
    // Without it no letter is wider than its height.
    if (width < 0) width = floor(strlen(span->str) * span->font->size) + 1;
  }
  span->layout = NULL;
  span->free_layout = NULL;
  span->size.x = width;
  // As Pango's plugin has it: the height of a line, and how far its base is below its middle.
  span->size.y = round(span->font->size * 1.1);
  span->yoffset_layout = 0;
  span->yoffset_centerline = span->font->size * 0.2;
  return true;
}

static gvtextlayout_engine_t engine = {measure};
// Before Pango's, which has the same name.
static gvplugin_installed_t types[] = {{0, "textlayout", 1000, &engine, NULL}, {0}};
static gvplugin_api_t apis[] = {{API_textlayout, types},
                                {API_render, cgraphviz_svg_renders},
                                {API_device, cgraphviz_svg_devices},
                                {API_loadimage, cgraphviz_svg_images},
                                {(api_t)0, NULL}};
static gvplugin_library_t library = {"remit", apis};
static const lt_symlist_t plugins[] = {{"gvplugin_remit_LTX_library", &library}, {NULL, NULL}};

cgraphviz_context *cgraphviz_open(const char *typeface) {
  // What Cairo is to draw cannot be measured here alone.
  bool can_ask_pango = cgraphviz.gvplugin_library_load != NULL;
  free(typeface_name);
  typeface_name = strdup(typeface);
  return context = cgraphviz.gvContextPlugins(can_ask_pango ? plugins : NULL, 1);
}

void cgraphviz_measure_for_cairo(int is_needed) { is_for_cairo = is_needed; }
