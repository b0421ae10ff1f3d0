#ifndef CGRAPHVIZ_SVG_OUTPUT_H
#define CGRAPHVIZ_SVG_OUTPUT_H

#include <graphviz/gvc.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "decimals.h"

// What writes markup for svg.c, which alone includes it.

// One picture is written at a time.
static struct {
  char *bytes;
  size_t length, capacity;
  // What others had written before the first byte.
  unsigned long others;
  bool is_refused;
} output;

static void refuse(void) { output.is_refused = true; }

// MARK: Writing

// Where the next bytes go, with room for as many.
static char *reserve(size_t count) {
  if (output.capacity - output.length <= count) {
    size_t capacity = (output.capacity + count) * 2 + 65536;
    char *bytes = realloc(output.bytes, capacity);
    if (!bytes) abort();  // As Graphviz does.
    output.bytes = bytes;
    output.capacity = capacity;
  }
  return output.bytes + output.length;
}

static void finish(const char *end) { output.length = (size_t)(end - output.bytes); }

static void put_bytes(const char *bytes, size_t count) {
  memcpy(reserve(count), bytes, count);
  output.length += count;
}

static void put(const char *text) { put_bytes(text, strlen(text)); }

// A text of a length that the compiler knows.
#define PUT(text) put_bytes(text, sizeof text - 1)

static double checked(double number) {
  if (fabs(number) < greatest_decimal) return number;
  refuse();
  return 0;
}

static void put_number(double number) {
  finish(write_decimal(reserve(decimals_room), checked(number)));
}

static void put_hundredths(double number) {
  finish(write_hundredths(reserve(decimals_room), checked(number)));
}

static void put_integer(int number) {
  finish(reserve(decimals_room) +
         snprintf(reserve(decimals_room), decimals_room, "%d", number));
}

// SVG counts downwards.
static void put_point(pointf point) {
  char *end = write_decimal(reserve(2 * decimals_room), checked(point.x));
  *end++ = ',';
  finish(write_decimal(end, checked(-point.y)));
}

static bool has_text(const char *text) { return text && *text; }

// MARK: Escaping

// Whether a text begins with what XML would take for an entity.
static bool is_entity(const char *text) {
  text++;
  if (*text == '#') {
    const char *digits = "0123456789";
    text++;
    if (*text == 'x' || *text == 'X') {
      text++;
      digits = "0123456789abcdefABCDEF";
    }
    text += strspn(text, digits);
  } else {
    while ((*text | 0x20) >= 'a' && (*text | 0x20) <= 'z') text++;
  }
  return *text == ';';
}

// What is written for a byte; NULL for itself.
static const char *escape_of(const char *text, char before, bool keeps_entities) {
  switch (*text) {
    case '&':
      return keeps_entities && is_entity(text) ? NULL : "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '-':
      return "&#45;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case ' ':
      return before == ' ' ? "&#160;" : NULL;
    case '\n':
      return keeps_entities ? NULL : "&#10;";
    case '\r':
      return keeps_entities ? NULL : "&#13;";
    default:
      return NULL;
  }
}

static void put_escaped(const char *text, bool keeps_entities) {
  char before = 0;
  const char *start = text;
  for (; *text; before = *text++) {
    const char *escape = escape_of(text, before, keeps_entities);
    if (!escape) continue;
    put_bytes(start, (size_t)(text - start));
    put(escape);
    start = text + 1;
  }
  put_bytes(start, (size_t)(text - start));
}

// Names may hold entities already; words that are shown have none left.
static void put_name(const char *name) { put_escaped(name, true); }
static void put_words(const char *words) { put_escaped(words, false); }

#endif
