#include "library.h"

#include <dlfcn.h>
#include <graphviz/graphviz_version.h>
#include <string.h>

#include "CGraphviz.h"

cgraphviz_symbols cgraphviz;

const char *cgraphviz_headers_version(void) { return PACKAGE_VERSION; }

#ifdef __APPLE__
// The loader does not look where Homebrew puts libraries on Apple's own processors.
#define CGRAPHVIZ_NAMES(number) \
  {"libgvc." number ".dylib", "/opt/homebrew/lib/libgvc." number ".dylib", "libgvc.dylib"}
#else
// The last is there where the headers are.
#define CGRAPHVIZ_NAMES(number) {"libgvc.so." number, "libgvc.so"}
#endif

const char *cgraphviz_library_name(size_t index) {
  static const char *const before[] = CGRAPHVIZ_NAMES("6"), *const since[] = CGRAPHVIZ_NAMES("7");
  if (index >= sizeof before / sizeof *before) return NULL;
  return CGRAPHVIZ_HAS_SIZE_LENGTH ? since[index] : before[index];
}

int cgraphviz_is_loaded(void) { return cgraphviz.gvLayout != NULL; }

int cgraphviz_is_known(GVC_t *context) {
  static const char known[] = "2.43.0";
  return cgraphviz.gvplugin_library_load && !strcmp(cgraphviz.gvcVersion(context), known) &&
         !strcmp(cgraphviz_headers_version(), known);
}

const char *cgraphviz_load(const char *library) {
  // What libgvc itself needs is loaded with it, and searched for symbols through it: libcgraph.
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return dlerror();
  cgraphviz_symbols found;
  // A library without them is not closed again: that would forget the reason.
#define CGRAPHVIZ_FIND(name) \
  if (!(found.name = dlsym(handle, #name))) return dlerror();
  CGRAPHVIZ_SYMBOLS(CGRAPHVIZ_FIND)
#undef CGRAPHVIZ_FIND
  found.gvplugin_library_load = dlsym(handle, "gvplugin_library_load");
  found.rank2 = dlsym(handle, "rank2");
  cgraphviz = found;
  return NULL;
}
