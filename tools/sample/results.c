// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbook.h"

#include <stdio.h>
#include <string.h>

/* Heads of columns that hold words. */
#define VERDICT "Oordeel"
#define QUADRANT "Kwadrant"

enum { COLUMNS = 10 };

/* The sheet being written, and the number of its next row, which formulas need. */
struct results {
  struct kp_ods *ods;
  int row;
};

static void row_start(struct results *results, const char *style) {
  kp_ods_row(results->ods, style);
  results->row++;
}

static void row_end(struct results *results) {
  kp_ods_end(results->ods);
}

static void text_row(struct results *results, const char *row, const char *style,
                     const char *text) {
  row_start(results, row);
  kp_ods_wide_text(results->ods, style, COLUMNS, text);
  row_end(results);
}

static void heading(struct results *results, const char *title, const char *note) {
  kp_ods_skip_rows(results->ods, 1);
  results->row++;
  text_row(results, "section", "section", title);
  text_row(results, "tall", "note", note);
}

/* The column heads of a table, then NULL. Words need the width of two columns. */
static void heads(struct results *results, const char *const *texts) {
  row_start(results, "heads");
  for (int i = 0; texts[i] != NULL; i++) {
    bool words = strcmp(texts[i], VERDICT) == 0 || strcmp(texts[i], QUADRANT) == 0;
    kp_ods_wide_text(results->ods,
                     words    ? "head-word"
                     : i == 0 ? "head-left"
                              : "head",
                     words ? 2 : 1, texts[i]);
  }
  row_end(results);
}

#define HEADS(results, ...) heads(results, (const char *const[]){__VA_ARGS__, NULL})

static void waves_write(struct results *results) {
  heading(results, "1. Bevelen klanten ons aan?",
          "NPS = percentage promotors (9 en 10) min percentage criticasters (0 tot en met 6). n is "
          "het aantal geldige scores. Onder- en bovengrens horen bij 95 % zekerheid; bij weinig "
          "antwoorden liggen ze ver uit elkaar.");
  HEADS(results, "Meting", "n", "NPS", "Marge", "Ondergrens", "Bovengrens", "Promotors", "Passief",
        "Criticasters");
  for (int w = 0; w < KP_SAMPLE_WAVES; w++) {
    row_start(results, "plain");
    kp_ods_text(results->ods, "row-label", kp_sample_wave_names[w]);
    kp_ods_formula(results->ods, "count", "NPS.N(Score_%d)", w);
    kp_ods_formula(results->ods, "score", "NPS.SCORE(Score_%d)", w);
    kp_ods_formula(results->ods, "margin", "NPS.MARGIN(Score_%d)", w);
    kp_ods_formula(results->ods, "bound", "NPS.LOWER(Score_%d)", w);
    kp_ods_formula(results->ods, "bound", "NPS.UPPER(Score_%d)", w);
    kp_ods_formula(results->ods, "share", "NPS.SHARE(Score_%d;\"promotor\")", w);
    kp_ods_formula(results->ods, "share", "NPS.SHARE(Score_%d;\"passief\")", w);
    kp_ods_formula(results->ods, "share", "NPS.SHARE(Score_%d;\"criticaster\")", w);
    row_end(results);
  }
}

static void comparison_row(struct results *results, const char *label, const char *counts[2],
                           const char *ranges, const char *paired) {
  struct kp_ods *ods = results->ods;
  row_start(results, "plain");
  kp_ods_text(ods, "row-label", label);
  kp_ods_formula(ods, "count", "%s", counts[0]);
  kp_ods_formula(ods, "count", "%s", counts[1]);
  kp_ods_formula(ods, "score", "NPS.DELTA(%s;%s)", ranges, paired);
  kp_ods_formula(ods, "margin", "NPS.DELTAMARGIN(%s;0.95;%s)", ranges, paired);
  kp_ods_formula(ods, "bound", "NPS.DELTALOWER(%s;0.95;%s)", ranges, paired);
  kp_ods_formula(ods, "bound", "NPS.DELTAUPPER(%s;0.95;%s)", ranges, paired);
  kp_ods_formula(ods, "chance", "NPS.PVALUE(%s;%s)", ranges, paired);
  kp_ods_formula(ods, "word", "NPS.VERDICT(%s;0.95;%s;10;\"nl\")", ranges, paired);
  kp_ods_blank(ods, "word", 1);
  row_end(results);
}

