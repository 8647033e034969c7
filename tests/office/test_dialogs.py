#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs in real windows, by keyboard and mouse: set up, person, settings, share."""
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import uno  # noqa: E402,F401 (makes com.sun.star importable)
from com.sun.star.util import CloseVetoException  # noqa: E402
from kp_deck import Deck, menus  # noqa: E402
from kp_dialogs import Dialog, close_box, command  # noqa: E402
from kp_office import BUNDLED, ODS, Display, Office, file_url, main, props, wait_for  # noqa: E402
from kp_workbook import Workbook, day, shown  # noqa: E402

# The office's own warning when a shared document opens.
QUIET = (("Office.Calc/Misc/SharedDocument", "ShowWarning", "false"),)
SETUP = {"en-US": "Set up workbook", "nl": "Werkmap inrichten"}
SETTINGS = {"en-US": "Kernpunt settings", "nl": "Instellingen van Kernpunt"}


def window(display, backend, language="en-US", **more):
    """An office in a window, and what closes it."""
    return Office(extension=BUNDLED, backend=backend, display=display, ui_language=language,
                  locale="nl-NL" if language == "nl" else "en-US", user_name=("Petra", "Jansen"),
                  **more)


def prepared(office, language="en", people=("Petra Jansen", "Chantal Smit")):
    """A document that was set up, with people in its list."""
    doc = office.new_calc()
    workbook = Workbook(office, doc, language)
    workbook.set_up(language)
    for name in people:
        workbook.append("lists", person=name)
    return doc, workbook


def set_up_by_keyboard(backend, language):
    with Display() as display, window(display, backend, language) as office:
        doc = office.new_calc()
        before = doc.Sheets.ElementNames
        command(office, doc, "setup")
        dialog = Dialog(office, display, SETUP[language])
        assert any("Acties" in text if language == "nl" else "Actions" in text
                   for text in dialog.texts()), dialog.texts()
        dialog.key("Escape")
        dialog.wait_closed()
        assert doc.Sheets.ElementNames == before and not doc.isModified(), "cancel wrote"
        assert not doc.UndoManager.isUndoPossible()
        command(office, doc, "setup")
        dialog = Dialog(office, display, SETUP[language])
        dialog.key("Return")
        close_box(office, display, "klaar voor gebruik" if language == "nl" else "ready to use")
        assert ("Acties" if language == "nl" else "Actions") in doc.Sheets.ElementNames
        titles = doc.UndoManager.getAllUndoActionTitles()
        assert titles == (SETUP[language],), titles
        deck = Deck(doc)
        deck.follow.wait("focus")
        doc.UndoManager.undo()
        assert doc.Sheets.ElementNames == before, doc.Sheets.ElementNames
        office.close_doc(doc)


def test_set_up_by_keyboard_gtk3_dutch():
    set_up_by_keyboard("gtk3", "nl")


def test_set_up_by_keyboard_gen_english():
    set_up_by_keyboard("gen", "en-US")


def set_up_by_mouse(backend):
    """In a Dutch office with English sheets; a second time it adds what is missing."""
    with Display() as display, window(display, backend, "nl") as office:
        doc = office.new_calc()
        command(office, doc, "setup")
        dialog = Dialog(office, display, SETUP["nl"])
        dialog.click("Structurele opvolging")
        dialog.wait_text("Nieuwe bladen: Acties, Lijsten, Logboek.")
        dialog.click("Structurele opvolging")
        dialog.wait_text("Focuspunten, ")
        dialog.key("Tab", "Tab", "Up")  # past Actions only to the language
        dialog.wait_text("Focus points, ")
        dialog.click("Inrichten")
        close_box(office, display, "klaar voor gebruik")
        assert "Focus points" in doc.Sheets.ElementNames, doc.Sheets.ElementNames
        doc.Sheets.removeByName("Agenda")
        command(office, doc, "setup")
        dialog = Dialog(office, display, SETUP["nl"])
        dialog.wait_text("Nieuwe bladen: Agenda.")
        dialog.click("Annuleren")
        dialog.wait_closed()
        assert "Agenda" not in doc.Sheets.ElementNames
        command(office, doc, "setup")
        dialog = Dialog(office, display, SETUP["nl"])
        dialog.key("Return")
        close_box(office, display, "Wat ontbrak")
        assert "Agenda" in doc.Sheets.ElementNames
        office.close_doc(doc)


def test_set_up_by_mouse_gtk3():
    set_up_by_mouse("gtk3")


def test_set_up_by_mouse_gen():
    set_up_by_mouse("gen")


def test_set_up_of_a_read_only_document_is_refused_in_words():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "locked.ods")
        with Display() as display, window(display, "gen") as office:
            fresh = office.new_calc()
            office.store(fresh, path, ODS)
            office.close_doc(fresh)
            doc = office.load(path, ReadOnly=True)
            command(office, doc, "setup")
            dialog = Dialog(office, display, SETUP["en-US"])
            dialog.key("Return")
            dialog.wait_text("read-only")
            assert dialog.open(), "a refusal keeps the dialog"
            dialog.key("Escape")
            dialog.wait_closed()
            office.close_doc(doc)


