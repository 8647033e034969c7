/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two measurements say of each other, in words: never a score without number and margin. */
#include "kernpunt/measure.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double confidence = 0.95;
enum { FEWEST = 10 /**< answers on either side, as for the functions */ };

bool kp_measure_scores_start(kp_measure_scores *scores, int least, int most) {
  memset(scores, 0, sizeof *scores);
  scores->nps = least == 0 && most == 10;
  return kp_survey_scale_start(&scores->scale, least, most, false, 0) == KP_SURVEY_OK;
}

void kp_measure_scores_add(kp_measure_scores *scores, bool number, double value) {
  if (number && scores->nps)
    kp_survey_tally_add_number(&scores->tally, value);
  else if (number)
    kp_survey_scale_add_number(&scores->scale, value);
}

/* A number for people: U+2212 as minus, comma or point. */
static void put_number(char *text, size_t size, double value, bool sign, int decimals,
                       kp_language language) {
  char digits[40];
  double shown = decimals > 0 ? round(value * 10) / 10 : round(value);
  snprintf(digits, sizeof digits, "%.*f", decimals, fabs(shown));
  char *point = strchr(digits, '.');
  if (point != NULL && language == KP_LANGUAGE_NL)
    *point = ',';
  snprintf(text, size, "%s%s", shown < 0 ? "−" : sign && shown > 0 ? "+" : "", digits);
}

/* "+20 (+9 … +31)". */
static void put_interval(char *text, size_t size, const double of[3], bool nps, bool sign,
                         kp_language language) {
  char parts[3][48];
  for (int i = 0; i < 3; i++)
    put_number(parts[i], sizeof parts[i], of[i], sign || nps, nps ? 0 : 1, language);
  if (isnan(of[1]) || isnan(of[2]))
    snprintf(text, size, "%s", parts[0]);
  else
    snprintf(text, size, "%s (%s … %s)", parts[0], parts[1], parts[2]);
}

/* Score and bounds of one measurement, and how many answers there are. */
static bool score_of(const kp_measure_scores *scores, double of[3], double *n) {
  if (scores->nps) {
    kp_survey_counts counts = kp_survey_counts_of(&scores->tally);
    kp_survey_interval interval;
    *n = (double)kp_survey_tally_valid(&scores->tally);
    if (kp_survey_nps_interval(&counts, KP_SURVEY_ADJUSTED, confidence, KP_SURVEY_UNLIMITED,
                               &interval) != KP_SURVEY_OK)
      return false;
    of[0] = interval.nps;
    of[1] = interval.lower;
    of[2] = interval.upper;
    return true;
  }
  kp_survey_mean_interval interval = {.mean = NAN, .lower = NAN, .upper = NAN};
  *n = (double)scores->scale.moments.n;
  kp_survey_status status = kp_survey_mean_ci(&scores->scale.moments, confidence, &interval);
  of[0] = interval.mean;
  of[1] = status == KP_SURVEY_OK ? interval.lower : NAN;
  of[2] = status == KP_SURVEY_OK ? interval.upper : NAN;
  return status == KP_SURVEY_OK || status == KP_SURVEY_TOO_FEW;
}

static bool tell_score(char **text, kp_text words, const kp_measure_scores *scores,
                       kp_language language, double *score) {
  double of[3] = {NAN, NAN, NAN};
  double n = 0;
  char interval[160];
  char said[220];
  bool any = score_of(scores, of, &n);
  *score = of[0];
  if (any) {
    put_interval(interval, sizeof interval, of, scores->nps, false, language);
    snprintf(said, sizeof said, "%s%s, n %.0f", scores->nps ? "NPS " : "", interval, n);
  } else {
    snprintf(said, sizeof said, "n 0");
  }
  char *line = kp_text_fill(words, language, said, NULL);
  bool good = line != NULL && kp_text_add(text, "\n", line);
  free(line);
  return good && any;
}

/* The difference with its bounds, and the verdict. */
static bool difference_of(const kp_measure_scores *earlier, const kp_measure_scores *later,
                          double of[3], kp_survey_verdict *verdict) {
  if (earlier->nps) {
    kp_survey_counts first = kp_survey_counts_of(&earlier->tally);
    kp_survey_counts second = kp_survey_counts_of(&later->tally);
    kp_survey_delta delta;
    if (kp_survey_nps_verdict(&first, &second, confidence, FEWEST, verdict) != KP_SURVEY_OK ||
        kp_survey_nps_delta(&first, &second, confidence, &delta) != KP_SURVEY_OK)
      return false;
    of[0] = delta.delta;
    of[1] = delta.adjusted.lower;
    of[2] = delta.adjusted.upper;
    return true;
  }
  const kp_survey_moments *first = &earlier->scale.moments;
  const kp_survey_moments *second = &later->scale.moments;
  kp_survey_test test = {.delta = NAN, .lower = NAN, .upper = NAN};
  if (kp_survey_mean_verdict(first, second, confidence, FEWEST, verdict) != KP_SURVEY_OK)
    return false;
  kp_survey_status status = kp_survey_mean_delta(first, second, confidence, &test);
  of[0] = test.delta;
  of[1] = status == KP_SURVEY_OK ? test.lower : NAN;
  of[2] = status == KP_SURVEY_OK ? test.upper : NAN;
  return status == KP_SURVEY_OK || status == KP_SURVEY_TOO_FEW;
}

