#include <stdlib.h>
#include <string.h>

#include "CGEOS.h"
#include "library.h"

struct cgeos_context {
  GEOSContextHandle_t handle;
  char message[512];
};

static void keep_message(const char *message, void *state) {
  cgeos_context *context = state;
  strncpy(context->message, message, sizeof context->message - 1);
}

cgeos_context *cgeos_open(void) {
  cgeos_context *context = calloc(1, sizeof *context);
  if (!context) return NULL;
  context->handle = cgeos.GEOS_init_r();
  if (!context->handle) {
    free(context);
    return NULL;
  }
  // Without one, GEOS says nothing at all.
  cgeos.GEOSContext_setErrorMessageHandler_r(context->handle, keep_message, context);
  return context;
}

void cgeos_close(cgeos_context *context) {
  cgeos.GEOS_finish_r(context->handle);
  free(context);
}

const char *cgeos_message(cgeos_context *context) { return context->message; }
void cgeos_forget(cgeos_context *context) { context->message[0] = 0; }

static cgeos_geometry *ring(cgeos_context *context, const double *points, size_t count) {
  GEOSCoordSequence *sequence =
      cgeos.GEOSCoordSeq_copyFromBuffer_r(context->handle, points, (unsigned)count, 0, 0);
  return sequence ? cgeos.GEOSGeom_createLinearRing_r(context->handle, sequence) : NULL;
}

static void free_all(cgeos_context *context, cgeos_geometry **geometries, size_t count) {
  for (size_t i = 0; i < count; i++) cgeos_free(context, geometries[i]);
  free(geometries);
}

static cgeos_geometry *polygon(cgeos_context *context, const double *points,
                               const int32_t *ring_ends, int32_t first_point, size_t ring_count) {
  if (!ring_count) return NULL;
  cgeos_geometry **rings = calloc(ring_count, sizeof *rings);
  if (!rings) return NULL;
  for (size_t i = 0; i < ring_count; i++) {
    rings[i] = ring(context, points + 2 * (size_t)first_point, (size_t)(ring_ends[i] - first_point));
    if (!rings[i]) {
      free_all(context, rings, i);
      return NULL;
    }
    first_point = ring_ends[i];
  }
  // The rings now belong to the polygon.
  cgeos_geometry *made = cgeos.GEOSGeom_createPolygon_r(context->handle, rings[0], rings + 1,
                                                        (unsigned)(ring_count - 1));
  free(rings);
  return made;
}

cgeos_geometry *cgeos_multipolygon(cgeos_context *context, const double *points,
                                   const int32_t *ring_ends, const int32_t *polygon_ends,
                                   int32_t first_point, int32_t first_ring, size_t polygon_count) {
  cgeos_geometry **polygons = calloc(polygon_count ? polygon_count : 1, sizeof *polygons);
  if (!polygons) return NULL;
  for (size_t i = 0; i < polygon_count; i++) {
    polygons[i] = polygon(context, points, ring_ends + first_ring, first_point,
                          (size_t)(polygon_ends[i] - first_ring));
    if (!polygons[i]) {
      free_all(context, polygons, i);
      return NULL;
    }
    first_ring = polygon_ends[i];
    first_point = ring_ends[first_ring - 1];
  }
  // A single polygon stays one: GEOS is quicker with it.
  cgeos_geometry *made =
      polygon_count == 1
          ? polygons[0]
          : cgeos.GEOSGeom_createCollection_r(context->handle, GEOS_MULTIPOLYGON, polygons,
                                              (unsigned)polygon_count);
  free(polygons);
  return made;
}

void cgeos_free(cgeos_context *context, cgeos_geometry *geometry) {
  cgeos.GEOSGeom_destroy_r(context->handle, geometry);
}

cgeos_geometry *cgeos_box(cgeos_context *context, double x0, double y0, double x1, double y1) {
  double corners[] = {x0, y0, x1, y1};
  GEOSCoordSequence *sequence =
      cgeos.GEOSCoordSeq_copyFromBuffer_r(context->handle, corners, 2, 0, 0);
  return sequence ? cgeos.GEOSGeom_createLineString_r(context->handle, sequence) : NULL;
}

int cgeos_check(cgeos_context *context, const cgeos_geometry *geometry, char *reason, size_t room,
                double *x, double *y) {
  char *words = NULL;
  GEOSGeometry *place = NULL;
  char valid = cgeos.GEOSisValidDetail_r(context->handle, geometry, 0, &words, &place);
  if (valid == 2) return -1;
  reason[0] = 0;
  if (words) {
    strncpy(reason, words, room - 1);
    reason[room - 1] = 0;
    cgeos.GEOSFree_r(context->handle, words);
  }
  *x = *y = 0;
  if (place) {
    cgeos.GEOSGeomGetX_r(context->handle, place, x);
    cgeos.GEOSGeomGetY_r(context->handle, place, y);
    cgeos_free(context, place);
  }
  return valid;
}

cgeos_geometry *cgeos_mend(cgeos_context *context, const cgeos_geometry *geometry) {
  GEOSMakeValidParams *parameters = cgeos.GEOSMakeValidParams_create_r(context->handle);
  if (!parameters) return NULL;
  cgeos.GEOSMakeValidParams_setMethod_r(context->handle, parameters, GEOS_MAKE_VALID_STRUCTURE);
  cgeos.GEOSMakeValidParams_setKeepCollapsed_r(context->handle, parameters, 0);
  cgeos_geometry *made = cgeos.GEOSMakeValidWithParams_r(context->handle, geometry, parameters);
  cgeos.GEOSMakeValidParams_destroy_r(context->handle, parameters);
  return made;
}

