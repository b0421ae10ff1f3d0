#include "library.h"

#include <dlfcn.h>

#include "CGEOS.h"

cgeos_symbols cgeos;

#ifdef __APPLE__
// The loader does not look where Homebrew puts libraries on Apple's own processors.
static const char *const names[] = {
    "libgeos_c.1.dylib", "/opt/homebrew/lib/libgeos_c.1.dylib", "libgeos_c.dylib"};
#else
// The last is there where the headers are.
static const char *const names[] = {"libgeos_c.so.1", "libgeos_c.so"};
#endif

const char *cgeos_library_name(size_t index) {
  return index < sizeof names / sizeof *names ? names[index] : NULL;
}

int cgeos_is_loaded(void) { return cgeos.GEOS_init_r != NULL; }

const char *cgeos_load(const char *library) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return dlerror();
  cgeos_symbols found;
  // A library without them, such as one before 3.10, is not closed again: that would forget the
  // reason.
#define CGEOS_FIND(name) \
  if (!(found.name = dlsym(handle, #name))) return dlerror();
  CGEOS_SYMBOLS(CGEOS_FIND)
#undef CGEOS_FIND
  cgeos = found;
  return NULL;
}

const char *cgeos_version(void) { return cgeos.GEOSversion(); }
