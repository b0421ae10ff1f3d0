#ifndef CGRAPHVIZ_NAMES_H
#define CGRAPHVIZ_NAMES_H

#include "library.h"

// The number of a name in a graph, which it gets when it is first asked for; from 0 and dense.
size_t cgraphviz_number_of(Agraph_t *graph, const char *name);

// What a graph's identifiers are made of: the one of the object of a name, by its number.
IDTYPE cgraphviz_id_of(size_t number);

// Has graphs number their objects in the order in which they appear.
extern Agiddisc_t cgraphviz_ids;

#endif
