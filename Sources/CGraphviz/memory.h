#ifndef CGRAPHVIZ_MEMORY_H
#define CGRAPHVIZ_MEMORY_H

// From here on, what libcgraph allocates stands in the order in which it is allocated.
void cgraphviz_begin_row(void);

// Ends that, once the graph is closed.
void cgraphviz_end_row(void);

#endif
