#define _GNU_SOURCE

#include "calls.h"

// Also tells which C library this is.
#include <string.h>

// Where the loader leaves the addresses in a library's tables as they were in the file, as on RISC-V, or has
// code in place of the table, as on SPARC, nothing is diverted.
#if defined(__linux__) && defined(__GLIBC__) && defined(__LP64__) && \
    (defined(__x86_64__) || defined(__aarch64__))

#include <dlfcn.h>
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Writes an address into a table, which may be locked: the loader locks it where all of it is filled in
// from the beginning.
static bool write_address(void (**place)(void), void (*function)(void), bool is_locked) {
  uintptr_t page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
  void *page = (void *)((uintptr_t)place & ~(page_size - 1));
  if (is_locked && mprotect(page, page_size, PROT_READ | PROT_WRITE) != 0) return false;
  *place = function;
  return !is_locked || mprotect(page, page_size, PROT_READ) == 0;
}

// A library calls into others through a table with an address for each name; its relocations say which is
// where.
bool cgraphviz_divert(const void *inside, const char *name, void (*function)(void)) {
  Dl_info info;
  struct link_map *map = NULL;
  if (!dladdr1(inside, &info, (void **)&map, RTLD_DL_LINKMAP) || !map) return false;

  const ElfW(Sym) *symbols = NULL;
  const char *names = NULL;
  const ElfW(Rela) *relocations = NULL;
  size_t size = 0;
  bool is_locked = false;
  for (const ElfW(Dyn) *entry = map->l_ld; entry->d_tag != DT_NULL; entry++) {
    switch (entry->d_tag) {
      case DT_SYMTAB: symbols = (const void *)entry->d_un.d_ptr; break;
      case DT_STRTAB: names = (const void *)entry->d_un.d_ptr; break;
      case DT_JMPREL: relocations = (const void *)entry->d_un.d_ptr; break;
      case DT_PLTRELSZ: size = entry->d_un.d_val; break;
      case DT_PLTREL:
        if (entry->d_un.d_val != DT_RELA) return false;
        break;
      case DT_BIND_NOW: is_locked = true; break;
      case DT_FLAGS: is_locked = is_locked || (entry->d_un.d_val & DF_BIND_NOW); break;
      case DT_FLAGS_1: is_locked = is_locked || (entry->d_un.d_val & DF_1_NOW); break;
    }
  }
  if (!symbols || !names || !relocations) return false;
  for (size_t i = 0; i < size / sizeof *relocations; i++) {
    const ElfW(Sym) *symbol = &symbols[ELF64_R_SYM(relocations[i].r_info)];
    if (strcmp(names + symbol->st_name, name) != 0) continue;
    return write_address((void (**)(void))(map->l_addr + relocations[i].r_offset), function,
                         is_locked);
  }
  return false;
}

#else

bool cgraphviz_divert(const void *inside, const char *name, void (*function)(void)) {
  (void)inside, (void)name, (void)function;
  return false;
}

#endif
