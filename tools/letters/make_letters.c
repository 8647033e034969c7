/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prints src/text/letters_table.h: the small letter of every capital of Unicode's first plane, as
 * the C library of this machine has it in C.UTF-8. `make letters` after a newer Unicode; what
 * people compare must not depend on the system they are on.
 */
#include <locale.h>
#include <stdio.h>
#include <wctype.h>

enum { PLANE = 0x10000 };

typedef struct range {
  unsigned first, last, step;
  int up;
} range;

static int distance(unsigned unit, locale_t locale) {
  unsigned small = (unsigned)towlower_l((wint_t)unit, locale);
  if (unit == 0x03C2) /* the sigma that ends a word: its capital is that of the other one */
    return 1;
  return small < PLANE ? (int)small - (int)unit : 0;
}

static void print(const range *of) {
  printf("    {0x%04X, 0x%04X, %u, %d},\n", of->first, of->last, of->step, of->up);
}

int main(void) {
  locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (locale == (locale_t)0)
    return 1;
  puts("/* SPDX-License-Identifier: GPL-3.0-or-later */");
  puts("/* Made by tools/letters/make_letters.c: from, to, every how many, how far the small "
       "letter is. */");
  puts("#ifndef KERNPUNT_TEXT_LETTERS_TABLE_H\n#define KERNPUNT_TEXT_LETTERS_TABLE_H\n");
  puts("/* clang-format off */\nstatic const letters kp_letters[] = {");
  range now = {0, 0, 0, 0};
  for (unsigned unit = 'A'; unit < PLANE; unit++) {
    int up = distance(unit, locale);
    unsigned apart = unit - now.last;
    if (up == 0)
      continue;
    if (up == now.up && apart <= 2 && (now.first == now.last || apart == now.step)) {
      now.step = apart;
      now.last = unit;
    } else {
      if (now.up != 0)
        print(&now);
      now = (range){unit, unit, 1, up};
    }
  }
  print(&now);
  puts("};\n/* clang-format on */\n\n#endif");
  freelocale(locale);
  return 0;
}
