/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answer sheets: which row is the header, which column is what, what is in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "answers_fixture.h"

static int open_method(void **state) {
  *state = answers_method();
  return 0;
}

static int close_method(void **state) {
  kp_method_free(*state);
  return 0;
}

/* Expected columns in the order of the roles, "." for none: "C.A.B.DE..". */
static void expect(const kp_method *method, const char *rows, int keep, int times,
                   const char *expected) {
  kp_answers_grid grid;
  kp_answers_map map;
  char found[KP_ANSWERS_PARTS + 1] = "";
  answers_grid(rows, keep, times, &grid);
  assert_true(kp_answers_find(method, &grid, &map));
  for (int part = 0; part < KP_ANSWERS_PARTS; part++)
    found[part] = (char)(map.column[part] < 0 ? '.' : 'A' + map.column[part]);
  assert_string_equal(found, expected);
  kp_answers_grid_free(&grid);
}

/* Order of the roles:           score wave customer contact unit owner comment date anonymous
 * weight
 */
static void test_headers_in_both_languages(void **state) {
  expect(*state,
         "Customer|Unit|Score|Comment|Date|Account manager|Anonymous\n"
         "Holtkamp|East|4|Engineer came a day late|2026-10-09|Sanne de Wit|no\n"
         "Veenstra|North|9|Fine|2026-09-02|Mark Jansen|yes",
         1, 5, "C.A.BFDEG.");
  expect(*state,
         "Klantnaam|Contactpersoon|Vestiging|Klantverantwoordelijke|Rapportcijfer|Toelichting op "
         "het cijfer|Datum ingevuld|Anoniem (ja/nee)|Gewicht|Meting\n"
         "Holtkamp|Jan|Oost|Sanne de Wit|4|Te laat|2026-10-09|ja|1,2|2025\n"
         "Veenstra|Piet|West|Mark Jansen|9|Top|2026-10-12|nee|0,8|2026",
         1, 5, "EJABCDFGHI");
  expect(*state,
         "Waarom geeft u dit cijfer?|Hoe waarschijnlijk is het dat u ons aanbeveelt?|TEAM\n"
         "Snel geholpen|9|Noord\nLang wachten|3|Zuid",
         1, 5, "B...C.A...");
}

static void test_the_longest_word_wins(void **state) {
  /* “account” is a customer, “account manager” is not; “score” and “reden” in one header */
  expect(*state,
         "Account|Account manager|Reden van de score|NPS score\n"
         "Bakkerij|Sanne|Te laat geleverd|4\nGarage|Mark|Goed geholpen|9",
         1, 4, "D.A..BC...");
}

static void test_content_must_agree(void **state) {
  /* 3 of 10 are no scores: the role stays empty; 2 of 10: it is taken */
  expect(*state, "Score|Unit\n8|A\n8|A\n8|A\n8|A\n8|B\n8|B\n8|B\nx|B\nx|A\nx|B", 1, 1,
         "....B.....");
  expect(*state, "Score|Unit\n8|A\n8|A\n8|A\n8|A\n8|B\n8|B\n8|B\n8|B\nx|A\nx|B", 1, 1,
         "A...B.....");
  /* blanks do not count against it */
  expect(*state, "Score|Unit\n8|A\n|A\n|A\n|A\n8|B\n|B\n|B\nx|B\n8|A\n8|B", 1, 1, "A...B.....");
  /* dates typed as text are no dates */
  expect(*state, "Score|Datum\n8|1 maart\n8|2 maart", 1, 5, "A.........");
}

static void test_known_by_content_alone(void **state) {
  expect(*state,
         "V1|V2|V3|V4|V5\n"
         "9|Noord|Bakkerij Holtkamp|Ik werd goed geholpen aan de balie|2026-01-02\n"
         "3|Zuid|Garage Veenstra|Het duurde veel te lang voordat er iemand kwam|2026-01-03\n"
         "8|Noord|Kliniek Oost|De monteur wist precies wat er moest|2026-01-03\n"
         "7|Zuid|Drukkerij Flux|Je wordt van het kastje naar de muur gestuurd|2026-01-04\n"
         "7|Zuid|Loods Twaalf|Er is nooit iemand die de telefoon opneemt|2026-01-04\n"
         "7|Zuid|Theater Kern|Altijd vriendelijk en altijd op tijd|2026-01-04\n"
         "7|Noord|Wasserij Wit|Prijs is hoog maar de kwaliteit is goed|2026-01-04\n"
         "2|Zuid|Hotel Zeezicht|Voor de derde keer dezelfde storing gemeld|2026-01-05",
         1, 1, "A.C.B.DE..");
  /* two columns of scores: people say which */
  expect(*state, "V1|V2|V3\n9|3|Noord\n8|4|Zuid", 1, 5, "....C.....");
}

