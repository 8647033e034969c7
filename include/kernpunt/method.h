/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The method of following up as data, without an office: its parts are in kernpunt/method_model.h
 * and the headers that include it. Knows nothing of UNO.
 */
#ifndef KERNPUNT_METHOD_H
#define KERNPUNT_METHOD_H

#include "kernpunt/text.h"

/* Parts of this header, each a subject. Include this one. */
#include "kernpunt/method_follow.h"
#include "kernpunt/method_load.h"
#include "kernpunt/method_model.h"
#include "kernpunt/method_rules.h"

#endif
