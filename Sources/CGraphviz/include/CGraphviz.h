#ifndef CGRAPHVIZ_H
#define CGRAPHVIZ_H

#include <stddef.h>

// What this project does with Graphviz, for Swift.
//
// Graphviz's own headers are not included, and nothing is linked: its libraries are loaded when the
// first picture is drawn. Everything but the first four functions needs them loaded.

typedef struct GVC_s cgraphviz_context;
typedef struct Agraph_s cgraphviz_graph;

// The version of the headers that this was compiled with, such as "2.43.0".
const char *cgraphviz_headers_version(void);

// The libraries that may hold the functions, the likeliest first; NULL after the last.
const char *cgraphviz_library_name(size_t index);

// Whether the functions are there.
int cgraphviz_is_loaded(void);

// Loads the functions from a library; NULL, or why they could not be, until the next call.
const char *cgraphviz_load(const char *library);

// A context with its plugins, or NULL. Words in the typeface of that name are measured by the program
// itself; others by Pango.
cgraphviz_context *cgraphviz_open(const char *typeface);

// Whether words are to be set as well as measured: Cairo, which draws PNG and PDF, needs that.
void cgraphviz_measure_for_cairo(int is_needed);

// The version of the libraries that were loaded.
const char *cgraphviz_version(cgraphviz_context *context);

// Reads the graph that a text describes; NULL when it describes none.
cgraphviz_graph *cgraphviz_read(const char *dot);

// Makes the graph that steps describe: the very one that reading its text would give. They are of
// our own making, not looked over here:
//
//   graph:      name, steps, '.'
//   step:       'g' settings            what the graph or subgraph has
//               'N' settings            what every node has that comes later
//               'E' settings            what every edge has that comes later
//               'n' name, settings      a node
//               'e' name, name, settings
//               'c' name, steps, '.'    a subgraph
//               'r' steps, '.'          a subgraph without a name
//   settings:   setting …, 0
//   setting:    a byte, the attribute's name where it is a new one, its value
//
// The byte is twice the number of the attribute, from 1 in the order in which they appear, and one
// more where the value is an HTML-like label, of which there is one among settings at most. Names
// and values end with a zero; an attribute has a number up to 127.
cgraphviz_graph *cgraphviz_build(const char *steps);

// Done with a graph and its layout, if it has one: both are freed before the next graph is read or
// made. A program that draws one picture ends before, and is spared taking apart what ends with it.
void cgraphviz_discard(cgraphviz_context *context, cgraphviz_graph *graph);

// Lays a graph out; 0 when it could be. The layout is to be freed before another, and in any case.
int cgraphviz_layout(cgraphviz_context *context, cgraphviz_graph *graph, const char *engine);
void cgraphviz_free_layout(cgraphviz_context *context, cgraphviz_graph *graph);

// How many graphs this program has ranked for `dot`, which asks for two or more in a layout; and whether
// that is left to Graphviz from now on, to be compared with. It is, in any case, where the libraries are
// of a version whose choices are not known.
size_t cgraphviz_ranked(void);
void cgraphviz_leave_ranking(int is_left);

// Renders a graph that has a layout; 0 when it could be, and the data is then freed.
int cgraphviz_render(cgraphviz_context *context, cgraphviz_graph *graph, const char *format,
                     char **data, size_t *length);
void cgraphviz_free_data(char *data);

// What renders SVG here, in fewer steps than Graphviz's own and with the same bytes: the name of its
// format, or NULL where the libraries are of a version whose bytes are not known.
const char *cgraphviz_svg_format(cgraphviz_context *context);

// Whether that format had all that the last picture in it asked for; if not, there is no picture.
int cgraphviz_svg_is_whole(void);

// The width and height in inches of a graph that has a layout, once scaled to its greatest size.
void cgraphviz_size(cgraphviz_graph *graph, double *width, double *height);