static bool tell_difference(char **text, const kp_measure_scores *earlier,
                            const kp_measure_scores *later, kp_language language,
                            kp_method_role *role) {
  static const struct {
    kp_text text;
    kp_method_role role;
  } verdicts[] = {
      [KP_SURVEY_TOO_FEW_ANSWERS] = {KP_TEXT_FOLLOW_VERDICT_FEW, KP_ROLE_FEW_ANSWERS},
      [KP_SURVEY_RISE] = {KP_TEXT_FOLLOW_VERDICT_RISE, KP_ROLE_RISE},
      [KP_SURVEY_FALL] = {KP_TEXT_FOLLOW_VERDICT_FALL, KP_ROLE_FALL},
      [KP_SURVEY_NO_DIFFERENCE] = {KP_TEXT_FOLLOW_VERDICT_NONE, KP_ROLE_NO_DIFFERENCE},
  };
  kp_survey_verdict verdict = KP_SURVEY_TOO_FEW_ANSWERS;
  double of[3] = {NAN, NAN, NAN};
  char interval[160];
  char said[260];
  if (!difference_of(earlier, later, of, &verdict))
    return true;
  *role = verdicts[verdict].role;
  put_interval(interval, sizeof interval, of, earlier->nps, true, language);
  snprintf(said, sizeof said, "%s: %s", interval, kp_text_get(verdicts[verdict].text, language));
  char *line = kp_text_fill(KP_TEXT_FOLLOW_DIFFERENCE, language, said, NULL);
  bool good = line != NULL && kp_text_add(text, "\n", line);
  free(line);
  return good;
}

/* Whether what was noted at the start is this score: then the later one belongs in the sheet. */
static bool is_same(double value_now, double score, bool is_score, bool nps) {
  if (!isnan(value_now))
    return fabs(value_now - score) <= (nps ? 0.5 : 0.05);
  return nps && is_score;
}

bool kp_measure_is_score(const kp_method *method, const char *measure) {
  for (size_t i = 0; method->scores != NULL && i < method->scores->count; i++)
    for (int language = 0; language < KP_LANGUAGE_COUNT; language++)
      if (strstr(measure, method->scores->items[i]->name.in[language]) != NULL)
        return true;
  return false;
}

static bool compare(char **text, const kp_measure_scores *earlier, const kp_measure_scores *later,
                    double value_now, bool is_score, kp_language language,
                    kp_measure_result *result) {
  double before = NAN;
  double after = NAN;
  bool any = tell_score(text, KP_TEXT_FOLLOW_BEFORE, earlier, language, &before);
  any = tell_score(text, KP_TEXT_FOLLOW_AFTER, later, language, &after) && any;
  if (!any)
    return true;
  if (!tell_difference(text, earlier, later, language, &result->verdict))
    return false;
  result->known = result->verdict != KP_ROLE_NONE;
  result->same = is_same(value_now, before, is_score, earlier->nps);
  double shown = round(after * 10) / 10;
  snprintf(result->later, sizeof result->later, "%.12g", shown);
  char *point = strchr(result->later, '.');
  if (point != NULL && language == KP_LANGUAGE_NL)
    *point = ',';
  if (later->changed && !kp_text_add(text, "\n", kp_text_get(KP_TEXT_FOLLOW_CAREFUL, language)))
    return false;
  return kp_text_add(text, "\n", kp_text_get(KP_TEXT_FOLLOW_ASSOCIATION, language));
}

char *kp_measure_compare(const kp_measure_scores *earlier, const kp_measure_scores *later,
                         double value_now, bool is_score, kp_language language,
                         kp_measure_result *result) {
  assert(earlier != NULL && later != NULL && result != NULL);
  char *text = kp_text_copy("");
  bool good = text != NULL;
  memset(result, 0, sizeof *result);
  if (later->story || earlier->story) {
    result->known = true;
    result->verdict = KP_ROLE_STORY;
    good = good && kp_text_add(&text, "", kp_text_get(KP_TEXT_FOLLOW_STORY, language));
  } else if (earlier->readable && later->readable && earlier->nps == later->nps &&
             earlier->scale.min == later->scale.min && earlier->scale.max == later->scale.max) {
    good = good && compare(&text, earlier, later, value_now, is_score, language, result);
  } else if (earlier->readable && later->readable) {
    good = good && kp_text_add(&text, "", kp_text_get(KP_TEXT_FOLLOW_OTHER_SCALE, language));
  }
  if (!good) {
    free(text);
    text = NULL;
  }
  return text;
}
