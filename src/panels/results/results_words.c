/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the panel Results words things: never a score without its number and margin. */
#include "results.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---------------------------------------------------------------------------------- decisions */

static int wave_named(const kp_results *results, const char *name) {
  for (size_t i = results->count; name != NULL && i-- > 0;)
    if (kp_fold_same(results->waves[i].name.text, name))
      return (int)i;
  return KP_SHOWN_NONE;
}

static bool same_scale(const kp_results_wave *one, const kp_results_wave *other) {
  return one->least == other->least && one->most == other->most;
}

size_t kp_shown_earlier(const kp_results *results, int wave, int *places) {
  size_t count = 0;
  for (int i = wave; i-- > 0;)
    if (same_scale(&results->waves[i], &results->waves[wave]))
      places[count++] = i;
  return count;
}

kp_shown_places kp_shown_choose(const kp_results *results, const char *wave, const char *against,
                                const char *unit) {
  kp_shown_places places = {wave_named(results, wave), wave_named(results, against),
                            unit != NULL ? kp_results_unit(results, unit) : KP_SHOWN_NONE};
  if (places.wave < 0)
    places.wave = (int)results->count - 1;
  if (places.wave < 0)
    return places;
  if (places.against >= places.wave ||
      (places.against >= 0 &&
       !same_scale(&results->waves[places.against], &results->waves[places.wave])))
    places.against = KP_SHOWN_NONE;
  for (int i = places.wave; places.against < 0 && i-- > 0;)
    if (same_scale(&results->waves[i], &results->waves[places.wave]))
      places.against = i;
  return places;
}

void kp_shown_by_name(const kp_results *results, int *places) {
  for (int i = 0; i < (int)results->units.count; i++) {
    int at = i;
    while (at > 0 &&
           strcasecmp(results->units.list[places[at - 1]].text, results->units.list[i].text) > 0) {
      places[at] = places[at - 1];
      at--;
    }
    places[at] = i;
  }
}

/* ------------------------------------------------------------------------------------ numbers */

static void put(double value, bool sign, int decimals, const char *behind, kp_language language,
                char text[KP_SHOWN_VALUE]) {
  char digits[32];
  double shown = decimals > 0 ? round(value * 10) / 10 : round(value);
  snprintf(digits, sizeof digits, "%.*f", decimals, fabs(shown));
  char *point = strchr(digits, '.');
  if (point != NULL && language == KP_LANGUAGE_NL)
    *point = ',';
  snprintf(text, KP_SHOWN_VALUE, "%s%s%s",
           shown < 0           ? "−"
           : sign && shown > 0 ? "+"
                               : "",
           digits, behind);
}

void kp_shown_value(kp_results_kind kind, double value, bool sign, kp_language language,
                    char text[KP_SHOWN_VALUE]) {
  if (kind == KP_RESULTS_NPS)
    put(value, true, 0, "", language, text);
  else if (kind == KP_RESULTS_SHARE)
    put(100 * value, sign, 0, sign ? "" : "%", language, text);
  else
    put(value, sign, 1, "", language, text);
}

void kp_shown_margin(kp_results_kind kind, double value, kp_language language,
                     char text[KP_SHOWN_VALUE]) {
  put(kind == KP_RESULTS_SHARE ? 100 * value : value, false, kind == KP_RESULTS_MEAN ? 1 : 0, "",
      language, text);
}

static char *counted(kp_text text, uint64_t number, kp_language language) {
  return kp_text_counted(text, (size_t)number, language);
}

/* The share of a part, "17%". */
static void put_share(uint64_t part, uint64_t all, kp_language language,
                      char text[KP_SHOWN_VALUE]) {
  put(all > 0 ? 100 * (double)part / (double)all : 0, false, 0, "%", language, text);
}

/* -------------------------------------------------------------------------------------- words */

char *kp_shown_scale(int least, int most, kp_language language) {
  static const struct {
    int least;
    int most;
    kp_text text;
  } named[] = {{0, 10, KP_TEXT_WIZARD_NPS},
               {1, 10, KP_TEXT_WIZARD_GRADE},
               {1, 5, KP_TEXT_WIZARD_CSAT},
               {1, 7, KP_TEXT_WIZARD_CES}};
  char from[16];
  char to[16];
  for (size_t i = 0; i < sizeof named / sizeof *named; i++)
    if (named[i].least == least && named[i].most == most)
      return kp_text_fill(named[i].text, language, NULL, NULL);
  snprintf(from, sizeof from, "%d", least);
  snprintf(to, sizeof to, "%d", most);
  return kp_text_fill(KP_TEXT_RESULTS_SCALE, language, from, to);
}

