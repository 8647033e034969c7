/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of waves. Exports often have the newest on top, and "Q4 2024" is after "Q1 2025" in the
 * alphabet: so names that differ in their numbers only go by these. Month names and years of two
 * digits stay as they appear; people give the waves then, or use dates.
 */
#include "waves.h"

#include "kernpunt/text.h"

#include <stdlib.h>
#include <string.h>

void kp_waves_start(kp_waves *waves) {
  memset(waves, 0, sizeof *waves);
  kp_groups_start(&waves->groups);
}

void kp_waves_end(kp_waves *waves) {
  kp_groups_end(&waves->groups);
  free(waves->order);
  free(waves->rank);
  memset(waves, 0, sizeof *waves);
}

/* A run of digits in a text. */
typedef struct digits {
  const sal_Unicode *text;
  size_t length;
} digits;

static bool is_digit(sal_Unicode unit) {
  return unit >= '0' && unit <= '9';
}

/* The next number from a place on; false when there is none. */
static bool next_number(const rtl_uString *text, size_t *place, digits *number) {
  size_t length = (size_t)text->length;
  while (*place < length && !is_digit(text->buffer[*place]))
    (*place)++;
  *number = (digits){text->buffer + *place, 0};
  while (*place < length && is_digit(text->buffer[*place])) {
    (*place)++;
    number->length++;
  }
  return number->length > 0;
}

static bool is_year(digits number) {
  return number.length == 4 &&
         (number.text[0] == '1' ? number.text[1] == '9'
                                : number.text[0] == '2' && number.text[1] <= '1');
}

/* Of any length: a serial number of thirty digits is no double. */
static int compare_digits(digits one, digits other) {
  while (one.length > 0 && one.text[0] == '0')
    one = (digits){one.text + 1, one.length - 1};
  while (other.length > 0 && other.text[0] == '0')
    other = (digits){other.text + 1, other.length - 1};
  if (one.length != other.length)
    return one.length < other.length ? -1 : 1;
  for (size_t i = 0; i < one.length; i++)
    if (one.text[i] != other.text[i])
      return one.text[i] < other.text[i] ? -1 : 1;
  return 0;
}

/* What a text would be ordered by if all were like it. */
static kp_wave_rule rule_of(const rtl_uString *text, size_t *numbers) {
  size_t place = 0;
  size_t years = 0;
  bool year_first = false;
  digits number;
  for (*numbers = 0; next_number(text, &place, &number); (*numbers)++) {
    years += is_year(number);
    year_first = year_first || (*numbers == 0 && is_year(number));
  }
  if (*numbers == 1)
    return KP_WAVES_NUMBER;
  if (*numbers == 2 && years == 1)
    return KP_WAVES_YEAR_FIRST;
  return *numbers > 2 && years == 1 && year_first ? KP_WAVES_AS_WRITTEN : KP_WAVES_AS_SEEN;
}

/* True when two texts are the same once their numbers are taken out. */
static bool same_without_numbers(const rtl_uString *one, const rtl_uString *other) {
  sal_Int32 i = 0;
  sal_Int32 k = 0;
  for (;;) {
    while (i < one->length && is_digit(one->buffer[i]))
      i++;
    while (k < other->length && is_digit(other->buffer[k]))
      k++;
    if (i == one->length || k == other->length)
      return i == one->length && k == other->length;
    if (kp_text_small_letter(one->buffer[i++]) != kp_text_small_letter(other->buffer[k++]))
      return false;
  }
}

/* True when the text is of the form that the rule was made for. */
static bool fits(const kp_waves *waves, const rtl_uString *text) {
  size_t numbers = 0;
  size_t wanted = 0;
  return waves->pattern != NULL && same_without_numbers(waves->pattern, text) &&
         rule_of(text, &numbers) == rule_of(waves->pattern, &wanted) && numbers == wanted;
}

static void find_rule(kp_waves *waves) {
  size_t numbers = 0;
  waves->rule = KP_WAVES_AS_SEEN;
  for (size_t i = 0; i < waves->groups.count; i++) {
    const rtl_uString *text = kp_functions_cell_text(waves->groups.labels[i]);
    if (text == NULL)
      continue;
    if (waves->pattern == NULL) {
      waves->pattern = text;
      waves->rule = rule_of(text, &numbers);
    } else if (!fits(waves, text)) {
      waves->rule = KP_WAVES_AS_SEEN;
      return;
    }
  }
}

