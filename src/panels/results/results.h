/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the panel Results shows: decisions, words and picture without an office, and its controls.
 */
#ifndef KERNPUNT_PANELS_RESULTS_H
#define KERNPUNT_PANELS_RESULTS_H

#include "kernpunt/deck.h"
#include "kernpunt/measure_results.h"

/* ------------------------------------------------------------------------------ decisions */

enum { KP_SHOWN_NONE = -1 };

/** Places in the results of what is shown. */
typedef struct kp_shown_places {
  int wave;    /**< KP_SHOWN_NONE: there is none */
  int against; /**< the measurement to compare with, or none */
  int unit;    /**< or none: all of them */
} kp_shown_places;

/** What people chose, by name (NULL: nothing), among what there is: the newest measurement against
 * the one before it on the same scale, all units. A name that is gone is as none. */
kp_shown_places kp_shown_choose(const kp_results *results, const char *wave, const char *against,
                                const char *unit);
/** The earlier measurements on the scale of this one, newest first; how many. */
size_t kp_shown_earlier(const kp_results *results, int wave, int *places);
/** The units by name; `places` has room for all. */
void kp_shown_by_name(const kp_results *results, int *places);

/* ---------------------------------------------------------------------------------- words */

/** A value of that kind as people read it: "+22", "39%", "7.4"; `sign` as for a difference. */
enum { KP_SHOWN_VALUE = 48 };
void kp_shown_value(kp_results_kind kind, double value, bool sign, kp_language language,
                    char text[KP_SHOWN_VALUE]);
/** The same without sign, for margins. */
void kp_shown_margin(kp_results_kind kind, double value, kp_language language,
                     char text[KP_SHOWN_VALUE]);
/** All of these are malloc'ed; NULL without memory. */
/** "Recommendation (0–10)". */
char *kp_shown_scale(int least, int most, kp_language language);
/** "95% margin: +13 to +31", or why there is none. */
char *kp_shown_interval(const kp_results_figures *figures, kp_language language);
/** "Too few answers (8): at least 10 are needed." */
char *kp_shown_few(const kp_results_figures *figures, kp_language language);
/** "40 detractors (17%) · 107 passives (44%) · 94 promoters (39%)". */
char *kp_shown_parts(const kp_results_figures *figures, kp_language language);
/** A cell that does not count: "C7 is 99". */
char *kp_shown_cell(const kp_results_cell *cell, kp_language language);
/** "241 of 243 answers count. C7 is 99, C11 is empty." Of `cells` those of the unit (-1: all). */
char *kp_shown_counts(const kp_results_figures *figures, const kp_results_cell *cells, size_t count,
                      int unit, kp_language language);
/** "Response: 241 of 612 invited (39%)"; "" when it is not known. */
char *kp_shown_response(const kp_results_figures *figures, double invited, kp_language language);
/** "± 13 (−2 to +24) · n was 233". */
char *kp_shown_delta(const kp_results_figures *figures, const kp_results_change *change,
                     kp_language language);
/** "≈ No demonstrable difference", and what it means. */
char *kp_shown_verdict(const kp_results_figures *figures, const kp_results_change *change,
                       kp_language language);
kp_text kp_shown_why(const kp_results_change *change);
kp_tone kp_shown_tone(const kp_results_change *change);

/* -------------------------------------------------------------------------------- picture */

/** Draws figures (kp_results_figures) as an SVG: the interval on its scale, and the bar. */
char *kp_shown_draw(const void *figures, const kp_board_canvas *canvas, size_t *size);

/* ------------------------------------------------------------------------------- controls */

/** The widgets, in this order. */
enum {
  KP_SHOWN_NOTICE,
  KP_SHOWN_CHOOSE,
  KP_SHOWN_SET_UP,
  KP_SHOWN_TITLE,
  KP_SHOWN_HOLD,
  KP_SHOWN_SUB,
  KP_SHOWN_WAVE,
  KP_SHOWN_UNIT,
  KP_SHOWN_AGAIN,
  KP_SHOWN_KIND,
  KP_SHOWN_SCORE,
  KP_SHOWN_PLUS,
  KP_SHOWN_N,
  KP_SHOWN_INTERVAL,
  KP_SHOWN_PICTURE,
  KP_SHOWN_PARTS,
  KP_SHOWN_COUNTS,
  KP_SHOWN_CELLS,
  KP_SHOWN_RESPONSE,
  KP_SHOWN_RULE,
  KP_SHOWN_CHANGE,
  KP_SHOWN_AGAINST,
  KP_SHOWN_DELTA,
  KP_SHOWN_MORE,
  KP_SHOWN_VERDICT,
  KP_SHOWN_WHY,
  KP_SHOWN_PLACES
};

/** What the panel keeps; goes with the pane. */
typedef struct kp_shown {
  kp_results results; /**< of the answer sheets, when they were read */
  bool read;
  bool slow;            /**< reading took so long that it is not done again by itself */
  bool wants;           /**< somebody asked for it */
  unsigned edition;     /**< of the workbook when they were read */
  char *trouble;        /**< why they cannot be read; NULL when they can */
  kp_results_pick pick; /**< what was selected when it was looked at last */
  kp_results_selection selection;
  unsigned picked; /**< edition of the workbook then */
  bool hold;
  bool known; /**< drafts were looked at */
  char *wave; /**< chosen, or NULL */
  char *against;
  char *unit;
  kp_shown_places places;
  kp_results_figures figures; /**< shown */
  kp_results_change change;
  bool compares;
} kp_shown;

/** Whether a selection is shown, not an answer sheet. */
bool kp_shown_selects(const kp_shown *shown);
/** The cells that do not count, of what is shown. */
const kp_results_cell *kp_shown_cells(const kp_shown *shown, size_t *count);
/** Works out what is shown, and puts it on the controls. */
void kp_shown_show(kp_pane *pane);

#endif
