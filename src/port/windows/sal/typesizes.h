/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sizes of types on 64-bit Windows, where the SDK of another system says its own. A long has
 * four bytes there; telling none makes sal_Int32 an int, which has as many and is what int32_t is.
 */
#ifndef KERNPUNT_PORT_TYPESIZES_H
#define KERNPUNT_PORT_TYPESIZES_H

#define SAL_TYPES_ALIGNMENT2 2
#define SAL_TYPES_ALIGNMENT4 4
#define SAL_TYPES_ALIGNMENT8 8
#define SAL_TYPES_SIZEOFSHORT 2
#define SAL_TYPES_SIZEOFINT 4
#define SAL_TYPES_SIZEOFLONG 0
#define SAL_TYPES_SIZEOFLONGLONG 8
#define SAL_TYPES_SIZEOFPOINTER 8

#endif
