/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of the panel Results: the score with its interval on the scale, and below it the bar
 * of the answers, always from detractors to promoters, with the shares in it. All of it stands in
 * words beside it too. */
#include "results.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 8192, LINE = 15 };

typedef struct paper {
  const kp_board_canvas *canvas;
  char *text;
  size_t size;
} paper;

static void add(paper *to, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(paper *to, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int more = vsnprintf(to->text + to->size, MOST - to->size, format, arguments);
  va_end(arguments);
  if (more > 0 && (size_t)more < MOST - to->size)
    to->size += (size_t)more;
}

/* Pixels of the design, for a text of this height. */
static int scaled(const paper *on, int pixels) {
  int line = on->canvas->line > 0 ? on->canvas->line : LINE;
  return (pixels * line + LINE / 2) / LINE;
}

static void box(paper *on, int x, int y, int width, int height, int32_t colour) {
  if (width > 0)
    add(on, "<rect x='%d' y='%d' width='%d' height='%d' fill='#%06x'/>", x, y, width, height,
        (unsigned)colour);
}

static void word(paper *on, int x, int y, const char *anchor, bool strong, int32_t colour,
                 const char *text) {
  add(on,
      "<text x='%d' y='%d' text-anchor='%s' font-family='sans-serif' font-size='%d'%s "
      "fill='#%06x'>%s</text>",
      x, y, anchor, scaled(on, strong ? 12 : 11), strong ? " font-weight='bold'" : "",
      (unsigned)colour, text);
}

/* Ends of the scale of the score itself. */
static void ends_of(const kp_results_figures *figures, double *least, double *most) {
  *least = figures->kind == KP_RESULTS_NPS     ? -100
           : figures->kind == KP_RESULTS_SHARE ? 0
                                               : figures->least;
  *most = figures->kind == KP_RESULTS_NPS     ? 100
          : figures->kind == KP_RESULTS_SHARE ? 1
                                              : figures->most;
}

static void draw_labels(paper *on, const kp_results_figures *figures, int left, int width, int y) {
  const int32_t quiet = on->canvas->quiet;
  char text[40];
  if (figures->kind == KP_RESULTS_NPS) {
    word(on, left, y, "start", false, quiet, "−100");
    word(on, left + width / 2, y, "middle", false, quiet, "0");
    word(on, left + width, y, "end", false, quiet, "+100");
    return;
  }
  bool share = figures->kind == KP_RESULTS_SHARE;
  snprintf(text, sizeof text, "%d%s", share ? 0 : figures->least, share ? "%" : "");
  word(on, left, y, "start", false, quiet, text);
  snprintf(text, sizeof text, "%d%s", share ? 100 : figures->most, share ? "%" : "");
  word(on, left + width, y, "end", false, quiet, text);
}

static void draw_interval(paper *on, const kp_results_figures *figures, int left, int width,
                          int middle) {
  const unsigned ink = (unsigned)on->canvas->text;
  const int reach = scaled(on, 8);
  double least = 0;
  double most = 1;
  ends_of(figures, &least, &most);
  double scale = width / (most - least);
  double x = left + (figures->value - least) * scale;
  double from = figures->kind == KP_RESULTS_NPS ? left + width / 2.0 : left;
  box(on, (int)fmin(x, from), middle - scaled(on, 6), (int)fabs(x - from), scaled(on, 12),
      on->canvas->dark ? 0x7F93AB : 0x8093AB);
  if (!isnan(figures->lower) && !isnan(figures->upper)) {
    double lower = left + (figures->lower - least) * scale;
    double upper = left + (figures->upper - least) * scale;
    add(on,
        "<path d='M%.1f %dH%.1fM%.1f %dV%dM%.1f %dV%d' stroke='#%06x' stroke-width='2' "
        "fill='none'/>",
        lower, middle, upper, lower, middle - reach, middle + reach, upper, middle - reach,
        middle + reach, ink);
  }
  add(on, "<circle cx='%.1f' cy='%d' r='%d' fill='#%06x' stroke='#%06x' stroke-width='2'/>", x,
      middle, scaled(on, 4), (unsigned)on->canvas->ground, ink);
}

/* Each share where it fits. Colours and those on them: light and dark. */
static void draw_bar(paper *on, const kp_results_figures *figures, int y, int height) {
  static const int32_t colours[2][KP_RESULTS_PARTS] = {{0xC65102, 0xB4B8BD, 0x1F6FB2},
                                                       {0xF08A4B, 0x62686E, 0x5AA9E6}};
  static const int32_t inks[2][KP_RESULTS_PARTS] = {{0xFFFFFF, 0x1C2530, 0xFFFFFF},
                                                    {0x101418, 0xFFFFFF, 0x101418}};
  const int width = on->canvas->width;
  uint64_t before = 0;
  for (int i = 0; i < KP_RESULTS_PARTS; i++) {
    int left = (int)lround((double)before / (double)figures->n * width);
    before += figures->part[i];
    int right = (int)lround((double)before / (double)figures->n * width);
    char text[24];
    box(on, left, y, right - left, height, colours[on->canvas->dark][i]);
    snprintf(text, sizeof text, "%.0f%%", 100 * (double)figures->part[i] / (double)figures->n);
    if (right - left >= scaled(on, 34))
      word(on, (left + right) / 2, y + height / 2 + scaled(on, 4), "middle", true,
           inks[on->canvas->dark][i], text);
  }
}

/* Too few answers: that there is a bar, and nothing in it. */
static void draw_hollow(paper *on, int y, int height) {
  add(on,
      "<rect x='1' y='%d' width='%d' height='%d' fill='none' stroke='#%06x' stroke-width='1' "
      "stroke-dasharray='4 3'/>",
      y, on->canvas->width - 2, height, (unsigned)on->canvas->quiet);
}

char *kp_shown_draw(const void *data, const kp_board_canvas *canvas, size_t *size) {
  const kp_results_figures *figures = data;
  paper on = {canvas, malloc(MOST), 0};
  if (on.text == NULL)
    return NULL;
  const int side = scaled(&on, 10);
  const int wide = canvas->width - 2 * side;
  const int middle = scaled(&on, 11);
  const int bar = scaled(&on, 40);
  add(&on,
      "<svg xmlns='http://www.w3.org/2000/svg' width='%dpx' height='%dpx' viewBox='0 0 %d %d'>",
      canvas->width, canvas->height, canvas->width, canvas->height);
  box(&on, side, middle - scaled(&on, 6), wide, scaled(&on, 12), canvas->track);
  draw_labels(&on, figures, side, wide, scaled(&on, 33));
  if (figures->few || figures->n == 0 || isnan(figures->value)) {
    draw_hollow(&on, bar, scaled(&on, 20));
  } else {
    draw_interval(&on, figures, side, wide, middle);
    draw_bar(&on, figures, bar, scaled(&on, 20));
  }
  add(&on, "</svg>");
  *size = on.size;
  return on.text;
}