/* The year of two numbers, and the other one. */
static void year_and_other(const rtl_uString *text, digits *year, digits *other) {
  size_t place = 0;
  next_number(text, &place, year);
  next_number(text, &place, other);
  if (!is_year(*year)) {
    digits swapped = *year;
    *year = *other;
    *other = swapped;
  }
}

static int compare_texts(kp_wave_rule rule, const rtl_uString *one, const rtl_uString *other) {
  size_t i = 0;
  size_t k = 0;
  digits a[2];
  digits b[2];
  int order = 0;
  if (rule == KP_WAVES_YEAR_FIRST) {
    year_and_other(one, &a[0], &a[1]);
    year_and_other(other, &b[0], &b[1]);
    order = compare_digits(a[0], b[0]);
    return order != 0 ? order : compare_digits(a[1], b[1]);
  }
  while (order == 0 && rule != KP_WAVES_AS_SEEN && next_number(one, &i, &a[0]) &&
         next_number(other, &k, &b[0]))
    order = compare_digits(a[0], b[0]);
  return order;
}

/* 0 when the rule knows no order between them. */
static int compare_labels(kp_wave_rule rule, const uno_Any *one, const uno_Any *other) {
  const rtl_uString *text = kp_functions_cell_text(one);
  const rtl_uString *other_text = kp_functions_cell_text(other);
  return text != NULL && other_text != NULL ? compare_texts(rule, text, other_text)
                                            : kp_groups_compare(one, other);
}

typedef struct item {
  const uno_Any *label;
  size_t group;
  kp_wave_rule rule;
} item;

static int by_time(const void *one, const void *other) {
  const item *a = one;
  const item *b = other;
  int order = compare_labels(a->rule, a->label, b->label);
  return order != 0 ? order : (a->group > b->group) - (a->group < b->group);
}

kp_calc_error kp_waves_sort(kp_waves *waves) {
  size_t count = waves->groups.count;
  if (waves->groups.failed)
    return KP_CALC_MEMORY;
  if (count == 0)
    return KP_CALC_OK;
  item *items = calloc(count, sizeof *items);
  waves->order = calloc(count, sizeof *waves->order);
  waves->rank = calloc(count, sizeof *waves->rank);
  bool good = items != NULL && waves->order != NULL && waves->rank != NULL;
  if (good) {
    find_rule(waves);
    for (size_t i = 0; i < count; i++)
      items[i] = (item){waves->groups.labels[i], i, waves->rule};
    qsort(items, count, sizeof *items, by_time);
    for (size_t i = 0; i < count; i++) {
      waves->order[i] = items[i].group;
      waves->rank[items[i].group] = i;
    }
  }
  free(items);
  return good ? KP_CALC_OK : KP_CALC_MEMORY;
}

size_t kp_waves_before(const kp_waves *waves, const uno_Any *label) {
  size_t group = kp_groups_find(&waves->groups, label);
  if (group != KP_NO_GROUP)
    return waves->rank[group];
  /* A text of another form than the others has no place among them: it is put after all. */
  const rtl_uString *text = kp_functions_cell_text(label);
  kp_wave_rule rule = text != NULL && fits(waves, text) ? waves->rule : KP_WAVES_AS_SEEN;
  size_t before = 0;
  while (before < waves->groups.count &&
         compare_labels(rule, waves->groups.labels[waves->order[before]], label) <= 0)
    before++;
  return before;
}

static bool given(const uno_Any *argument) {
  return argument->pType->eTypeClass != typelib_TypeClass_VOID;
}

kp_calc_error kp_waves_choose(const kp_waves *waves, const uno_Any *earlier, const uno_Any *later,
                              kp_two_waves *two) {
  size_t count = waves->groups.count;
  size_t before = count - (count > 0 ? 1 : 0);
  *two = (kp_two_waves){KP_NO_GROUP, KP_NO_GROUP, earlier, later};
  if (given(later)) {
    two->later = kp_groups_find(&waves->groups, later);
    before = kp_waves_before(waves, later);
  } else if (count > 0) {
    two->later = waves->order[count - 1];
    two->later_label = waves->groups.labels[two->later];
  } else {
    return KP_CALC_NA;
  }
  if (given(earlier)) {
    two->earlier = kp_groups_find(&waves->groups, earlier);
  } else if (before > 0) {
    two->earlier = waves->order[before - 1];
    two->earlier_label = waves->groups.labels[two->earlier];
  } else {
    return KP_CALC_NA;
  }
  return kp_groups_compare(two->earlier_label, two->later_label) == 0 ? KP_CALC_NA : KP_CALC_OK;
}