static void comparison_write(struct results *results) {
  heading(results, "2. Is er iets veranderd?",
          "Met dezelfde klanten twee keer is een verschil eerder aan te tonen dan met twee losse "
          "groepen. Geen aantoonbaar verschil betekent niet: geen verschil. En een verschil na een "
          "actie bewijst nog niet dat het door die actie komt.");
  HEADS(results, "Vergelijking", "n 0-meting", "n 1-meting", "Verschil", "Marge", "Ondergrens",
        "Bovengrens", "p-waarde", VERDICT);
  comparison_row(results, "Alle antwoorden", (const char *[]){"NPS.N(Score_0)", "NPS.N(Score_1)"},
                 "Score_0;Score_1", "FALSE()");
  comparison_row(results, "Dezelfde klanten", (const char *[]){"SUM(Paar_telt)", "SUM(Paar_telt)"},
                 "Paar_0;Paar_1", "TRUE()");
}

static void units_write(struct results *results) {
  static const char *const measures[] = {"n", "score", "marge"};
  static const char *const styles[] = {"count", "score", "margin"};
  heading(results, "3. Per eenheid",
          "Op alfabet, niet op volgorde van score: de marges zijn groot en overlappen. Bij minder "
          "dan tien antwoorden in een meting zegt het oordeel: te weinig antwoorden.");
  HEADS(results, "Eenheid", "n 0-meting", "NPS 0-meting", "Marge", "n 1-meting", "NPS 1-meting",
        "Marge", "Verschil", VERDICT);
  for (int u = 0; u < KP_SAMPLE_UNITS; u++) {
    row_start(results, "plain");
    int row = results->row;
    kp_ods_text(results->ods, "row-label", kp_sample_unit_names[u]);
    for (int w = 0; w < KP_SAMPLE_WAVES; w++)
      for (size_t m = 0; m < sizeof measures / sizeof measures[0]; m++)
        kp_ods_formula(results->ods, styles[m],
                       "NPS.UNIT(\"%s\";Score;Eenheid;[.$A%d];Meting;\"%s\")", measures[m], row,
                       kp_sample_wave_names[w]);
    kp_ods_formula(results->ods, "bound",
                   "NPS.CHANGE(\"verschil\";Score;Meting;\"%s\";\"%s\";Eenheid;[.$A%d])",
                   kp_sample_wave_names[0], kp_sample_wave_names[1], row);
    kp_ods_formula(results->ods, "word",
                   "NPS.CHANGE(\"oordeel nl\";Score;Meting;\"%s\";\"%s\";Eenheid;[.$A%d])",
                   kp_sample_wave_names[0], kp_sample_wave_names[1], row);
    kp_ods_blank(results->ods, "word", 1);
    row_end(results);
  }
  row_start(results, "plain");
  kp_ods_text(results->ods, "row-label", "Na correctie");
  kp_ods_blank(results->ods, "count", 7);
  /* Many verdicts beside each other: Holm's correction leaves those that are no chance. */
  kp_ods_formula(results->ods, "word",
                 "SUMPRODUCT((INDEX(NPS.DELTATABLE(Score;Eenheid;Meting;\"%s\";\"%s\");0;11)"
                 "<0.05)*1)&\" eenheden veranderd\"",
                 kp_sample_wave_names[0], kp_sample_wave_names[1]);
  kp_ods_blank(results->ods, "word", 1);
  row_end(results);
}

