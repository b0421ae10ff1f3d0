#ifndef CPROJ_H
#define CPROJ_H

#include <stddef.h>

// What this project does with PROJ, for Swift.
//
// PROJ's own header is not included, and nothing is linked: the library is loaded when the first
// polygon is projected. Everything but the first three functions needs it loaded. No database and no
// grid is read: transformations are given in full.

typedef struct cproj_transformation cproj_transformation;

// The libraries that may hold the functions, the likeliest first; NULL after the last.
const char *cproj_library_name(size_t index);

// Whether the functions are there.
int cproj_is_loaded(void);

// Loads the functions from a library; NULL, or why they could not be, until the next call.
const char *cproj_load(const char *library);

// The version of the library that was loaded.
const char *cproj_version(void);

// A transformation with a context of its own, for one thread at a time. NULL when it could not be
// made; `reason` then points to PROJ's words.
cproj_transformation *cproj_open(const char *pipeline, const char **reason);
void cproj_close(cproj_transformation *transformation);

// Transforms points, x and y in turn, in place, by the forward direction. Points that cannot be
// transformed become infinite. NULL, or PROJ's words when any could not be.
const char *cproj_transform(cproj_transformation *transformation, double *points, size_t count);

#endif
