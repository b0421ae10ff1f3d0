#include <stdlib.h>
#include <string.h>

#include "CGraphviz.h"
#include "names.h"

// Makes graphs from steps, by the calls that libcgraph's own reader would make, in its order:
// layouts depend on it.

enum { most_attributes = 128 };

typedef struct {
  Agsym_t *symbol;
  char *value;
} setting;

typedef struct {
  char *next;
  Agraph_t *root;
  // By their numbers; a symbol is NULL until it is needed.
  char *names[most_attributes];
  Agsym_t *symbols[AGEDGE + 1][most_attributes];
  int attribute_count;
  setting settings[most_attributes];
  int setting_count;
  // By the numbers of their names, NULL where it names no node.
  Agnode_t **nodes;
  size_t node_capacity;
} builder;

static char *take_string(builder *build) {
  char *string = build->next;
  build->next += strlen(string) + 1;
  return string;
}

// The symbol of an attribute, declared in the root without a value if it is new.
static Agsym_t *symbol_of(builder *build, Agraph_t *graph, int kind, int number) {
  Agsym_t *symbol = build->symbols[kind][number];
  if (symbol) return symbol;
  symbol = cgraphviz.agattr(graph, kind, build->names[number], NULL);
  if (!symbol) symbol = cgraphviz.agattr(graph, kind, build->names[number], "");
  return build->symbols[kind][number] = symbol;
}

// An HTML-like label, which libcgraph knows from a string by its address. Where there are a string's
// letters already it takes them for both: those of a value beside it, and those of one that is about
// to be replaced, so that the label comes before anything is set.
static char *html(builder *build, char *value) {
  for (int index = 0; index < build->setting_count; index++)
    if (!strcmp(build->settings[index].value, value)) return value;
  return cgraphviz.agstrdup_html(build->root, value);
}

static void take_settings(builder *build, Agraph_t *graph, int kind) {
  build->setting_count = 0;
  unsigned char mark;
  while ((mark = (unsigned char)*build->next++)) {
    int number = mark / 2;
    if (number > build->attribute_count) {
      build->names[number] = take_string(build);
      build->attribute_count = number;
    }
    Agsym_t *symbol = symbol_of(build, graph, kind, number);
    char *value = take_string(build);
    if (mark % 2) value = html(build, value);
    build->settings[build->setting_count++] = (setting){symbol, value};
  }
}

static void set(builder *build, void *object) {
  for (int index = 0; index < build->setting_count; index++)
    cgraphviz.agxset(object, build->settings[index].symbol, build->settings[index].value);
}

// What a graph has, or what nodes or edges have that come later.
static void take_defaults(builder *build, Agraph_t *graph, int kind) {
  take_settings(build, graph, kind);
  for (int index = 0; index < build->setting_count; index++) {
    setting *each = &build->settings[index];
    Agsym_t *symbol = cgraphviz.agattr(graph, kind, each->symbol->name, each->value);
    if (graph == build->root) symbol->print = 1;
  }
}

// The node of a name, which is in the graph from now on.
static Agnode_t *take_node(builder *build, Agraph_t *graph) {
  size_t number = cgraphviz_number_of(build->root, take_string(build));
  if (number >= build->node_capacity) {
    size_t capacity = (number + 1) * 2;
    Agnode_t **nodes = realloc(build->nodes, capacity * sizeof *nodes);
    if (!nodes) abort();  // As libcgraph does.
    memset(nodes + build->node_capacity, 0, (capacity - build->node_capacity) * sizeof *nodes);
    build->nodes = nodes;
    build->node_capacity = capacity;
  }
  Agnode_t *node = build->nodes[number];
  if (!node)
    node = build->nodes[number] = cgraphviz.agidnode(graph, cgraphviz_id_of(number), 1);
  else if (graph != build->root)
    cgraphviz.agsubnode(graph, node, 1);
  return node;
}

static void take_edge(builder *build, Agraph_t *graph) {
  Agnode_t *tail = take_node(build, graph);
  Agnode_t *head = take_node(build, graph);
  take_settings(build, graph, AGEDGE);
  set(build, cgraphviz.agedge(graph, tail, head, NULL, 1));
}

cgraphviz_graph *cgraphviz_build(const char *steps) {
  cgraphviz_free_last();
  builder build = {.next = (char *)steps};  // Nothing is written there: libcgraph has no `const`.
  Agdisc_t discipline = *cgraphviz.AgDefaultDisc;
  discipline.id = &cgraphviz_ids;
  Agdesc_t directed = {.directed = 1, .maingraph = 1};
  Agraph_t *graph = build.root = cgraphviz.agopen(take_string(&build), directed, &discipline);
  while (graph) {
    switch (*build.next++) {
      case 'g':
        take_defaults(&build, graph, AGRAPH);
        break;
      case 'N':
        take_defaults(&build, graph, AGNODE);
        break;
      case 'E':
        take_defaults(&build, graph, AGEDGE);
        break;
      case 'n': {
        Agnode_t *node = take_node(&build, graph);
        take_settings(&build, graph, AGNODE);
        set(&build, node);
        break;
      }
      case 'e':
        take_edge(&build, graph);
        break;
      case 'c':
        graph = cgraphviz.agsubg(graph, take_string(&build), 1);
        break;
      case 'r':
        graph = cgraphviz.agsubg(graph, NULL, 1);
        break;
      default:
        graph = graph->parent;
    }
  }
  free(build.nodes);
  return build.root;
}