static void grades_write(struct results *results) {
  heading(
      results, "4. Welk cijfer geven klanten?",
      "Gemiddeld rapportcijfer (1-10) per onderwerp, met n en marge bij 95 % zekerheid. Cijfers "
      "die ontbreken of buiten de schaal vallen tellen niet mee.");
  HEADS(results, "Onderwerp", "n 0-meting", "Cijfer", "Marge", "n 1-meting", "Cijfer", "Marge",
        "Verschil", VERDICT);
  for (int d = 1; d <= KP_SAMPLE_DRIVERS; d++) {
    char grades[KP_SAMPLE_WAVES][40];
    row_start(results, "plain");
    kp_ods_formula(results->ods, "row-label", "INDEX(Onderwerpen;1;%d)", d);
    for (int w = 0; w < KP_SAMPLE_WAVES; w++) {
      snprintf(grades[w], sizeof grades[w], "INDEX(Cijfers_%d;0;%d)", w, d);
      kp_ods_formula(results->ods, "count", "CX.N(\"cijfer\";%s)", grades[w]);
      kp_ods_formula(results->ods, "grade", "CX.GRADE(%s)", grades[w]);
      kp_ods_formula(results->ods, "grade-margin", "CX.GRADEMARGIN(%s)", grades[w]);
    }
    kp_ods_formula(results->ods, "grade-change", "CX.GRADEDELTA(%s;%s)", grades[0], grades[1]);
    kp_ods_formula(results->ods, "word", "CX.GRADEVERDICT(%s;%s;0.95;FALSE();10;1;10;\"nl\")",
                   grades[0], grades[1]);
    kp_ods_blank(results->ods, "word", 1);
    row_end(results);
  }
}

static void drivers_write(struct results *results) {
  /* Without 1;10 a 99 would count as an answer and drown everything else. */
  static const char drivers[] =
      "CX.DRIVERS(Score_1;Cijfers_1;\"weights\";;Onderwerpen;1;10;\"nl\")";
  static const char stability[] =
      "CX.DRIVERSTABILITY(Score_1;Cijfers_1;Onderwerpen;999;1;0.95;1;10;\"nl\")";
  static const struct {
    int column;
    const char *style;
  } cells[] = {{1, "row-label"}, {2, "count"},  {6, "grade"}, {3, "spread"},
               {5, "share"},     {7, "spread"}, {8, "word"}};
  enum { R_SQUARED_ROW = KP_SAMPLE_DRIVERS + 2, USED_ROW };

  heading(
      results, "5. Waar begin je?",
      "Belang: welk deel van de samenhang met de score (1-meting) bij dit onderwerp hoort. "
      "Prioriteit: belang maal de ruimte tot een 10. Op één: hoe vaak het onderwerp het "
      "belangrijkst is als je met andere klanten uit dezelfde groep rekent; ver onder 100 % is de "
      "volgorde onzeker. Dit is samenhang, geen bewijs van oorzaak: praat er met klanten over "
      "voordat je kiest.");
  HEADS(results, "Onderwerp", "n", "Cijfer", "Samenhang r", "Belang", "Prioriteit", "Op één",
        QUADRANT);
  for (int d = 1; d <= KP_SAMPLE_DRIVERS; d++) {
    row_start(results, "plain");
    for (size_t c = 0; c < sizeof cells / sizeof cells[0]; c++) {
      if (strcmp(cells[c].style, "word") == 0)
        kp_ods_formula(results->ods, "share", "INDEX(%s;%d;5)", stability, d + 1);
      kp_ods_formula(results->ods, cells[c].style, "INDEX(%s;%d;%d)", drivers, d + 1,
                     cells[c].column);
    }
    kp_ods_blank(results->ods, "word", 1);
    row_end(results);
  }
  row_start(results, "plain");
  kp_ods_text(results->ods, "row-label", "Verklaard deel (R²)");
  kp_ods_formula(results->ods, "share", "INDEX(%s;%d;2)", drivers, R_SQUARED_ROW);
  row_end(results);
  row_start(results, "plain");
  kp_ods_text(results->ods, "row-label", "Volledige antwoorden");
  kp_ods_formula(results->ods, "count", "INDEX(%s;%d;2)", drivers, USED_ROW);
  row_end(results);
}

