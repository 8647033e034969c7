// SPDX-License-Identifier: GPL-3.0-or-later
#include "responses.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "comments.h"

const char *const kp_sample_unit_names[KP_SAMPLE_UNITS] = {"Landelijk", "Midden", "Noord", "Zuid"};

const char *const kp_sample_owner_names[KP_SAMPLE_UNITS][2] = {
    {"Femke Zandhoeve", "Ruben Lisdodde"},
    {"Noor Wilgenhof", "Thijs Kruisweide"},
    {"Lotte Meerstal", "Daan Veenrug"},
    {"Yara Kersenberg", "Bas Molendonk"},
};

const char *const kp_sample_driver_names[KP_SAMPLE_DRIVERS] = {
    "Bereikbaarheid", "Nakomen afspraken", "Deskundigheid", "Meedenken", "Facturatie"};

enum { PLACES = 20, TRADES = 12 };

static const char *const places[PLACES] = {
    "Hoogveld",   "Lindenhof", "Blauwbrug",  "Kromakker",   "Zilverven",  "Oosterwal", "Distelkamp",
    "Vossenlaan", "Rietgoed",  "Steenbeemd", "Korenmaat",   "Duinzicht",  "Elzenrade", "Haverland",
    "Mosterdhof", "Waterkuil", "Berkenstee", "Klaverpoort", "Zonneweide", "Turfschip"};

static const char *const trades[TRADES] = {"Logistiek", "Zorggroep", "Bouw",      "Voeding",
                                           "Onderwijs", "Vastgoed",  "Metaal",    "Tuinbouw",
                                           "Drukkerij", "Techniek",  "Transport", "Advies"};

/* How a unit and a driver start out, and what the second measurement changed, in grade points. */
static const double unit_level[KP_SAMPLE_UNITS] = {0.15, 0.0, 0.3, -0.45};
static const double driver_level[KP_SAMPLE_DRIVERS] = {6.6, 6.9, 7.7, 6.8, 7.3};
static const double driver_change[KP_SAMPLE_DRIVERS] = {0.6, 0.2, 0.05, 0.1, -0.1};
static const double driver_pull[KP_SAMPLE_DRIVERS] = {0.34, 0.5, 0.16, 0.32, 0.06};

/* Where the random numbers come from, and which comments were used already. */
struct source {
  uint64_t state;
  unsigned comments_used[KP_SAMPLE_DRIVERS][KP_SAMPLE_TONES];
  unsigned remarks_used[KP_SAMPLE_TONES];
};

