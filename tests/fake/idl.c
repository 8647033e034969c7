/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Type descriptions out of what unoidl-read wrote. */
#include "idl.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <typelib/typedescription.h>

enum { NAME_SIZE = 200, MOST = 64, DEPTH = 16 };

/* An entity of the text: where its head stands, "published interface X {". */
typedef struct entity {
  char name[NAME_SIZE]; /* "com.sun.star.uno.XInterface" */
  const char *head;
} entity;

static char *text; /* the whole file; kept as long as the process */
static entity *entities;
static size_t entity_count;

/* ------------------------------------------------------------------------------------- index */

static int by_name(const void *one, const void *other) {
  return strcmp(((const entity *)one)->name, ((const entity *)other)->name);
}

/* A note before what it is about. */
static const char *skip_note(const char *word) {
  static const char note[] = "/** @deprecated */ ";
  return strncmp(word, note, sizeof note - 1) == 0 ? word + sizeof note - 1 : word;
}

static const char *skip_published(const char *line) {
  static const char word[] = "published ";
  line = skip_note(line + strspn(line, " "));
  return strncmp(line, word, sizeof word - 1) == 0 ? line + sizeof word - 1 : line;
}

/* The kinds that are types; others (services, constants …) are passed over. */
static bool is_type(const char *head) {
  static const char *const kinds[] = {"interface ", "struct ", "exception ", "enum ", "typedef "};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strncmp(head, kinds[i], strlen(kinds[i])) == 0)
      return true;
  return false;
}

static void note(char modules[][NAME_SIZE], int depth, const char *head, const char *end) {
  entity *e = NULL;
  size_t used = 0;
  const char *name = strchr(head, ' ') + 1;
  size_t length = strcspn(name, " :;{<");
  if (strncmp(head, "typedef ", 8) == 0) {
    for (name = end - 1; name[-1] != ' '; name--)
      continue;
    length = strcspn(name, ";");
  } else if (end[-1] == ';') { /* only announced */
    return;
  }
  if ((entity_count & (entity_count - 1)) == 0) {
    entities = realloc(entities, (2 * entity_count + 1) * sizeof *entities);
    if (entities == NULL)
      abort();
  }
  e = &entities[entity_count++];
  for (int i = 0; i < depth; i++)
    used += (size_t)snprintf(e->name + used, sizeof e->name - used, "%s.", modules[i]);
  snprintf(e->name + used, sizeof e->name - used, "%.*s", (int)length, name);
  e->head = head;
}

static void index_text(void) {
  char modules[DEPTH][NAME_SIZE];
  int depth = 0;
  bool inside = false; /* of something that is no module */
  const char *end = NULL;
  for (const char *line = text; (end = strchr(line, '\n')) != NULL; line = end + 1) {
    const char *head = skip_published(line);
    if (inside) {
      inside = strncmp(head, "};", 2) != 0 || (int)strspn(line, " ") != depth;
    } else if (strncmp(head, "module ", 7) == 0 && depth < DEPTH) {
      snprintf(modules[depth++], NAME_SIZE, "%.*s", (int)strcspn(head + 7, " "), head + 7);
    } else if (strncmp(head, "};", 2) == 0) {
      depth--;
    } else {
      inside = end[-1] == '{';
      if (is_type(head))
        note(modules, depth, head, end);
    }
  }
  qsort(entities, entity_count, sizeof *entities, by_name);
}

