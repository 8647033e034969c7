/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The office's type library without an office.
 *
 * At build time the SDK's unoidl-read writes all types of the installed office as one text
 * (build/office.idl). Here they are made out of it when somebody first asks for them by name, as
 * the office makes them out of its registries. Nothing is declared by hand, so nothing can differ
 * from what the office has.
 */
#ifndef KERNPUNT_TESTS_FAKE_IDL_H
#define KERNPUNT_TESTS_FAKE_IDL_H

#include "kernpunt/uno.h"

/** Makes every type of the office known to this process; once, for its life time. False when the
 * text is not there. Not together with uno_fixture_setup, which declares types of the same names.
 */
bool fake_idl_open(void);

#endif
