/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A type library in a table. */
#include "uno_fixture.h"

#include <stdio.h>

enum { MAX_TYPES = 200, MAX_PARTS = 24 };

/*
 * interface NAME BASE… · method RESULT NAME MODE:TYPE… !EXCEPTION… · attribute, readonly TYPE NAME
 * struct, exception NAME BASE MEMBER:TYPE… ("-": no base) · enum NAME VALUE…
 */
static const char *const declarations[] = {
    "exception com.sun.star.uno.RuntimeException com.sun.star.uno.Exception",
    "exception com.sun.star.lang.IllegalArgumentException com.sun.star.uno.Exception "
    "ArgumentPosition:short",
    "exception com.sun.star.lang.WrappedTargetException com.sun.star.uno.Exception "
    "TargetException:any",
    "exception test.Undeclared com.sun.star.uno.Exception",
    "struct com.sun.star.lang.EventObject - Source:com.sun.star.uno.XInterface",
    "interface com.sun.star.lang.XTypeProvider com.sun.star.uno.XInterface",
    "method []type getTypes",
    "method []byte getImplementationId",
    "interface com.sun.star.lang.XServiceInfo com.sun.star.uno.XInterface",
    "method string getImplementationName",
    "method boolean supportsService in:string",
    "method []string getSupportedServiceNames",
    "interface com.sun.star.lang.XEventListener com.sun.star.uno.XInterface",
    "method void disposing in:com.sun.star.lang.EventObject",
    "interface com.sun.star.lang.XComponent com.sun.star.uno.XInterface",
    "method void dispose",
    "method void addEventListener in:com.sun.star.lang.XEventListener",
    "method void removeEventListener in:com.sun.star.lang.XEventListener",
    "interface com.sun.star.lang.XMultiComponentFactory com.sun.star.uno.XInterface",
    "method com.sun.star.uno.XInterface createInstanceWithContext in:string "
    "in:com.sun.star.uno.XInterface !com.sun.star.uno.Exception",
    "interface com.sun.star.uno.XComponentContext com.sun.star.uno.XInterface",
    "method any getValueByName in:string",
    "method com.sun.star.lang.XMultiComponentFactory getServiceManager",
    "interface com.sun.star.lang.XSingleComponentFactory com.sun.star.uno.XInterface",
    "method com.sun.star.uno.XInterface createInstanceWithContext "
    "in:com.sun.star.uno.XComponentContext !com.sun.star.uno.Exception",
    "method com.sun.star.uno.XInterface createInstanceWithArgumentsAndContext in:[]any "
    "in:com.sun.star.uno.XComponentContext !com.sun.star.uno.Exception",
    "interface com.sun.star.beans.XPropertySet com.sun.star.uno.XInterface",
    "method void setPropertyValue in:string in:any !com.sun.star.uno.Exception",
    "method any getPropertyValue in:string !com.sun.star.uno.Exception",
    "enum test.Color RED GREEN BLUE",
    "struct test.Pair - Name:string Value:double Extra:any Flag:boolean",
    "interface test.XKinds com.sun.star.uno.XInterface",
    "method boolean echoBoolean in:boolean",
    "method byte echoByte in:byte",
    "method short echoShort in:short",
    "method unsigned_short echoUnsignedShort in:unsigned_short",
    "method long echoLong in:long",
    "method unsigned_long echoUnsignedLong in:unsigned_long",
    "method hyper echoHyper in:hyper",
    "method unsigned_hyper echoUnsignedHyper in:unsigned_hyper",
    "method float echoFloat in:float",
    "method double echoDouble in:double",
    "method char echoChar in:char",
    "method string echoString in:string",
    "method type echoType in:type",
    "method any echoAny in:any",
    "method test.Color echoColor in:test.Color",
    "method test.Pair echoPair in:test.Pair",
    "method []string echoStrings in:[]string",
    "method com.sun.star.uno.XInterface echoObject in:com.sun.star.uno.XInterface",
    "method com.sun.star.lang.XComponent echoComponent in:com.sun.star.lang.XComponent",
    "method void fill out:long out:string inout:string out:any inout:[]string",
    "method void fail in:string in:string !com.sun.star.lang.IllegalArgumentException "
    "!com.sun.star.lang.WrappedTargetException",
    "attribute long Number",
    "readonly string Label",
    "interface test.XDerived test.XKinds",
    "method long twice in:long",
    "interface test.XOther com.sun.star.uno.XInterface",
    "method void other",
};

static typelib_TypeDescription *declared[MAX_TYPES];
static size_t declared_count;

static rtl_uString *text(const char *ascii) {
  rtl_uString *string = kp_uno_string_new(ascii);
  assert_non_null(string);
  return string;
}

static void declare(typelib_TypeDescription *type) {
  assert_non_null(type);
  assert_true(declared_count < MAX_TYPES);
  typelib_typedescription_register(&type);
  declared[declared_count++] = type;
}

