#ifndef CPROJ_LIBRARY_H
#define CPROJ_LIBRARY_H

#include <proj.h>

// Every function of PROJ's that is used, each with the type its header gives it. A new one is added
// here and called through `cproj_library`: called by its own name it would not link.
#define CPROJ_SYMBOLS(SYMBOL)                                                                 \
  SYMBOL(proj_context_create)                                                                 \
  SYMBOL(proj_context_destroy)                                                                \
  SYMBOL(proj_context_errno)                                                                  \
  SYMBOL(proj_context_errno_string)                                                           \
  SYMBOL(proj_create)                                                                         \
  SYMBOL(proj_destroy)                                                                        \
  SYMBOL(proj_errno)                                                                          \
  SYMBOL(proj_errno_reset)                                                                    \
  SYMBOL(proj_info)                                                                           \
  SYMBOL(proj_log_level)                                                                      \
  SYMBOL(proj_trans_generic)

typedef struct {
#define CPROJ_POINTER(name) __typeof__(&name) name;
  CPROJ_SYMBOLS(CPROJ_POINTER)
#undef CPROJ_POINTER
} cproj_symbols;

// Where they are, once the library is loaded.
extern cproj_symbols cproj_library;

#endif
