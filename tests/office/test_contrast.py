#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be seen in every theme: pictures on any background, fields that show where they are."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_office import BUNDLED, ROOT, Display, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook  # noqa: E402

ICONS = os.path.join(ROOT, "extension", "icons")
OF_THE_DECK = ("deck.png", "deck_dark.png", "kernpunt.png", "kernpunt_dark.png")  # one for light and one for dark
# Of lists and of their selected rows; of buttons. GTK's themes, high contrast, generic back end.
LISTS = ("ffffff", "000000", "2d2d2d", "3584e4", "15539e", "1b6acb", "0f3b71", "000080")
BUTTONS = ("ffffff", "000000", "303030", "f6f5f4", "353535", "c0c0c0")
ON_BUTTONS = ("menu.png", "calendar.png")
ENOUGH = 3.0  # WCAG 2.1, 1.4.11: what a picture needs to be understood
LEAST = 12  # pixels of 256 that stand out; the smallest picture has some 30


def luminance(red, green, blue):
    parts = [v / 3294.6 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4
             for v in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(*one), luminance(*other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels(path):
    """Red, green, blue and opacity of each pixel."""
    raw = subprocess.run(["convert", path, "-depth", "8", "rgba:-"], check=True,
                         stdout=subprocess.PIPE).stdout
    return [tuple(raw[i:i + 4]) for i in range(0, len(raw), 4)]


def seen(pixel, behind):
    """The colour of a pixel above another one."""
    opacity = pixel[3] / 255
    return [above * opacity + below * (1 - opacity) for above, below in zip(pixel, behind)]


def test_pictures_stand_out_on_every_background():
    names = sorted(set(os.listdir(ICONS)) - set(OF_THE_DECK))
    assert len(names) >= 10, names
    faint = []
    for name in names:
        picture = pixels(os.path.join(ICONS, name))
        for background in BUTTONS if name in ON_BUTTONS else LISTS:
            behind = tuple(bytes.fromhex(background))
            found = sum(contrast(seen(pixel, behind), behind) >= ENOUGH for pixel in picture)
            if found < LEAST:
                faint.append("%s on %s: %d pixels" % (name, background, found))
    assert not faint, faint


def framed(deck, field):
    """A line that lies just outside the field, and is shown when the field is."""
    frame = deck.today.dialog().getControl("frame_" + field)
    assert frame is not None, field + " has no line around it"
    inner, outer = deck.today.control(field).PosSize, frame.PosSize
    assert outer.X < inner.X and outer.X + outer.Width > inner.X + inner.Width, (inner, outer)
    assert outer.Y < inner.Y and outer.Y + outer.Height > inner.Y + inner.Height, (inner, outer)
    assert frame.isVisible(), field
    return frame


def frames(backend, theme):
    with Display() as display, Office(extension=BUNDLED, backend=backend, display=display,
                                      env={"GTK_THEME": theme}) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        workbook.append("lists", person="Jansen, Petra")
        deck = Deck(doc)
        office.dispatch(doc, "service:org.kernpunt.calc.Command?log")
        deck.today.wait("field_action")
        framed(deck, "field_action")
        assert deck.today.dialog().getControl("frame_field_owner") is None
        # The line is no name for anything: fields after it keep their own.
        for field, name in (("field_action", "Action"), ("field_owner", "Owner")):
            said = deck.today.control(field).getAccessibleContext().getAccessibleName()
            assert said.startswith(name), (field, said)
        frame = framed(deck, "field_action")
        deck.today.press("foot_slot")
        wait_for(lambda: not deck.today.has("field_action"), "the form to go")
        assert deck.today.dialog().getControl("frame_field_action") is None or \
            not frame.isVisible(), "a line around nothing"
        office.close_doc(doc)
        assert office.stderr_text() == "", office.stderr_text()


def test_frames_of_fields_gtk3():
    frames("gtk3", "HighContrast")


def test_frames_of_fields_gen():
    frames("gen", "")


if __name__ == "__main__":
    main(globals())