static int give_ring(cgeos_context *context, const cgeos_geometry *line, void *state, int is_shell,
                     void (*ring)(void *, const double *, size_t, int)) {
  const GEOSCoordSequence *sequence = cgeos.GEOSGeom_getCoordSeq_r(context->handle, line);
  unsigned count = 0;
  if (!sequence || !cgeos.GEOSCoordSeq_getSize_r(context->handle, sequence, &count)) return -1;
  double *points = malloc((size_t)(count ? count : 1) * 2 * sizeof *points);
  if (!points) return -1;
  int given = cgeos.GEOSCoordSeq_copyToBuffer_r(context->handle, sequence, points, 0, 0);
  if (given) ring(state, points, count, is_shell);
  free(points);
  return given ? 0 : -1;
}

int cgeos_each_ring(cgeos_context *context, const cgeos_geometry *geometry, void *state,
                    void (*ring)(void *, const double *, size_t, int)) {
  int type = cgeos.GEOSGeomTypeId_r(context->handle, geometry);
  if (type == GEOS_POLYGON) {
    const cgeos_geometry *shell = cgeos.GEOSGetExteriorRing_r(context->handle, geometry);
    if (!shell || give_ring(context, shell, state, 1, ring)) return -1;
    int holes = cgeos.GEOSGetNumInteriorRings_r(context->handle, geometry);
    for (int i = 0; i < holes; i++) {
      const cgeos_geometry *hole = cgeos.GEOSGetInteriorRingN_r(context->handle, geometry, i);
      if (!hole || give_ring(context, hole, state, 0, ring)) return -1;
    }
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    int parts = cgeos.GEOSGetNumGeometries_r(context->handle, geometry);
    for (int i = 0; i < parts; i++) {
      const cgeos_geometry *part = cgeos.GEOSGetGeometryN_r(context->handle, geometry, i);
      if (!part || cgeos_each_ring(context, part, state, ring)) return -1;
    }
  }
  return 0;
}

static double area_of(cgeos_context *context, const cgeos_geometry *geometry) {
  double area = -1;
  return cgeos.GEOSArea_r(context->handle, geometry, &area) ? area : -1;
}

cgeos_prepared *cgeos_prepare(cgeos_context *context, const cgeos_geometry *geometry) {
  return (cgeos_prepared *)cgeos.GEOSPrepare_r(context->handle, geometry);
}

void cgeos_free_prepared(cgeos_context *context, cgeos_prepared *prepared) {
  cgeos.GEOSPreparedGeom_destroy_r(context->handle, prepared);
}

// GEOS answers 2 when it has failed.
static int answer(char given) { return given == 2 ? -1 : given; }

int cgeos_intersects(cgeos_context *context, const cgeos_prepared *prepared,
                     const cgeos_geometry *other) {
  return answer(cgeos.GEOSPreparedIntersects_r(context->handle, prepared, other));
}

int cgeos_covers(cgeos_context *context, const cgeos_prepared *prepared,
                 const cgeos_geometry *other) {
  return answer(cgeos.GEOSPreparedCovers_r(context->handle, prepared, other));
}

int cgeos_relate(cgeos_context *context, const cgeos_geometry *one, const cgeos_geometry *other,
                 char *matrix) {
  char *letters = cgeos.GEOSRelate_r(context->handle, one, other);
  if (!letters) return -1;
  strncpy(matrix, letters, 9);
  matrix[9] = 0;
  cgeos.GEOSFree_r(context->handle, letters);
  return 0;
}

double cgeos_common_area(cgeos_context *context, const cgeos_geometry *one,
                         const cgeos_geometry *other) {
  cgeos_geometry *common = cgeos.GEOSIntersection_r(context->handle, one, other);
  if (!common) return -1;
  double area = area_of(context, common);
  cgeos_free(context, common);
  return area;
}

cgeos_geometry *cgeos_boundary(cgeos_context *context, const cgeos_geometry *geometry) {
  return cgeos.GEOSBoundary_r(context->handle, geometry);
}

double cgeos_common_length(cgeos_context *context, const cgeos_geometry *one,
                           const cgeos_geometry *other) {
  cgeos_geometry *common = cgeos.GEOSIntersection_r(context->handle, one, other);
  if (!common) return -1;
  double length = -1;
  if (!cgeos.GEOSLength_r(context->handle, common, &length)) length = -1;
  cgeos_free(context, common);
  return length;
}

cgeos_tree *cgeos_tree_open(cgeos_context *context) {
  return cgeos.GEOSSTRtree_create_r(context->handle, 10);
}

void cgeos_tree_insert(cgeos_context *context, cgeos_tree *tree, const cgeos_geometry *box,
                       size_t item) {
  cgeos.GEOSSTRtree_insert_r(context->handle, tree, box, (void *)(uintptr_t)(item + 1));
}

typedef struct {
  void *state;
  void (*found)(void *state, size_t item);
} tree_query;

static void give_item(void *item, void *state) {
  tree_query *query = state;
  query->found(query->state, (size_t)(uintptr_t)item - 1);
}

void cgeos_tree_query(cgeos_context *context, cgeos_tree *tree, const cgeos_geometry *box,
                      void *state, void (*found)(void *state, size_t item)) {
  tree_query query = {state, found};
  cgeos.GEOSSTRtree_query_r(context->handle, tree, box, give_item, &query);
}

void cgeos_tree_close(cgeos_context *context, cgeos_tree *tree) {
  cgeos.GEOSSTRtree_destroy_r(context->handle, tree);
}
