/* SPDX-License-Identifier: GPL-3.0-or-later */
/* NPS.IFS on random cells and criteria against a matcher written once more: recursive, on whole
 * characters, from the words of the help. */
#include "functions_reference.h"

/* One character of a UTF-8 text as a number, in small letters. */
static unsigned next_character(const char **text) {
  const unsigned char *p = (const unsigned char *)*text;
  unsigned c = *p++;
  if (c >= 0xC0) { /* two bytes are enough here */
    c = (c & 0x1F) << 6 | (*p++ & 0x3F);
  }
  *text = (const char *)p;
  if ((c >= 'A' && c <= 'Z') || c == 0xC9 /* É */)
    return c + 32;
  if (c == 0x3A3 || c == 0x3C2) /* capital and final sigma */
    return 0x3C3;
  return c;
}

static bool wild(const char *pattern, const char *text) {
  if (*pattern == '\0')
    return *text == '\0';
  const char *rest = text;
  if (*pattern == '*') {
    if (wild(pattern + 1, text))
      return true;
    if (*text == '\0')
      return false;
    next_character(&rest);
    return wild(pattern, rest);
  }
  if (*text == '\0')
    return false;
  unsigned c = next_character(&rest);
  if (*pattern == '?')
    return wild(pattern + 1, rest);
  if (*pattern == '~' && pattern[1] != '\0')
    pattern++;
  return next_character(&pattern) == c && wild(pattern, rest);
}

static int order(const char *one, const char *other) {
  while (*one != '\0' && *other != '\0') {
    unsigned a = next_character(&one);
    unsigned b = next_character(&other);
    if (a != b)
      return a < b ? -1 : 1;
  }
  return (*one != '\0') - (*other != '\0');
}

static size_t digits(const char *text) {
  return strspn(text, "0123456789");
}

/* Sign, digits with one comma or point among them, an exponent. */
static bool is_numeric(const char *text, double *value) {
  char copy[64];
  const char *p = text;
  p += *p == '+' || *p == '-';
  size_t count = digits(p);
  p += count;
  if (*p == ',' || *p == '.') {
    p++;
    count += digits(p);
    p += digits(p);
  }
  if (count == 0)
    return false;
  if (*p == 'e' || *p == 'E') {
    p++;
    p += *p == '+' || *p == '-';
    if (digits(p) == 0)
      return false;
    p += digits(p);
  }
  if (*p != '\0')
    return false;
  snprintf(copy, sizeof copy, "%s", text);
  for (char *c = copy; *c != '\0'; c++)
    if (*c == ',')
      *c = '.';
  *value = strtod(copy, NULL);
  return isfinite(*value);
}

static bool holds(const char *op, int sign) {
  return strcmp(op, "=") == 0    ? sign == 0
         : strcmp(op, "<>") == 0 ? sign != 0
         : strcmp(op, "<") == 0  ? sign < 0
         : strcmp(op, "<=") == 0 ? sign <= 0
         : strcmp(op, ">") == 0  ? sign > 0
                                 : sign >= 0;
}

static bool meets(const fx_value *cell, const fx_value *criterion) {
  static const char *const operators[] = {"<>", "<=", ">=", "=", "<", ">"};
  const char *op = "=";
  const char *operand = criterion->text;
  double wanted = criterion->number;
  bool blank = cell->kind == FX_TEXT && cell->text[0] == '\0';
  bool numeric = criterion->kind == FX_NUMBER;
  for (size_t i = 0; !numeric && i < 6; i++) {
    if (strncmp(criterion->text, operators[i], strlen(operators[i])) == 0) {
      op = operators[i];
      operand += strlen(op);
      break;
    }
  }
  if (!numeric && operand[0] == '\0')
    return strcmp(op, "=") == 0 ? blank : strcmp(op, "<>") == 0 ? !blank : false;
  if (numeric || is_numeric(operand, &wanted)) /* matches numbers only */
    return cell->kind == FX_NUMBER && holds(op, (cell->number > wanted) - (cell->number < wanted));
  if (strcmp(op, "=") == 0 || strcmp(op, "<>") == 0) {
    bool equal = cell->kind == FX_TEXT && !blank && wild(operand, cell->text);
    return equal == (op[0] == '=');
  }
  return cell->kind == FX_TEXT && !blank && holds(op, order(cell->text, operand));
}

