/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files about logging an action share. */
#ifndef KERNPUNT_FORM_PRIVATE_LOG_H
#define KERNPUNT_FORM_PRIVATE_LOG_H

#include "kernpunt/form.h"

/** Finds what the action belongs to. False without memory. */
bool kp_logging_find_offers(kp_logging *log, kp_desk *desk, const kp_logging_place *at);
void kp_logging_drop_offers(kp_logging *log);

#endif
