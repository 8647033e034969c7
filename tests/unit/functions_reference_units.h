/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups, waves, hiding and corrections once more, slow and obvious: every row is compared with
 * every other. Nothing here calls the product. */
#ifndef KERNPUNT_FUNCTIONS_REFERENCE_UNITS_H
#define KERNPUNT_FUNCTIONS_REFERENCE_UNITS_H

#include <strings.h>

#include "functions_reference.h"

enum { REF_MOST = 200 };

static inline bool is_blank(const fx_value *cell) {
  return cell->kind == FX_TEXT && cell->text[0] == '\0';
}

/* Labels come from a short list, in any case; so equal means equal after this. */
static inline bool equal_labels(const fx_value *one, const fx_value *other) {
  if (one->kind != other->kind)
    return false;
  return one->kind == FX_NUMBER ? one->number == other->number
                                : strcasecmp(one->text, other->text) == 0;
}

static inline fx_value random_label(uint64_t *seed) {
  static const char *const texts[] = {"", "", "a", "A", "b", "B", "1", " a", "a ", "zuid", "ZUID"};
  static const double numbers[] = {1, 2, 1.5, 0, -0.0, -1};
  return chance(seed, 35) ? fx_number(PICK(seed, numbers)) : fx_text(PICK(seed, texts));
}

static inline fx_value random_labels(uint64_t *seed, size_t rows, size_t columns) {
  fx_value range = fx_array(rows, columns);
  for (size_t i = 0; i < rows * columns; i++)
    put(&range, i / columns, i % columns, random_label(seed));
  return range;
}

/* Few groups, so that they have answers enough for a verdict. */
static inline fx_value few_labels(uint64_t *seed, size_t rows, int kinds) {
  static const char *const texts[] = {"a", "b", "A", "c", "d", "", "e", "f"};
  fx_value range = fx_array(rows, 1);
  for (size_t i = 0; i < rows; i++)
    put(&range, i, 0, fx_text(texts[random_below(seed, kinds)]));
  return range;
}

/* Waves as people name them, one way of naming at a time. */
static inline fx_value random_waves(uint64_t *seed, size_t rows, int kinds) {
  static const char *const names[6][6] = {
      {"Q1 2025", "Q4 2024", "q3 2024", "Q2 2025", "Q1 2024", "Q4 2025"},
      {"Wave 10", "wave 9", "Wave 2", "Wave 1", "WAVE 10", "Wave 30"},
      {"2024-12-01", "2024-02-15", "2023-06-30", "2025-01-02", "2024-02-03", "2023-12-31"},
      {"spring", "Autumn", "winter", "SPRING", "summer", "x1"},
      {"Q4 24", "Q1 25", "Q2 24", "Q3 25", "Q1 24", "Q2 25"},
      {"1/2024", "2024/3", "T0", "T1", "", "2023/12"}};
  fx_value range = fx_array(rows, 1);
  int family = random_below(seed, 8);
  for (size_t i = 0; i < rows; i++) {
    int k = random_below(seed, kinds);
    fx_value number = fx_number(family == 6 ? 2023 + k : 45292 - 91.5 * k);
    bool named = family < 6 || (family == 7 && k % 2 == 0);
    put(&range, i, 0,
        chance(seed, 5) ? fx_text("")
        : named         ? fx_text(names[family % 6][k])
                        : number);
  }
  return range;
}

/* The cells that are the first of their group, in order of appearance. */
static inline size_t first_cells(const fx_value *labels, size_t *first) {
  size_t count = 0;
  for (size_t i = 0; i < cell_count(labels); i++) {
    bool known = is_blank(nth(labels, i));
    for (size_t k = 0; !known && k < count; k++)
      known = equal_labels(nth(labels, first[k]), nth(labels, i));
    if (!known)
      first[count++] = i;
  }
  return count;
}

/* Rows of a group: that of a label, of blanks (label NULL), of all (all set); of one wave unless
 * wave is NULL. */
typedef struct selection {
  const fx_value *scores, *labels, *waves, *weights;
  bool all;
  const fx_value *label;
} selection;

static inline bool selected(const selection *s, const fx_value *wave, size_t i) {
  const fx_value *label = nth(s->labels, i);
  bool in = s->all || (s->label == NULL ? is_blank(label) : equal_labels(s->label, label));
  return in && (wave == NULL || equal_labels(wave, nth(s->waves, i)));
}

/* Answers that count; with weights those with a weight above 0. */
static inline ref_counts count(const selection *s, const fx_value *wave) {
  ref_counts c = {0, 0, 0, 0};
  for (size_t i = 0; i < cell_count(s->scores); i++)
    if (selected(s, wave, i) &&
        (s->weights == NULL || ref_weight(nth(s->scores, i), nth(s->weights, i)) > 0))
      ref_count(&c, nth(s->scores, i));
  return c;
}