char *kp_shown_interval(const kp_results_figures *figures, kp_language language) {
  char lower[KP_SHOWN_VALUE];
  char upper[KP_SHOWN_VALUE];
  if (isnan(figures->lower) || isnan(figures->upper))
    return kp_text_fill(KP_TEXT_RESULTS_NO_MARGIN, language, NULL, NULL);
  kp_shown_value(figures->kind, figures->lower, false, language, lower);
  kp_shown_value(figures->kind, figures->upper, false, language, upper);
  return kp_text_fill(KP_TEXT_RESULTS_INTERVAL, language, lower, upper);
}

char *kp_shown_few(const kp_results_figures *figures, kp_language language) {
  char number[KP_TEXT_NUMBER_SIZE];
  char fewest[KP_TEXT_NUMBER_SIZE];
  if (figures->n == 0)
    return kp_text_fill(KP_TEXT_RESULTS_EMPTY, language, NULL, NULL);
  return kp_text_fill(KP_TEXT_RESULTS_FEW, language,
                      kp_text_number((size_t)figures->n, language, number),
                      kp_text_number(KP_RESULTS_FEWEST, language, fewest));
}

char *kp_shown_parts(const kp_results_figures *figures, kp_language language) {
  static const struct {
    kp_text one;
    kp_text many;
  } words[][KP_RESULTS_PARTS] = {
      [KP_RESULTS_NPS] = {{KP_TEXT_RESULTS_DETRACTOR, KP_TEXT_RESULTS_DETRACTORS},
                          {KP_TEXT_RESULTS_PASSIVE, KP_TEXT_RESULTS_PASSIVES},
                          {KP_TEXT_RESULTS_PROMOTER, KP_TEXT_RESULTS_PROMOTERS}},
      [KP_RESULTS_SHARE] = {{KP_TEXT_RESULTS_LOWER, KP_TEXT_RESULTS_LOWER},
                            {KP_TEXT_NONE, KP_TEXT_NONE},
                            {KP_TEXT_RESULTS_TOP, KP_TEXT_RESULTS_TOP}},
      [KP_RESULTS_MEAN] = {{KP_TEXT_RESULTS_BELOW, KP_TEXT_RESULTS_BELOW},
                           {KP_TEXT_RESULTS_IN_MIDDLE, KP_TEXT_RESULTS_IN_MIDDLE},
                           {KP_TEXT_RESULTS_ABOVE, KP_TEXT_RESULTS_ABOVE}},
  };
  char *parts[KP_RESULTS_PARTS] = {NULL};
  bool good = true;
  for (int i = 0; i < KP_RESULTS_PARTS; i++) {
    kp_text text =
        figures->part[i] == 1 ? words[figures->kind][i].one : words[figures->kind][i].many;
    char share[KP_SHOWN_VALUE];
    if (text == KP_TEXT_NONE)
      continue;
    char *number = counted(text, figures->part[i], language);
    put_share(figures->part[i], figures->n, language, share);
    parts[i] = number != NULL ? kp_text_fill(KP_TEXT_RESULTS_PART, language, number, share) : NULL;
    good = good && parts[i] != NULL;
    free(number);
  }
  char *all = good ? kp_text_join((const char *const *)parts, KP_RESULTS_PARTS, " · ") : NULL;
  for (int i = 0; i < KP_RESULTS_PARTS; i++)
    free(parts[i]);
  return all;
}

char *kp_shown_cell(const kp_results_cell *cell, kp_language language) {
  const kp_results_area area = {0, cell->column, cell->row, cell->column, cell->row};
  char address[KP_RESULTS_ADDRESS];
  char number[32];
  kp_results_address(&area, address);
  snprintf(number, sizeof number, "%.10g", cell->number);
  char *point = strchr(number, '.');
  if (point != NULL && language == KP_LANGUAGE_NL)
    *point = ',';
  const char *what = number;
  if (cell->reason == KP_RESULTS_BLANK)
    what = kp_text_get(KP_TEXT_RESULTS_LEFT_BLANK, language);
  else if (cell->reason == KP_RESULTS_TEXT)
    what = kp_text_get(KP_TEXT_RESULTS_LEFT_TEXT, language);
  else if (cell->reason == KP_RESULTS_ERROR)
    what = kp_text_get(KP_TEXT_RESULTS_LEFT_ERROR, language);
  return kp_text_fill(KP_TEXT_RESULTS_LEFT_ONE, language, address, what);
}

/* The first of the cells that do not count, and how many more. */
static char *left_out(const kp_results_figures *figures, const kp_results_cell *cells, size_t count,
                      int unit, kp_language language) {
  enum { TOLD = 2 };
  uint64_t left = figures->answers - figures->n;
  char *text = NULL;
  uint64_t told = 0;
  bool good = true;
  for (size_t i = 0; good && i < count && told < TOLD; i++) {
    if (unit >= 0 && cells[i].unit != unit)
      continue;
    char *one = kp_shown_cell(&cells[i], language);
    good = one != NULL && kp_text_add(&text, ", ", one);
    told += good;
    free(one);
  }
  if (good && told > 0 && left > told) {
    char *more = counted(KP_TEXT_RESULTS_LEFT_MORE, left - told, language);
    good = more != NULL && kp_text_add(&text, ", ", more);
    free(more);
  }
  if (good && told > 0)
    good = kp_text_add(&text, "", ".");
  if (!good) {
    free(text);
    text = NULL;
  }
  return text;
}

