# SPDX-License-Identifier: GPL-3.0-or-later
"""Panels that come and go: several documents, open menus, closing under it, fifty times."""

import os
import tempfile

import uno  # noqa: F401 (makes com.sun.star importable)

from com.sun.star.util import CloseVetoException

from kp_office import BUNDLED, ODS, Display, Office, main, wait_for
from kp_panel import Panel, first_save, live_objects


def test_two_documents_at_once():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        one, two = office.new_calc(), office.new_calc()
        panels = Panel(one), Panel(two)
        panels[0].fill("typed in one", "A", "+1")
        first_save(display, panels[1], what="logged in two")
        assert not one.Sheets.hasByName("Actions") and not one.isModified()
        assert two.Sheets.getByName("Actions").getCellByPosition(1, 2).String == "logged in two"
        assert panels[0].texts() == ("typed in one", "A", "+1")
        office.close_doc(two)
        first_save(display, panels[0], what="logged in one")
        assert one.Sheets.getByName("Actions").getCellByPosition(1, 2).String == "logged in one"


def test_close_under_an_open_menu():
    """The document refuses while the menu is open: with gtk3 the office could not end after it."""
    for backend in ("gtk3", "gen"):
        with Display() as display, Office(extension=BUNDLED, backend=backend,
                                          display=display) as office:
            kept, doc = office.new_calc(), office.new_calc()
            kept_panel = Panel(kept)  # the office keeps the factory of the first panel
            start = live_objects(office)
            panel = Panel(doc)

            def windows():
                return len(display.xdotool("search", "--onlyvisible", "--class", "").split())

            before = windows()
            panel.press("status")
            wait_for(lambda: windows() > before, "the menu")
            try:
                office.close_doc(doc)
                raise AssertionError("the document closed under an open menu")
            except CloseVetoException:
                pass
            display.key("Escape")
            wait_for(lambda: windows() == before, "the menu to go")
            office.close_doc(doc)
            wait_for(lambda: live_objects(office) == start, "the panel to go")
            assert kept_panel.texts() == ("", "", "")
            assert office.stderr_text() == "", office.stderr_text()


def fifty_times(backend):
    """Open, use, hide, show, close under it: no crash and no object left."""
    with Display() as display, Office(extension=BUNDLED, backend=backend, display=display,
                                      watchdog=600) as office:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "table.ods")
            doc = office.new_calc()
            first_save(display, Panel(doc))
            office.store(doc, path, ODS)
            office.close_doc(doc)
            start = live_objects(office)
            for turn in range(50):
                one = office.load(path)
                two = office.new_calc() if turn % 2 else None
                panel = Panel(one)
                assert live_objects(office) > start
                if two:
                    other = Panel(two)
                    other.fill("typed", "and", "left")
                panel.fill("turn %d" % turn, "Petra", "+%d" % turn)
                assert panel.save().startswith("Logged as"), panel.label("message")
                if turn % 3 == 0:
                    shown = live_objects(office)
                    panel.sidebar.setVisible(False)
                    wait_for(lambda: live_objects(office) < shown, "the hidden panel to go")
                    panel = Panel(one)
                panel.fill("closed", "under", "it")
                for doc in (one, two) if turn % 4 else (two, one):
                    if doc:
                        office.close_doc(doc)
                panel = other = None
                wait_for(lambda: live_objects(office) == start,
                         "objects to go in turn %d: %d, not %d"
                         % (turn, live_objects(office), start))
            assert office.stderr_text() == "", office.stderr_text()


def test_fifty_times_gtk3():
    fifty_times("gtk3")


def test_fifty_times_gen():
    fifty_times("gen")


if __name__ == "__main__":
    main(globals())
