#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The deck's panels come and go: several documents, open menus, closing under them, drafts, themes."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import uno  # noqa: E402,F401 (makes com.sun.star importable)

from com.sun.star.util import CloseVetoException  # noqa: E402

from kp_deck import Deck, live_objects, menus  # noqa: E402
from kp_office import (BUNDLED, ODS, Display, Office, file_url, main, props,  # noqa: E402
                       wait_for)
from kp_workbook import Workbook  # noqa: E402

ACTION = {"action": "Call customers back within a day", "owner": "Jansen, Petra", "deadline": "+7"}


def open_loose(deck):
    """The form of an action without a focus point: what the menu entry Log action… opens."""
    if deck.today.has("field_action"):
        return
    deck.office.dispatch(deck.doc, "service:org.kernpunt.calc.Command?log")
    deck.today.wait("field_action")


def fill(deck, values=None):
    for name, text in (values or ACTION).items():
        deck.today.type("field_" + name, text)


def opened(office, doc=None):
    doc = doc or office.new_calc()
    workbook = Workbook(office, doc)
    if "_kernpunt" not in doc.Sheets.ElementNames:
        workbook.set_up()
        workbook.append("lists", person="Jansen, Petra")
    deck = Deck(doc)
    deck.office = office
    open_loose(deck)
    return deck, workbook


def save(deck, said="Saved|Opgeslagen"):
    deck.today.press("foot_save")
    return deck.today.wait_label("foot_state", said)


def test_two_documents_at_once():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        one, in_one = opened(office)
        fill(one, {"action": "typed in one and not saved"})
        two, in_two = opened(office)
        fill(two)
        save(two)
        assert in_one.rows("actions") == [] and len(in_two.rows("actions")) == 1
        assert one.today.text("field_action") == "typed in one and not saved"
        office.close_doc(two.doc)
        fill(one)
        save(one)
        assert [row["action"] for row in in_one.rows("actions")] == [ACTION["action"]]


def test_close_under_an_open_menu():
    """The document refuses while the menu is open: with gtk3 the office could not end after it."""
    for backend in ("gtk3", "gen"):
        with Display() as display, Office(extension=BUNDLED, backend=backend,
                                          display=display) as office:
            kept = opened(office)[0]
            start = live_objects(office)
            deck = opened(office)[0]
            before = menus(display)
            deck.today.press("menu_owner")
            wait_for(lambda: menus(display) > before, "the menu")
            try:
                office.close_doc(deck.doc)
                raise AssertionError("the document closed under an open menu")
            except CloseVetoException:
                pass
            display.key("Escape")
            wait_for(lambda: menus(display) == before, "the menu to go")
            office.close_doc(deck.doc)
            wait_for(lambda: live_objects(office) <= start, "the panels to go")  # noqa: B023
            assert kept.today.text("field_action") == ""
            assert office.stderr_text() == "", office.stderr_text()


def test_what_is_typed_survives_hiding_and_other_decks():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        deck, workbook = opened(office)
        fill(deck)
        shown = live_objects(office)
        deck.hide()
        wait_for(lambda: live_objects(office) < shown, "the hidden panels to go")
        deck = Deck(deck.doc)
        deck.office = office
        deck.today.wait("field_action")
        assert deck.today.text("field_action") == ACTION["action"]
        assert deck.today.text("field_owner") == ACTION["owner"]
        office.dispatch(deck.doc, ".uno:SidebarDeck.NavigatorDeck")
        wait_for(lambda: not deck.deck.isActive(), "another deck")
        deck = Deck(deck.doc)
        assert deck.today.text("field_action") == ACTION["action"]
        save(deck)
        assert [row["action"] for row in workbook.rows("actions")] == [ACTION["action"]]


def test_what_is_typed_survives_a_change_of_theme():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        deck = opened(office)[0]
        fill(deck)
        office.configure("/org.openoffice.Office.Common/Misc", SymbolStyle="colibre_dark")
        deck = Deck(deck.doc)
        deck.today.wait("field_action")
        assert deck.today.text("field_action") == ACTION["action"]
        assert office.stderr_text() == "", office.stderr_text()


def test_what_is_typed_survives_a_crash():
    with tempfile.TemporaryDirectory() as folder:
        path, profile = os.path.join(folder, "team.ods"), os.path.join(folder, "profile")
        with Office(extension=BUNDLED, profile=profile) as office:
            deck = opened(office)[0]
            deck.doc.storeAsURL(file_url(path), props(FilterName=ODS))
            fill(deck)
            office.crash()
        with Office(extension=BUNDLED, profile=profile) as office:
            os.remove(os.path.join(folder, ".~lock.team.ods#"))  # as its user answers the question
            doc = office.load(path)
            deck = Deck(doc)
            deck.today.wait("field_action")
            assert deck.today.text("field_action") == ACTION["action"]
            assert deck.today.text("field_deadline") == ACTION["deadline"]
            office.close_doc(doc)


def test_read_only():
    with tempfile.TemporaryDirectory() as folder, Office(extension=BUNDLED) as office:
        path = os.path.join(folder, "team.ods")
        deck = opened(office)[0]
        office.store(deck.doc, path, ODS)
        office.close_doc(deck.doc)
        doc = office.load(path, ReadOnly=True)
        deck = Deck(doc)
        deck.today.wait_label("foot_text", "Read-only")
        office.close_doc(doc)


def rounds(office, display, path, count):
    """Open, use, hide, show, close under it: no crash and no object left."""
    start = live_objects(office)
    for turn in range(count):
        one = office.load(path)
        two = office.new_calc() if turn % 2 else None
        deck = opened(office, one)[0]
        assert live_objects(office) > start
        other = Deck(two) if two else None
        fill(deck, dict(ACTION, deadline="+%d" % turn))
        save(deck)
        if turn % 3 == 0:
            shown = live_objects(office)
            deck.hide()
            wait_for(lambda: live_objects(office) < shown, "the hidden panels to go")  # noqa: B023
            deck = opened(office, one)[0]
        fill(deck, {"action": "closed under it"})
        for doc in (one, two) if turn % 4 else (two, one):
            if doc:
                office.close_doc(doc)
        deck = other = None
        wait_for(lambda: live_objects(office) <= start,  # noqa: B023
                 "objects to go in turn %d: %d, not %d" % (turn, live_objects(office), start))
    return other


def many_rounds(backend, count):
    with tempfile.TemporaryDirectory() as folder, Display() as display, Office(
            extension=BUNDLED, backend=backend, display=display, watchdog=600) as office:
        path = os.path.join(folder, "team.ods")
        deck = opened(office)[0]
        save_first = deck.doc
        office.store(save_first, path, ODS)
        office.close_doc(save_first)
        deck = None
        rounds(office, display, path, count)
        assert office.stderr_text() == "", office.stderr_text()


def test_many_rounds_gtk3():
    many_rounds("gtk3", int(os.environ.get("KP_ROUNDS", "6")))


def test_many_rounds_gen():
    many_rounds("gen", int(os.environ.get("KP_ROUNDS", "6")))


if __name__ == "__main__":
    main(globals())
