/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Criteria, the same in every locale and whatever the document's search options say:
 * whole-cell match without regard to case; `*`, `?` and the escape `~` are wildcards, regular
 * expressions never; operators = <> < <= > >=; a numeric operand takes comma or point and
 * matches numbers only; "=" and "" match blank cells, "<>" the others.
 */
#include "criteria.h"

#include "kernpunt/text.h"

#include <rtl/math.h>

int kp_compare_folded(const sal_Unicode *one, size_t one_length, const sal_Unicode *other,
                      size_t other_length) {
  for (size_t i = 0; i < one_length && i < other_length; i++) {
    int difference = (int)kp_text_small_letter(one[i]) - (int)kp_text_small_letter(other[i]);
    if (difference != 0)
      return difference;
  }
  return (one_length > other_length) - (one_length < other_length);
}

bool kp_number_parse(const sal_Unicode *text, size_t length, double *value) {
  sal_Unicode separator = '.';
  for (size_t i = 0; i < length; i++) {
    if (text[i] == ',')
      separator = ',';
    else if ((text[i] < '0' || text[i] > '9') && text[i] != '.' && text[i] != '+' &&
             text[i] != '-' && text[i] != 'e' && text[i] != 'E')
      return false;
  }
  enum rtl_math_ConversionStatus status = rtl_math_ConversionStatus_Ok;
  const sal_Unicode *end = NULL;
  *value = rtl_math_uStringToDouble(text, text + length, separator, 0, &status, &end);
  return end == text + length && status == rtl_math_ConversionStatus_Ok;
}

bool kp_criterion_compile(kp_criterion *criterion, const uno_Any *argument) {
  *criterion = (kp_criterion){.comparison = KP_EQUAL, .kind = KP_OPERAND_NUMBER};
  if (kp_uno_any_get_double(argument, &criterion->number))
    return !isnan(criterion->number);
  const rtl_uString *text = kp_functions_cell_text(argument);
  if (text == NULL)
    return false;
  criterion->text = text->buffer;
  criterion->length = (size_t)text->length;
  static const struct {
    const char *sign;
    size_t length;
    kp_comparison comparison;
  } operators[] = {{"<>", 2, KP_UNEQUAL}, {"<=", 2, KP_AT_MOST}, {">=", 2, KP_AT_LEAST},
                   {"=", 1, KP_EQUAL},    {"<", 1, KP_LESS},     {">", 1, KP_MORE}};
  for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
    if (criterion->length >= operators[i].length &&
        criterion->text[0] == (sal_Unicode)operators[i].sign[0] &&
        (operators[i].length == 1 || criterion->text[1] == (sal_Unicode)operators[i].sign[1])) {
      criterion->comparison = operators[i].comparison;
      criterion->text += operators[i].length;
      criterion->length -= operators[i].length;
      break;
    }
  }
  if (criterion->length == 0)
    criterion->kind = KP_OPERAND_BLANK;
  else if (!kp_number_parse(criterion->text, criterion->length, &criterion->number))
    criterion->kind = KP_OPERAND_TEXT;
  return true;
}

/* Greedy matching with one point of return: linear in practice, never exponential. */
static bool wildcard(const sal_Unicode *pattern, size_t pattern_length, const sal_Unicode *text,
                     size_t length) {
  size_t p = 0;
  size_t t = 0;
  size_t star = SIZE_MAX;
  size_t mark = 0;
  while (t < length) {
    size_t literal = p;
    if (p < pattern_length && pattern[p] == '*') {
      star = p++;
      mark = t;
      continue;
    }
    if (p + 1 < pattern_length && pattern[p] == '~')
      literal = p + 1;
    if (p < pattern_length &&
        ((literal == p && pattern[p] == '?') ||
         kp_text_small_letter(pattern[literal]) == kp_text_small_letter(text[t]))) {
      p = literal + 1;
      t++;
    } else if (star != SIZE_MAX) {
      p = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern_length && pattern[p] == '*')
    p++;
  return p == pattern_length;
}

static bool ordered(kp_comparison comparison, int sign) {
  switch (comparison) {
  case KP_LESS:
    return sign < 0;
  case KP_AT_MOST:
    return sign <= 0;
  case KP_MORE:
    return sign > 0;
  case KP_AT_LEAST:
    return sign >= 0;
  case KP_UNEQUAL:
    return sign != 0;
  case KP_EQUAL:
  default:
    return sign == 0;
  }
}

bool kp_criterion_matches(const kp_criterion *criterion, const uno_Any *cell) {
  bool blank = kp_functions_cell_blank(cell);
  double number = 0;
  switch (criterion->kind) {
  case KP_OPERAND_BLANK:
    /* "<" and its kin without an operand order nothing. */
    return criterion->comparison == KP_EQUAL     ? blank
           : criterion->comparison == KP_UNEQUAL ? !blank
                                                 : false;
  case KP_OPERAND_NUMBER:
    return kp_uno_any_get_double(cell, &number) && !isnan(number) &&
           ordered(criterion->comparison,
                   (number > criterion->number) - (number < criterion->number));
  case KP_OPERAND_TEXT:
  default:
    break;
  }
  const rtl_uString *text = kp_functions_cell_text(cell);
  if (criterion->comparison == KP_EQUAL || criterion->comparison == KP_UNEQUAL) {
    bool equal = !blank && text != NULL &&
                 wildcard(criterion->text, criterion->length, text->buffer, (size_t)text->length);
    return equal == (criterion->comparison == KP_EQUAL);
  }
  return !blank && text != NULL &&
         ordered(criterion->comparison, kp_compare_folded(text->buffer, (size_t)text->length,
                                                          criterion->text, criterion->length));
}