static void test_header_below_a_title(void **state) {
  kp_answers_grid grid;
  kp_answers_map map;
  answers_grid("Klantonderzoek 2026\n\nAlgemeen||Vragen\nKlant|Eenheid|Score|Toelichting\n"
               "Holtkamp|Oost|4|Laat\nVeenstra|West|9|Goed\nSmit|West|8|\n\nGemiddelde||7",
               9, 1, &grid);
  assert_true(kp_answers_find(*state, &grid, &map));
  assert_int_equal(map.header, 3);
  assert_int_equal(map.last, 6); /* the row of totals is no answer */
  assert_int_equal(map.totals, 1);
  assert_string_equal(answers_column(&map, KP_ROLE_ANSWER_SCORE), "C");
  kp_answers_grid_free(&grid);
}

static void test_no_table(void **state) {
  static const char *const sheets[] = {"", "Aantekeningen", "1|2|3\n4|5|6",
                                       "Score|Klant", /* a header without a row */
                                       "Score|Klant\n|\n|"};
  for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
    kp_answers_grid grid;
    kp_answers_map map;
    answers_grid(sheets[i], 1, 1, &grid);
    assert_false(kp_answers_find(*state, &grid, &map));
    assert_int_equal(map.header, -1);
    kp_answers_grid_free(&grid);
  }
  kp_answers_grid none = {.cells = NULL};
  kp_answers_map map;
  assert_false(kp_answers_find(*state, &none, &map));
}

static void test_blank_columns_and_one_column(void **state) {
  expect(*state, "|Score||Team|\n|9||Noord|\n|3||Zuid|", 1, 5, "B...D.....");
  expect(*state, "Score\n9\n3\n8", 1, 5, "A.........");
}

static void test_a_header_twice(void **state) {
  kp_answers_grid grid;
  kp_answers_map map;
  answers_grid("Score|Team|score \n9|Noord|3\n8|Zuid|4", 1, 5, &grid);
  assert_true(kp_answers_find(*state, &grid, &map));
  assert_string_equal(answers_column(&map, KP_ROLE_ANSWER_SCORE), "A");
  assert_int_equal(kp_answers_header_count(&grid, &map, 0), 2);
  assert_int_equal(kp_answers_header_count(&grid, &map, 1), 1);
  kp_answers_grid_free(&grid);
}

static void expect_scale(const kp_method *method, const char *rows, int least, int most) {
  kp_answers_grid grid;
  kp_answers_map map;
  answers_grid(rows, 1, 8, &grid);
  assert_true(kp_answers_find(method, &grid, &map));
  assert_true(map.column[0] >= 0);
  assert_int_equal(map.least, least);
  assert_int_equal(map.most, most);
  kp_answers_grid_free(&grid);
}

static void test_scales(void **state) {
  expect_scale(*state, "NPS|Team\n5|A\n4|B\n3|A", 0, 10); /* the header knows better */
  expect_scale(*state, "Rapportcijfer|Team\n7,5|A\n8|B\n3|A", 1, 10);
  expect_scale(*state, "Cijfer|Team\n0|A\n10|B\n3|A", 0, 10); /* a grade of 0 is none */
  expect_scale(*state, "CSAT|Team\n5|A\n4|B\n3|A", 1, 5);
  expect_scale(*state, "Tevredenheid|Team\n9|A\n8|B\n3|A", 0, 10);
  expect_scale(*state, "CES|Team\n7|A\n4|B\n3|A", 1, 7);
  expect_scale(*state, "Score|Team\n5|A\n4|B\n1|A", 1, 5);
  expect_scale(*state, "Score|Team\n7|A\n4|B\n1|A", 1, 7);
  expect_scale(*state, "Score|Team\n9|A\n4|B\n1|A", 0, 10);
  expect_scale(*state, "Score|Team\n9,5|A\n4|B\n1|A", 1, 10);
}

