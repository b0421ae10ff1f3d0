#include "library.h"

#include <dlfcn.h>

#include "CPROJ.h"

cproj_symbols cproj_library;

// The binary interface changed its number with PROJ 8, 9.0 and 9.1, but in nothing that is used
// here.
#ifdef __APPLE__
static const char *const names[] = {
    "libproj.25.dylib", "/opt/homebrew/lib/libproj.dylib", "libproj.dylib"};
#else
// The last is there where the headers are.
static const char *const names[] = {"libproj.so.25", "libproj.so.22", "libproj.so"};
#endif

const char *cproj_library_name(size_t index) {
  return index < sizeof names / sizeof *names ? names[index] : NULL;
}

int cproj_is_loaded(void) { return cproj_library.proj_create != NULL; }

const char *cproj_load(const char *library) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return dlerror();
  cproj_symbols found;
  // A library without them is not closed again: that would forget the reason.
#define CPROJ_FIND(name) \
  if (!(found.name = dlsym(handle, #name))) return dlerror();
  CPROJ_SYMBOLS(CPROJ_FIND)
#undef CPROJ_FIND
  cproj_library = found;
  return NULL;
}
