/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Binary UNO for C programs: implement UNO objects with tables, call them with one line.
 *
 * Ownership, the one rule: *what a call hands out is yours, what you hand in stays yours.*
 * Every interface, string, any or sequence that arrives through a result pointer must be given
 * back (kp_uno_release, free, kp_uno_any_clear, kp_uno_sequence_free). Arguments of a handler are
 * borrowed for the time of the call; to keep an interface, kp_uno_acquire it.
 *
 * Errors: every function that can fail returns bool and fills a kp_uno_error. A handler that
 * returns false raises that error as a UNO exception; a call that meets an exception returns it.
 *
 * Read src/uno/README.md for a first component in half an hour.
 */
#ifndef KERNPUNT_UNO_H
#define KERNPUNT_UNO_H

#include "kernpunt/uno_sdk.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* ------------------------------------------------------------------------------------- errors */

#define KP_UNO_RUNTIME_EXCEPTION "com.sun.star.uno.RuntimeException"
#define KP_UNO_ILLEGAL_ARGUMENT "com.sun.star.lang.IllegalArgumentException"
#define KP_UNO_DISPOSED "com.sun.star.lang.DisposedException"

/** An exception in transit. Plain memory: needs no cleanup, cannot fail. Texts are UTF-8, cut to
 * fit. */
typedef struct kp_uno_error {
  char type[96];           /**< name of the exception type; "" when there is no error */
  char message[400];       /**< the exception's Message */
  const char *passed_over; /**< the function that goes on whatever comes; NULL: it looks at it */
} kp_uno_error;

#define KP_UNO_NO_ERROR                                                                            \
  { "", "", NULL }

/** For calls after which one goes on whatever comes. What fails is not silent: with KP_TRACE=1 in
 * the environment a line on the standard error says where, and what. */
#define KP_UNO_IGNORED                                                                             \
  { "", "", __func__ }

