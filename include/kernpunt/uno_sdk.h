/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The headers of the LibreOffice SDK that are C, in the one order in which they compile as C.
 *
 * Repairs typelib/typedescription.h (7.4 to 25.2): an inline function in it uses `bool` and the
 * bare enum tag `_typelib_TypeClass`, which only C++ knows. Include this file, never that one.
 */
#ifndef KERNPUNT_UNO_SDK_H
#define KERNPUNT_UNO_SDK_H

#include <stdbool.h>

#include <sal/types.h>
#include <typelib/typeclass.h>
typedef enum _typelib_TypeClass _typelib_TypeClass;
#include <typelib/typedescription.h>

#include <osl/interlck.h>
#include <osl/mutex.h>
#include <rtl/string.h>
#include <rtl/ustring.h>
#include <uno/any2.h>
#include <uno/data.h>
#include <uno/dispatcher.h>
#include <uno/sequence2.h>

#endif