/* Few different characters, so that something matches. */
static fx_value random_text(uint64_t *seed, const char *const *parts, int count) {
  char text[64] = "";
  int length = random_below(seed, 5);
  for (int i = 0; i < length; i++)
    strcat(text, parts[random_below(seed, count)]);
  return fx_text(text);
}

static fx_value random_cell(uint64_t *seed) {
  static const char *const parts[] = {"a", "A", "b", "é", "É", "σ", "ς", "*", "?", "~", "1", " "};
  static const char *const numbers[] = {"1", "1,5", "1.5", "<1", "=a", "1e1", "-1", ""};
  if (chance(seed, 40))
    return fx_number((double)(random_below(seed, 9) - 2) / 2);
  if (chance(seed, 20))
    return fx_text(PICK(seed, numbers));
  return random_text(seed, parts, (int)(sizeof parts / sizeof *parts));
}

static fx_value random_criterion(uint64_t *seed) {
  static const char *const operators[] = {"", "", "", "=", "<>", "<", "<=", ">", ">="};
  static const char *const parts[] = {"a", "A", "b", "É", "Σ", "*", "*", "?", "?", "~", "1", " "};
  static const char *const signs[] = {"1", "2", "0", ",", ".", "-", "+", "e", "E", "5"};
  char text[64];
  if (chance(seed, 15))
    return fx_number((double)(random_below(seed, 9) - 2) / 2);
  fx_value operand = chance(seed, 60)
                         ? random_text(seed, parts, (int)(sizeof parts / sizeof *parts))
                         : random_text(seed, signs, (int)(sizeof signs / sizeof *signs));
  snprintf(text, sizeof text, "%s%s", PICK(seed, operators), operand.text);
  fx_free(&operand);
  return fx_text(text);
}

static void random_criteria_on_random_cells(void **state) {
  enum { TIMES = 20000, PAIRS = 3 };
  uint64_t seed = 21;
  size_t matched = 0;
  (void)state;
  for (int i = 0; i < TIMES; i++) {
    size_t rows = 1 + (size_t)random_below(&seed, 12);
    size_t columns = chance(&seed, 80) ? 1 : 2;
    size_t pairs = 1 + (size_t)random_below(&seed, PAIRS);
    fx_value arguments[1 + 2 * PAIRS] = {random_range(&seed, rows, columns, 0, 10, 20)};
    ref_counts c = {0, 0, 0, 0};
    for (size_t pair = 0; pair < pairs; pair++) {
      arguments[1 + 2 * pair] = fx_array(rows, columns);
      for (size_t k = 0; k < rows * columns; k++)
        put(&arguments[1 + 2 * pair], k / columns, k % columns, random_cell(&seed));
      arguments[2 + 2 * pair] = random_criterion(&seed);
    }
    for (size_t k = 0; k < rows * columns; k++) {
      bool all = true;
      for (size_t pair = 0; pair < pairs; pair++)
        all = all && meets(nth(&arguments[1 + 2 * pair], k), &arguments[2 + 2 * pair]);
      if (all)
        ref_count(&c, nth(&arguments[0], k));
    }
    matched += c.n > 0;
    expect_call("NPS.IFS", arguments, 1 + 2 * pairs, ref_nps(c), KP_CALC_DIV0);
    for (size_t k = 0; k < 1 + 2 * pairs; k++)
      fx_free(&arguments[k]);
  }
  assert_in_range(matched, TIMES / 10, TIMES - TIMES / 10); /* or nothing was tested */
}

int main(void) {
  kp_survey_init();
  const struct CMUnitTest tests[] = {cmocka_unit_test(random_criteria_on_random_cells)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