static typelib_TypeDescription *find(const char *name) {
  typelib_TypeDescription *type = kp_uno_type_new(name);
  if (type == NULL)
    fail_msg("the fixture does not declare %s", name);
  return type;
}

static typelib_TypeClass class_of(const char *name) {
  typelib_TypeDescription *type = find(name);
  typelib_TypeClass class = type->eTypeClass;
  typelib_typedescription_release(type);
  return class;
}

/* A line in its words; '_' stands for the blank inside "unsigned long". */
typedef struct line {
  char buffer[400];
  char *part[MAX_PARTS];
  size_t count;
} line;

static void split(line *l, const char *source) {
  l->count = 0;
  snprintf(l->buffer, sizeof l->buffer, "%s", source);
  for (char *word = strtok(l->buffer, " "); word != NULL; word = strtok(NULL, " ")) {
    assert_true(l->count < MAX_PARTS);
    l->part[l->count++] = word;
  }
  for (size_t i = 0; i < l->count; i++)
    for (char *c = l->part[i]; *c != '\0'; c++)
      if (*c == '_')
        *c = ' ';
}

static char *behind_colon(char *word) {
  char *colon = strchr(word, ':');
  assert_non_null(colon);
  *colon = '\0';
  return colon + 1;
}

static void declare_compound(line *l, typelib_TypeClass class) {
  typelib_CompoundMember_Init members[MAX_PARTS];
  typelib_TypeDescription *type = NULL;
  typelib_TypeDescription *base = strcmp(l->part[2], "-") == 0 ? NULL : find(l->part[2]);
  rtl_uString *name = text(l->part[1]);
  size_t count = 0;
  for (size_t i = 3; i < l->count; i++, count++) {
    const char *of = behind_colon(l->part[i]);
    members[count].eTypeClass = class_of(of);
    members[count].pTypeName = text(of);
    members[count].pMemberName = text(l->part[i]);
  }
  typelib_typedescription_new(&type, class, name, base != NULL ? base->pWeakRef : NULL,
                              (sal_Int32)count, members);
  declare(type);
  for (size_t i = 0; i < count; i++) {
    rtl_uString_release(members[i].pTypeName);
    rtl_uString_release(members[i].pMemberName);
  }
  if (base != NULL)
    typelib_typedescription_release(base);
  rtl_uString_release(name);
}

static void declare_enum(line *l) {
  typelib_TypeDescription *type = NULL;
  rtl_uString *name = text(l->part[1]);
  rtl_uString *names[MAX_PARTS];
  sal_Int32 values[MAX_PARTS];
  sal_Int32 count = 0;
  for (size_t i = 2; i < l->count; i++, count++) {
    names[count] = text(l->part[i]);
    values[count] = count;
  }
  typelib_typedescription_newEnum(&type, name, 0, count, names, values);
  declare(type);
  for (sal_Int32 i = 0; i < count; i++)
    rtl_uString_release(names[i]);
  rtl_uString_release(name);
}

static rtl_uString *member_name(const char *interface, const char *member) {
  char buffer[200];
  snprintf(buffer, sizeof buffer, "%s::%s", interface, member);
  return text(buffer);
}

static typelib_TypeDescription *new_method(const rtl_uString *full_name, sal_Int32 position,
                                           line *l) {
  typelib_Parameter_Init parameters[MAX_PARTS];
  rtl_uString *exceptions[MAX_PARTS];
  sal_Int32 parameter_count = 0;
  sal_Int32 exception_count = 0;
  typelib_InterfaceMethodTypeDescription *method = NULL;
  rtl_uString *result = text(l->part[1]);
  for (size_t i = 3; i < l->count; i++) {
    if (l->part[i][0] == '!') {
      exceptions[exception_count++] = text(l->part[i] + 1);
    } else {
      typelib_Parameter_Init *p = &parameters[parameter_count++];
      const char *type = behind_colon(l->part[i]);
      p->bIn = l->part[i][0] == 'i';
      p->bOut = strcmp(l->part[i], "in") != 0;
      p->eTypeClass = class_of(type);
      p->pTypeName = text(type);
      p->pParamName = text("x");
    }
  }
  typelib_typedescription_newInterfaceMethod(
      &method, position, sal_False, (rtl_uString *)(uintptr_t)full_name, class_of(l->part[1]),
      result, parameter_count, parameters, exception_count, exceptions);
  for (sal_Int32 i = 0; i < parameter_count; i++) {
    rtl_uString_release(parameters[i].pTypeName);
    rtl_uString_release(parameters[i].pParamName);
  }
  for (sal_Int32 i = 0; i < exception_count; i++)
    rtl_uString_release(exceptions[i]);
  rtl_uString_release(result);
  return (typelib_TypeDescription *)method;
}

static typelib_TypeDescription *new_attribute(rtl_uString *full_name, sal_Int32 position,
                                              const line *l) {
  typelib_InterfaceAttributeTypeDescription *attribute = NULL;
  rtl_uString *type = text(l->part[1]);
  typelib_typedescription_newInterfaceAttribute(&attribute, position, full_name,
                                                class_of(l->part[1]), type, l->part[0][0] == 'r');
  rtl_uString_release(type);
  return (typelib_TypeDescription *)attribute;
}

