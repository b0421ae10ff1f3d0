#ifndef CGRAPHVIZ_RANKING_H
#define CGRAPHVIZ_RANKING_H

#include "CGraphviz.h"

// Has `dot` find ranks, and places from left to right, by this program's simplex method, where the
// libraries are of the version whose choices it makes. To be called before each layout by `dot`.
void cgraphviz_rank_here(cgraphviz_context *context);

#endif
