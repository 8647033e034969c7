/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The controls of the panel Check, and showing on them what was found. */
#ifndef KERNPUNT_CHECK_CHECK_PANE_H
#define KERNPUNT_CHECK_CHECK_PANE_H

#include "check.h"

#include "kernpunt/deck.h"
#include "kernpunt/port.h"

/** The widgets, in this order. */
enum {
  KP_CHECKED_NOTICE, /**< what stands in the way */
  KP_CHECKED_SUMMARY,
  KP_CHECKED_AGAIN,
  KP_CHECKED_SEEN, /**< when, and how much */
  KP_CHECKED_LIST,
  KP_CHECKED_DETAIL,
  KP_CHECKED_PLACE,
  KP_CHECKED_OPEN,
  KP_CHECKED_BACK,
  KP_CHECKED_ON,
  KP_CHECKED_LEAVE,
  KP_CHECKED_REPAIR,
  KP_CHECKED_RULE,
  KP_CHECKED_TIPS,
  KP_CHECKED_TIPS_NOTE,
  KP_CHECKED_PLACES
};

/** The last check; goes with the pane. */
typedef struct kp_checked {
  kp_check found;
  bool wanted;      /**< a check was asked for and has not run yet */
  bool done;        /**< there is one */
  bool failed;      /**< the last one found nothing out */
  bool tips;        /**< unfolded */
  unsigned edition; /**< of the workbook when it was checked */
  size_t sheets;
  size_t rows;
  char time[KP_PORT_TIME_SIZE];
} kp_checked;

/** Whether the workbook is as it was checked. */
bool kp_checked_fresh(const kp_pane *pane);
/** The selected problem, or NULL. */
const kp_check_item *kp_checked_selected(const kp_pane *pane);
/** Shows everything anew; keeps the selected place. */
void kp_checked_show(kp_pane *pane);
/** Shows the selected problem. */
void kp_checked_show_problem(kp_pane *pane);

#endif
