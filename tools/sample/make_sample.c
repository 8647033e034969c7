// SPDX-License-Identifier: GPL-3.0-or-later
/*
 * make_sample OUT.fods: writes the sample workbook, a Dutch customer survey with invented answers.
 * The office turns it into the template that goes into the extension
 * (tests/office/convert_sample.py).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "workbook.h"

enum { NAME_SIZE = 48 };

static const unsigned long long seed = 11;

const char *const kp_sample_wave_names[KP_SAMPLE_WAVES] = {"0-meting", "1-meting"};

static void answer_write(struct kp_ods *ods, struct kp_sample_answer answer) {
  if (answer.is_number)
    kp_ods_number(ods, "data-number", answer.number);
  else if (answer.text != NULL)
    kp_ods_text(ods, "data-number", answer.text);
  else
    kp_ods_blank(ods, "data-number", 1);
}

static void optional_text_write(struct kp_ods *ods, const char *style, const char *text) {
  if (text != NULL && text[0] != '\0')
    kp_ods_text(ods, style, text);
  else
    kp_ods_blank(ods, style, 1);
}

static void response_write(struct kp_ods *ods, const struct kp_sample_survey *survey, int wave,
                           int index, int id) {
  const struct kp_sample_response *response = &survey->wave[wave].response[index];
  int unit = survey->unit[response->customer];
  char number[16], customer[NAME_SIZE] = "", comment[300] = "";
  const char *owner = NULL;

  snprintf(number, sizeof number, "R%04d", id);
  if (!response->anonymous) {
    kp_sample_customer_name(survey, response->customer, customer, sizeof customer);
    owner = kp_sample_owner_names[unit][survey->owner[response->customer]];
  }
  if (response->comment != NULL)
    snprintf(comment, sizeof comment, "%s%s%s", response->comment,
             response->remark != NULL ? " " : "", response->remark != NULL ? response->remark : "");

  kp_ods_row(ods, "answer");
  kp_ods_text(ods, "data", number);
  kp_ods_text(ods, "data", kp_sample_wave_names[wave]);
  kp_ods_date(ods, "data-date", 2025, response->month, response->day);
  optional_text_write(ods, "data", customer);
  kp_ods_text(ods, "data", kp_sample_unit_names[unit]);
  optional_text_write(ods, "data", owner);
  answer_write(ods, response->score);
  for (int d = 0; d < KP_SAMPLE_DRIVERS; d++)
    answer_write(ods, response->grade[d]);
  optional_text_write(ods, "data-comment", comment);
  kp_ods_text(ods, "data", response->anonymous ? "ja" : "nee");
  kp_ods_end(ods);
}

void kp_sample_answers_write(struct kp_ods *ods, const struct kp_sample_survey *survey) {
  static const char *const columns[] = {"id",     "id",     "id",      "customer", "id",
                                        "person", "person", "grade",   "grade",    "grade",
                                        "grade",  "grade",  "comment", "id",       NULL};
  static const char *const heads[] = {
      "Respondent-ID", "Meting", "Datum", "Klant", "Eenheid", "Klantverantwoordelijke", "Score"};
  int id = 0;
  kp_ods_sheet(ods, KP_SAMPLE_ANSWERS, columns);
  kp_ods_start(ods, "table:table-header-rows", NULL); /* on each page */
  kp_ods_row(ods, "tall");
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
    kp_ods_text(ods, "head-left", heads[i]);
  for (int d = 0; d < KP_SAMPLE_DRIVERS; d++)
    kp_ods_text(ods, "head-left", kp_sample_driver_names[d]);
  kp_ods_text(ods, "head-left", "Toelichting");
  kp_ods_text(ods, "head-left", "Anoniem");
  kp_ods_end(ods);
  kp_ods_end(ods);
  for (int w = 0; w < KP_SAMPLE_WAVES; w++)
    for (int i = 0; i < survey->wave[w].count; i++)
      response_write(ods, survey, w, i, ++id);
  kp_ods_end(ods);
}

struct named_customer {
  char name[NAME_SIZE];
  int unit;
};

static int by_name(const void *left, const void *right) {
  const struct named_customer *a = left, *b = right;
  return strcmp(a->name, b->name);
}

void kp_sample_pairs_write(struct kp_ods *ods, const struct kp_sample_survey *survey) {
  static const char *const columns[] = {"customer", "id", "grade", "grade", "grade", NULL};
  static const char *const heads[] = {"Klant", "Eenheid", "0-meting", "1-meting", "Telt mee"};
  struct named_customer list[KP_SAMPLE_CUSTOMERS];

  for (int c = 0; c < KP_SAMPLE_CUSTOMERS; c++) {
    kp_sample_customer_name(survey, c, list[c].name, sizeof list[c].name);
    list[c].unit = survey->unit[c];
  }
  qsort(list, KP_SAMPLE_CUSTOMERS, sizeof list[0], by_name);

  kp_ods_sheet(ods, KP_SAMPLE_PAIRS, columns);
  kp_ods_start(ods, "table:table-header-rows", NULL);
  kp_ods_row(ods, "tall");
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
    kp_ods_text(ods, "head-left", heads[i]);
  kp_ods_end(ods);
  kp_ods_end(ods);
  for (int c = 0; c < KP_SAMPLE_CUSTOMERS; c++) {
    int row = c + 2;
    kp_ods_row(ods, "plain");
    kp_ods_text(ods, "data", list[c].name);
    kp_ods_text(ods, "data", kp_sample_unit_names[list[c].unit]);
    /* An empty score cell comes out of INDEX as 0, which would be a score: hence the test on "". */
    for (int w = 0; w < KP_SAMPLE_WAVES; w++)
      kp_ods_formula(ods, "data-number",
                     "IFERROR(IF(INDEX(Score_%d;MATCH([.$A%d];Klant_%d;0))=\"\";\"\";"
                     "INDEX(Score_%d;MATCH([.$A%d];Klant_%d;0)));\"\")",
                     w, row, w, w, row, w);
    kp_ods_formula(ods, "data-number",
                   "IF(COUNT([.C%d:.D%d])<2;0;IF(AND(MIN([.C%d:.D%d])>=0;MAX([.C%d:.D%d])<=10;"
                   "[.C%d]=INT([.C%d]);[.D%d]=INT([.D%d]));1;0))",
                   row, row, row, row, row, row, row, row, row, row);
    kp_ods_end(ods);
  }
  kp_ods_end(ods);
}

