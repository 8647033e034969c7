#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole round at the deck as people go it: with nothing but keys, or with the mouse."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_dialogs import Dialog  # noqa: E402
from kp_journey import Mouse, Person  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook, day, serial  # noqa: E402
from test_menu import Browser  # noqa: E402

WORDS = {
    "en": dict(setup="Set up workbook", accept="Set up", yes="Yes", active="Active",
               chosen="Chosen", done="Done", secured="Embedded", person="List of people",
               whole="Whole organisation"),
    "nl": dict(setup="Werkmap inrichten", accept="Inrichten", yes="Ja", active="Actief",
               chosen="Gekozen", done="Gereed", secured="Geborgd", person="Lijst met mensen",
               whole="Hele organisatie"),
}


def window(display, backend, language, **more):
    """An office in a window."""
    return Office(extension=BUNDLED, backend=backend, display=display,
                  ui_language="nl" if language == "nl" else "en-US",
                  locale="nl-NL" if language == "nl" else "en-US", user_name=("Anna", "de Wit"),
                  **more)


def set_up(me, words):
    """In an empty workbook, by the dialog."""
    me.open_deck()
    me.tab("set_up")
    me.press()
    dialog = Dialog(me.office, me.display, words["setup"])
    me.answer(dialog, words["accept"])
    dialog.wait_closed()
    me.deck.today.wait("next")
    me.go(me.deck.follow)


def prepare(me, words):
    me.tab("field_goal")
    me.type("Customers stay with us", "field_goal")
    me.letter("field_reason")
    me.wait_focus("field_reason")
    me.type("They leave without a word", "field_reason")
    me.written()
    me.first("field_number")
    me.type("0", "field_number")
    me.tab("field_name")
    me.type("Spring", "field_name")
    me.tab("field_start")
    me.type(day(-30), "field_start")
    me.written()
    me.first("field_date")
    me.type(day(-20), "field_date")
    me.fill(purpose="Agree what we want")
    me.written()
    me.step(2)
    me.first("field_date")
    me.type(day(-10), "field_date")
    me.fill(purpose="Understand the scores", strengths="Friendly", improvements="Late")
    me.written()
    me.step(3)


def choose(me, words):
    me.first("field_focus")
    me.type("Fewer calls", "field_focus")
    me.reach("field_unit")
    me.type(words["whole"][:3], "field_unit", words["whole"])
    me.fill(why="Strongest driver", quote="I waited for days", lead="Bart Bos")
    me.save()
    question = Dialog(me.office, me.display, words["person"])
    question.wait_text("Bart Bos")
    me.answer(question, words["yes"])
    question.wait_closed()
    me.pane.wait_label("focus", "Fewer calls")
    me.step(3)
    me.choose("field_status", words["active"])
    me.written()
    me.step(4)


def understand(me, words):
    me.first("field_current")
    me.type("Three calls", "field_current")
    me.fill(desired="One call", measure="NPS", value_now="0", value_wanted="30", wanted_by="+60")
    me.written()
    me.step(5)
    for number in (1, 2, 3):
        me.fill(answer="Because of %d" % number)
        me.written()
        wait_for(lambda: me.pane.has("field_confirmed_on" if number == 3 else "field_answer") and
                 me.where() in ("field_question", "field_answer", "field_confirmed_on"),
                 "the next why")
    me.fill(confirmed_by="the team")
    me.written()
    me.step(6)


def solve(me, words):
    me.first("field_solution")
    me.type("Let us look into orders", "field_solution")
    me.choose("field_decision", words["chosen"])
    me.choose("field_cause", "Because of 3")
    me.fill(achieve="One answer", bridge="No second call")
    me.written()
    me.step(7)
    me.first("field_action")
    me.type("Ask for access to the orders", "field_action")
    me.reach("field_owner")
    me.type("Bart Bos", "field_owner")
    me.reach("field_deadline")
    me.type("+14", "field_deadline")
    me.choose("field_solution", "Let us")
    wait_for(lambda: me.pane.text("field_deadline") == day(14), "the day in full")
    me.written()


def due(me):
    return any("Ask for access" in row for row in me.deck.today.rows("items"))


def take_back(me, book):
    """Esc goes to the sheet, where Ctrl+Z takes the whole row back, and Ctrl+Y brings it again."""
    me.display.key("Escape")
    wait_for(lambda: not me.everywhere(), "the focus in the sheet")
    me.display.key("ctrl+z")
    wait_for(lambda: book.rows("actions") == [], "undo")
    wait_for(lambda: not due(me), "undo to show in what is due")
    me.display.key("ctrl+y")
    wait_for(lambda: len(book.rows("actions")) == 1, "redo")
    wait_for(lambda: due(me), "redo to show")


def do_it(me, book, words):
    """The action is done: answered in the list of what is due."""
    me.go(me.deck.today)
    me.tab("items")
    me.display.key("Home")
    me.pane.wait_label("detail", "Ask for access")
    me.tab("done")
    me.press()
    me.first("field_progress")
    me.type("We can look into them", "field_progress")
    me.save()
    wait_for(lambda: book.rows("actions")[0]["status"] == words["done"], "done")
    wait_for(lambda: not me.pane.has("save"), "the form to go")
    row = book.rows("actions")[0]
    assert (row["progress"], row["done_on"]) == ("We can look into them", serial(0)), row


def secure(me, book, words):
    me.go(me.deck.follow)
    me.step(8)
    me.reach("field_meeting", 4)
    me.type("Team meeting", "field_meeting")
    me.reach("field_next")
    me.type("+12", "field_next")
    me.written()
    me.pane.wait("field_status")
    me.choose("field_status", words["secured"])
    me.written()
    me.step(9)
    row = book.rows("focus")[0]
    assert (row["status"], row["lead"]) == (words["secured"], "Bart Bos"), row
    assert [item for item in book.check() if item[0] == "mistake"] == [], book.check()


def journey(me, book, words):
    set_up(me, words)
    prepare(me, words)
    choose(me, words)
    understand(me, words)
    solve(me, words)
    take_back(me, book)
    do_it(me, book, words)
    secure(me, book, words)


def by_keyboard(backend, language):
    words = WORDS[language]
    with Display() as display, window(display, backend, language) as office:
        doc = office.new_calc()
        me = Person(office, display, doc)
        try:
            journey(me, Workbook(office, doc, language), words)
        except BaseException:
            print(me.report())
            raise
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


def test_by_keyboard_gtk3():
    by_keyboard("gtk3", "nl")


def test_by_keyboard_gen():
    by_keyboard("gen", "en")


def test_by_mouse_gen():
    words = WORDS["nl"]
    with Display(1280, 1900) as display, window(display, "gen", "nl") as office:
        doc = office.new_calc()
        book = Workbook(office, doc, "nl")
        me = Mouse(office, display, doc)
        set_up(me, words)
        goal = book.append("goals", goal="Customers stay with us", reason="They leave")
        wave = book.append("waves", number="0", name="Spring", start=day(-30))
        for kind, when in (("preparation", -20), ("results", -10)):
            book.append("sessions", kind=kind, wave=wave, date=day(when), purpose="Understand",
                        strengths="Friendly", improvements="Late")
        me.step(1)
        me.select("steps", 2)
        me.pane.wait("field_focus")
        me.choose("field_goal", "Customers")
        me.choose("field_wave", "Spring")
        choose(me, words)
        row = book.rows("focus")[0]
        assert (row["goal"], row["wave"]) == (goal, wave), row
        understand(me, words)
        solve(me, words)
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)

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
