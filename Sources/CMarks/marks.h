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

// Commas.
static inline uint64_t cmarks_commas(const void *start) {
  CMARKS_WHERE(bytes == ',');
}

// Quotes, line feeds and carriage returns.
static inline uint64_t cmarks_others(const void *start) {
  CMARKS_WHERE((bytes == '"') | (bytes == '\n') | (bytes == '\r'));
}

// All of them.
static inline uint64_t cmarks(const void *start) {
  CMARKS_WHERE((bytes == ',') | (bytes == '"') | (bytes == '\n') | (bytes == '\r'));
}

#endif
