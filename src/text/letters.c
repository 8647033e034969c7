/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small letters of every script, the same on every system: the C libraries know different ones, and
 * only where their locale is installed. */
#include "kernpunt/text.h"

typedef struct letters {
  uint16_t first;
  uint16_t last;
  uint16_t step;
  int32_t up;
} letters;

#include "letters_table.h"

uint16_t kp_text_small_letter(uint16_t unit) {
  if (unit < 0x80)
    return unit >= 'A' && unit <= 'Z' ? (uint16_t)(unit + ('a' - 'A')) : unit;
  size_t low = 0;
  size_t high = sizeof kp_letters / sizeof *kp_letters;
  while (low < high) {
    size_t middle = (low + high) / 2;
    const letters *at = &kp_letters[middle];
    if (unit < at->first)
      high = middle;
    else if (unit > at->last)
      low = middle + 1;
    else
      return (unit - at->first) % at->step == 0 ? (uint16_t)(unit + at->up) : unit;
  }
  return unit;
}
