#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed stays, whatever happens to the document or the window under it: a header with another
name, a protected sheet, a sheet that is gone, a shared document loaded anew, a window that closes,
and every refusal. Each says in words what is the matter, and nothing is written."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck, answer_window, menus  # noqa: E402
from kp_dialogs import close_box, command  # noqa: E402
from kp_follow import fill, focus_point, said, start  # noqa: E402
from kp_journey import Person  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402
from kp_sharing import make_shared  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

WORDS = {
    "en": dict(one="Choose one person", past="is in the past", kept="Not saved",
               protected="protected", gone="“%s” is missing", setup="Set up"),
    "nl": dict(one="Kies één persoon", past="in het verleden", kept="Niet opgeslagen",
               protected="beveiligd", gone="“%s” ontbreekt", setup="Inrichten"),
}
# The office's own warning when a shared document opens.
QUIET = (("Office.Calc/Misc/SharedDocument", "ShowWarning", "false"),)
ACTION = dict(action="Call everybody back", owner="Anna de Wit", deadline="+3")
GOAL = dict(goal="Customers stay", reason="They leave")


def window(display, backend, language, **more):
    return Office(extension=BUNDLED, backend=backend, display=display,
                  ui_language="nl" if language == "nl" else "en-US",
                  locale="nl-NL" if language == "nl" else "en-US", user_name=("Anna", "de Wit"),
                  **more)


# ------------------------------------------------------------------------------ one form, two panels


class Draft:
    """A form with something typed in it: the new action of Today, or the first step of Follow-up."""

    def __init__(self, deck, book, table):
        self.book, self.table = book, table
        self.pane = deck.today if table == "actions" else deck.follow
        self.texts = ACTION if table == "actions" else GOAL
        self.first = "field_" + list(self.texts)[0]

    def begin(self):
        if self.table == "actions" and not self.pane.has(self.first):
            self.pane.press("log")
        self.pane.wait(self.first)
        fill(self.pane, **self.texts)

    def kept(self):
        self.pane.wait(self.first)
        for key, text in self.texts.items():
            shown = self.pane.text("field_" + key)
            assert shown == text or key == "deadline" and shown, (key, shown, text)

    def press_save(self):
        self.steps = undo_steps(self.book.doc)
        self.pane.idle()
        self.pane.press("foot_save")

    def refused(self, *parts):
        """Nothing is written, the reason is told, all that was typed is there still."""
        before = self.book.rows(self.table), self.book.pending()
        self.press_save()
        wait_for(lambda: "✕" in self.pane.label("foot_state"), "the refusal")
        for part in parts:
            assert part in said(self.pane), (part, said(self.pane))
        assert undo_steps(self.book.doc) == self.steps, "a step of undo"
        assert (self.book.rows(self.table), self.book.pending()) == before, "written"
        self.kept()

    def written(self, count):
        self.press_save()
        wait_for(lambda: undo_steps(self.book.doc) > self.steps, "a row")
        rows = self.book.rows(self.table)
        assert len(rows) == count, rows
        key = list(self.texts)[0]
        assert rows[-1][key] == self.texts[key], rows[-1]
        return rows[-1]


def undo_steps(doc):
    return len(doc.UndoManager.getAllUndoActionTitles())


def the_sheet_changes(table, renamed):
    """Under an open form: a header gets another name, the sheet is protected, hidden, deleted."""
    words = WORDS["en"]
    with Office(extension=BUNDLED, user_name=("Anna", "de Wit")) as office:
        doc, book = start(office, "en")
        draft = Draft(Deck(doc), book, table)
        draft.begin()
        sheet = book.sheet(table)
        name = sheet.Name
        sheet.getCellByPosition(book.column(table, renamed), 0).String = "What we call it"
        sheet.Name = "Ours"
        draft.kept()
        sheet.protect("")
        draft.refused(words["protected"], "Ours")
        sheet.unprotect("")
        book.sheet("log").protect("")
        draft.refused(words["protected"])
        book.sheet("log").unprotect("")
        row = draft.written(1)
        assert row[renamed] == draft.texts[renamed], "under its header, whatever that says"
        doc.UndoManager.undo()
        wait_for(lambda: book.rows(table) == [], "the row to go")
        draft.begin()
        doc.Sheets.removeByName("Ours")
        if table == "actions":  # the list of Today needs other sheets too
            draft.refused(words["gone"] % name)
        else:
            draft.pane.wait_label("invite", words["gone"] % name)
        book.set_up("en", Practices=["structural"])
        draft.kept()
        draft.written(1)
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


def test_the_sheet_changes_under_a_new_action():
    the_sheet_changes("actions", "owner")


def test_the_sheet_changes_under_a_step():
    the_sheet_changes("goals", "reason")


