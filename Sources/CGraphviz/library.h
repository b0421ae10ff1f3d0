#ifndef CGRAPHVIZ_LIBRARY_H
#define CGRAPHVIZ_LIBRARY_H

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

// Every function and variable of Graphviz's that is used, each with the type its header gives it.
// A new one is added here and called through `cgraphviz`: called by its own name it would not link.
#define CGRAPHVIZ_SYMBOLS(SYMBOL)                                                             \
  SYMBOL(AgDefaultDisc)                                                                       \
  SYMBOL(AgIoDisc)                                                                            \
  SYMBOL(agattr)                                                                              \
  SYMBOL(agclose)                                                                             \
  SYMBOL(agedge)                                                                              \
  SYMBOL(agerr)                                                                               \
  SYMBOL(agfstnode)                                                                           \
  SYMBOL(agfstout)                                                                            \
  SYMBOL(agget)                                                                               \
  SYMBOL(agidnode)                                                                            \
  SYMBOL(agnameof)                                                                            \
  SYMBOL(agnxtnode)                                                                           \
  SYMBOL(agnxtout)                                                                            \
  SYMBOL(agopen)                                                                              \
  SYMBOL(agread)                                                                              \
  SYMBOL(agreseterrors)                                                                       \
  SYMBOL(agseterrf)                                                                           \
  SYMBOL(agsetfile)                                                                           \
  SYMBOL(agstrdup_html)                                                                       \
  SYMBOL(agsubg)                                                                              \
  SYMBOL(agsubnode)                                                                           \
  SYMBOL(agxset)                                                                              \
  SYMBOL(gvContextPlugins)                                                                    \
  SYMBOL(gvFreeLayout)                                                                        \
  SYMBOL(gvFreeRenderData)                                                                    \
  SYMBOL(gvLayout)                                                                            \
  SYMBOL(gvRenderData)                                                                        \
  SYMBOL(gvcVersion)

typedef struct {
#define CGRAPHVIZ_POINTER(name) __typeof__(&name) name;
  CGRAPHVIZ_SYMBOLS(CGRAPHVIZ_POINTER)
#undef CGRAPHVIZ_POINTER
  // In none of the headers that are installed, and NULL where they cannot be found.
  gvplugin_library_t *(*gvplugin_library_load)(GVC_t *context, char *name);
  int (*rank2)(graph_t *graph, int balance, int limit, int search_size);
} cgraphviz_symbols;

// Where they are, once the libraries are loaded.
extern cgraphviz_symbols cgraphviz;

// Whether plugins can be loaded, and the libraries and their headers are of the version whose SVG and
// ranks are known: 2.43.0, which is what Debian's 2.42 gives itself out as, too.
int cgraphviz_is_known(GVC_t *context);

// Frees the graph that was discarded last; each new one begins with this.
void cgraphviz_free_last(void);

// A value of the type of the length that gvRenderData writes: an unsigned int up to Graphviz 12 and
// a size_t later.
#define CGRAPHVIZ_LENGTH                                                                      \
  _Generic(&gvRenderData,                                                                     \
    int (*)(GVC_t *, graph_t *, const char *, char **, size_t *): (size_t)0,                  \
    default: (unsigned int)0)

// The type of the length is also what the libraries' binary interface last changed its number for.
#define CGRAPHVIZ_HAS_SIZE_LENGTH _Generic(CGRAPHVIZ_LENGTH, unsigned int: 0, default: 1)

#endif