static bool is_member(const char *declaration) {
  return declaration[0] == 'm' || declaration[0] == 'a' || declaration[0] == 'r';
}

/* The interface first, its members after it: they are looked up in it. */
static void declare_interface(line *l, const char *const *rest, size_t rest_count) {
  typelib_TypeDescriptionReference *bases[MAX_PARTS];
  typelib_TypeDescriptionReference *members[MAX_PARTS] = {NULL};
  typelib_InterfaceTypeDescription *type = NULL;
  rtl_uString *name = text(l->part[1]);
  sal_Int32 base_count = 0;
  sal_Int32 count = 0;
  line m;
  for (size_t i = 2; i < l->count; i++) {
    typelib_TypeDescription *base = find(l->part[i]);
    typelib_typedescriptionreference_acquire(base->pWeakRef);
    bases[base_count++] = base->pWeakRef;
    typelib_typedescription_release(base);
  }
  for (size_t i = 0; i < rest_count && is_member(rest[i]); i++, count++) {
    split(&m, rest[i]);
    rtl_uString *full = member_name(l->part[1], m.part[2]);
    typelib_typedescriptionreference_new(&members[count],
                                         m.part[0][0] == 'm'
                                             ? typelib_TypeClass_INTERFACE_METHOD
                                             : typelib_TypeClass_INTERFACE_ATTRIBUTE,
                                         full);
    rtl_uString_release(full);
  }
  typelib_typedescription_newMIInterface(&type, name, 0, 0, 0, 0, 0, base_count, bases, count,
                                         members);
  declare((typelib_TypeDescription *)type);
  type = (typelib_InterfaceTypeDescription *)declared[declared_count - 1];
  for (sal_Int32 i = 0; i < count; i++) {
    split(&m, rest[i]);
    rtl_uString *full = member_name(l->part[1], m.part[2]);
    sal_Int32 position = type->nAllMembers - count + i;
    declare(m.part[0][0] == 'm' ? new_method(full, position, &m)
                                : new_attribute(full, position, &m));
    rtl_uString_release(full);
    typelib_typedescriptionreference_release(members[i]);
  }
  for (sal_Int32 i = 0; i < base_count; i++)
    typelib_typedescriptionreference_release(bases[i]);
  rtl_uString_release(name);
}

int uno_fixture_setup(void **state) {
  size_t count = sizeof declarations / sizeof *declarations;
  (void)state;
  typelib_static_type_getByTypeClass(typelib_TypeClass_INTERFACE);
  typelib_static_type_getByTypeClass(typelib_TypeClass_EXCEPTION);
  for (size_t i = 0; i < count; i++) {
    line l;
    if (is_member(declarations[i]))
      continue;
    split(&l, declarations[i]);
    switch (declarations[i][1]) {
    case 't':
      declare_compound(&l, typelib_TypeClass_STRUCT);
      break;
    case 'x':
      declare_compound(&l, typelib_TypeClass_EXCEPTION);
      break;
    case 'n':
      if (declarations[i][0] == 'e')
        declare_enum(&l);
      else
        declare_interface(&l, &declarations[i + 1], count - i - 1);
      break;
    default:
      fail_msg("cannot read %s", declarations[i]);
    }
  }
  return 0;
}

int uno_fixture_teardown(void **state) {
  (void)state;
  while (declared_count > 0)
    typelib_typedescription_release(declared[--declared_count]);
  return 0;
}

void uno_fixture_nothing_left(void **state) {
  (void)state;
  assert_int_equal(kp_uno_object_count(), 0);
  assert_int_equal(uno_fixture_proxy_count(), 0);
}

typelib_TypeDescription *uno_fixture_member(const char *seen_by, const char *member) {
  typelib_TypeDescription *type = find(seen_by);
  typelib_TypeDescription *found = NULL;
  const typelib_InterfaceTypeDescription *interface = (typelib_InterfaceTypeDescription *)type;
  size_t length = strlen(member);
  for (sal_Int32 i = 0; found == NULL && i < interface->nAllMembers; i++) {
    char *name = kp_uno_string_utf8(interface->ppAllMembers[i]->pTypeName);
    if (strncmp(name, member, length) == 0 && (name[length] == '\0' || name[length] == ':'))
      typelib_typedescriptionreference_getDescription(&found, interface->ppAllMembers[i]);
    free(name);
  }
  typelib_typedescription_release(type);
  assert_non_null(found);
  return found;
}

typelib_TypeDescription *uno_fixture_member_copy(const char *member, sal_Int32 position) {
  line l;
  rtl_uString *full = text(member);
  split(&l, "method long x in:long");
  typelib_TypeDescription *copy = new_method(full, position, &l);
  rtl_uString_release(full);
  return copy;
}
