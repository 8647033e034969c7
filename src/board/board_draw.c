/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures that are drawn for the size and the theme of the moment. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* The bytes as a stream of the office. */
static uno_Interface *stream_of(const kp_board *board, const char *bytes, size_t size) {
  static kp_uno_method get_manager =
      KP_UNO_METHOD("com.sun.star.uno.XComponentContext::getServiceManager");
  static kp_uno_method make = KP_UNO_METHOD("com.sun.star.lang.XMultiComponentFactory::"
                                            "createInstanceWithArgumentsAndContext");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *manager = NULL;
  uno_Interface *stream = NULL;
  uno_Sequence *data = kp_uno_sequence_new("[]byte", size);
  uno_Sequence *arguments = kp_uno_sequence_new("[]any", 1);
  if (data != NULL)
    memcpy(data->elements, bytes, size);
  if (data != NULL && arguments != NULL &&
      kp_uno_any_set(&KP_UNO_ELEMENTS(uno_Any, arguments)[0], "[]byte", &data, &ignored) &&
      kp_uno_call(&ignored, board->context, &get_manager, &manager) &&
      !kp_uno_call(&ignored, manager, &make, &stream, "com.sun.star.io.SequenceInputStream",
                   arguments, board->context))
    stream = NULL;
  kp_uno_release(manager);
  kp_uno_sequence_free(arguments, "[]any");
  kp_uno_sequence_free(data, "[]byte");
  return stream;
}

static uno_Interface *graphic_of(const kp_board *board, const char *bytes, size_t size) {
  static kp_uno_method query = KP_UNO_METHOD("com.sun.star.graphic.XGraphicProvider::queryGraphic");
  kp_uno_error ignored = KP_UNO_IGNORED;
  uno_Interface *provider = NULL;
  uno_Interface *graphic = NULL;
  uno_Interface *stream = stream_of(board, bytes, size);
  uno_Sequence *media = kp_uno_sequence_new("[]com.sun.star.beans.PropertyValue", 1);
  if (stream != NULL && media != NULL) {
    kp_uno_property_value *value = KP_UNO_ELEMENTS(kp_uno_property_value, media);
    if (!kp_uno_string_assign(&value->name, "InputStream", &ignored) ||
        !kp_uno_any_set_interface(&value->value, "com.sun.star.io.XInputStream", stream,
                                  &ignored) ||
        !kp_uno_create(&ignored, board->context, "com.sun.star.graphic.GraphicProvider",
                       &provider) ||
        !kp_uno_call(&ignored, provider, &query, &graphic, media))
      graphic = NULL;
  }
  kp_uno_sequence_free(media, "[]com.sun.star.beans.PropertyValue");
  kp_uno_release(provider);
  kp_uno_release(stream);
  return graphic;
}

static int32_t known(int32_t colour, int32_t otherwise) {
  return colour >= 0 ? colour : otherwise;
}

static kp_board_canvas canvas_of(const kp_board *board, const kp_widget *widget) {
  static kp_uno_method ground = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::DialogColor");
  static kp_uno_method text = KP_UNO_METHOD("com.sun.star.awt.XStyleSettings::DialogTextColor");
  kp_board_canvas canvas = {.width = widget->at.width, .height = widget->at.height};
  canvas.line = kp_board_line_height(board);
  canvas.ground = known(kp_board_style(board, &ground), 0xFFFFFF);
  canvas.text = known(kp_board_style(board, &text), 0);
  /* High contrast: on which side it is, the ground tells too. */
  kp_theme theme = kp_theme_of(canvas.ground, false);
  canvas.dark = theme == KP_THEME_DARK;
  canvas.quiet =
      board->theme == KP_THEME_CONTRAST ? canvas.text : kp_tone_colour(KP_TONE_QUIET, theme);
  canvas.track = kp_tone_colour(KP_TONE_TRACK, theme);
  return canvas;
}

void kp_board_draw_now(const kp_board *board, kp_widget *widget) {
  kp_uno_error ignored = KP_UNO_IGNORED;
  size_t size = 0;
  uno_Any any;
  if (widget->draw == NULL || widget->at.width <= 0 || board->gone)
    return;
  const kp_board_canvas canvas = canvas_of(board, widget);
  char *bytes = widget->draw(widget->draws, &canvas, &size);
  uno_Interface *graphic = bytes != NULL ? graphic_of(board, bytes, size) : NULL;
  kp_uno_any_init(&any);
  if (kp_uno_any_set_interface(&any, "com.sun.star.graphic.XGraphic", graphic, &ignored))
    kp_uno_property_set(&ignored, widget->model, "Graphic", &any);
  widget->drawn = widget->at.width;
  kp_uno_any_clear(&any);
  kp_uno_release(graphic);
  free(bytes);
}

void kp_board_set_drawing(kp_board *board, int widget, kp_board_draw draw, const void *data) {
  kp_widget *of = kp_board_widget(board, widget);
  if (of == NULL)
    return;
  of->draw = draw;
  of->draws = data;
  of->drawn = 0;
  if (kp_board_visible(of) && of->at.width > 0 && board->holding == 0)
    kp_board_draw_now(board, of);
}
