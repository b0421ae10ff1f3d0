#ifndef CGRAPHVIZ_CALLS_H
#define CGRAPHVIZ_CALLS_H

#include <stdbool.h>

// Has the library that something stands in call another function where it calls one of a name. False
// where that cannot be had: where the library calls none of that name, or is of a form that is not known.
bool cgraphviz_divert(const void *inside, const char *name, void (*function)(void));

#endif
