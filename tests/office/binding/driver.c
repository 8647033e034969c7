/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The component as a caller of office and Python objects. */
#include "binding.h"

#include <stdlib.h>

#define SHEET "com.sun.star.sheet."
#define TABLE "com.sun.star.table."

typedef struct driver {
  uno_Interface *changes; /* our listener, NULL when nobody listens */
} driver;

static kp_uno_method get_sheets = KP_UNO_METHOD(SHEET "XSpreadsheetDocument::getSheets");
static kp_uno_method get_by_index =
    KP_UNO_METHOD("com.sun.star.container.XIndexAccess::getByIndex");
static kp_uno_method get_by_name = KP_UNO_METHOD("com.sun.star.container.XNameAccess::getByName");
static kp_uno_method get_cell = KP_UNO_METHOD(TABLE "XCellRange::getCellByPosition");
static kp_uno_method get_range = KP_UNO_METHOD(TABLE "XCellRange::getCellRangeByName");
static kp_uno_method get_address = KP_UNO_METHOD(SHEET "XCellRangeAddressable::getRangeAddress");
static kp_uno_method get_data = KP_UNO_METHOD(SHEET "XCellRangeData::getDataArray");
static kp_uno_method set_data = KP_UNO_METHOD(SHEET "XCellRangeData::setDataArray");
static kp_uno_method set_value = KP_UNO_METHOD(TABLE "XCell::setValue");
static kp_uno_method get_value = KP_UNO_METHOD(TABLE "XCell::getValue");
static kp_uno_method get_string = KP_UNO_METHOD("com.sun.star.text.XTextRange::getString");

static bool first_sheet(kp_uno_error *error, uno_Interface *document, uno_Interface **sheet) {
  uno_Interface *sheets = NULL;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_call(error, document, &get_sheets, &sheets) &&
              kp_uno_call(error, sheets, &get_by_index, &any, 0) &&
              (kp_uno_any_get_interface(&any, sheet) ||
               kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "no sheet"));
  kp_uno_any_clear(&any);
  kp_uno_release(sheets);
  return good;
}

static bool get_live_objects(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = (sal_Int32)kp_uno_object_count();
  return true;
}

static bool same(kp_uno_incoming *in) {
  *(sal_Bool *)in->result =
      kp_uno_same(KP_UNO_ARG(uno_Interface *, in, 0), KP_UNO_ARG(uno_Interface *, in, 1));
  return true;
}

static bool fill_from(kp_uno_incoming *in) {
  static kp_uno_method fill = KP_UNO_METHOD(TEST_KINDS "::fill");
  rtl_uString *text = NULL;
  sal_Int32 number = 41;
  sal_Int32 length = 0;
  int32_t inside = 0;
  uno_Any value;
  uno_Sequence *names = kp_uno_sequence_new("[]string", 2);
  if (names == NULL)
    return kp_uno_error_memory(in->error);
  kp_uno_error report = KP_UNO_NO_ERROR;
  bool good = kp_uno_call(in->error, KP_UNO_ARG(uno_Interface *, in, 0), &fill, &length, &text,
                          &number, &value, &names);
  if (good) {
    char *utf8 = kp_uno_string_utf8(text);
    kp_uno_any_get_long(&value, &inside);
    kp_uno_error_set(&report, "", "%s|%d|%d|%d|%d", utf8 != NULL ? utf8 : "", (int)number,
                     (int)inside, (int)names->nElements, (int)length);
    free(utf8);
    kp_uno_any_clear(&value);
    rtl_uString_release(text);
  }
  kp_uno_sequence_free(names, "[]string");
  return good && kp_uno_return_string(in, report.message);
}

/* "type|message" as the result. */
static bool return_error(kp_uno_incoming *in, const kp_uno_error *caught) {
  kp_uno_error both = KP_UNO_NO_ERROR;
  kp_uno_error_set(&both, "", "%s|%s", caught->type, caught->message);
  return kp_uno_return_string(in, both.message);
}

static bool catch_from(kp_uno_incoming *in) {
  static kp_uno_method fail_method = KP_UNO_METHOD(TEST_KINDS "::fail");
  kp_uno_error caught = KP_UNO_NO_ERROR;
  char *type = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 1));
  char *message = kp_uno_string_utf8(KP_UNO_ARG(rtl_uString *, in, 2));
  kp_uno_call(&caught, KP_UNO_ARG(uno_Interface *, in, 0), &fail_method, NULL, type, message);
  free(type);
  free(message);
  return return_error(in, &caught);
}

static bool missing_sheet(kp_uno_error *error, uno_Interface *document) {
  uno_Interface *sheets = NULL;
  uno_Any any;
  bool good = kp_uno_call(error, document, &get_sheets, &sheets);
  if (good) {
    good = kp_uno_call(error, sheets, &get_by_name, &any, "no such sheet");
    if (good)
      kp_uno_any_clear(&any);
  }
  kp_uno_release(sheets);
  return good;
}