char *kp_shown_counts(const kp_results_figures *figures, const kp_results_cell *cells, size_t count,
                      int unit, kp_language language) {
  char valid[KP_TEXT_NUMBER_SIZE];
  char all[KP_TEXT_NUMBER_SIZE];
  kp_text_number((size_t)figures->answers, language, all);
  if (figures->n == figures->answers)
    return kp_text_fill(KP_TEXT_RESULTS_COUNT_ALL, language, all, NULL);
  char *text = kp_text_fill(KP_TEXT_RESULTS_COUNT, language,
                            kp_text_number((size_t)figures->n, language, valid), all);
  char *left = left_out(figures, cells, count, unit, language);
  if (text != NULL && left != NULL)
    kp_text_add(&text, " ", left);
  free(left);
  return text;
}

char *kp_shown_response(const kp_results_figures *figures, double invited, kp_language language) {
  char answered[KP_TEXT_NUMBER_SIZE];
  char asked[KP_TEXT_NUMBER_SIZE];
  char share[KP_SHOWN_VALUE];
  if (!(invited >= (double)figures->answers) || invited > 1e9)
    return kp_text_copy("");
  char *text = kp_text_fill(KP_TEXT_RESULTS_RESPONSE, language,
                            kp_text_number((size_t)figures->answers, language, answered),
                            kp_text_number((size_t)invited, language, asked));
  put_share(figures->answers, (uint64_t)invited, language, share);
  char *all = text != NULL ? kp_text_fill(KP_TEXT_RESULTS_PART, language, text, share) : NULL;
  free(text);
  return all;
}

char *kp_shown_delta(const kp_results_figures *figures, const kp_results_change *change,
                     kp_language language) {
  char margin[KP_SHOWN_VALUE];
  char lower[KP_SHOWN_VALUE];
  char upper[KP_SHOWN_VALUE];
  char n[KP_TEXT_NUMBER_SIZE];
  kp_shown_margin(figures->kind, change->margin, language, margin);
  kp_shown_value(figures->kind, change->lower, true, language, lower);
  kp_shown_value(figures->kind, change->upper, true, language, upper);
  char *text = kp_text_fill(KP_TEXT_RESULTS_MARGIN, language, margin, NULL);
  char *bounds = kp_text_fill(KP_TEXT_RESULTS_BOUNDS, language, lower, upper);
  bool good = text != NULL && bounds != NULL && kp_text_add(&text, " ", bounds);
  char *all = good ? kp_text_fill(KP_TEXT_RESULTS_DELTA_MORE, language, text,
                                  kp_text_number((size_t)change->n_before, language, n))
                   : NULL;
  free(bounds);
  free(text);
  return all;
}

char *kp_shown_verdict(const kp_results_figures *figures, const kp_results_change *change,
                       kp_language language) {
  char now[KP_TEXT_NUMBER_SIZE];
  char both[2 * KP_TEXT_NUMBER_SIZE + 8];
  char before[KP_TEXT_NUMBER_SIZE];
  if (change->other_scale)
    return kp_text_fill(KP_TEXT_RESULTS_OTHER_SCALE, language, NULL, NULL);
  if (!change->known) {
    snprintf(both, sizeof both, "%s; %s",
             kp_text_number((size_t)change->n_before, language, before),
             kp_text_number((size_t)figures->n, language, now));
    return kp_text_fill(KP_TEXT_RESULTS_VERDICT_FEW, language, both, NULL);
  }
  return kp_text_fill(change->verdict == KP_SURVEY_RISE   ? KP_TEXT_RESULTS_VERDICT_RISE
                      : change->verdict == KP_SURVEY_FALL ? KP_TEXT_RESULTS_VERDICT_FALL
                                                          : KP_TEXT_RESULTS_VERDICT_NONE,
                      language, NULL, NULL);
}

kp_text kp_shown_why(const kp_results_change *change) {
  if (!change->known)
    return KP_TEXT_NONE;
  return change->verdict == KP_SURVEY_NO_DIFFERENCE ? KP_TEXT_RESULTS_WHY_NONE
                                                    : KP_TEXT_RESULTS_WHY_DIFFERENT;
}

kp_tone kp_shown_tone(const kp_results_change *change) {
  if (!change->known)
    return KP_TONE_QUIET;
  if (change->verdict == KP_SURVEY_RISE)
    return KP_TONE_BUSY;
  return change->verdict == KP_SURVEY_FALL ? KP_TONE_LATE : KP_TONE_TO_DO;
}
