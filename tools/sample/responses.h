// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The invented answers of the sample workbook: a supplier's customers in two measurements.
 *
 * The same seed gives the same answers on every machine: the generator is our own and only adds and
 * multiplies. Nobody and no company in it exists.
 */
#ifndef KERNPUNT_SAMPLE_RESPONSES_H
#define KERNPUNT_SAMPLE_RESPONSES_H

#include <stdbool.h>

enum { KP_SAMPLE_DRIVERS = 5, KP_SAMPLE_UNITS = 4, KP_SAMPLE_WAVES = 2 };

/** How many customers answer in both measurements, in the first only and in the second only. */
enum { KP_SAMPLE_BOTH = 108, KP_SAMPLE_FIRST_ONLY = 60, KP_SAMPLE_SECOND_ONLY = 66 };
enum { KP_SAMPLE_CUSTOMERS = KP_SAMPLE_BOTH + KP_SAMPLE_FIRST_ONLY + KP_SAMPLE_SECOND_ONLY };
enum { KP_SAMPLE_PER_WAVE_MAX = KP_SAMPLE_BOTH + KP_SAMPLE_SECOND_ONLY };

/** What a respondent filled in: a number, or a text instead of one, or (no text) nothing. */
struct kp_sample_answer {
  bool is_number;
  double number;
  const char *text;
};

struct kp_sample_response {
  int customer;
  int month, day;
  bool anonymous;
  struct kp_sample_answer score;
  struct kp_sample_answer grade[KP_SAMPLE_DRIVERS];
  const char *comment, *remark; /* NULL: none */
};

struct kp_sample_wave {
  int count;
  struct kp_sample_response response[KP_SAMPLE_PER_WAVE_MAX];
};

struct kp_sample_survey {
  struct kp_sample_wave wave[KP_SAMPLE_WAVES];
  int name_order[KP_SAMPLE_CUSTOMERS]; /* customer -> number of its name */
  int unit[KP_SAMPLE_CUSTOMERS];
  int owner[KP_SAMPLE_CUSTOMERS];
};

extern const char *const kp_sample_unit_names[KP_SAMPLE_UNITS];
extern const char *const kp_sample_owner_names[KP_SAMPLE_UNITS][2];
extern const char *const kp_sample_driver_names[KP_SAMPLE_DRIVERS];

/** Fills `survey` from `seed`. */
void kp_sample_survey_make(struct kp_sample_survey *survey, unsigned long long seed);

/** Writes the name of a customer into `name`. */
void kp_sample_customer_name(const struct kp_sample_survey *survey, int customer, char *name,
                             unsigned size);

#endif