static void left_out_write(struct results *results) {
  static const char *const kinds[][2] = {
      {"Geldige score", "valid"},
      {"Leeg", "blank"},
      {"Tekst, ook \"8\" als tekst", "text"},
      {"WAAR of ONWAAR", "boolean"},
      {"Buiten 0-10, zoals 99", "range"},
      {"Geen heel getal", "noninteger"},
      {"Foutwaarde", "error"},
  };
  heading(results, "6. Wat telt niet mee?",
          "Alleen hele getallen van 0 tot en met 10 tellen mee. De rest wordt niet stilzwijgend "
          "omgezet maar geteld, zodat je ziet wat er is weggelaten en het zelf kunt herstellen.");
  HEADS(results, "Soort cel", "0-meting", "1-meting");
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
    row_start(results, "plain");
    kp_ods_text(results->ods, "row-label", kinds[k][0]);
    for (int w = 0; w < KP_SAMPLE_WAVES; w++)
      kp_ods_formula(results->ods, "count", "NPS.CHECK(Score_%d;\"%s\")", w, kinds[k][1]);
    row_end(results);
  }
}

/* Returns the row of the cell that is to be called Spreiding. */
static int sample_size_write(struct results *results) {
  static const struct {
    const char *label, *formula;
  } advice[] = {
      {"Marge van 10 punten", "NPS.SAMPLESIZE(10;0.95;Spreiding)"},
      {"Marge van 5 punten", "NPS.SAMPLESIZE(5;0.95;Spreiding)"},
      {"Marge van 10, 400 klanten", "NPS.SAMPLESIZE(10;0.95;Spreiding;400)"},
      {"Verschil van 20 punten", "NPS.SAMPLESIZEDELTA(20;0.95;0.8;Spreiding;Spreiding)"},
      {"Verschil van 10 punten", "NPS.SAMPLESIZEDELTA(10;0.95;0.8;Spreiding;Spreiding)"},
  };
  static const char noticed[] =
      "NPS.DETECTABLE(NPS.N(Score_0);NPS.N(Score_1);0.95;0.8;Spreiding;Spreiding)";
  heading(results, "7. Hoeveel antwoorden zijn er nodig?",
          "Gerekend met de spreiding van de 1-meting en 95 % zekerheid. Bij een verschil geldt het "
          "aantal per meting, met 80 % kans dat een echt verschil ook wordt aangetoond. Een "
          "verschil van enkele punten is voor één team dus zelden zichtbaar.");
  HEADS(results, "Wat je wilt weten", "n nodig");
  for (size_t i = 0; i < sizeof advice / sizeof advice[0]; i++) {
    row_start(results, "plain");
    kp_ods_text(results->ods, "row-label", advice[i].label);
    kp_ods_formula(results->ods, "count", "%s", advice[i].formula);
    row_end(results);
  }
  row_start(results, "plain");
  kp_ods_text(results->ods, "row-label", "Nu merkbaar, in punten");
  kp_ods_formula(results->ods, "margin", "%s", noticed);
  row_end(results);
  row_start(results, "plain");
  kp_ods_text(results->ods, "row-label", "Spreiding van de 1-meting");
  kp_ods_formula(results->ods, "spread",
                 "NPS.SHARE(Score_1;\"promotor\")+NPS.SHARE(Score_1;\"criticaster\")"
                 "-(NPS.SCORE(Score_1)/100)^2");
  row_end(results);
  return results->row;
}

int kp_sample_results_write(struct kp_ods *ods) {
  struct results results = {.ods = ods};
  static const char *const columns[] = {"label",  "figure", "figure", "figure",  "figure", "figure",
                                        "figure", "figure", "figure", "verdict", NULL};
  kp_ods_sheet(ods, KP_SAMPLE_RESULTS, columns);
  text_row(&results, "title", "title", "Klantonderzoek Zilverduin Installaties");
  text_row(&results, "plain", "note",
           "Voorbeeld met verzonnen klanten en antwoorden. Elke score staat naast het aantal "
           "antwoorden (n) en de marge. Zie ook het blad Uitleg.");
  waves_write(&results);
  comparison_write(&results);
  units_write(&results);
  grades_write(&results);
  drivers_write(&results);
  left_out_write(&results);
  int spread_row = sample_size_write(&results);
  kp_ods_end(ods);
  return spread_row;
}