static void block_name_write(struct kp_ods *ods, const char *name, const char *sheet, char column,
                             int first, char last_column, int last) {
  char range[80];
  if (first == last &&
      column == last_column) /* a cell, not a range of one cell: functions tell them apart */
    snprintf(range, sizeof range, "$%s.$%c$%d", sheet, column, first);
  else
    snprintf(range, sizeof range, "$%s.$%c$%d:.$%c$%d", sheet, column, first, last_column, last);
  kp_ods_empty(ods, "table:named-range",
               KP_ODS_ATTRIBUTES("table:name", name, "table:base-cell-address",
                                 "$" KP_SAMPLE_RESULTS ".$A$1", "table:cell-range-address", range));
}

static void name_write(struct kp_ods *ods, const char *name, const char *sheet, char column,
                       int first, int last) {
  block_name_write(ods, name, sheet, column, first, column, last);
}

void kp_sample_names_write(struct kp_ods *ods, const struct kp_sample_survey *survey,
                           int spread_row) {
  int end_0 = 1 + survey->wave[0].count, end_1 = end_0 + survey->wave[1].count;
  kp_ods_start(ods, "table:named-expressions", NULL);
  name_write(ods, "Meting", KP_SAMPLE_ANSWERS, 'B', 2, end_1);
  name_write(ods, "Eenheid", KP_SAMPLE_ANSWERS, 'E', 2, end_1);
  name_write(ods, "Score", KP_SAMPLE_ANSWERS, 'G', 2, end_1);
  name_write(ods, "Score_0", KP_SAMPLE_ANSWERS, 'G', 2, end_0);
  name_write(ods, "Score_1", KP_SAMPLE_ANSWERS, 'G', end_0 + 1, end_1);
  name_write(ods, "Klant_0", KP_SAMPLE_ANSWERS, 'D', 2, end_0);
  name_write(ods, "Klant_1", KP_SAMPLE_ANSWERS, 'D', end_0 + 1, end_1);
  name_write(ods, "Paar_0", KP_SAMPLE_PAIRS, 'C', 2, KP_SAMPLE_CUSTOMERS + 1);
  name_write(ods, "Paar_1", KP_SAMPLE_PAIRS, 'D', 2, KP_SAMPLE_CUSTOMERS + 1);
  name_write(ods, "Paar_telt", KP_SAMPLE_PAIRS, 'E', 2, KP_SAMPLE_CUSTOMERS + 1);
  block_name_write(ods, "Onderwerpen", KP_SAMPLE_ANSWERS, 'H', 1, 'L', 1);
  block_name_write(ods, "Cijfers_0", KP_SAMPLE_ANSWERS, 'H', 2, 'L', end_0);
  block_name_write(ods, "Cijfers_1", KP_SAMPLE_ANSWERS, 'H', end_0 + 1, 'L', end_1);
  name_write(ods, "Spreiding", KP_SAMPLE_RESULTS, 'B', spread_row, spread_row);
  kp_ods_end(ods);
}

static void body_write(struct kp_ods *ods, const struct kp_sample_survey *survey) {
  kp_sample_styles_write(ods);
  kp_ods_start(ods, "office:body", NULL);
  kp_ods_start(ods, "office:spreadsheet", NULL);
  kp_ods_empty(ods, "table:calculation-settings",
               KP_ODS_ATTRIBUTES("table:case-sensitive", "false", "table:use-regular-expressions",
                                 "false", "table:use-wildcards", "true"));
  int spread_row = kp_sample_results_write(ods);
  kp_sample_answers_write(ods, survey);
  kp_sample_pairs_write(ods, survey);
  kp_sample_help_write(ods);
  kp_sample_names_write(ods, survey, spread_row);
  kp_ods_end(ods);
  kp_ods_end(ods);
}

int main(int count, char **arguments) {
  static struct kp_sample_survey survey;
  static const struct kp_ods_view views[] = {
      {.sheet = KP_SAMPLE_RESULTS},
      {.sheet = KP_SAMPLE_ANSWERS, .frozen = true, .grid = true},
      {.sheet = KP_SAMPLE_PAIRS, .frozen = true, .grid = true},
      {.sheet = KP_SAMPLE_HELP},
  };
  if (count != 2) {
    fprintf(stderr, "usage: make_sample OUT.fods\n");
    return 2;
  }
  kp_sample_survey_make(&survey, seed);
  struct kp_ods *ods = kp_ods_new(arguments[1], views, sizeof views / sizeof views[0]);
  if (ods != NULL)
    body_write(ods, &survey);
  if (!kp_ods_close(ods)) {
    fprintf(stderr, "make_sample: cannot write %s\n", arguments[1]);
    return 1;
  }
  return 0;
}