static inline ref_score score(const selection *s, const fx_value *wave) {
  if (s->weights == NULL)
    return ref_score_of(count(s, wave));
  fx_value some = fx_copy(s->scores);
  for (size_t i = 0; i < cell_count(&some); i++)
    if (!selected(s, wave, i))
      put(&some, i / some.cells[0].count, i % some.cells[0].count, fx_text(""));
  ref_score result = ref_weighted(&some, s->weights);
  fx_free(&some);
  return result;
}

static inline fx_value error_value(kp_calc_error error) {
  return (fx_value){.kind = FX_ERROR, .number = (double)error};
}

static inline void add(fx_value *row, const fx_value *items, size_t count_of_items) {
  for (size_t i = 0; i < count_of_items; i++)
    fx_append(row, items[i]);
}
#define ADD(row, ...)                                                                              \
  add((row), (const fx_value[]){__VA_ARGS__},                                                      \
      sizeof((const fx_value[]){__VA_ARGS__}) / sizeof(fx_value))

static inline void add_blanks(fx_value *row, size_t blanks) {
  for (size_t i = 0; i < blanks; i++)
    fx_append(row, fx_text(""));
}

static inline void header(fx_value *table, const char *const *words, size_t columns) {
  fx_value row = {.kind = FX_ROW};
  for (size_t i = 0; i < columns; i++)
    fx_append(&row, words[i] != NULL ? fx_text(words[i]) : (fx_value){.kind = FX_ANYTHING});
  fx_append(table, row);
}

static inline void compare(const char *function, const fx_value *arguments, size_t arguments_count,
                           const fx_value *expected) {
  fx_value actual = fx_call(function, arguments, arguments_count);
  if (!fx_same(&actual, expected, 1e-9)) {
    for (size_t i = 0; i < arguments_count; i++) {
      fx_print(&arguments[i]);
      print_error("\n");
    }
    print_error("give\n");
    fx_print(&actual);
    print_error("\nexpected\n");
    fx_print(expected);
    fail();
  }
  fx_free(&actual);
}

/* --------------------------------------------------------------------------------------- hiding */

typedef enum ref_hidden { REF_SHOWN, REF_FEW, REF_HIDDEN } ref_hidden;

/* The rule in its own words, each step over all groups. */
static inline void ref_hide(size_t groups, const double *n, double minimum, ref_hidden *state,
                            bool *total_hidden) {
  double total = 0;
  for (size_t i = 0; i < groups; i++) {
    total += n[i];
    state[i] = minimum >= 2 && n[i] > 0 && n[i] < minimum ? REF_FEW : REF_SHOWN;
  }
  *total_hidden = minimum >= 2 && total > 0 && total < minimum;
  for (;;) {
    size_t hidden = 0;
    double together = 0;
    size_t smallest = groups;
    for (size_t i = 0; i < groups; i++) {
      hidden += state[i] != REF_SHOWN;
      together += state[i] != REF_SHOWN ? n[i] : 0;
      if (state[i] == REF_SHOWN && n[i] > 0 && (smallest == groups || n[i] < n[smallest]))
        smallest = i;
    }
    if (hidden == 0 || (hidden >= 2 && together >= minimum) || smallest == groups)
      return;
    state[smallest] = REF_HIDDEN;
  }
}

static inline fx_value hidden_n(ref_hidden state, double minimum) {
  char text[40];
  snprintf(text, sizeof text, "%s %g", state == REF_FEW ? "<" : "\xE2\x89\xA5", minimum);
  return fx_text(text);
}

static inline fx_value hidden_word(ref_hidden state) {
  return fx_text(state == REF_FEW ? "too few answers" : "hidden");
}

/* ----------------------------------------------------------------------------------- correction */

/* Rows whose p is not NaN are tested. Fills the adjusted p's. */
static inline void ref_adjust(const char *correction, size_t rows, const double *p,
                              double *adjusted) {
  double tests = 0;
  for (size_t i = 0; i < rows; i++)
    tests += !isnan(p[i]);
  for (size_t i = 0; i < rows; i++) {
    adjusted[i] = strcmp(correction, "bh") == 0 ? 1 : p[i];
    for (size_t k = 0; k < rows && !isnan(p[i]) && strcmp(correction, "none") != 0; k++) {
      double smaller = 0;
      double as_small = 0;
      for (size_t j = 0; j < rows; j++) {
        smaller += p[j] < p[k];
        as_small += p[j] <= p[k];
      }
      if (strcmp(correction, "holm") == 0 && p[k] <= p[i])
        adjusted[i] = fmax(adjusted[i], fmin(1, (tests - smaller) * p[k]));
      if (strcmp(correction, "bh") == 0 && p[k] >= p[i])
        adjusted[i] = fmin(adjusted[i], tests * p[k] / as_small);
    }
  }
}

