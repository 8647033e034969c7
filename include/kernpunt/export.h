/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * What people take away from their answers: tables, charts, a page, files.
 *
 * Everything starts from a source (kernpunt/workbook_sources.h) and its names for formulas, or, in
 * a workbook that was not set up, from the answer sheet in front. The answer sheet itself is never
 * written. Each insert is one step of undo; nothing is ever put over filled cells. Groups with
 * fewer answers than the smallest group shown are hidden, and more where they could be computed.
 */
#ifndef KERNPUNT_EXPORT_H
#define KERNPUNT_EXPORT_H

#include "kernpunt/uno.h"
#include "kernpunt/workbook.h"

/** What can be inserted. */
typedef enum kp_export_what {
  KP_EXPORT_UNITS,   /**< a row per unit, the newest measurement */
  KP_EXPORT_CHANGES, /**< a row per unit, the newest measurement against the one before */
  KP_EXPORT_CROSS,   /**< units down, measurements across */
  KP_EXPORT_DRIVERS, /**< what weighs most */
  KP_EXPORT_TREND,   /**< a row per measurement */
  /* each with its table, so that people see the numbers and can change what is shown: */
  KP_EXPORT_CHART_SHARES,  /**< detractors, passives, promoters per unit, bars of 100 % */
  KP_EXPORT_CHART_SCORES,  /**< NPS per unit with intervals, in the order of the sheet */
  KP_EXPORT_CHART_CHANGES, /**< change per unit with intervals and a zero line */
  KP_EXPORT_CHART_TREND,   /**< NPS over the measurements with intervals */
  KP_EXPORT_CHART_DRIVERS, /**< weight against mean, four named quadrants */
  KP_EXPORT_WHAT_COUNT
} kp_export_what;

/** Of what the numbers of a table are made. */
typedef enum kp_export_form {
  KP_EXPORT_LIVE,     /**< formulas of Kernpunt */
  KP_EXPORT_FALLBACK, /**< formulas that every office has, without bounds and verdicts */
  KP_EXPORT_VALUES    /**< numbers only */
} kp_export_form;

/** Fewest answers of a group that is shown, unless a choice says otherwise. */
enum { KP_EXPORT_SMALLEST = 10 };

/** What to insert. Everything is borrowed; zero and NULL mean the usual. */
typedef struct kp_export_choice {
  kp_export_what what;
  kp_export_form form;
  const char *sheet;   /**< with the answers; NULL: the first source, else the sheet in front */
  const char *earlier; /**< names of measurements; NULL: the newest, and the one before it */
  const char *later;
  int smallest; /**< fewest answers of a group that is shown; 0: KP_EXPORT_SMALLEST, 1: all */
} kp_export_choice;

/**
 * Inserts a table, or a table with a chart (of live numbers, or of values): at the cursor when the
 * cells there are empty, else on a new sheet. `*message` gets what to tell (malloc'ed, NULL without
 * memory): where it stands, or why nothing was inserted. True when it was inserted.
 */
bool kp_export_insert(const kp_document *document, const kp_export_choice *choice, char **message);

/** Inserts a new sheet with one upright A4 page: score, units, changes, what weighs most. Else as
 * kp_export_insert. `what` and `form` are not looked at. */
bool kp_export_results(const kp_document *document, const kp_export_choice *choice, char **message);

/** Saves one sheet as PDF: that of this name, or the one in front. */
bool kp_export_pdf(const kp_document *document, const char *name, const char *url, char **message);

/** Turns every formula with a function of Kernpunt into what it says now, as one step of undo; a
 * copy of the file, as it is, is kept beside it first. The sheets of the follow-up stay as they
 * are. */
bool kp_export_freeze(const kp_document *document, char **message);

/** Saves what the agenda holds, late or to come, as a calendar file: of everyone, or of `who`. A
 * second import of a later file updates. What could not go is named. */
bool kp_export_calendar(const kp_document *document, const char *who, const char *url,
                        char **message);

#endif