def test_a_document_does_not_close_under_a_dialog():
    for backend in ("gtk3", "gen"):
        with Display() as display, window(display, backend) as office:
            doc = office.new_calc()
            command(office, doc, "setup")
            dialog = Dialog(office, display, SETUP["en-US"])
            try:
                doc.close(True)
                raise AssertionError("closed under the dialog")
            except CloseVetoException:
                pass
            assert not office.desktop.terminate()
            dialog.key("Escape")
            dialog.wait_closed()
            office.close_doc(doc)


def settings(backend, language):
    """A third focus point is refused at the limit of two and allowed at three."""
    with Display() as display, window(display, backend, language) as office:
        doc, workbook = prepared(office, language[:2])
        active = dict(unit="Whole organisation" if language != "nl" else "Hele organisatie",
                      status="active", why="asked often", lead="Petra Jansen",
                      goal=workbook.append("goals", goal="Quicker answers"),
                      wave=workbook.append("waves", number="0", name="First", start=day(-30)))
        for name in ("One", "Two"):
            workbook.append("focus", focus=name, **active)
        assert workbook.refused("focus", focus="Three", **active)
        command(office, doc, "settings")
        dialog = Dialog(office, display, SETTINGS[language])
        dialog.key("Tab", "Tab", "Tab", "ctrl+a")  # past the three of actions
        dialog.type("99")
        dialog.key("Return")
        dialog.wait_text("1 t/m 9." if language == "nl" else "1 to 9.")
        dialog.key("ctrl+a")
        dialog.type("3")
        dialog.key("Return")
        close_box(office, display, "opgeslagen" if language == "nl" else "saved")
        workbook.append("focus", focus="Three", **active)
        stored = {row[0]: row[2] for row in workbook.verb("settings")["Settings"]}
        assert stored["focus_active"] in ("3", 3, 3.0), stored
        command(office, doc, "settings")
        dialog = Dialog(office, display, SETTINGS[language])
        dialog.key("Tab", "Tab", "Tab", "ctrl+a")  # past the three of actions
        dialog.type("5")
        dialog.key("Escape")
        dialog.wait_closed()
        stored = {row[0]: row[2] for row in workbook.verb("settings")["Settings"]}
        assert stored["focus_active"] in ("3", 3, 3.0), "cancel wrote"
        office.close_doc(doc)


def test_settings_are_stored_and_used_gtk3():
    settings("gtk3", "en-US")


def test_settings_are_stored_and_used_gen_dutch():
    settings("gen", "nl")


def last_of_menu(display, pane, button):
    """Opens the menu of a field and takes its last entry, which opens a dialog."""
    pane.focus(button)
    before = menus(display)
    display.key("space")
    wait_for(lambda: menus(display) > before, "the menu of " + button)
    display.key("Up", "Return")


def list_of_names(doc, sheet):
    """What the cells of a column of owners offer: the cells that their validity refers to."""
    for column in range(12):
        rule = sheet.getCellByPosition(column, 2).Validation
        name = re.search(r"\w*_person\b", rule.getFormula1())
        if name:
            cells = doc.NamedRanges.getByName(name.group()).getReferredCells()
            return [row[0] for row in cells.getDataArray()]
    raise AssertionError("no column of people")


def person(backend, language):
    """Out of the form of an action: refusals keep the dialog; the new name is in list and field."""
    words = {"en-US": ("Add a person", "more than one person", "already in the list"),
             "nl": ("Persoon toevoegen", "meer dan één persoon", "al in de lijst")}[language]
    with Display() as display, window(display, backend, language) as office:
        doc, workbook = prepared(office, language[:2])
        workbook.append("actions", action="Call back within a day", owner="Chantal Smit",
                        deadline=day(5))
        deck = Deck(doc)  # without one the action would be logged in a dialog
        command(office, doc, "log")
        wait_for(lambda: deck.today.has("menu_owner"), "the form")
        last_of_menu(display, deck.today, "menu_owner")
        dialog = Dialog(office, display, words[0])
        dialog.key("ctrl+a")
        dialog.type("Jan/Piet")
        dialog.key("Return")
        dialog.wait_text(words[1])
        dialog.key("ctrl+a")
        dialog.type("chantal smit")
        dialog.key("Return")
        dialog.wait_text(words[2])
        dialog.key("ctrl+a")
        dialog.type("Nel Nieuw")
        dialog.key("Tab")
        dialog.type("North")
        dialog.key("Return")
        dialog.wait_closed()
        wait_for(lambda: deck.today.text("field_owner") == "Nel Nieuw", "the name in the field")
        rows = [row for row in workbook.rows("lists") if row["person"] == "Nel Nieuw"]
        assert len(rows) == 1 and rows[0]["person_unit"] == "North", rows
        assert "Nel Nieuw" in list_of_names(doc, workbook.sheet("actions"))
        last_of_menu(display, deck.today, "menu_owner")
        dialog = Dialog(office, display, words[0])
        dialog.type("Nobody New")
        dialog.key("Escape")
        dialog.wait_closed()
        assert not [row for row in workbook.rows("lists") if row["person"] == "Nobody New"]
        office.close_doc(doc)