static void test_drivers(void **state) {
  kp_answers_grid grid;
  kp_answers_map map;
  answers_grid("Nr|NPS|Bereikbaarheid|Prijs|Meedenken|Leeftijd|Klant\n"
               "1|9|8|7|9|44|A\n2|3|2|5|3|61|B\n3|8|8|7|8|39|C",
               4, 1, &grid);
  assert_true(kp_answers_find(*state, &grid, &map));
  assert_int_equal(map.driver_count, 3);
  assert_int_equal(map.drivers[0], 2);
  assert_int_equal(map.drivers[2], 4);
  kp_answers_grid_free(&grid);
}

static void expect_said(const kp_method *method, const char *rows, kp_language language,
                        const char *said, const char *dirt) {
  kp_answers_grid grid;
  kp_answers_map map;
  answers_grid(rows, 1, 1, &grid);
  assert_true(kp_answers_find(method, &grid, &map));
  char *text = kp_answers_say(&grid, &map, language);
  assert_string_equal(text, said);
  free(text);
  text = kp_answers_say_dirt(&grid, &map, language);
  assert_string_equal(text, dirt);
  free(text);
  kp_answers_grid_free(&grid);
}

static void test_sentences(void **state) {
  static const char rows[] = "Score|Eenheid|Klantverantwoordelijke\n9|Oost|Sanne\n8|West|Mark\n"
                             "7|oost|Sanne\n9|West|Ali\n10|West|Ali\n0|West|Ali\n9|West|Ali\n"
                             "8|West|Ali\n9|West|Ali\n8|West|Ali\n9|West|Ali\n|West|Ali\n"
                             "x|West|Ali\n99|West|Ali\n\n7,5|West|Ali";
  expect_said(*state, rows, KP_LANGUAGE_EN,
              "15 answers, 11 valid, 2 units, 3 account managers found.",
              "4 do not count: 1 empty, 1 text, 1 not whole, 1 outside 0–10.");
  expect_said(*state, rows, KP_LANGUAGE_NL,
              "15 antwoorden, 11 geldig; 2 eenheden en 3 accountmanagers gevonden.",
              "4 tellen niet mee: 1 leeg, 1 tekst, 1 niet geheel, 1 buiten 0 t/m 10.");
  expect_said(*state, "Score|Eenheid\n9|Oost\n9|Oost", KP_LANGUAGE_EN,
              "2 answers, 2 valid, 1 unit found.", "");
  expect_said(*state, "Score|Aantekening\n9|a\n", KP_LANGUAGE_NL, "1 antwoord, 1 geldig.", "");
}

static void expect_waves(const kp_method *method, const char *rows, const char *const *names) {
  kp_answers_grid grid;
  kp_answers_map map;
  kp_answers_names waves;
  answers_grid(rows, 1, 1, &grid);
  assert_true(kp_answers_find(method, &grid, &map));
  assert_true(kp_answers_waves(&grid, &map, "Najaar", KP_LANGUAGE_NL, &waves));
  for (size_t i = 0; names[i] != NULL; i++) {
    assert_true(i < waves.count);
    assert_string_equal(waves.list[i].text, names[i]);
    assert_null(i + 1 == waves.count ? names[i + 1] : NULL);
  }
  kp_answers_names_free(&waves);
  kp_answers_grid_free(&grid);
}

static void test_measurements(void **state) {
  expect_waves(*state, "Score|Meting\n9|2026\n3|2025\n8|2026\n8|2025",
               (const char *const[]){"2025", "2026", NULL});
  expect_waves(*state, "Score|Kwartaal\n9|Q1 2025\n3|Q4 2024\n8|q1 2025\n8|Q4 2024\n8|Q3 2024",
               (const char *const[]){"Q3 2024", "Q4 2024", "Q1 2025", NULL});
  /* days far apart are rounds of asking; days close together are one */
  expect_waves(*state,
               "Score|Datum\n9|2026-10-01\n3|2026-03-05\n8|2026-10-09\n8|2026-03-02\n7|2026-09-20",
               (const char *const[]){"Maart 2026", "September 2026", NULL});
  expect_waves(*state, "Score|Datum\n9|2026-10-01\n3|2026-10-05\n8|2026-09-09",
               (const char *const[]){"Najaar", NULL});
  expect_waves(*state, "Score|Team\n9|A\n3|B", (const char *const[]){"Najaar", NULL});
}

