/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which panels fold, and how high the open one is: no office. */
#include "accordion.h"

kp_accordion_step kp_accordion_decide(unsigned before, unsigned asked, unsigned always) {
  unsigned fresh = asked & ~before & ~always;
  kp_accordion_step step = {.open = asked};
  if (fresh == 0)
    return step;
  unsigned keep = fresh & (~fresh + 1U); /* of several the first */
  step.fold = asked & ~always & ~keep;
  step.open = (asked & always) | keep;
  return step;
}

bool kp_accordion_shrinks(unsigned open, unsigned always) {
  return (open & always) != 0 && (open & ~always) != 0;
}

int kp_accordion_room(int height, int panels, int line, int others) {
  enum { LINE = 15, DECK = 27, TITLE = 19, SPARE = 4, LEAST = 60 };
  int unit = line > LINE ? line : LINE; /* titles never get lower than that */
  int titles = (DECK + panels * TITLE) * unit / LINE;
  int room = height - titles - others - SPARE;
  return room > LEAST ? room : LEAST;
}

int kp_accordion_strip(int line, int height) {
  enum { LINE = 15, STRIP = 37, LOW = 400 };
  int unit = line > 0 ? line : LINE;
  return height > 0 && height < LOW * unit / LINE ? 0 : STRIP * unit / LINE;
}
