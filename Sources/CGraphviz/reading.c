#include <string.h>

#include "CGraphviz.h"
#include "names.h"

// A text that is read like a file.
typedef struct {
  const char *text;
  size_t left;
} text_channel;

static int read_text(void *channel, char *buffer, int size) {
  text_channel *text = channel;
  size_t count = text->left < (size_t)size ? text->left : (size_t)size;
  memcpy(buffer, text->text, count);
  text->text += count;
  text->left -= count;
  return (int)count;
}

cgraphviz_graph *cgraphviz_read(const char *dot) {
  cgraphviz_free_last();
  static Agiodisc_t io;
  io.afread = read_text;
  io.putstr = cgraphviz.AgIoDisc->putstr;
  io.flush = cgraphviz.AgIoDisc->flush;
  Agdisc_t discipline = *cgraphviz.AgDefaultDisc;
  discipline.id = &cgraphviz_ids;
  discipline.io = &io;
  text_channel text = {dot, strlen(dot)};
  cgraphviz.agsetfile(NULL);  // Else lines are counted on from the text before.
  return cgraphviz.agread(&text, &discipline);
}
