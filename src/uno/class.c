/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Class tables resolved to type descriptions.
 *
 * A bridge names the member it calls by the address of its type description. Members that an
 * interface inherits have descriptions of their own ("…::setLocale:@0,3:…XAddIn"), so each
 * interface's complete member list is walked once and every description is filed under its
 * address with the row that serves it. A call then costs one hash look-up, no string compare.
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

static size_t slot_of(const typelib_TypeDescription *type, size_t mask) {
  uint64_t address = (uint64_t)(uintptr_t)type;
  return (size_t)((address * 0x9E3779B97F4A7C15u) >> 32) & mask;
}

static const kp_uno_row *row_at(const kp_uno_class *class, size_t index) {
  size_t size = class->row_size != 0 ? class->row_size : sizeof(kp_uno_row);
  return (const kp_uno_row *)(const void *)((const char *)class->rows + index * size);
}

/* A member's name up to the suffix that marks it as inherited. */
static bool same_member(const rtl_uString *name, const char *row) {
  size_t length = strlen(row);
  if ((size_t)name->length < length)
    return false;
  for (size_t i = 0; i < length; i++)
    if (name->buffer[i] != (unsigned char)row[i])
      return false;
  return (size_t)name->length == length ||
         ((size_t)name->length > length + 1 && name->buffer[length] == ':' &&
          name->buffer[length + 1] == '@');
}

static const kp_uno_row *row_by_name(const kp_uno_class *class, const rtl_uString *name) {
  for (size_t i = 0; i < class->row_count; i++)
    if (same_member(name, row_at(class, i)->name))
      return row_at(class, i);
  for (size_t i = 0; i < kp_uno_standard_row_count; i++)
    if (same_member(name, kp_uno_standard_rows[i].name))
      return &kp_uno_standard_rows[i];
  return NULL;
}

const kp_uno_row *kp_uno_binding_find(const kp_uno_binding *binding, const kp_uno_class *class,
                                      const typelib_TypeDescription *member) {
  size_t slot = slot_of(member, binding->slot_mask);
  while (binding->slots[slot].type != NULL) {
    if (binding->slots[slot].type == member)
      return binding->slots[slot].row;
    slot = (slot + 1) & binding->slot_mask;
  }
  return row_by_name(class, member->pTypeName);
}

static void binding_free(kp_uno_binding *binding) {
  if (binding == NULL)
    return;
  for (size_t i = 0; binding->slots != NULL && i <= binding->slot_mask; i++)
    if (binding->slots[i].type != NULL)
      typelib_typedescription_release(binding->slots[i].type);
  for (size_t i = 0; binding->types != NULL && i < binding->type_count; i++)
    typelib_typedescription_release(binding->types[i]);
  free(binding->slots);
  free(binding->types);
  free(binding);
}

static bool has_type(const kp_uno_binding *binding, const typelib_TypeDescription *type) {
  for (size_t i = 0; i < binding->type_count; i++)
    if (typelib_typedescription_equals(binding->types[i], type))
      return true;
  return false;
}

/* Appends a type unless it is there already; takes over the reference. */
static bool append_type(kp_uno_binding *binding, typelib_TypeDescription *type,
                        kp_uno_error *error) {
  typelib_TypeDescription **grown = binding->types;
  if (has_type(binding, type)) {
    typelib_typedescription_release(type);
    return true;
  }
  /* Full at each power of two. An array of pointers: NOLINTNEXTLINE(bugprone-sizeof-expression) */
  size_t room = (2 * binding->type_count + 1) * sizeof *grown;
  if ((binding->type_count & (binding->type_count - 1)) == 0)
    grown = realloc(binding->types, room);
  if (grown == NULL) {
    typelib_typedescription_release(type);
    return kp_uno_error_memory(error);
  }
  binding->types = grown;
  binding->types[binding->type_count++] = type;
  return true;
}

static bool add_type(kp_uno_binding *binding, const char *name, kp_uno_error *error) {
  typelib_TypeDescription *type = kp_uno_type_new(name);
  if (type != NULL && type->eTypeClass == typelib_TypeClass_INTERFACE &&
      (type->bComplete || typelib_typedescription_complete(&type)))
    return append_type(binding, type, error);
  if (type != NULL)
    typelib_typedescription_release(type);
  return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "unknown interface %s", name);
}

static const typelib_InterfaceTypeDescription *interface_at(const kp_uno_binding *binding,
                                                            size_t index) {
  return (const typelib_InterfaceTypeDescription *)binding->types[index];
}