static bool provoke(kp_uno_incoming *in) {
  kp_uno_error caught = KP_UNO_NO_ERROR;
  uno_Interface *document = KP_UNO_ARG(uno_Interface *, in, 0);
  const rtl_uString *how = KP_UNO_ARG(rtl_uString *, in, 1);
  if (kp_uno_string_is(how, "sheet"))
    missing_sheet(&caught, document);
  else if (kp_uno_string_is(how, "property"))
    kp_uno_property_set_long(&caught, document, "NoSuchProperty", 1);
  else if (kp_uno_string_is(how, "interface"))
    kp_uno_call(&caught, document, &get_cell, NULL);
  return return_error(in, &caught);
}

static bool pass_on(kp_uno_incoming *in) {
  return missing_sheet(in->error, KP_UNO_ARG(uno_Interface *, in, 0));
}

/* A table with one text and five numbers, whose sum is 15. */
static uno_Sequence *make_table(kp_uno_error *error) {
  uno_Sequence *rows = kp_uno_sequence_new("[][]any", 3);
  bool good = rows != NULL || kp_uno_error_memory(error);
  for (int r = 0; good && r < 3; r++) {
    uno_Sequence *row = kp_uno_sequence_new("[]any", 2);
    good = row != NULL || kp_uno_error_memory(error);
    if (!good)
      break;
    kp_uno_sequence_free(KP_UNO_ELEMENTS(uno_Sequence *, rows)[r], "[]any");
    KP_UNO_ELEMENTS(uno_Sequence *, rows)[r] = row;
    for (int c = 0; c < 2; c++)
      kp_uno_any_set_double(&KP_UNO_ELEMENTS(uno_Any, row)[c], 2.0 * r + c);
  }
  if (good)
    good = kp_uno_any_set_string(
        &KP_UNO_ELEMENTS(uno_Any, KP_UNO_ELEMENTS(uno_Sequence *, rows)[0])[0], "head", error);
  if (!good) {
    kp_uno_sequence_free(rows, "[][]any");
    rows = NULL;
  }
  return rows;
}

static double sum_table(const uno_Sequence *rows) {
  double sum = 0;
  for (sal_Int32 r = 0; r < rows->nElements; r++) {
    const uno_Sequence *row = KP_UNO_ELEMENTS(uno_Sequence *, rows)[r];
    for (sal_Int32 c = 0; c < row->nElements; c++) {
      double value = 0;
      if (kp_uno_any_get_double(&KP_UNO_ELEMENTS(uno_Any, row)[c], &value))
        sum += value;
    }
  }
  return sum;
}

/* `range` is held as XCellRange only; the calls belong to four other interfaces of the object. */
static bool arrays(kp_uno_error *error, uno_Interface *sheet, double *sum) {
  uno_Interface *range = NULL;
  uno_Sequence *written = make_table(error);
  uno_Sequence *read = NULL;
  kp_uno_cell_range_address address = {0};
  bool good = written != NULL && kp_uno_call(error, sheet, &get_range, &range, "B2:C4") &&
              kp_uno_call(error, range, &set_data, NULL, written) &&
              kp_uno_call(error, range, &get_data, &read) &&
              kp_uno_call(error, range, &get_address, &address);
  if (good && (address.start_column != 1 || address.end_row != 3))
    good = kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "the address is wrong");
  if (good)
    *sum = sum_table(read);
  kp_uno_sequence_free(read, "[][]any");
  kp_uno_sequence_free(written, "[][]any");
  kp_uno_release(range);
  return good;
}

/* Number, colour and a struct of strings as properties of a cell. */
static bool properties(kp_uno_error *error, uno_Interface *cell) {
  static const char locale_type[] = "com.sun.star.lang.Locale";
  kp_uno_locale locale = {NULL, NULL, NULL};
  int32_t color = 0;
  uno_Any any;
  kp_uno_any_init(&any);
  bool good = kp_uno_property_set_long(error, cell, "CellBackColor", 0x123456) &&
              kp_uno_property_get_long(error, cell, "CellBackColor", &color) &&
              kp_uno_property_get(error, cell, "CharLocale", &any);
  if (good && (color != 0x123456 || !kp_uno_any_get_struct(&any, locale_type, &locale)))
    good = kp_uno_error_set(error, KP_UNO_RUNTIME_EXCEPTION, "properties differ");
  if (good) {
    good = kp_uno_string_assign(&locale.language, "nl", error) &&
           kp_uno_string_assign(&locale.country, "NL", error) &&
           kp_uno_any_set(&any, locale_type, &locale, error) &&
           kp_uno_property_set(error, cell, "CharLocale", &any);
    kp_uno_value_clear(&locale, locale_type);
  }
  kp_uno_any_clear(&any);
  return good;
}

static bool work(kp_uno_incoming *in) {
  uno_Interface *sheet = NULL;
  uno_Interface *cell = NULL;
  char *text = NULL;
  double sum = 0;
  bool good = first_sheet(in->error, KP_UNO_ARG(uno_Interface *, in, 0), &sheet) &&
              kp_uno_call(in->error, sheet, &get_cell, &cell, 0, 0) &&
              kp_uno_call(in->error, cell, &set_value, NULL, 0.5) &&
              kp_uno_call(in->error, cell, &get_string, &text) && properties(in->error, cell) &&
              arrays(in->error, sheet, &sum);
  if (good)
    *(double *)in->result = sum + strtod(text, NULL);
  free(text);
  kp_uno_release(cell);
  kp_uno_release(sheet);
  return good;
}

