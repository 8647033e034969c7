/* SPDX-License-Identifier: GPL-3.0-or-later */
/** The former name of kernpunt/profile.h. */
#include "kernpunt/profile.h"