def test_a_column_goes_under_a_form():
    """Its text is not written anywhere else, and it is said which one is missing."""
    with Office(extension=BUNDLED, user_name=("Anna", "de Wit")) as office:
        doc, book = start(office, "en")
        draft = Draft(Deck(doc), book, "actions")
        draft.begin()
        sheet = book.sheet("actions")
        sheet.Columns.removeByIndex(book.column("actions", "owner"), 1)
        draft.refused("Owner", "missing")
        doc.UndoManager.undo()
        draft.kept()
        draft.written(1)
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


# --------------------------------------------------------------------- by keyboard: what is refused


def log_action(me):
    """Ctrl+Alt+L; as for the deck, a window that has just come may miss it."""
    me.pane = me.deck.today

    def opened():
        me.display.key("Escape", "ctrl+alt+l")
        try:
            return wait_for(lambda: me.pane.has("field_action"), "the form", 3)
        except AssertionError:
            return False
    wait_for(opened, "the form of a new action")
    me.wait_focus("field_action")


def cancelled(me):
    """Saves, and answers the question that comes with Esc."""
    before = menus(me.display)
    me.save()
    wait_for(lambda: menus(me.display) > before, "the question")
    me.display.key("Escape")
    wait_for(lambda: menus(me.display) <= before, "the question to go")


def refusals(backend, language):
    """Two owners, a day that is over, somebody whom nobody knows, and a protected sheet."""
    words = WORDS[language]
    with Display() as display, window(display, backend, language) as office:
        doc, book = start(office, language)
        me = Person(office, display, doc)
        me.open_deck()
        log_action(me)
        me.type("Call everybody back", "field_action")
        me.tab("field_owner")
        me.type("Anna de Wit en Jansen, Petra", "field_owner")
        me.tab("field_deadline")
        me.type(day(-3), "field_deadline")
        me.refused(words["one"], words["past"])
        me.wait_focus("field_owner")
        assert me.pane.text("field_action") == "Call everybody back"
        assert me.pane.text("field_owner") == "Anna de Wit en Jansen, Petra"
        me.type("Els Vos", "field_owner")
        me.tab("field_deadline", 6)
        me.type("+3", "field_deadline")
        cancelled(me)
        wait_for(lambda: "✕" in me.pane.label("foot_state"), "what is said of it")
        assert words["kept"] in me.said(), me.said()
        assert me.pane.text("field_owner") == "Els Vos"
        assert "Els Vos" not in [row["person"] for row in book.rows("lists")]
        me.pane.focus("field_owner")
        me.type("Jansen, Petra", "field_owner")
        sheet = book.sheet("actions")
        sheet.protect("")
        me.refused(words["protected"], sheet.Name)
        assert me.pane.text("field_action") == "Call everybody back"
        assert book.rows("actions") == []
        sheet.unprotect("")
        me.written()
        row = book.rows("actions")[0]
        assert (row["action"], row["owner"]) == ("Call everybody back", "Jansen, Petra"), row
        assert len(book.rows("actions")) == 1 and office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


def test_refusals_by_keyboard_gen_english():
    refusals("gen", "en")


def test_refusals_by_keyboard_gtk3_dutch():
    refusals("gtk3", "nl")


def test_a_sheet_is_gone_and_set_up_again_by_keyboard():
    words = WORDS["en"]
    with Display() as display, window(display, "gen", "en") as office:
        doc, book = start(office, "en")
        draft = Draft(Deck(doc), book, "actions")
        draft.begin()
        doc.Sheets.removeByName(book.sheet("actions").Name)
        draft.refused(words["gone"] % "Actions")
        command(office, doc, "setup")
        answer_window(display, words["setup"], "Return")
        close_box(office, display, "What was missing has been added")
        draft.kept()
        draft.written(1)
        office.close_doc(doc)


# ------------------------------------------------------------------------ loaded anew; two windows


def loaded_anew(backend):
    """A shared workbook, with a draft in both panels: both are there again, and can be saved."""
    with tempfile.TemporaryDirectory() as folder, Display() as display:
        path = make_shared(folder)
        with window(display, backend, "nl", settings=QUIET) as office:
            fill.office = office
            doc = office.load(path)
            book = Workbook(office, doc, "nl")
            book.append("lists", person="Anna de Wit")
            assert book.verb("save")["Answer"] == "written"
            deck = Deck(doc)
            for table in ("goals", "actions"):
                Draft(deck, book, table).begin()
            assert not doc.isModified(), "the office would ask"
            before = doc.RuntimeUID
            office.post(doc, ".uno:Reload")
            doc = wait_for(lambda: next((found for found in office.documents()
                                         if found.RuntimeUID != before), None),
                           "the document again")
            wait_for(lambda: doc.CurrentController, "its window")
            book, deck = Workbook(office, doc, "nl"), Deck(doc)
            for table in ("actions", "goals"):
                draft = Draft(deck, book, table)
                draft.kept()
                draft.written(1)
            assert book.verb("save")["Answer"] == "written"
            assert book.pending() == [] and office.stderr_text() == "", office.stderr_text()
            office.close_doc(doc)