/** Fills `error` (printf rules). Always returns false, so that a handler can `return` it. */
bool kp_uno_error_set(kp_uno_error *error, const char *type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Shorthand for a failed allocation. Always returns false. */
bool kp_uno_error_memory(kp_uno_error *error);

/** True when `error` holds an error of exactly this type. */
bool kp_uno_error_is(const kp_uno_error *error, const char *type);

/* ------------------------------------------------------------------------------------- values */

/** A new UNO string from UTF-8, or NULL when memory is short. NULL counts as "". Release with
 * rtl_uString_release. */
rtl_uString *kp_uno_string_new(const char *utf8);

/** A malloc'ed UTF-8 copy, or NULL when memory is short. An embedded NUL ends the copy; NULL counts
 * as "". */
char *kp_uno_string_utf8(const rtl_uString *string);

/** Replaces a string member of a struct (or a string element of a sequence); `*target` may be NULL.
 */
bool kp_uno_string_assign(rtl_uString **target, const char *utf8, kp_uno_error *error);

/** True when a UNO string equals an ASCII text. */
bool kp_uno_string_is(const rtl_uString *string, const char *ascii);

/** Description of a type by its UNO name ("long", "[]any", "com.sun.star.awt.Size"), acquired;
 * NULL when unknown. Release with typelib_typedescription_release. */
typelib_TypeDescription *kp_uno_type_new(const char *name);

/**
 * An any points into itself when its value is small: never copy or move one by `=` or memcpy, but
 * with kp_uno_any_copy.
 */
/** Makes raw memory a void any. */
void kp_uno_any_init(uno_Any *any);
/** Gives back what the any holds and makes it void. */
void kp_uno_any_clear(uno_Any *any);
/** Replaces what `target` holds by a copy of what `source` holds. */
void kp_uno_any_copy(uno_Any *target, const uno_Any *source);
bool kp_uno_any_is_void(const uno_Any *any);
/** Setters replace what the any holds; the any must have been made by kp_uno_any_init. */
void kp_uno_any_set_bool(uno_Any *any, bool value);
void kp_uno_any_set_short(uno_Any *any, int16_t value);
void kp_uno_any_set_long(uno_Any *any, int32_t value);
void kp_uno_any_set_double(uno_Any *any, double value);
/** Also for enums, sequences and structs: `value` points to data of the type with this UNO name
 * (for a sequence: to the pointer), and not into the any itself. The any gets a copy. */
bool kp_uno_any_set(uno_Any *any, const char *type, const void *value, kp_uno_error *error);
bool kp_uno_any_set_string(uno_Any *any, const char *utf8, kp_uno_error *error);
/** `object` may be NULL; it is queried for the interface `type`. */
bool kp_uno_any_set_interface(uno_Any *any, const char *type, uno_Interface *object,
                              kp_uno_error *error);

/** Getters return false and leave `value` alone when the any holds something else. */
bool kp_uno_any_get_bool(const uno_Any *any, bool *value);
/** Any whole number up to 32 bits that fits, and enums. */
bool kp_uno_any_get_long(const uno_Any *any, int32_t *value);
/** Any number. */
bool kp_uno_any_get_double(const uno_Any *any, double *value);
/** A malloc'ed UTF-8 copy. Also false when memory is short. */
bool kp_uno_any_get_string(const uno_Any *any, char **value);
/** The interface as it is in the any, acquired; false when there is none or it is null. */
bool kp_uno_any_get_interface(const uno_Any *any, uno_Interface **value);
/** The sequence inside the any, borrowed, when its type has this UNO name; else NULL. */
uno_Sequence *kp_uno_any_get_sequence(const uno_Any *any, const char *type);
/** Copies a struct out of the any into raw memory `value` of exactly the type named. */
bool kp_uno_any_get_struct(const uno_Any *any, const char *type, void *value);

/** A new sequence of default-constructed elements; `type` is the sequence's name ("[]string").
 * NULL when the type is unknown or memory is short. */
uno_Sequence *kp_uno_sequence_new(const char *type, size_t count);
/** Gives back a sequence of that type; NULL is allowed. */
void kp_uno_sequence_free(uno_Sequence *sequence, const char *type);
/** The elements of a sequence as a C array. */
#define KP_UNO_ELEMENTS(type, sequence) ((type *)(void *)(sequence)->elements)

/** Makes raw memory a value of this UNO type: zeros, empty strings, void anys. False when the type
 * is unknown. */
bool kp_uno_value_init(void *raw, const char *type);
/** Makes raw memory a copy of a value of this UNO type (strings and interfaces acquired). */
bool kp_uno_value_copy(void *raw, const void *source, const char *type);
/** Gives back a struct (or other value) of this UNO type; does not free its memory. */
void kp_uno_value_clear(void *value, const char *type);

/* ---------------------------------------------------------------------------------- interfaces */

/** Acquires and returns `object`; NULL is allowed. */
uno_Interface *kp_uno_acquire(uno_Interface *object);
/** Releases `object`; NULL is allowed. */
void kp_uno_release(uno_Interface *object);
/** The same object by another interface, acquired; NULL when it has none of that name. */
uno_Interface *kp_uno_query(uno_Interface *object, const char *interface);
/** True when both are the same UNO object (UNO's rule: same XInterface). */
bool kp_uno_same(uno_Interface *one, uno_Interface *other);

/* --------------------------------------------------------------------------------- calling out */

/** Handle of a method or attribute, "interface::member". Keep it static: it remembers the type
 * description after the first call. */
typedef struct kp_uno_method {
  const char *name;
  _Atomic(typelib_TypeDescription *) type;
} kp_uno_method;

#define KP_UNO_METHOD(text)                                                                        \
  { .name = (text), .type = NULL }

/**
 * Calls `method` on `object`, whatever interface of it `object` is: the call queries for the
 * interface the method belongs to, and queries interface arguments for the declared type.
 *
 * Arguments follow `result` in the order of the IDL, as plain C values:
 * boolean, byte, short, long, char, enum: int · hyper: int64_t · float, double: double ·
 * string: const char * (UTF-8) · type: const char * (its name) · any: uno_Any * · sequence:
 * uno_Sequence * · struct: const void * · interface: uno_Interface * (NULL allowed) · out and inout
 * parameters: void * to raw, respectively constructed, storage in UNO's own representation.
 *
 * `result` may be NULL for void methods; else it points to: sal_Bool, sal_Int32, double … as in
 * the C ABI; char * for strings (malloc'ed UTF-8, free it); uno_Interface * (release it); uno_Any
 * (clear it); uno_Sequence * (free it); the struct itself (kp_uno_value_clear).
 * For an attribute: with a result it is read, with result NULL it is set to the one argument.
 *
 * Returns false with `error` filled when the object is NULL, lacks the interface, or raises.
 */
bool kp_uno_call(kp_uno_error *error, uno_Interface *object, kp_uno_method *method, void *result,
                 ...);

/** Property by com.sun.star.beans.XPropertySet. `value` must be void or initialised. */
bool kp_uno_property_get(kp_uno_error *error, uno_Interface *object, const char *name,
                         uno_Any *value);
bool kp_uno_property_set(kp_uno_error *error, uno_Interface *object, const char *name,
                         uno_Any *value);
bool kp_uno_property_set_bool(kp_uno_error *error, uno_Interface *object, const char *name,
                              bool value);
bool kp_uno_property_set_short(kp_uno_error *error, uno_Interface *object, const char *name,
                               int16_t value);
bool kp_uno_property_set_long(kp_uno_error *error, uno_Interface *object, const char *name,
                              int32_t value);
bool kp_uno_property_set_double(kp_uno_error *error, uno_Interface *object, const char *name,
                                double value);
bool kp_uno_property_set_string(kp_uno_error *error, uno_Interface *object, const char *name,
                                const char *utf8);
/** Reads a boolean, whole-number or string property; false with an error when it is of another
 * kind. */
bool kp_uno_property_get_bool(kp_uno_error *error, uno_Interface *object, const char *name,
                              bool *value);
bool kp_uno_property_get_long(kp_uno_error *error, uno_Interface *object, const char *name,
                              int32_t *value);
bool kp_uno_property_get_string(kp_uno_error *error, uno_Interface *object, const char *name,
                                char **utf8);
bool kp_uno_property_get_interface(kp_uno_error *error, uno_Interface *object, const char *name,
                                   uno_Interface **value);

/** A new service instance from the component context; `result` gets it acquired. */
bool kp_uno_create(kp_uno_error *error, uno_Interface *context, const char *service,
                   uno_Interface **result);
/** A singleton of the component context, acquired ("com.sun.star.frame.theDesktop"). */
bool kp_uno_singleton(kp_uno_error *error, uno_Interface *context, const char *name,
                      uno_Interface **result);

/* -------------------------------------------------------------------------------- implementing */

struct kp_uno_row;

/** One call that came in. `args[i]` points to the i-th argument; `result` to raw memory that the
 * handler constructs on success and leaves alone on failure. */
typedef struct kp_uno_incoming {
  void *state;                  /**< the object's own memory */
  uno_Interface *object;        /**< the object, borrowed */
  const struct kp_uno_row *row; /**< the table row that led here */
  void *const *args;
  void *result;
  kp_uno_error *error; /**< fill it and return false to raise */
} kp_uno_incoming;

/** The i-th argument of an incoming call as a C value of the given type. */
#define KP_UNO_ARG(type, incoming, i) (*(type const *)(incoming)->args[i])

typedef bool (*kp_uno_handler)(kp_uno_incoming *in);

/** A row of a class table: a method, or an attribute with `call` to read and `set` to write it. */
typedef struct kp_uno_row {
  const char *name; /**< "interface::member", the interface that declares the member */
  kp_uno_handler call;
  kp_uno_handler set; /**< attributes only; NULL for read-only */
} kp_uno_row;

/**
 * A class, as static data. XInterface, XTypeProvider, XServiceInfo and XComponent need no rows.
 * A row table may be an array of larger structures that begin with a kp_uno_row (set row_size).
 */
typedef struct kp_uno_class {
  const char *implementation;  /**< implementation name */
  const char *const *services; /**< NULL-terminated, may be NULL */
  const char *const
      *interfaces; /**< NULL-terminated: what queryInterface answers besides the above */
  const void *rows;
  size_t row_count;
  size_t row_size;               /**< 0 means sizeof(kp_uno_row) */
  size_t state_size;             /**< zeroed memory for each object */
  void (*dispose)(void *state);  /**< XComponent::dispose, once at most; may be NULL */
  void (*finalize)(void *state); /**< last release, disposed before or not; may be NULL */
  _Atomic(struct kp_uno_binding *) binding; /**< private: type descriptions, resolved once */
} kp_uno_class;

/** A new object, acquired once; `*state` (may be NULL) gets its memory. */
uno_Interface *kp_uno_object_new(kp_uno_class *class, void **state, kp_uno_error *error);
/** For a service whose state is its component context: a new object that holds it. The class has
 * state_size sizeof(uno_Interface *) and kp_uno_context_finalize. */
bool kp_uno_context_object(kp_uno_class *class, uno_Interface *context, uno_Interface **result,
                           kp_uno_error *error);
void kp_uno_context_finalize(void *state);

/** The state of an object if it is one of this class and of this library, else NULL. */
void *kp_uno_object_state(uno_Interface *object, const kp_uno_class *class);

/** Objects of this library that are alive now, factories included: for leak tests. */
long kp_uno_object_count(void);

/** A handler that does nothing, for listener methods without interest. Void methods only. */
bool kp_uno_ignore(kp_uno_incoming *in);

/** Fills the result of a handler: a string, or an acquired interface (queried for `type`). */
bool kp_uno_return_string(kp_uno_incoming *in, const char *utf8);
bool kp_uno_return_interface(kp_uno_incoming *in, const char *type, uno_Interface *object);

/* --------------------------------------------------------------------------------- components */

/** Makes an instance: arguments are those of createInstanceWithArgumentsAndContext or NULL. */
typedef bool (*kp_uno_creator)(uno_Interface *context, const uno_Sequence *arguments,
                               uno_Interface **result, kp_uno_error *error);

/** One implementation of a library, as named in its .components file. */
typedef struct kp_uno_component {
  kp_uno_class *class;
  kp_uno_creator create;
} kp_uno_component;

/** Body of the exported `<prefix>_component_getFactory`: an acquired factory or NULL. */
void *kp_uno_component_factory(const kp_uno_component *components, size_t count,
                               const char *implementation);

/* Parts of this header, each a subject. Include this one. */
#include "kernpunt/uno_types.h"

#endif
