#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the deck refuses on the way, by keyboard, and what happens to its document meanwhile: each
time what was typed stays, and it says what to do."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck, answer_window  # noqa: E402
from kp_follow import focus_point, start  # noqa: E402
from kp_journey import Person  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402
from kp_sharing import make_shared  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

WORDS = {
    "en": dict(active="Active", proposed="Proposed", parked="Parked", limit="Park one first",
               saved="Saved in row", log="l", one="Choose one person", past="is in the past",
               no_cause="cause", setup="Set up workbook", protected="protected",
               missing="“Actions” is missing"),
    "nl": dict(active="Actief", proposed="Voorgesteld", parked="Geparkeerd",
               limit="Parkeer er eerst één", saved="Opgeslagen in rij", log="a",
               one="Kies één persoon", past="in het verleden", no_cause="kern",
               setup="Werkmap inrichten", protected="beveiligd",
               missing="“Acties” ontbreekt"),
}
# The office's own warning when a shared document opens.
QUIET = (("Office.Calc/Misc/SharedDocument", "ShowWarning", "false"),)


def window(display, backend, language, **more):
    return Office(extension=BUNDLED, backend=backend, display=display,
                  ui_language="nl" if language == "nl" else "en-US",
                  locale="nl-NL" if language == "nl" else "en-US", user_name=("Anna", "de Wit"),
                  **more)


def walk(me, number):
    """With the arrows to another step."""
    me.tab("steps", 2)
    while me.pane.selected("steps") != number - 1:
        before = me.pane.selected("steps")
        me.display.key("Down" if before < number - 1 else "Up")
        wait_for(lambda: me.pane.selected("steps") != before, "another step")  # noqa: B023
        me.settled()
    me.step(number)


def a_third_one(me, book, words, third):
    me.choose("focus", "Third one")
    me.tab("focus", 20, "shift+Tab")
    walk(me, 3)
    me.reach("field_quote", 12)
    me.type("Typed before it was refused", "field_quote")
    me.choose("field_status", words["active"])
    me.refused(words["limit"])
    assert me.pane.text("field_quote") == "Typed before it was refused"
    assert me.pane.label("field_status").startswith(words["active"])
    assert book.row("focus", third)["status"] == words["proposed"]
    me.tab("park", 12)
    me.press()
    me.display.key("Down", "Return")
    me.pane.wait("park_reason")
    me.tab("park_reason", 2)
    me.type("Waits for the new system", "park_reason")
    me.save()
    wait_for(lambda: book.row("focus", third)["status"] == words["active"], "the third one")
    row = book.row("focus", third)
    assert row["quote"] == "Typed before it was refused", row
    parked = [row for row in book.rows("focus") if row["status"] == words["parked"]]
    assert [row["reason"] for row in parked] == ["Waits for the new system"], parked


def a_solution_before_the_cause(me, words):
    me.tab("steps", 20, "shift+Tab")
    walk(me, 6)
    wait_for(lambda: not me.pane.has("save"), "no form for what comes later")
    assert words["no_cause"] in me.pane.label("step_note"), me.pane.label("step_note")


def two_owners_and_a_day_that_is_over(me, book, words):
    """By the menu: an action without a focus point."""
    me.display.key("alt+k", words["log"])
    wait_for(lambda: me.pane.has("field_action") and not me.pane.has("steps"), "the form")
    me.wait_focus("field_action")
    me.type("Call everybody back", "field_action")
    me.fill(owner="Anna de Wit en Jansen, Petra", deadline=day(-3))
    me.refused(words["one"], words["past"])
    assert me.pane.text("field_action") == "Call everybody back"
    assert me.pane.text("field_owner") == "Anna de Wit en Jansen, Petra"
    assert book.rows("actions") == []
    me.tab("field_owner", 3, "shift+Tab")
    me.type("Jansen, Petra", "field_owner")
    me.tab("field_deadline")
    me.type("+3", "field_deadline")
    me.written()
    row = book.rows("actions")[0]
    assert (row["action"], row["focus"]) == ("Call everybody back", ""), row


