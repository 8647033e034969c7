/* SPDX-License-Identifier: GPL-3.0-or-later */
/** Texts of the form maker: X(id, English, Dutch). Part of kernpunt/method_texts.h. */
#ifndef KERNPUNT_METHOD_TEXTS_FORM_H
#define KERNPUNT_METHOD_TEXTS_FORM_H

#define KP_TEXTS_FORM(X) \
  X(FORM_MORE, "More fields ({1})", "Meer velden ({1})")

#endif
