#ifndef CGEOS_LIBRARY_H
#define CGEOS_LIBRARY_H

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

// Every function of GEOS's that is used, each with the type its header gives it. A new one is added
// here and called through `cgeos`: called by its own name it would not link.
#define CGEOS_SYMBOLS(SYMBOL)                                                                 \
  SYMBOL(GEOSArea_r)                                                                          \
  SYMBOL(GEOSBoundary_r)                                                                      \
  SYMBOL(GEOSContext_setErrorMessageHandler_r)                                                \
  SYMBOL(GEOSCoordSeq_copyFromBuffer_r)                                                       \
  SYMBOL(GEOSCoordSeq_copyToBuffer_r)                                                         \
  SYMBOL(GEOSCoordSeq_getSize_r)                                                              \
  SYMBOL(GEOSFree_r)                                                                          \
  SYMBOL(GEOSGeomGetX_r)                                                                      \
  SYMBOL(GEOSGeomGetY_r)                                                                      \
  SYMBOL(GEOSGeomTypeId_r)                                                                    \
  SYMBOL(GEOSGeom_createCollection_r)                                                         \
  SYMBOL(GEOSGeom_createLineString_r)                                                         \
  SYMBOL(GEOSGeom_createLinearRing_r)                                                         \
  SYMBOL(GEOSGeom_createPolygon_r)                                                            \
  SYMBOL(GEOSGeom_destroy_r)                                                                  \
  SYMBOL(GEOSGeom_getCoordSeq_r)                                                              \
  SYMBOL(GEOSGetExteriorRing_r)                                                               \
  SYMBOL(GEOSGetGeometryN_r)                                                                  \
  SYMBOL(GEOSGetInteriorRingN_r)                                                              \
  SYMBOL(GEOSGetNumGeometries_r)                                                              \
  SYMBOL(GEOSGetNumInteriorRings_r)                                                           \
  SYMBOL(GEOSIntersection_r)                                                                  \
  SYMBOL(GEOSLength_r)                                                                        \
  SYMBOL(GEOSMakeValidParams_create_r)                                                        \
  SYMBOL(GEOSMakeValidParams_destroy_r)                                                       \
  SYMBOL(GEOSMakeValidParams_setKeepCollapsed_r)                                              \
  SYMBOL(GEOSMakeValidParams_setMethod_r)                                                     \
  SYMBOL(GEOSMakeValidWithParams_r)                                                           \
  SYMBOL(GEOSPrepare_r)                                                                       \
  SYMBOL(GEOSPreparedCovers_r)                                                                \
  SYMBOL(GEOSPreparedGeom_destroy_r)                                                          \
  SYMBOL(GEOSPreparedIntersects_r)                                                            \
  SYMBOL(GEOSRelate_r)                                                                        \
  SYMBOL(GEOSSTRtree_create_r)                                                                \
  SYMBOL(GEOSSTRtree_destroy_r)                                                               \
  SYMBOL(GEOSSTRtree_insert_r)                                                                \
  SYMBOL(GEOSSTRtree_query_r)                                                                 \
  SYMBOL(GEOS_finish_r)                                                                       \
  SYMBOL(GEOS_init_r)                                                                         \
  SYMBOL(GEOSisValidDetail_r)                                                                 \
  SYMBOL(GEOSversion)

typedef struct {
#define CGEOS_POINTER(name) __typeof__(&name) name;
  CGEOS_SYMBOLS(CGEOS_POINTER)
#undef CGEOS_POINTER
} cgeos_symbols;

// Where they are, once the library is loaded.
extern cgeos_symbols cgeos;

#endif