def refusals(backend, language):
    words = WORDS[language]
    with Display() as display, window(display, backend, language) as office:
        doc, book = start(office, language)
        focus_point(book, "First one")
        focus_point(book, "Second one")
        third = focus_point(book, "Third one", "proposed")
        me = Person(office, display, doc)
        me.open_deck()
        me.go(me.deck.follow)
        try:
            a_third_one(me, book, words, third)
            a_solution_before_the_cause(me, words)
            two_owners_and_a_day_that_is_over(me, book, words)
        except BaseException:
            print(me.report())
            raise
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


def test_refusals_gen_english():
    refusals("gen", "en")


def test_refusals_gtk3_dutch():
    refusals("gtk3", "nl")


# ----------------------------------------------------------------------- meanwhile, in its document


def loose(me, words):
    """The form of an action without a focus point, by the menu."""
    me.open_deck()
    me.display.key("alt+k", words["log"])
    me.pane = me.deck.follow
    wait_for(lambda: me.pane.has("field_action"), "the form")
    me.wait_focus("field_action")
    me.type("Call everybody back", "field_action")
    me.fill(owner="Anna de Wit", deadline="+3")


def kept(me):
    assert me.pane.text("field_action") == "Call everybody back", me.pane.text("field_action")
    assert me.pane.text("field_owner") == "Anna de Wit", me.pane.text("field_owner")


def test_the_sheet_changes_under_a_form_gen():
    """A header with another name, a protected sheet, a sheet that is gone."""
    words = WORDS["en"]
    with Display() as display, window(display, "gen", "en") as office:
        doc, book = start(office, "en")
        me = Person(office, display, doc)
        loose(me, words)
        sheet = book.sheet("actions")
        sheet.getCellByPosition(2, 0).String = "Who does it"
        me.written()
        assert book.rows("actions")[0]["owner"] == "Anna de Wit", book.rows("actions")
        wait_for(lambda: me.pane.text("field_action") == "", "an empty form")
        me.wait_focus("field_action")
        me.type("Call everybody back", "field_action")
        me.fill(owner="Anna de Wit", deadline="+3")
        sheet.protect("")
        me.refused(words["protected"])
        kept(me)
        assert len(book.rows("actions")) == 1
        sheet.unprotect("")
        doc.Sheets.removeByName(sheet.Name)
        me.pane.wait_label("invite", words["missing"])
        me.display.key("ctrl+alt+k")
        wait_for(me.everywhere, "the focus in the deck")
        me.go(me.deck.follow)
        me.tab("set_up")
        me.press()
        answer_window(display, words["setup"], "Return")
        me.pane.wait("field_action")
        kept(me)
        me.go(me.deck.follow)
        me.tab("field_action", 12)
        me.written()
        assert [row["action"] for row in book.rows("actions")] == ["Call everybody back"]
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


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
        me.tab("field_goal")
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
        other.tab("field_goal")
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
        other.tab("field_number", 4)
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


def loaded_anew(backend):
    """What was typed is there again, and can be saved."""
    words = WORDS["nl"]
    with tempfile.TemporaryDirectory() as folder, Display() as display:
        path = make_shared(folder)
        with window(display, backend, "nl", settings=QUIET, watchdog=60) as office:
            doc = office.load(path)
            me = Person(office, display, doc)
            book = Workbook(office, doc, "nl")
            book.append("lists", person="Anna de Wit")
            assert book.verb("save")["Answer"] == "written"
            loose(me, words)
            assert not doc.isModified(), "the office would ask"
            before = doc.RuntimeUID
            office.post(doc, ".uno:Reload")
            doc = wait_for(lambda: next((found for found in office.documents()
                                         if found.RuntimeUID != before), None),
                           "the document again")
            wait_for(lambda: doc.CurrentController, "its window")
            me = Person(office, display, doc)
            me.open_deck()
            me.pane = me.deck.follow
            me.pane.wait("field_action")
            kept(me)
            me.go(me.deck.follow)
            me.tab("field_action")
            me.written()
            book = Workbook(office, doc, "nl")
            assert [row["action"] for row in book.rows("actions")] == ["Call everybody back"]
            assert office.stderr_text() == "", office.stderr_text()
            office.close_doc(doc)


def test_a_shared_document_loaded_anew_gen():
    loaded_anew("gen")


def test_a_shared_document_loaded_anew_gtk3():
    loaded_anew("gtk3")


if __name__ == "__main__":
    main(globals())
