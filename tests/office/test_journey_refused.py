#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows of one document, by keyboard: what one types and saves shows in the other."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_follow import start  # noqa: E402
from kp_journey import Person  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402
from kp_workbook import day  # noqa: E402


def window(display, backend, language, **more):
    return Office(extension=BUNDLED, backend=backend, display=display,
                  ui_language="nl" if language == "nl" else "en-US",
                  locale="nl-NL" if language == "nl" else "en-US", user_name=("Anna", "de Wit"),
                  **more)


def two_windows(backend):
    """What one saves shows in the other; the first window closes under its form."""
    with Display() as display, window(display, backend, "en") as office:
        doc, book = start(office, "en")
        one = Deck(doc)
        one.follow.wait("field_goal")
        first = doc.CurrentController
        me = Person(office, display, doc)
        me.open_deck()
        me.go(me.deck.follow)
        me.tab("field_goal", 8)
        me.type("Typed in the first", "field_goal")
        known = set(display.windows("LibreOffice Calc"))
        office.dispatch(doc, ".uno:NewWindow")
        wait_for(lambda: doc.CurrentController != first, "the second window")
        second = doc.CurrentController
        fresh = wait_for(lambda: set(display.windows("LibreOffice Calc")) - known, "its window")
        display.xdotool("windowactivate", "--sync", fresh.pop())
        other = Person(office, display, doc, activate=False)
        other.open_deck()
        other.go(other.deck.follow)
        other.pane.wait("field_goal")
        assert other.pane.text("field_goal") == "Typed in the first"
        other.tab("field_goal", 8)
        other.written()
        one.follow.wait("field_number")  # the first window goes on too
        display.key("Escape")
        wait_for(lambda: not other.everywhere(), "the focus in the sheet")
        display.key("ctrl+z")
        wait_for(lambda: book.rows("goals") == [], "undo")
        for pane in (one.follow, other.deck.follow):
            pane.wait("field_goal")
        display.key("ctrl+y")
        wait_for(lambda: len(book.rows("goals")) == 1, "redo")
        for pane in (one.follow, other.deck.follow):
            pane.wait("field_number")
        first.Frame.close(True)
        wait_for(lambda: doc.CurrentController == second, "the first window to close")
        other.open_deck()
        other.go(other.deck.follow)
        other.tab("field_number", 12)
        other.type("0", "field_number")
        other.fill(name="Spring", start=day(-9))
        other.written()
        assert len(book.rows("waves")) == 1
        office.close_doc(doc)
        assert office.stderr_text() == "", office.stderr_text()


def test_two_windows_gen():
    two_windows("gen")


def test_two_windows_gtk3():
    two_windows("gtk3")


if __name__ == "__main__":
    main(globals())
