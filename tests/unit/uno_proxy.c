/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects as the C++ bridge hands them out: one pointer for each interface, strict about members.
 */
#include "uno_fixture.h"

struct hub;

typedef struct face {
  uno_Interface interface; /* first: the face is the interface */
  struct hub *hub;
  typelib_TypeDescription *type;
  struct face *next;
} face;

/* What all faces of one object share. */
typedef struct hub {
  int references;
  uno_Interface *target;
  face *faces;
} hub;

static int hubs;

int uno_fixture_proxy_count(void) {
  return hubs;
}

static void face_acquire(uno_Interface *interface) {
  ((face *)interface)->hub->references++;
}

static void face_release(uno_Interface *interface) {
  hub *h = ((face *)interface)->hub;
  assert_true(h->references > 0);
  if (--h->references > 0)
    return;
  while (h->faces != NULL) {
    face *f = h->faces;
    h->faces = f->next;
    typelib_typedescription_release(f->type);
    free(f);
  }
  kp_uno_release(h->target);
  free(h);
  hubs--;
}

static void face_dispatch(uno_Interface *interface, const typelib_TypeDescription *member,
                          void *result, void *args[], uno_Any **exception);

/* The face for a type, the same one every time; not acquired. */
static uno_Interface *face_of(hub *h, typelib_TypeDescription *type) {
  for (face *f = h->faces; f != NULL; f = f->next)
    if (typelib_typedescription_equals(f->type, type))
      return &f->interface;
  face *f = calloc(1, sizeof *f);
  assert_non_null(f);
  f->interface = (uno_Interface){face_acquire, face_release, face_dispatch};
  f->hub = h;
  f->type = type;
  typelib_typedescription_acquire(type);
  f->next = h->faces;
  h->faces = f;
  return &f->interface;
}

static bool belongs(const face *f, const typelib_TypeDescription *member) {
  const typelib_InterfaceTypeDescription *type = (const typelib_InterfaceTypeDescription *)f->type;
  for (sal_Int32 i = 0; i < type->nAllMembers; i++) {
    typelib_TypeDescription *of = NULL;
    typelib_typedescriptionreference_getDescription(&of, type->ppAllMembers[i]);
    bool same = of == member;
    typelib_typedescription_release(of);
    if (same)
      return true;
  }
  return false;
}

static void face_dispatch(uno_Interface *interface, const typelib_TypeDescription *member,
                          void *result, void *args[], uno_Any **exception) {
  face *f = (face *)interface;
  sal_Int32 position = ((const typelib_InterfaceMemberTypeDescription *)member)->nPosition;
  if (position != 0) {
    /* The bridge would call what happens to stand at this place of another interface's table. */
    if (!belongs(f, member))
      fail_msg("a member of another interface was called on a proxy");
    f->hub->target->pDispatcher(f->hub->target, member, result, args, exception);
    return;
  }
  uno_Any *answer = result;
  f->hub->target->pDispatcher(f->hub->target, member, answer, args, exception);
  if (*exception == NULL && !kp_uno_any_is_void(answer)) {
    typelib_TypeDescription *type = NULL;
    typelib_typedescriptionreference_getDescription(&type, answer->pType);
    uno_Interface *typed = face_of(f->hub, type);
    uno_any_assign(answer, &typed, type, NULL, NULL);
    typelib_typedescription_release(type);
  }
}

uno_Interface *uno_fixture_proxy(uno_Interface *target, const char *type) {
  hub *h = calloc(1, sizeof *h);
  typelib_TypeDescription *description = kp_uno_type_new(type);
  assert_non_null(h);
  assert_non_null(description);
  hubs++;
  h->references = 1;
  h->target = kp_uno_acquire(target);
  uno_Interface *first = face_of(h, description);
  typelib_typedescription_release(description);
  return first;
}

bool uno_fixture_dispatch(uno_Interface *object, const typelib_TypeDescription *member,
                          void *result, void **args, uno_Any *exception) {
  uno_Any *raised = exception;
  object->pDispatcher(object, member, result, args, &raised);
  if (raised == NULL)
    kp_uno_any_init(exception);
  return raised == NULL;
}

void uno_fixture_check(bool good, const kp_uno_error *error) {
  if (!good)
    fail_msg("%s: %s", error->type, error->message);
}
