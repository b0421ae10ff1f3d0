#ifndef TYPEFACE_H
#define TYPEFACE_H

#include <stddef.h>
#include <stdint.h>

#include "widths.h"

// The width of a text in UTF-8 that ends with a zero, in 2048ths of its size, without kerning, which
// only makes it narrower; -1 for one with other letters than the table has.
static inline int64_t typeface_width(const char *text, int is_bold) {
  const uint16_t(*const widths)[TYPEFACE_BLOCK] = is_bold ? typeface_bold : typeface_plain;
  const unsigned char *bytes = (const unsigned char *)text;
  int64_t sum = 0;
  while (*bytes) {
    uint32_t letter = *bytes++;
    if (letter >= 0x80) {
      // Two bytes, or three: all letters of the table. A zero is no continuation, so that nothing
      // behind the end is read.
      int more = letter >= 0xC2 && letter < 0xE0 ? 1 : letter >= 0xE0 && letter < 0xF0 ? 2 : 0;
      if (!more) return -1;
      letter &= more == 1 ? 0x1F : 0x0F;
      for (; more; more--, bytes++) {
        if ((*bytes & 0xC0) != 0x80) return -1;
        letter = letter << 6 | (*bytes & 0x3F);
      }
      if (letter >= TYPEFACE_END) return -1;
    }
    uint16_t width = widths[typeface_places[letter / TYPEFACE_BLOCK]][letter % TYPEFACE_BLOCK];
    if (!width) return -1;
    sum += width;
  }
  return sum;
}

#endif
