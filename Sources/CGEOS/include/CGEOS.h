#ifndef CGEOS_H
#define CGEOS_H

#include <stddef.h>
#include <stdint.h>

// What this project does with GEOS, for Swift.
//
// GEOS's own header is not included, and nothing is linked: the library is loaded when the first
// polygon is looked at. Everything but the first three functions needs it loaded.
//
// A context belongs to one thread at a time, and so do the geometries made with it. Functions that
// give a geometry give NULL, and those that give a number a negative one, when GEOS has failed; what
// it said is then in the context.

typedef struct cgeos_context cgeos_context;
typedef struct GEOSGeom_t cgeos_geometry;
typedef struct GEOSPrepGeom_t cgeos_prepared;
typedef struct GEOSSTRtree_t cgeos_tree;

// The libraries that may hold the functions, the likeliest first; NULL after the last.
const char *cgeos_library_name(size_t index);

// Whether the functions are there.
int cgeos_is_loaded(void);

// Loads the functions from a library; NULL, or why they could not be, until the next call.
const char *cgeos_load(const char *library);

// The version of the library that was loaded.
const char *cgeos_version(void);

// A context, or NULL.
cgeos_context *cgeos_open(void);
void cgeos_close(cgeos_context *context);

// What GEOS last said in a context; empty when nothing since it was last asked to forget.
const char *cgeos_message(cgeos_context *context);
void cgeos_forget(cgeos_context *context);

// A multipolygon. `points` are x and y in turn; each ring ends before the point, and each polygon
// before the ring, whose number stands in its list; the first ring of a polygon is its shell.
// `first_point` and `first_ring` are the numbers where the first ring and polygon begin.
cgeos_geometry *cgeos_multipolygon(cgeos_context *context, const double *points,
                                   const int32_t *ring_ends, const int32_t *polygon_ends,
                                   int32_t first_point, int32_t first_ring, size_t polygon_count);
void cgeos_free(cgeos_context *context, cgeos_geometry *geometry);

// A box as a line between its corners, for a tree.
cgeos_geometry *cgeos_box(cgeos_context *context, double x0, double y0, double x1, double y1);

// 1 when a geometry is valid, 0 when not. What is wrong is copied into `reason`, and where.
int cgeos_check(cgeos_context *context, const cgeos_geometry *geometry, char *reason, size_t room,
                double *x, double *y);

// The geometry made valid, by the structure of its rings.
cgeos_geometry *cgeos_mend(cgeos_context *context, const cgeos_geometry *geometry);

// Calls `ring` for every ring of the polygons in a geometry: its points, whether it is a shell.
// Lines and points are passed over. 0 when all were given.
int cgeos_each_ring(cgeos_context *context, const cgeos_geometry *geometry, void *state,
                    void (*ring)(void *state, const double *points, size_t count, int is_shell));

cgeos_prepared *cgeos_prepare(cgeos_context *context, const cgeos_geometry *geometry);
void cgeos_free_prepared(cgeos_context *context, cgeos_prepared *prepared);

// 1 or 0.
int cgeos_intersects(cgeos_context *context, const cgeos_prepared *prepared,
                     const cgeos_geometry *other);
int cgeos_covers(cgeos_context *context, const cgeos_prepared *prepared,
                 const cgeos_geometry *other);

// The nine letters of DE-9IM into `matrix`, which has room for ten; 0 when they could be found.
int cgeos_relate(cgeos_context *context, const cgeos_geometry *one, const cgeos_geometry *other,
                 char *matrix);

// The area that two geometries have in common.
double cgeos_common_area(cgeos_context *context, const cgeos_geometry *one,
                         const cgeos_geometry *other);

// The boundary of a geometry, and the length that two lines have in common.
cgeos_geometry *cgeos_boundary(cgeos_context *context, const cgeos_geometry *geometry);
double cgeos_common_length(cgeos_context *context, const cgeos_geometry *one,
                           const cgeos_geometry *other);

// A spatial index of boxes. Items are numbers.
cgeos_tree *cgeos_tree_open(cgeos_context *context);
void cgeos_tree_insert(cgeos_context *context, cgeos_tree *tree, const cgeos_geometry *box,
                       size_t item);
// Calls `found` for every item whose box meets another.
void cgeos_tree_query(cgeos_context *context, cgeos_tree *tree, const cgeos_geometry *box,
                      void *state, void (*found)(void *state, size_t item));
void cgeos_tree_close(cgeos_context *context, cgeos_tree *tree);

#endif