/* z of the bounds that belong to an adjusted p. */
static inline double ref_z_adjusted(double confidence, double p, double adjusted) {
  return isnan(p) ? ref_z(confidence) : ref_z(1 - (1 - confidence) * p / adjusted);
}

/* ---------------------------------------------------------------------------------- differences */

typedef struct ref_change {
  double delta, p, lower, upper;
  const char *verdict; /* rise or fall when 0 lies outside the bounds */
} ref_change;

static inline ref_change ref_change_of(ref_score earlier, ref_score later, double z) {
  double se = hypot(earlier.se, later.se);
  double centre = later.centre - earlier.centre;
  ref_change c = {.delta = later.nps - earlier.nps, .p = ref_normal_p(centre / se)};
  c.lower = ref_lower(c.delta, centre - z * se, 200);
  c.upper = ref_upper(c.delta, centre + z * se, 200);
  c.verdict = c.lower > 0 ? "rise" : c.upper < 0 ? "fall" : "no demonstrable difference";
  return c;
}

/* ---------------------------------------------------------------------------------- wave order */

/* A text taken apart: what is left without its digits, and its numbers. */
typedef struct ref_name {
  char rest[40];
  double number[8];
  int digits[8], numbers, years;
} ref_name;

static inline bool ref_is_year(const ref_name *n, int i) {
  return n->digits[i] == 4 && n->number[i] >= 1900 && n->number[i] <= 2199;
}

static inline ref_name ref_take_apart(const char *text) {
  ref_name n = {.numbers = 0};
  size_t length = 0;
  bool inside = false;
  for (const char *c = text; *c != '\0'; c++) {
    bool digit = *c >= '0' && *c <= '9';
    if (!digit)
      n.rest[length++] = *c;
    else if (!inside)
      n.numbers++;
    if (digit) {
      n.number[n.numbers - 1] = 10 * n.number[n.numbers - 1] + (*c - '0');
      n.digits[n.numbers - 1]++;
    }
    inside = digit;
  }
  for (int i = 0; i < n.numbers; i++)
    n.years += ref_is_year(&n, i);
  return n;
}

/* What one name is ordered by, if all are like it; false when by nothing. */
static inline bool ref_key(const ref_name *n, double *key) {
  for (int i = 0; i < 8; i++)
    key[i] = n->number[i];
  if (n->numbers == 2 && n->years == 1 && !ref_is_year(n, 0)) {
    key[0] = n->number[1];
    key[1] = n->number[0];
  }
  return n->numbers == 1 || (n->numbers == 2 && n->years == 1) ||
         (n->numbers > 2 && n->years == 1 && ref_is_year(n, 0));
}

/* The waves in the order of time, as cells of the range. */
static inline size_t ref_wave_order(const fx_value *waves, const fx_value **order) {
  size_t first[REF_MOST];
  size_t count_of_waves = first_cells(waves, first);
  const fx_value *texts[REF_MOST];
  size_t names = 0;
  size_t done = 0;
  for (size_t i = 0; i < count_of_waves; i++)
    if (nth(waves, first[i])->kind == FX_TEXT)
      texts[names++] = nth(waves, first[i]);
  bool by_key = names > 0;
  for (size_t i = 0; i < names; i++) {
    double key[8];
    ref_name one = ref_take_apart(texts[0]->text);
    ref_name n = ref_take_apart(texts[i]->text);
    by_key =
        by_key && strcasecmp(one.rest, n.rest) == 0 && one.numbers == n.numbers && ref_key(&n, key);
  }
  for (size_t i = 0; i < count_of_waves; i++) { /* numbers, by insertion */
    const fx_value *wave = nth(waves, first[i]);
    size_t place = done;
    if (wave->kind == FX_TEXT)
      continue;
    for (; place > 0 && order[place - 1]->number > wave->number; place--)
      order[place] = order[place - 1];
    order[place] = wave;
    done++;
  }
  size_t numbers = done;
  for (size_t i = 0; i < names; i++) { /* texts, by insertion */
    double key[8];
    double other[8];
    ref_name n = ref_take_apart(texts[i]->text);
    ref_key(&n, key);
    size_t place = done++;
    for (; by_key && place > numbers; place--) {
      int differ = 0;
      ref_name before = ref_take_apart(order[place - 1]->text);
      ref_key(&before, other);
      while (differ < 7 && other[differ] == key[differ])
        differ++;
      if (other[differ] <= key[differ])
        break;
      order[place] = order[place - 1];
    }
    order[place] = texts[i];
  }
  return count_of_waves;
}

#endif