/* An object with an interface has those it inherits too, although nobody lists them. */
static bool add_bases(kp_uno_binding *binding, kp_uno_error *error) {
  for (size_t i = 0; i < binding->type_count; i++) {
    const typelib_InterfaceTypeDescription *type = interface_at(binding, i);
    for (sal_Int32 b = 0; b < type->nBaseTypes; b++) {
      typelib_TypeDescription *base = &type->ppBaseTypes[b]->aBase;
      typelib_typedescription_acquire(base);
      if (!base->bComplete && !typelib_typedescription_complete(&base)) {
        typelib_typedescription_release(base);
        return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "incomplete type library");
      }
      if (!append_type(binding, base, error))
        return false;
    }
  }
  return true;
}

static bool add_types(kp_uno_binding *binding, const kp_uno_class *class, kp_uno_error *error) {
  const char *const *own = class->interfaces;
  for (; own != NULL && *own != NULL; own++)
    if (!add_type(binding, *own, error))
      return false;
  for (size_t i = 0; i < kp_uno_standard_interface_count; i++)
    if (!add_type(binding, kp_uno_standard_interfaces[i], error))
      return false;
  binding->listed_count = binding->type_count;
  return add_bases(binding, error);
}

static bool add_slots(kp_uno_binding *binding, kp_uno_error *error) {
  size_t members = 0;
  size_t size = 16;
  for (size_t i = 0; i < binding->type_count; i++)
    members += (size_t)interface_at(binding, i)->nAllMembers;
  while (size < 2 * members)
    size *= 2;
  binding->slots = calloc(size, sizeof *binding->slots);
  binding->slot_mask = size - 1;
  return binding->slots != NULL || kp_uno_error_memory(error);
}

/* Files one member; takes over the reference to its description. */
static bool add_member(kp_uno_binding *binding, const kp_uno_class *class,
                       typelib_TypeDescription *member, kp_uno_error *error) {
  size_t slot = slot_of(member, binding->slot_mask);
  while (binding->slots[slot].type != NULL && binding->slots[slot].type != member)
    slot = (slot + 1) & binding->slot_mask;
  if (binding->slots[slot].type == member ||
      ((const typelib_InterfaceMemberTypeDescription *)member)->nPosition < 3) {
    typelib_typedescription_release(member);
    return true;
  }
  const kp_uno_row *row = row_by_name(class, member->pTypeName);
  if (row == NULL) {
    char *name = kp_uno_string_utf8(member->pTypeName);
    kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s has no row for %s", class->implementation,
                     name != NULL ? name : "a member");
    free(name);
    typelib_typedescription_release(member);
    return false;
  }
  binding->slots[slot].type = member;
  binding->slots[slot].row = row;
  return true;
}

static bool add_members(kp_uno_binding *binding, const kp_uno_class *class, kp_uno_error *error) {
  for (size_t i = 0; i < binding->type_count; i++) {
    const typelib_InterfaceTypeDescription *type = interface_at(binding, i);
    for (sal_Int32 m = 0; m < type->nAllMembers; m++) {
      typelib_TypeDescription *member = NULL;
      typelib_typedescriptionreference_getDescription(&member, type->ppAllMembers[m]);
      if (member == NULL)
        return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "incomplete type library");
      if (!add_member(binding, class, member, error))
        return false;
    }
  }
  return true;
}

/* The other direction: a row whose name no interface of the class has is a spelling mistake. */
static bool check_rows(const kp_uno_binding *binding, const kp_uno_class *class,
                       kp_uno_error *error) {
  for (size_t r = 0; r < class->row_count; r++) {
    bool used = false;
    for (size_t i = 0; !used && i <= binding->slot_mask; i++)
      used = binding->slots[i].row == row_at(class, r);
    if (!used)
      return kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "%s: no interface has %s",
                              class->implementation, row_at(class, r)->name);
  }
  return true;
}

const kp_uno_binding *kp_uno_class_resolve(kp_uno_class *class, kp_uno_error *error) {
  kp_uno_binding *binding = atomic_load_explicit(&class->binding, memory_order_acquire);
  if (binding != NULL)
    return binding;
  binding = calloc(1, sizeof *binding);
  if (binding == NULL) {
    kp_uno_error_memory(error);
    return NULL;
  }
  if (!add_types(binding, class, error) || !add_slots(binding, error) ||
      !add_members(binding, class, error) || !check_rows(binding, class, error)) {
    binding_free(binding);
    return NULL;
  }
  kp_uno_binding *expected = NULL;
  if (!atomic_compare_exchange_strong(&class->binding, &expected, binding)) {
    binding_free(binding);
    binding = expected;
  }
  return binding;
}
