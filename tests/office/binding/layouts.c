/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The structs of uno_types.h against the type library of the office this runs in. */
#include "binding.h"

#include <stdio.h>
#include <stdlib.h>

static bool same_size(typelib_TypeDescriptionReference *type, size_t size) {
  typelib_TypeDescription *description = NULL;
  typelib_typedescriptionreference_getDescription(&description, type);
  bool same = description != NULL && (size_t)description->nSize == size;
  if (description != NULL)
    typelib_typedescription_release(description);
  return same;
}

static bool same_member(const kp_uno_layout_member *member,
                        const typelib_CompoundTypeDescription *type, sal_Int32 i) {
  return kp_uno_string_is(type->ppMemberNames[i], member->name) &&
         (size_t)type->pMemberOffsets[i] == member->offset &&
         same_size(type->ppTypeRefs[i], member->size);
}

/* "" when all is the same. */
static void compare(const kp_uno_layout *layout, char *difference, size_t room) {
  typelib_TypeDescription *type = kp_uno_type_new(layout->name);
  bool complete = type != NULL && type->eTypeClass == typelib_TypeClass_STRUCT &&
                  (type->bComplete || typelib_typedescription_complete(&type));
  const typelib_CompoundTypeDescription *compound = (typelib_CompoundTypeDescription *)type;
  difference[0] = '\0';
  if (!complete) {
    snprintf(difference, room, "%s is no struct here", layout->name);
  } else if ((size_t)type->nSize != layout->size) {
    snprintf(difference, room, "%s has %d bytes, not %zu", layout->name, (int)type->nSize,
             layout->size);
  } else if ((size_t)compound->nMembers != layout->member_count) {
    snprintf(difference, room, "%s has %d members", layout->name, (int)compound->nMembers);
  } else {
    for (sal_Int32 i = 0; i < compound->nMembers; i++)
      if (!same_member(&layout->members[i], compound, i))
        snprintf(difference, room, "%s.%s: offset %d", layout->name, layout->members[i].name,
                 (int)compound->pMemberOffsets[i]);
  }
  if (type != NULL)
    typelib_typedescription_release(type);
}

bool test_layout_differences(kp_uno_incoming *in) {
  char difference[256];
  size_t count = 0;
  for (size_t i = 0; i < kp_uno_layout_count; i++) {
    compare(&kp_uno_layouts[i], difference, sizeof difference);
    count += difference[0] != '\0';
  }
  uno_Sequence *all = kp_uno_sequence_new("[]string", count);
  if (all == NULL)
    return kp_uno_error_memory(in->error);
  count = 0;
  for (size_t i = 0; i < kp_uno_layout_count; i++) {
    compare(&kp_uno_layouts[i], difference, sizeof difference);
    if (difference[0] != '\0' &&
        !kp_uno_string_assign(&KP_UNO_ELEMENTS(rtl_uString *, all)[count++], difference,
                              in->error)) {
      kp_uno_sequence_free(all, "[]string");
      return false;
    }
  }
  *(uno_Sequence **)in->result = all;
  return true;
}

bool test_layout_count(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = (sal_Int32)kp_uno_layout_count;
  return true;
}

bool test_constants(kp_uno_incoming *in) {
  static const char type[] = "[]com.sun.star.beans.NamedValue";
  uno_Sequence *all = kp_uno_sequence_new(type, kp_uno_constant_count);
  if (all == NULL)
    return kp_uno_error_memory(in->error);
  for (size_t i = 0; i < kp_uno_constant_count; i++) {
    kp_uno_named_value *value = &KP_UNO_ELEMENTS(kp_uno_named_value, all)[i];
    kp_uno_any_set_long(&value->value, kp_uno_constants[i].value);
    if (!kp_uno_string_assign(&value->name, kp_uno_constants[i].name, in->error)) {
      kp_uno_sequence_free(all, type);
      return false;
    }
  }
  *(uno_Sequence **)in->result = all;
  return true;
}
