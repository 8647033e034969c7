/* SPDX-License-Identifier: GPL-3.0-or-later */
/** What the files of the binding share and nobody else needs. */
#ifndef KERNPUNT_UNO_INTERNAL_H
#define KERNPUNT_UNO_INTERNAL_H

#include "kernpunt/uno.h"

/** One member of an interface as the bridges name it, and the row that serves it. */
typedef struct kp_uno_member {
  typelib_TypeDescription *type; /* NULL marks a free slot */
  const kp_uno_row *row;
} kp_uno_member;

/** A class resolved against the type descriptions: made once, kept as long as the library. */
typedef struct kp_uno_binding {
  typelib_TypeDescription **types; /* own interfaces, the standard ones, then those inherited */
  size_t type_count;               /* all that queryInterface answers */
  size_t listed_count;             /* those that getTypes names: all but the inherited */
  kp_uno_member *slots;            /* open addressing on the description's address, half empty */
  size_t slot_mask;
} kp_uno_binding;

typedef struct kp_uno_object {
  uno_Interface interface; /* first: the object *is* its one interface */
  atomic_int references;
  const kp_uno_class *class;
  const kp_uno_binding *binding;
  bool disposed;             /* this and the listeners: under osl's global mutex */
  uno_Interface **listeners; /* XEventListener, acquired */
  size_t listener_count;
  max_align_t state[];
} kp_uno_object;

/** Interfaces and rows that every class has; handlers get the kp_uno_object as state. */
extern const char *const kp_uno_standard_interfaces[];
extern const size_t kp_uno_standard_interface_count;
extern const kp_uno_row kp_uno_standard_rows[];
extern const size_t kp_uno_standard_row_count;
bool kp_uno_is_standard_row(const kp_uno_row *row);

/** Drops the listeners without telling them (last release). */
void kp_uno_listeners_free(kp_uno_object *object);

/** The binding of a class, resolved on first use; NULL with an error when a row or interface of
 * the table is unknown to the type library. */
const kp_uno_binding *kp_uno_class_resolve(kp_uno_class *class, kp_uno_error *error);
/** The row for a member: by address, or by name when a bridge made a description of its own. */
const kp_uno_row *kp_uno_binding_find(const kp_uno_binding *binding, const kp_uno_class *class,
                                      const typelib_TypeDescription *member);

/** Takes an exception out of the any a callee filled; destructs the any. */
void kp_uno_error_from_exception(kp_uno_error *error, uno_Any *exception);
/** Constructs the exception in the raw any for the caller of `member`; one that the member does not
 * declare goes out as a RuntimeException that names it. */
void kp_uno_error_raise(const kp_uno_error *error, const typelib_TypeDescription *member,
                        bool writes, uno_Interface *context, uno_Any *exception);

/** The interface by which an object must be handed to typed code; acquired, NULL if lacking. */
uno_Interface *kp_uno_query_type(uno_Interface *object, typelib_TypeDescriptionReference *type);

#endif