def test_dialogs_fit_a_small_screen():
    """With gtk3, whose fields are the highest, each dialog fits a screen of 1024 by 768 with its
    title bar, also when it says why it refuses."""
    with Display(1024, 768) as display, window(display, "gtk3", "nl") as office:
        def fits(title):
            dialog = Dialog(office, display, title)
            dialog.wait_text("A")  # something of it shows
            words = display.xdotool("getwindowgeometry",
                                    display.windows("^%s$" % title)[0])
            place = re.search(r"Position: (-?\d+),(-?\d+)", words)
            size = re.search(r"Geometry: (\d+)x(\d+)", words)
            left, top = int(place.group(1)), int(place.group(2))
            width, height = int(size.group(1)), int(size.group(2))
            assert left >= 0 and top >= 20, (title, words)
            assert left + width <= 1024 and top + height <= 768, (title, words)
            return dialog

        def ends(dialog):
            dialog.key("Escape")
            dialog.wait_closed()

        doc = office.new_calc()
        command(office, doc, "setup")
        ends(fits(SETUP["nl"]))
        office.close_doc(doc)
        doc, _ = prepared(office, "nl", ["Petra Jansen"] + ["Persoon %d" % i for i in range(30)])
        command(office, doc, "settings")
        dialog = fits(SETTINGS["nl"])
        dialog.key("ctrl+a")
        dialog.type("99")
        dialog.key("Return")
        dialog.wait_text("1 t/m 24.")
        ends(fits(SETTINGS["nl"]))
        deck = Deck(doc)
        command(office, doc, "log")
        wait_for(lambda: deck.today.has("menu_owner"), "the form")
        last_of_menu(display, deck.today, "menu_owner")
        ends(fits("Persoon toevoegen"))
        deck.today.type("field_deadline", "2026-08-31")  # a month of six weeks
        last_of_menu(display, deck.today, "menu_deadline")
        ends(fits("Kies een datum"))
        office.close_doc(doc)


def test_a_person_gtk3_dutch():
    person("gtk3", "nl")


def test_a_person_gen_english():
    person("gen", "en-US")


def calendar(backend, language):
    """Arrows, Page Down and Enter; a click; Escape keeps what was there."""
    title = "Kies een datum" if language == "nl" else "Choose a date"
    with Display() as display, window(display, backend, language) as office:
        doc, _ = prepared(office, language[:2])
        deck = Deck(doc)
        command(office, doc, "log")
        wait_for(lambda: deck.today.has("menu_deadline"), "the form")
        deck.today.type("field_deadline", "2028-01-31")

        def after(*keys, click=None):
            last_of_menu(display, deck.today, "menu_deadline")
            dialog = Dialog(office, display, title)
            dialog.wait_text("2028")
            if keys:
                dialog.key(*keys)
            if click:
                dialog.click(click)
            dialog.wait_closed()

        def holds(text):
            wait_for(lambda: deck.today.text("field_deadline") == shown(text, language[:2]),
                     "%s, not %s" % (text, deck.today.text("field_deadline")))
        after("Right", "Left", "Up", "Down", "Page_Down", "Return")
        holds("2028-02-29")
        after("Right", "Escape")
        holds("2028-02-29")
        after("Home", "Up", "End", "Return")
        holds("2028-01-31")
        after("Page_Down", click="14")
        holds("2028-02-14")
        after("Left", click="OK")
        holds("2028-02-13")
        office.close_doc(doc)


def test_calendar_gtk3():
    calendar("gtk3", "en-US")


def test_calendar_gen_dutch():
    calendar("gen", "nl")


def test_settings_of_a_workbook_that_was_not_set_up():
    with Display() as display, window(display, "gen") as office:
        doc = office.new_calc()
        command(office, doc, "settings")
        close_box(office, display, "Set up this workbook first")
        assert not doc.isModified()
        office.close_doc(doc)


def test_share_explains_first():
    with tempfile.TemporaryDirectory() as folder:
        with Display() as display, window(display, "gtk3", settings=QUIET) as office:
            doc, _ = prepared(office)
            command(office, doc, "share")
            box = Dialog(office, display, "Kernpunt")
            box.wait_text("Several people can then work")
            box.key("alt+n")
            box.wait_closed()
            command(office, doc, "share")
            box = Dialog(office, display, "Kernpunt")
            box.key("alt+y")
            close_box(office, display, "Save the workbook as an .ods file first")
            path = os.path.join(folder, "team.ods")
            doc.storeAsURL(file_url(path), props(FilterName=ODS))
            command(office, doc, "share")
            box = Dialog(office, display, "Kernpunt")
            box.wait_text("Several people can then work")
            box.key("alt+y")
            close_box(office, display, "now shared")
            doc = office.documents()[0]
            settings_of = doc.createInstance("com.sun.star.document.Settings")
            assert settings_of.IsDocumentShared and doc.RecordChanges
            office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
