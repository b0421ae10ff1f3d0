#include <stdlib.h>

#include "CPROJ.h"
#include "library.h"

struct cproj_transformation {
  PJ_CONTEXT *context;
  PJ *steps;
};

const char *cproj_version(void) { return cproj_library.proj_info().version; }

cproj_transformation *cproj_open(const char *pipeline, const char **reason) {
  *reason = "no memory";
  cproj_transformation *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  made->context = cproj_library.proj_context_create();
  if (made->context) {
    // Else it prints.
    cproj_library.proj_log_level(made->context, PJ_LOG_NONE);
    made->steps = cproj_library.proj_create(made->context, pipeline);
    if (made->steps) return made;
    *reason = cproj_library.proj_context_errno_string(made->context,
                                              cproj_library.proj_context_errno(made->context));
  }
  cproj_close(made);
  return NULL;
}

void cproj_close(cproj_transformation *transformation) {
  if (transformation->steps) cproj_library.proj_destroy(transformation->steps);
  if (transformation->context) cproj_library.proj_context_destroy(transformation->context);
  free(transformation);
}

const char *cproj_transform(cproj_transformation *transformation, double *points, size_t count) {
  size_t stride = 2 * sizeof *points;
  cproj_library.proj_errno_reset(transformation->steps);
  cproj_library.proj_trans_generic(transformation->steps, PJ_FWD, points, stride, count, points + 1, stride,
                           count, NULL, 0, 0, NULL, 0, 0);
  int code = cproj_library.proj_errno(transformation->steps);
  return code ? cproj_library.proj_context_errno_string(transformation->context, code) : NULL;
}
