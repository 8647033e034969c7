/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tallies of NPS scores; adding a cell is inline in the header because it runs once per cell. */
#include "internal.h"

uint64_t kp_survey_tally_invalid(const kp_survey_tally *t) {
  return t->blank + t->text + t->boolean + t->out_of_range + t->non_integer + t->error;
}

void kp_survey_tally_merge(kp_survey_tally *t, const kp_survey_tally *other) {
  t->promoters += other->promoters;
  t->passives += other->passives;
  t->detractors += other->detractors;
  t->blank += other->blank;
  t->text += other->text;
  t->boolean += other->boolean;
  t->out_of_range += other->out_of_range;
  t->non_integer += other->non_integer;
  t->error += other->error;
}

kp_survey_counts kp_survey_counts_of(const kp_survey_tally *t) {
  return (kp_survey_counts){(double)t->promoters, (double)t->passives, (double)t->detractors};
}