static const entity *find(const char *name) {
  size_t low = 0;
  size_t high = entity_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = strcmp(name, entities[middle].name);
    if (order == 0)
      return &entities[middle];
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

/* -------------------------------------------------------------------------------------- words */

/* Takes the next type: "::com::sun::star::uno::XInterface", "sequence< any >", "unsigned long". */
static const char *take_type(const char *at, char name[NAME_SIZE]) {
  static const char sequence[] = "sequence< ";
  const entity *alias = NULL;
  at += strspn(at, " ");
  if (strncmp(at, sequence, sizeof sequence - 1) == 0) {
    char element[NAME_SIZE];
    at = take_type(at + sizeof sequence - 1, element);
    snprintf(name, NAME_SIZE, "[]%.*s", NAME_SIZE - 3, element);
    at += strspn(at, " ");
    return at + (*at == '>');
  }
  size_t used = 0;
  if (strncmp(at, "unsigned ", 9) == 0)
    used = (size_t)snprintf(name, NAME_SIZE, "unsigned "), at += 9;
  at += strncmp(at, "::", 2) == 0 ? 2 : 0;
  for (; isalnum((unsigned char)*at) || *at == '_' || *at == ':'; at++) {
    if (at[0] == ':' && at[1] == ':') {
      name[used++] = '.';
      at++;
    } else {
      name[used++] = *at;
    }
  }
  name[used] = '\0';
  alias = find(name);
  if (alias != NULL && strncmp(alias->head, "typedef ", 8) == 0)
    take_type(alias->head + 8, name);
  return at;
}

static const char *take_word(const char *at, char name[NAME_SIZE]) {
  at += strspn(at, " ");
  size_t length = strcspn(at, " ();,");
  snprintf(name, NAME_SIZE, "%.*s", (int)length, at);
  return at + length;
}

static rtl_uString *string(const char *ascii) {
  rtl_uString *made = kp_uno_string_new(ascii);
  if (made == NULL)
    abort();
  return made;
}

static typelib_TypeClass class_of(const char *name) {
  static const struct {
    const char *name;
    typelib_TypeClass class;
  } simple[] = {{"void", typelib_TypeClass_VOID},
                {"boolean", typelib_TypeClass_BOOLEAN},
                {"byte", typelib_TypeClass_BYTE},
                {"short", typelib_TypeClass_SHORT},
                {"unsigned short", typelib_TypeClass_UNSIGNED_SHORT},
                {"long", typelib_TypeClass_LONG},
                {"unsigned long", typelib_TypeClass_UNSIGNED_LONG},
                {"hyper", typelib_TypeClass_HYPER},
                {"unsigned hyper", typelib_TypeClass_UNSIGNED_HYPER},
                {"float", typelib_TypeClass_FLOAT},
                {"double", typelib_TypeClass_DOUBLE},
                {"char", typelib_TypeClass_CHAR},
                {"string", typelib_TypeClass_STRING},
                {"type", typelib_TypeClass_TYPE},
                {"any", typelib_TypeClass_ANY}};
  const entity *e = NULL;
  for (size_t i = 0; i < sizeof simple / sizeof *simple; i++)
    if (strcmp(simple[i].name, name) == 0)
      return simple[i].class;
  if (strncmp(name, "[]", 2) == 0)
    return typelib_TypeClass_SEQUENCE;
  e = find(name);
  if (e == NULL)
    return strcmp(name, "com.sun.star.uno.Exception") == 0 ? typelib_TypeClass_EXCEPTION
                                                           : typelib_TypeClass_INTERFACE;
  return e->head[0] == 's'   ? typelib_TypeClass_STRUCT
         : e->head[0] == 'i' ? typelib_TypeClass_INTERFACE
         : e->head[1] == 'x' ? typelib_TypeClass_EXCEPTION
                             : typelib_TypeClass_ENUM;
}

static typelib_TypeDescriptionReference *reference(typelib_TypeClass class, const char *name) {
  typelib_TypeDescriptionReference *made = NULL;
  rtl_uString *text_name = string(name);
  typelib_typedescriptionreference_new(&made, class, text_name);
  rtl_uString_release(text_name);
  return made;
}

/* The next line of a body, NULL behind the last. What an attribute raises has lines of its own,
 * which end with a "};" that is hardly indented. */
static const char *next_line(const char *at) {
  while ((at = strchr(at, '\n')) != NULL) {
    size_t indent = strspn(++at, " ");
    const char *word = skip_note(at + indent);
    if (strncmp(word, "};", 2) == 0 && indent > 1)
      return NULL;
    if (strncmp(word, "};", 2) != 0 && strncmp(word, "set raises", 10) != 0 &&
        strncmp(word, "get raises", 10) != 0)
      return word;
  }
  return NULL;
}

/* --------------------------------------------------------------------------------------- types */

static void make_compound(typelib_TypeDescription **type, const char *name, const entity *e) {
  typelib_CompoundMember_Init members[MOST];
  typelib_TypeDescription *base = NULL;
  char word[NAME_SIZE];
  sal_Int32 count = 0;
  const char *colon = strstr(e->head, ": ");
  typelib_TypeClass class = class_of(name);
  if (colon != NULL && colon < strchr(e->head, '\n')) {
    take_type(colon + 2, word);
    base = kp_uno_type_new(word);
  }
  for (const char *line = next_line(e->head); line != NULL && count < MOST;
       line = next_line(line), count++) {
    const char *at = take_type(line, word);
    members[count].eTypeClass = class_of(word);
    members[count].pTypeName = string(word);
    take_word(at, word);
    members[count].pMemberName = string(word);
  }
  rtl_uString *full = string(name);
  typelib_typedescription_new(type, class, full, base != NULL ? base->pWeakRef : NULL, count,
                              members);
  rtl_uString_release(full);
  for (sal_Int32 i = 0; i < count; i++) {
    rtl_uString_release(members[i].pTypeName);
    rtl_uString_release(members[i].pMemberName);
  }
  if (base != NULL)
    typelib_typedescription_release(base);
}

static void make_enum(typelib_TypeDescription **type, const char *name, const entity *e) {
  rtl_uString *names[MOST];
  sal_Int32 values[MOST];
  sal_Int32 count = 0;
  char word[NAME_SIZE];
  for (const char *line = next_line(e->head); line != NULL && count < MOST;
       line = next_line(line), count++) {
    take_word(line, word);
    names[count] = string(word);
    values[count] = (sal_Int32)strtol(strchr(line, '=') + 1, NULL, 10);
  }
  rtl_uString *full = string(name);
  typelib_typedescription_newEnum(type, full, count > 0 ? values[0] : 0, count, names, values);
  rtl_uString_release(full);
  for (sal_Int32 i = 0; i < count; i++)
    rtl_uString_release(names[i]);
}

static bool is_base(const char *line) {
  return strncmp(line, "interface ", 10) == 0;
}

/* Name of the member that a line declares; NULL when it declares none. */
static const char *member_name(const char *line, char name[NAME_SIZE]) {
  char type[NAME_SIZE];
  if (is_base(line) || strncmp(line, "[optional]", 10) == 0)
    return NULL;
  const char *at = strncmp(line, "[attribute", 10) == 0 ? strchr(line, ']') + 1 : line;
  at = take_type(at, type);
  take_word(at, name);
  return name;
}

static void make_interface(typelib_TypeDescription **type, const char *name, const entity *e) {
  typelib_TypeDescriptionReference *bases[MOST];
  typelib_TypeDescriptionReference *members[MOST * 4];
  sal_Int32 base_count = 0;
  sal_Int32 count = 0;
  char word[NAME_SIZE];
  char full[2 * NAME_SIZE + 3];
  for (const char *line = next_line(e->head); line != NULL; line = next_line(line)) {
    if (is_base(line)) {
      take_type(line + 10, word);
      bases[base_count++] = reference(typelib_TypeClass_INTERFACE, word);
    } else if (member_name(line, word) != NULL) {
      snprintf(full, sizeof full, "%s::%s", name, word);
      members[count++] = reference(line[0] == '[' ? typelib_TypeClass_INTERFACE_ATTRIBUTE
                                                  : typelib_TypeClass_INTERFACE_METHOD,
                                   full);
    }
  }
  rtl_uString *full_name = string(name);
  typelib_typedescription_newMIInterface((typelib_InterfaceTypeDescription **)(void *)type,
                                         full_name, 0, 0, 0, 0, 0, base_count, bases, count,
                                         members);
  rtl_uString_release(full_name);
  for (sal_Int32 i = 0; i < base_count; i++)
    typelib_typedescriptionreference_release(bases[i]);
  for (sal_Int32 i = 0; i < count; i++)
    typelib_typedescriptionreference_release(members[i]);
}

/* ------------------------------------------------------------------------------------- members */

static void make_attribute(typelib_TypeDescription **type, rtl_uString *full, sal_Int32 position,
                           const char *line) {
  char word[NAME_SIZE];
  take_type(strchr(line, ']') + 1, word);
  rtl_uString *type_name = string(word);
  typelib_typedescription_newInterfaceAttribute(
      (typelib_InterfaceAttributeTypeDescription **)(void *)type, position, full, class_of(word),
      type_name, strncmp(line, "[attribute, readonly", 20) == 0);
  rtl_uString_release(type_name);
}

static void make_method(typelib_TypeDescription **type, rtl_uString *full, sal_Int32 position,
                        const char *line) {
  typelib_Parameter_Init parameters[MOST];
  rtl_uString *exceptions[MOST];
  sal_Int32 parameter_count = 0;
  sal_Int32 exception_count = 0;
  char word[NAME_SIZE];
  char result[NAME_SIZE];
  take_type(line, result);
  const char *at = strchr(line, '(') + 1;
  while (*at == '[') {
    typelib_Parameter_Init *p = &parameters[parameter_count++];
    p->bIn = at[1] == 'i';
    p->bOut = strncmp(at, "[in]", 4) != 0;
    at = take_type(strchr(at, ']') + 1, word);
    p->eTypeClass = class_of(word);
    p->pTypeName = string(word);
    at = take_word(at, word);
    p->pParamName = string(word);
    at += strspn(at, " ,");
  }
  at = strstr(at, "raises (");
  if (at != NULL && at < strchr(line, '\n'))
    for (at += 8; *at == ':'; at += strspn(at, " ,")) {
      at = take_type(at, word);
      exceptions[exception_count++] = string(word);
    }
  rtl_uString *result_name = string(result);
  typelib_typedescription_newInterfaceMethod(
      (typelib_InterfaceMethodTypeDescription **)(void *)type, position, sal_False, full,
      class_of(result), result_name, parameter_count, parameters, exception_count, exceptions);
  rtl_uString_release(result_name);
  for (sal_Int32 i = 0; i < parameter_count; i++) {
    rtl_uString_release(parameters[i].pTypeName);
    rtl_uString_release(parameters[i].pParamName);
  }
  for (sal_Int32 i = 0; i < exception_count; i++)
    rtl_uString_release(exceptions[i]);
}

/* "interface::member", whose position counts behind all inherited ones. */
static void make_member(typelib_TypeDescription **type, const char *name, const char *colons) {
  char interface[NAME_SIZE];
  char word[NAME_SIZE];
  sal_Int32 own = 0;
  snprintf(interface, sizeof interface, "%.*s", (int)(colons - name), name);
  const entity *e = find(interface);
  typelib_TypeDescription *of = e != NULL ? kp_uno_type_new(interface) : NULL;
  if (of == NULL || !typelib_typedescription_complete(&of))
    return;
  const typelib_InterfaceTypeDescription *all = (const typelib_InterfaceTypeDescription *)of;
  for (const char *line = next_line(e->head); *type == NULL && line != NULL;
       line = next_line(line)) {
    if (member_name(line, word) == NULL)
      continue;
    if (strcmp(word, colons + 2) == 0) {
      sal_Int32 position = all->nAllMembers - all->nMembers + own;
      rtl_uString *full = string(name);
      if (line[0] == '[')
        make_attribute(type, full, position, line);
      else
        make_method(type, full, position, line);
      rtl_uString_release(full);
    }
    own++;
  }
  typelib_typedescription_release(of);
}

static void SAL_CALL make_type(void *context, typelib_TypeDescription **type, rtl_uString *wanted) {
  char *name = kp_uno_string_utf8(wanted);
  const char *colons = name != NULL ? strstr(name, "::") : NULL;
  const entity *e = name != NULL ? find(name) : NULL;
  (void)context;
  if (name != NULL && colons != NULL && strstr(name, ":@") == NULL)
    make_member(type, name, colons);
  else if (e != NULL && e->head[0] == 'i')
    make_interface(type, name, e);
  else if (e != NULL && (e->head[0] == 's' || e->head[1] == 'x'))
    make_compound(type, name, e);
  else if (e != NULL && e->head[0] == 'e')
    make_enum(type, name, e);
  free(name);
}

bool fake_idl_open(void) {
  static const char path[] = KP_OFFICE_IDL;
  FILE *file = text == NULL ? fopen(path, "rb") : NULL;
  if (file != NULL) {
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    text = calloc((size_t)size + 1, 1);
    if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size)
      abort();
    fclose(file);
    index_text();
    typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE);
    typelib_static_type_getByTypeClass(typelib_TypeClass_EXCEPTION);
    typelib_typedescription_registerCallback(NULL, make_type);
  }
  return text != NULL;
}
