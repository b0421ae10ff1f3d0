#ifndef CGRAPHVIZ_DECIMALS_H
#define CGRAPHVIZ_DECIMALS_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

// Numbers of two decimals, as printf would write them, by integers where that is sure to be the same.

enum { decimals_room = 32 };
// Up to here a number takes less than that room.
static const double greatest_decimal = 1e15;

// Writes a number that is no greater, to 32 bytes; gives the end.
static inline char *write_hundredths(char *end, double number) {
  double hundredths = fabs(number) * 100;
  // The product is off by less than a millionth up to here.
  if (hundredths < 1e9) {
    uint32_t whole = (uint32_t)hundredths;
    double rest = hundredths - whole;
    // Which way a half goes depends on digits that the product has lost.
    if (fabs(rest - 0.5) > 1e-6) {
      if (rest > 0.5) whole++;
      char digits[12];
      char *first = digits + sizeof digits;
      uint32_t before = whole / 100, after = whole % 100;
      *--first = (char)('0' + after % 10);
      *--first = (char)('0' + after / 10);
      *--first = '.';
      do {
        *--first = (char)('0' + before % 10);
        before /= 10;
      } while (before);
      if (signbit(number)) *end++ = '-';
      size_t count = (size_t)(digits + sizeof digits - first);
      memcpy(end, first, count);
      return end + count;
    }
  }
  return end + snprintf(end, decimals_room, "%.2f", number);
}

// The same without zeros at the end. What is all but nothing has no sign; what is merely too little to
// be seen keeps it, as with Graphviz.
static inline char *write_decimal(char *end, double number) {
  if (fabs(number) <= 1e-8) {
    *end++ = '0';
    return end;
  }
  end = write_hundredths(end, number);
  if (end[-1] != '0') return end;
  if (end[-2] != '0') return end - 1;
  return end - 3;
}

#endif
