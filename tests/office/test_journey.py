#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 at the deck, by keyboard."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_journey import Person  # noqa: E402
from kp_office import BUNDLED, Display, Office, main  # noqa: E402
from kp_workbook import Workbook  # noqa: E402
from test_menu import Browser  # noqa: E402


def window(display, backend, language, **more):
    """An office in a window."""
    return Office(extension=BUNDLED, backend=backend, display=display,
                  ui_language="nl" if language == "nl" else "en-US",
                  locale="nl-NL" if language == "nl" else "en-US", user_name=("Anna", "de Wit"),
                  **more)


def test_f1_opens_our_page_alone_gen():
    """With gtk3 the office's own window hears F1 before any panel."""
    with tempfile.TemporaryDirectory() as folder, Display() as display:
        browser = Browser(folder)
        with window(display, "gen", "nl", env={"DESKTOP_LAUNCH": browser.path}) as office:
            doc = office.new_calc()
            Workbook(office, doc, "nl").set_up("nl")
            me = Person(office, display, doc)
            me.open_deck()
            windows = display.windows()
            display.key("F1")
            assert browser.wait(1).endswith("/help/help_nl.html#today")
            me.settled()
            assert display.windows() == windows, "the office's own help came too"
            assert me.everywhere(), "the focus left the deck"
            office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
