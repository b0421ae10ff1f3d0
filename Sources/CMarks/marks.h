#ifndef CMARKS_H
#define CMARKS_H

#include <stdint.h>

typedef unsigned char cmarks_bytes __attribute__((ext_vector_type(64)));
typedef _Bool cmarks_bits __attribute__((ext_vector_type(64)));

// Which of 64 bytes are such and such: bit i for byte i. Swift's vectors compare bytes as well, but
// have no word for gathering what came out into bits.
#define CMARKS_WHERE(CONDITION)                                         \
  cmarks_bytes bytes;                                                   \
  __builtin_memcpy(&bytes, start, sizeof bytes);                        \
  cmarks_bits found = __builtin_convertvector((CONDITION), cmarks_bits); \
  uint64_t marks;                                                       \
  __builtin_memcpy(&marks, &found, sizeof marks);                       \
  return marks

// Quotes, line feeds and carriage returns.
static inline uint64_t cmarks_others(const void *start) {
  CMARKS_WHERE((bytes == '"') | (bytes == '\n') | (bytes == '\r'));
}

// All of them.
static inline uint64_t cmarks(const void *start) {
  CMARKS_WHERE((bytes == ',') | (bytes == '"') | (bytes == '\n') | (bytes == '\r'));
}

typedef unsigned char cmarks_half __attribute__((ext_vector_type(32)));
typedef _Bool cmarks_half_bits __attribute__((ext_vector_type(32)));

// Where 32 bytes have other marks than 32 others, or marks at other places: bit i for byte i. Bytes
// above the comma, the last of the marks, are all alike; the few others below it count as marks.
static inline uint32_t cmarks_differences(const void *one, const void *other) {
  cmarks_half first, second;
  __builtin_memcpy(&first, one, sizeof first);
  __builtin_memcpy(&second, other, sizeof second);
  first |= (cmarks_half)(first > ',');
  second |= (cmarks_half)(second > ',');
  cmarks_half_bits found = __builtin_convertvector(first != second, cmarks_half_bits);
  uint32_t differences;
  __builtin_memcpy(&differences, &found, sizeof differences);
  return differences;
}

#endif