// The pixels per inch the graph asks for, or 0 if it leaves them to the format.
double cgraphviz_dpi(cgraphviz_graph *graph);

// Puts the drawing of a graph that has a layout at the top of a sheet, all in points, scaled to what
// the margins leave; gives the scale. `pad` is the space the graph asks for around it.
double cgraphviz_fit(cgraphviz_graph *graph, double width, double height, double margin,
                     double pad);

// Where the layout put a node: its name, centre and size in points.
typedef struct {
  const char *name;
  double x, y, width, height;
} cgraphviz_place;

// The first node and the one after a node, NULL after the last.
typedef struct Agnode_s cgraphviz_node;
cgraphviz_node *cgraphviz_first_node(cgraphviz_graph *graph);
cgraphviz_node *cgraphviz_node_after(cgraphviz_graph *graph, cgraphviz_node *node);
cgraphviz_place cgraphviz_place_of(cgraphviz_node *node);

// What a layout can be finished by, in points, y upwards. Nothing of it is laid out again.

typedef struct {
  double left, bottom, right, top;
} cgraphviz_box;

// Words on a drawing: whether there are any, their centre and size.
typedef struct {
  int exist;
  double x, y, width, height;
} cgraphviz_words;

// Whether a graph that has a layout has words on edges, or frames.
int cgraphviz_has_words(cgraphviz_graph *graph);

// The box of a graph, or of a frame in it.
cgraphviz_box cgraphviz_box_of(cgraphviz_graph *graph);
void cgraphviz_set_box(cgraphviz_graph *graph, cgraphviz_box box);
cgraphviz_words cgraphviz_words_of(cgraphviz_graph *graph);
void cgraphviz_put_words(cgraphviz_graph *graph, double x, double y);
const char *cgraphviz_name_of(cgraphviz_graph *graph);

// The frames of a graph, from 0.
size_t cgraphviz_frame_count(cgraphviz_graph *graph);
cgraphviz_graph *cgraphviz_frame(cgraphviz_graph *graph, size_t index);

void cgraphviz_move_node(cgraphviz_node *node, double x, double y);

// The edges that leave a node, NULL after the last.
typedef struct Agedge_s cgraphviz_edge;
cgraphviz_edge *cgraphviz_first_edge(cgraphviz_graph *graph, cgraphviz_node *tail);
cgraphviz_edge *cgraphviz_edge_after(cgraphviz_graph *graph, cgraphviz_edge *edge);
cgraphviz_node *cgraphviz_head_of(cgraphviz_edge *edge);
cgraphviz_words cgraphviz_words_on(cgraphviz_edge *edge);
void cgraphviz_put_words_on(cgraphviz_edge *edge, double x, double y);
void cgraphviz_move_edge(cgraphviz_edge *edge, double x, double y);
// Moves the ends of an edge, and what is between them in proportion: straight lines stay straight.
void cgraphviz_stretch_edge(cgraphviz_edge *edge, double tail_x, double tail_y, double head_x,
                            double head_y);

// The curves of an edge: points of cubic curves that share their ends, with the tips of arrows.
size_t cgraphviz_curve_count(cgraphviz_edge *edge);
size_t cgraphviz_point_count(cgraphviz_edge *edge, size_t curve);
void cgraphviz_point(cgraphviz_edge *edge, size_t curve, size_t index, double *x, double *y);
int cgraphviz_tip(cgraphviz_edge *edge, size_t curve, int is_at_start, double *x, double *y);

// What an attribute of a graph, node or edge says; NULL where no such attribute was declared.
const char *cgraphviz_attribute(void *object, const char *name);
// Sets an attribute of a graph.
void cgraphviz_set(cgraphviz_graph *graph, const char *name, const char *value);

// Has every piece of a message passed on instead of printed.
void cgraphviz_capture_messages(int (*receive)(char *piece));
void cgraphviz_reset_messages(void);

// Makes room for messages of a length.
void cgraphviz_reserve_message(size_t length);

#endif