static bool repeat(kp_uno_incoming *in) {
  sal_Int32 count = KP_UNO_ARG(sal_Int32, in, 1);
  sal_Int32 done = 0;
  uno_Interface *sheet = NULL;
  bool good = first_sheet(in->error, KP_UNO_ARG(uno_Interface *, in, 0), &sheet);
  for (sal_Int32 i = 0; good && i < count; i++) {
    uno_Interface *cell = NULL;
    double value = 0;
    good = kp_uno_call(in->error, sheet, &get_cell, &cell, i % 50, i % 1000) &&
           kp_uno_call(in->error, cell, &set_value, NULL, (double)i) &&
           kp_uno_call(in->error, cell, &get_value, &value);
    done += good && value == (double)i;
    kp_uno_release(cell);
  }
  kp_uno_release(sheet);
  if (good)
    *(sal_Int32 *)in->result = done;
  return good;
}

/* --------------------------------------------------------------------------------- listening */

static bool modified(kp_uno_incoming *in) {
  ((test_changes *)in->state)->events++;
  return true;
}

static bool gone(kp_uno_incoming *in) {
  ((test_changes *)in->state)->gone = true;
  return true;
}

static const kp_uno_row changes_rows[] = {
    {"com.sun.star.util.XModifyListener::modified", modified, NULL},
    {"com.sun.star.lang.XEventListener::disposing", gone, NULL},
};
static const char *const changes_interfaces[] = {"com.sun.star.util.XModifyListener", NULL};

kp_uno_class test_changes_class = {
    .implementation = TEST "comp.Changes",
    .interfaces = changes_interfaces,
    .rows = changes_rows,
    .row_count = sizeof changes_rows / sizeof *changes_rows,
    .state_size = sizeof(test_changes),
};

static bool listen(kp_uno_incoming *in) {
  static kp_uno_method add =
      KP_UNO_METHOD("com.sun.star.util.XModifyBroadcaster::addModifyListener");
  driver *self = in->state;
  kp_uno_release(self->changes);
  self->changes = kp_uno_object_new(&test_changes_class, NULL, in->error);
  return self->changes != NULL &&
         kp_uno_call(in->error, KP_UNO_ARG(uno_Interface *, in, 0), &add, NULL, self->changes);
}

static bool stop(kp_uno_incoming *in) {
  static kp_uno_method remove =
      KP_UNO_METHOD("com.sun.star.util.XModifyBroadcaster::removeModifyListener");
  const driver *self = in->state;
  return kp_uno_call(in->error, KP_UNO_ARG(uno_Interface *, in, 0), &remove, NULL, self->changes);
}

static const test_changes *seen(const kp_uno_incoming *in) {
  static const test_changes nothing = {0, false};
  const driver *self = in->state;
  const test_changes *changes = kp_uno_object_state(self->changes, &test_changes_class);
  return changes != NULL ? changes : &nothing;
}

static bool get_events(kp_uno_incoming *in) {
  *(sal_Int32 *)in->result = seen(in)->events;
  return true;
}

static bool get_source_gone(kp_uno_incoming *in) {
  *(sal_Bool *)in->result = seen(in)->gone;
  return true;
}

static void driver_finalize(void *state) {
  kp_uno_release(((driver *)state)->changes);
}

static const kp_uno_row rows[] = {
    {TEST_DRIVER "::LiveObjects", get_live_objects, NULL},
    {TEST_DRIVER "::same", same, NULL},
    {TEST_DRIVER "::passThrough", test_pass_through, NULL},
    {TEST_DRIVER "::fillFrom", fill_from, NULL},
    {TEST_DRIVER "::catchFrom", catch_from, NULL},
    {TEST_DRIVER "::provoke", provoke, NULL},
    {TEST_DRIVER "::passOn", pass_on, NULL},
    {TEST_DRIVER "::work", work, NULL},
    {TEST_DRIVER "::repeat", repeat, NULL},
    {TEST_DRIVER "::listen", listen, NULL},
    {TEST_DRIVER "::stop", stop, NULL},
    {TEST_DRIVER "::Events", get_events, NULL},
    {TEST_DRIVER "::SourceGone", get_source_gone, NULL},
    {TEST_DRIVER "::layoutDifferences", test_layout_differences, NULL},
    {TEST_DRIVER "::LayoutCount", test_layout_count, NULL},
    {TEST_DRIVER "::knownConstants", test_constants, NULL},
};
static const char *const services[] = {TEST "Driver", NULL};
static const char *const interfaces[] = {TEST_DRIVER, NULL};

kp_uno_class test_driver_class = {
    .implementation = TEST "comp.Driver",
    .services = services,
    .interfaces = interfaces,
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .state_size = sizeof(driver),
    .finalize = driver_finalize,
};