/* SplitMix64: small, well known, and the same everywhere, which rand() is not. */
static uint64_t random_bits(struct source *source) {
  uint64_t z = (source->state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

static double random_share(struct source *source) {
  return (double)(random_bits(source) >> 11) / 9007199254740992.0;
}

static int random_below(struct source *source, int limit) {
  return (int)(random_bits(source) % (uint64_t)limit);
}

/* The sum of twelve uniform numbers is near enough to normal, and needs no libm. */
static double random_normal(struct source *source) {
  double sum = -6.0;
  for (int i = 0; i < 12; i++)
    sum += random_share(source);
  return sum;
}

static void shuffle(struct source *source, int *items, int count) {
  for (int i = count - 1; i > 0; i--) {
    int other = random_below(source, i + 1), item = items[i];
    items[i] = items[other];
    items[other] = item;
  }
}

static int rounded_between(double value, int lowest, int highest) {
  int whole = (int)(value + 0.5);
  return value < lowest ? lowest : whole > highest ? highest : whole;
}

static struct kp_sample_answer number_answer(double number) {
  return (struct kp_sample_answer){.is_number = true, .number = number};
}

static struct kp_sample_answer text_answer(const char *text) {
  return (struct kp_sample_answer){.text = text};
}

static void comment_choose(struct source *source, struct kp_sample_response *response, int score) {
  enum kp_sample_tone tone = score >= 9   ? KP_SAMPLE_GLAD
                             : score >= 7 ? KP_SAMPLE_MILD
                                          : KP_SAMPLE_CRITICAL;
  double silence = tone == KP_SAMPLE_CRITICAL ? 0.18 : tone == KP_SAMPLE_GLAD ? 0.35 : 0.42;
  if (random_share(source) < silence)
    return;
  /* People write about what stood out: the best grade when glad, else the worst. */
  int about = 0;
  double most = -100;
  for (int d = 0; d < KP_SAMPLE_DRIVERS; d++) {
    double distance = response->grade[d].number - driver_level[d];
    distance = (tone == KP_SAMPLE_GLAD ? distance : -distance) + random_share(source);
    if (distance > most) {
      most = distance;
      about = d;
    }
  }
  response->comment =
      kp_sample_comments[about][tone][source->comments_used[about][tone]++ % KP_SAMPLE_COMMENTS];
  if (random_share(source) < 0.4)
    response->remark = kp_sample_remarks[tone][source->remarks_used[tone]++ % KP_SAMPLE_REMARKS];
}

static void response_make(struct source *source, struct kp_sample_response *response, int wave,
                          double mood) {
  double score = 7.75;
  for (int d = 0; d < KP_SAMPLE_DRIVERS; d++) {
    double grade =
        driver_level[d] + mood + (wave == 1 ? driver_change[d] : 0) + 0.75 * random_normal(source);
    int whole = rounded_between(grade, 1, 10);
    response->grade[d] = number_answer(whole);
    score += driver_pull[d] * (whole - driver_level[d]);
  }
  if (random_share(source) < 0.04)
    score -= 3; /* something went badly wrong that no grade asks about */
  int whole = rounded_between(score + 0.55 * random_normal(source), 0, 10);
  response->score = number_answer(whole);
  response->anonymous = random_share(source) < 0.09;
  comment_choose(source, response, whole);
}

/* What every real file has: answers that are no scores. Spread over the wave, at fixed shares. */
static void dirt_add(struct source *source, struct kp_sample_wave *wave, int number) {
  static const struct {
    int count[KP_SAMPLE_WAVES];
    struct kp_sample_answer answer;
  } dirt[] = {
      {{5, 4}, {.text = NULL}},
      {{3, 2}, {.text = "weet niet"}},
      {{2, 3}, {.is_number = true, .number = 99}},
      {{1, 1}, {.text = "8"}},
      {{1, 1}, {.text = "10 - zeer waarschijnlijk"}},
      {{1, 0}, {.is_number = true, .number = 7.5}},
  };
  int order[KP_SAMPLE_PER_WAVE_MAX], next = 0;
  for (int i = 0; i < wave->count; i++)
    order[i] = i;
  shuffle(source, order, wave->count);
  for (size_t kind = 0; kind < sizeof dirt / sizeof dirt[0]; kind++)
    for (int i = 0; i < dirt[kind].count[number]; i++)
      wave->response[order[next++]].score = dirt[kind].answer;
  for (int i = 0; i < 14; i++) {
    struct kp_sample_response *response = &wave->response[order[next++]];
    response->grade[random_below(source, KP_SAMPLE_DRIVERS)] =
        text_answer(i % 3 == 0 ? "n.v.t." : NULL);
  }
}

static void wave_make(struct source *source, struct kp_sample_survey *survey, int number,
                      const double *mood) {
  struct kp_sample_wave *wave = &survey->wave[number];
  int customers[KP_SAMPLE_PER_WAVE_MAX], count = 0;
  for (int c = 0; c < KP_SAMPLE_CUSTOMERS; c++) {
    bool only_first = c >= KP_SAMPLE_BOTH && c < KP_SAMPLE_BOTH + KP_SAMPLE_FIRST_ONLY;
    bool only_second = c >= KP_SAMPLE_BOTH + KP_SAMPLE_FIRST_ONLY;
    if (number == 0 ? !only_second : !only_first)
      customers[count++] = c;
  }
  shuffle(source, customers, count);
  wave->count = count;
  for (int i = 0; i < count; i++) {
    struct kp_sample_response *response = &wave->response[i];
    *response = (struct kp_sample_response){.customer = customers[i]};
    /* Twenty working days from a Monday: 3 March and 1 September 2025. */
    int day = i * 20 / count;
    response->month = number == 0 ? 3 : 9;
    response->day = (number == 0 ? 3 : 1) + day / 5 * 7 + day % 5;
    response_make(source, response, number, mood[customers[i]]);
  }
  dirt_add(source, wave, number);
}

void kp_sample_survey_make(struct kp_sample_survey *survey, unsigned long long seed) {
  struct source source = {.state = seed};
  int names[PLACES * TRADES];
  double mood[KP_SAMPLE_CUSTOMERS];

  memset(survey, 0, sizeof *survey);
  for (int i = 0; i < PLACES * TRADES; i++)
    names[i] = i;
  shuffle(&source, names, PLACES * TRADES);
  for (int c = 0; c < KP_SAMPLE_CUSTOMERS; c++) {
    survey->name_order[c] = names[c];
    survey->unit[c] = random_below(&source, KP_SAMPLE_UNITS);
    survey->owner[c] = random_below(&source, 2);
    mood[c] = unit_level[survey->unit[c]] + 0.95 * random_normal(&source);
  }
  wave_make(&source, survey, 0, mood);
  /* Half a year later most customers still feel as they did. */
  for (int c = 0; c < KP_SAMPLE_CUSTOMERS; c++) {
    double level = unit_level[survey->unit[c]];
    mood[c] = level + 0.9 * (mood[c] - level) + 0.4 * random_normal(&source);
  }
  wave_make(&source, survey, 1, mood);
}

void kp_sample_customer_name(const struct kp_sample_survey *survey, int customer, char *name,
                             unsigned size) {
  int number = survey->name_order[customer];
  snprintf(name, size, "%s %s", places[number % PLACES], trades[number / PLACES]);
}
