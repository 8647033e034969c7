#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs in real windows, by keyboard and mouse: set up, person, settings, share."""
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import uno  # noqa: E402,F401 (makes com.sun.star importable)
from com.sun.star.util import CloseVetoException  # noqa: E402
from kp_deck import Deck  # noqa: E402
from kp_dialogs import Dialog, close_box, command  # noqa: E402
from kp_office import BUNDLED, ODS, Display, Office, file_url, main, props, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

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
        close_box(office, display, "ingericht" if language == "nl" else "set up")
        assert ("Acties" if language == "nl" else "Actions") in doc.Sheets.ElementNames
        titles = doc.UndoManager.getAllUndoActionTitles()
        assert titles == (SETUP[language],), titles
        deck = Deck(doc)
        wait_for(lambda: deck.follow.has("steps"), "the steps")
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
        dialog.wait_text("Lijsten, Logboek.")
        dialog.click("Structurele opvolging")
        dialog.wait_text("Acties, Agenda")
        dialog.key("Tab", "Up")  # the language
        dialog.wait_text("Actions, Agenda")
        dialog.click("Inrichten")
        close_box(office, display, "ingericht")
        assert "Focus points" in doc.Sheets.ElementNames, doc.Sheets.ElementNames
        doc.Sheets.removeByName("Agenda")
        command(office, doc, "setup")
        dialog = Dialog(office, display, SETUP["nl"])
        dialog.wait_text("erbij komen: Agenda.")
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
        dialog.key("ctrl+a")
        dialog.type("99")
        dialog.key("Return")
        dialog.wait_text("1 tot en met 9" if language == "nl" else "1 to 9")
        dialog.key("ctrl+a")
        dialog.type("3")
        dialog.key("Return")
        close_box(office, display, "opgeslagen" if language == "nl" else "saved")
        workbook.append("focus", focus="Three", **active)
        stored = {row[0]: row[2] for row in workbook.verb("settings")["Settings"]}
        assert stored["focus_active"] in ("3", 3, 3.0), stored
        command(office, doc, "settings")
        dialog = Dialog(office, display, SETTINGS[language])
        dialog.key("ctrl+a")
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


def test_settings_of_a_workbook_that_was_not_set_up():
    with Display() as display, window(display, "gen") as office:
        doc = office.new_calc()
        command(office, doc, "settings")
        close_box(office, display, "has not been set up")
        assert not doc.isModified()
        office.close_doc(doc)


def test_share_explains_first():
    with tempfile.TemporaryDirectory() as folder:
        with Display() as display, window(display, "gtk3", settings=QUIET) as office:
            doc, _ = prepared(office)
            command(office, doc, "share")
            box = Dialog(office, display, "Kernpunt")
            box.wait_text("Several people can then write")
            box.key("alt+n")
            box.wait_closed()
            command(office, doc, "share")
            box = Dialog(office, display, "Kernpunt")
            box.key("alt+y")
            close_box(office, display, "Save the workbook first")
            path = os.path.join(folder, "team.ods")
            doc.storeAsURL(file_url(path), props(FilterName=ODS))
            command(office, doc, "share")
            box = Dialog(office, display, "Kernpunt")
            box.wait_text("Several people can then write")
            box.key("alt+y")
            close_box(office, display, "shared now")
            doc = office.documents()[0]
            settings_of = doc.createInstance("com.sun.star.document.Settings")
            assert settings_of.IsDocumentShared and doc.RecordChanges
            office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
