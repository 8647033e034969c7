/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The measure of a scalar: "lower", "margin 97,5%", "verdict 90 nl". */
#include "criteria.h"

/* One word of the measure. */
typedef struct token {
  const sal_Unicode *text;
  size_t length;
} token;

static bool is_space(sal_Unicode unit) {
  return unit == ' ' || unit == '\t' || unit == 0x00A0;
}

/* Takes the next word off the rest; one of length 0 is the end. */
static token next_token(token *rest) {
  while (rest->length > 0 && is_space(rest->text[0])) {
    rest->text++;
    rest->length--;
  }
  token result = {rest->text, 0};
  while (rest->length > 0 && !is_space(rest->text[0])) {
    rest->text++;
    rest->length--;
    result.length++;
  }
  return result;
}

/* Digits with at most one comma or point, then at most one %. */
static bool percentage(token t, double *value) {
  size_t separators = 0;
  if (t.length > 0 && t.text[t.length - 1] == '%')
    t.length--;
  for (size_t i = 0; i < t.length; i++) {
    separators += t.text[i] == ',' || t.text[i] == '.';
    if ((t.text[i] < '0' || t.text[i] > '9') && t.text[i] != ',' && t.text[i] != '.')
      return false;
  }
  return separators <= 1 && t.length > separators && kp_number_parse(t.text, t.length, value);
}

kp_calc_error kp_functions_measure_read(kp_arguments *a, kp_keyword_set set,
                                        const rtl_uString *text) {
  token rest = {text->buffer, (size_t)text->length};
  token word = next_token(&rest);
  int value = 0;
  double percent = 0;
  if (!kp_keyword_find_in(set, word.text, word.length, &value))
    return KP_CALC_VALUE;
  a->measure = (kp_measure)value;
  word = next_token(&rest);
  bool confident = percentage(word, &percent);
  if (confident)
    word = next_token(&rest);
  if (kp_keyword_find_in(KP_KEYWORDS_LANGUAGE, word.text, word.length, &value)) {
    a->language = (kp_language)value;
    a->language_given = true;
    word = next_token(&rest);
  }
  if (word.length > 0)
    return KP_CALC_VALUE;
  if (confident && !(percent > 50 && percent < 100))
    return KP_CALC_NUM;
  if (confident)
    a->confidence = percent / 100;
  return KP_CALC_OK;
}