static void test_rows_of_a_measurement(void **state) {
  kp_answers_grid grid;
  kp_answers_map map;
  kp_answers_names waves;
  answers_grid("Score|Datum\n9|2026-10-01\n3|2026-03-05\n8|\n8|2026-03-02", 1, 1, &grid);
  assert_true(kp_answers_find(*state, &grid, &map));
  assert_true(kp_answers_waves(&grid, &map, NULL, KP_LANGUAGE_EN, &waves));
  assert_int_equal(waves.count, 2);
  assert_false(kp_answers_in_wave(&grid, &map, &waves.list[0], 1));
  assert_true(kp_answers_in_wave(&grid, &map, &waves.list[0], 2));
  assert_false(kp_answers_in_wave(&grid, &map, &waves.list[0], 3)); /* no day */
  assert_true(kp_answers_in_wave(&grid, &map, &waves.list[1], 1));
  kp_answers_names_free(&waves);
  kp_answers_grid_free(&grid);
}

static void test_examples(void **state) {
  kp_answers_grid grid;
  kp_answers_map map;
  answers_grid("Score|Datum|Toelichting\n9|2026-10-01|kort\n9|2026-10-01|\n"
               "3|2026-03-05|Een heel lange toelichting die niet in een regel past, zo lang\n",
               4, 1, &grid);
  assert_true(kp_answers_find(*state, &grid, &map));
  char *text = kp_answers_examples(&grid, &map, 0, KP_LANGUAGE_NL, 3);
  assert_string_equal(text, "9 · 3");
  free(text);
  text = kp_answers_examples(&grid, &map, 1, KP_LANGUAGE_NL, 3);
  assert_string_equal(text, "1 oktober 2026 · 5 maart 2026");
  free(text);
  text = kp_answers_examples(&grid, &map, 2, KP_LANGUAGE_NL, 3);
  assert_non_null(strstr(text, "kort · Een heel lange"));
  assert_non_null(strstr(text, "…"));
  free(text);
  kp_answers_grid_free(&grid);
}

/* All rows are counted, the first 5,000 decide. */
static void test_many_rows(void **state) {
  kp_answers_grid grid;
  kp_answers_map map;
  kp_survey_scale scale;
  size_t rows = 0;
  answers_grid("Klant|Eenheid|Score|Toelichting|Datum|Accountmanager\n"
               "Holtkamp|Oost|4|Monteur een dag te laat en niemand belde|2026-10-09|Sanne\n"
               "Veenstra|West|9|Goed geholpen|2026-10-10|Mark",
               1, 5000, &grid);
  for (int row = 6000; row < 10001; row++) /* dirt that does not decide */
    grid.cells[row * grid.columns + 2] = (kp_answers_cell){KP_ANSWERS_TEXT, 0, "?"};
  assert_true(kp_answers_find(*state, &grid, &map));
  char *said = kp_answers_say(&grid, &map, KP_LANGUAGE_EN);
  assert_string_equal(answers_column(&map, KP_ROLE_ANSWER_SCORE), "C");
  assert_true(kp_answers_count(&grid, &map, &scale, &rows));
  assert_int_equal(rows, 10000);
  assert_int_equal(scale.moments.n, 5999);
  assert_string_equal(said, "10,000 answers, 5,999 valid, 2 units, 2 account managers found.");
  free(said);
  kp_answers_grid_free(&grid);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_headers_in_both_languages),
      cmocka_unit_test(test_the_longest_word_wins),
      cmocka_unit_test(test_content_must_agree),
      cmocka_unit_test(test_known_by_content_alone),
      cmocka_unit_test(test_header_below_a_title),
      cmocka_unit_test(test_no_table),
      cmocka_unit_test(test_blank_columns_and_one_column),
      cmocka_unit_test(test_a_header_twice),
      cmocka_unit_test(test_scales),
      cmocka_unit_test(test_drivers),
      cmocka_unit_test(test_sentences),
      cmocka_unit_test(test_measurements),
      cmocka_unit_test(test_rows_of_a_measurement),
      cmocka_unit_test(test_examples),
      cmocka_unit_test(test_many_rows),
  };
  return cmocka_run_group_tests(tests, open_method, close_method);
}