def test_a_shared_document_loaded_anew_gen():
    loaded_anew("gen")


def test_a_shared_document_loaded_anew_gtk3():
    loaded_anew("gtk3")


def two_windows(backend):
    """A draft is seen in both; the window in which it was typed closes; the other one saves it."""
    with Display() as display, window(display, backend, "en") as office:
        doc, book = start(office, "en")
        one = Deck(doc)
        drafts = [Draft(one, book, table) for table in ("goals", "actions")]
        for draft in drafts:
            draft.begin()
        first = doc.CurrentController
        office.dispatch(doc, ".uno:NewWindow")
        wait_for(lambda: doc.CurrentController != first, "the second window")
        second = doc.CurrentController
        other = Deck(doc)
        drafts = [Draft(other, book, table) for table in ("actions", "goals")]
        for draft in drafts:
            draft.kept()
        drafts[0].pane.type("field_action", "Call everybody at once")
        first.Frame.close(True)
        wait_for(lambda: doc.CurrentController == second, "the first window to close")
        drafts[0].texts = dict(ACTION, action="Call everybody at once")
        for draft in drafts:
            draft.kept()
            draft.written(1)
        assert office.stderr_text() == "", office.stderr_text()
        office.close_doc(doc)


def test_two_windows_gen():
    two_windows("gen")


def test_two_windows_gtk3():
    two_windows("gtk3")


def test_the_reason_of_a_postponement_stays_while_it_is_typed():
    """Another panel is opened meanwhile, and the sidebar hidden."""
    with Display() as display, window(display, "gen", "en") as office:
        doc, book = start(office, "en")
        row = book.append("actions", **dict(ACTION, deadline=day(0)))
        for days in (1, 2, 3):
            book.change("actions", row, deadline=day(days))
        deck = Deck(doc)
        today = deck.today
        today.wait("items")
        today.choose(display, "postpone", "Down", "Return")
        today.wait("why")
        today.type("why", "Waits for the new system")
        deck.follow.wait("step")  # as a strip Today has no form
        assert today.wait("why").getText() == "Waits for the new system"
        before = book.row("actions", row)["deadline"]
        today.deck.hide()
        deck = Deck(doc)
        today = deck.today
        today.wait("items")
        today.choose(display, "postpone", "Down", "Return")
        today.wait("why")
        assert today.text("why") == "Waits for the new system"
        today.press("foot_save")
        today.wait_label("foot_state", "✓ Postponed")
        assert book.row("actions", row)["deadline"] != before
        assert book.rows("log")[-1]["reason"] == "Waits for the new system"
        office.close_doc(doc)


# ------------------------------------------------------------------------------- pressed twice

TWICE = """
Sub Twice(button)
  button.doAccessibleAction(0)
  button.doAccessibleAction(0)
End Sub
"""


def twice(doc, pane, name):
    """Both before the office comes to show anything: within one call of a macro."""
    pane.idle()
    button = pane.wait(name).getAccessibleContext()
    doc.getScriptProvider().getScript(
        "vnd.sun.star.script:Standard.M.Twice?language=Basic&location=document") \
        .invoke((button,), (), ())
    pane.idle()


def test_a_button_is_pressed_twice_before_the_panel_shows_it():
    """One row, one line in the log, one step of undo: of Save in both panels, and of Done."""
    with Office(extension=BUNDLED, user_name=("Anna", "de Wit")) as office:
        fill.office = office
        doc = office.new_calc(MacroExecutionMode=4)  # ALWAYS_EXECUTE_NO_WARN
        book = Workbook(office, doc, "en")
        book.set_up("en", Practices=["structural"])
        book.append("lists", person="Anna de Wit")
        if not doc.BasicLibraries.hasByName("Standard"):
            doc.BasicLibraries.createLibrary("Standard")
        doc.BasicLibraries.getByName("Standard").insertByName("M", TWICE)
        deck = Deck(doc)
        for table in ("goals", "actions"):
            draft = Draft(deck, book, table)
            draft.begin()
            steps, log = undo_steps(doc), len(book.rows("log"))
            twice(doc, draft.pane, "foot_save")
            wait_for(lambda: undo_steps(doc) > steps, "a row")  # noqa: B023
            assert len(book.rows(table)) == 1, book.rows(table)
            assert (undo_steps(doc), len(book.rows("log"))) == (steps + 1, log + 1)
        deck.today.type("field_action", "Given up")
        deck.today.wait_label("foot_slot", "Cancel")
        deck.today.press("foot_slot")
        deck.today.wait("items")
        steps, log = undo_steps(doc), len(book.rows("log"))
        twice(doc, deck.today, "done")
        wait_for(lambda: book.rows("actions")[0]["status"] == "Done", "done")
        assert (undo_steps(doc), len(book.rows("log"))) == (steps + 1, log + 1), book.rows("log")
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
