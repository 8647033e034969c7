# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel in a real window: gtk3 and the generic back end, English and Dutch."""

import datetime
import os
import tempfile

from kp_office import BUNDLED, ODS, Display, Office, main, wait_for
from kp_panel import (EPOCH, Panel, answer_question, check_row, check_table, first_save,
                      sheet_rows)


def log_by_keyboard(backend, language, sheet_name, status, second):
    """The whole way without a UNO shortcut: typing, Tab, Enter, space, and Ctrl+Z."""
    with Display() as display, Office(extension=BUNDLED, backend=backend, display=display,
                                      ui_language=language,
                                      user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        before = tuple(doc.Sheets.ElementNames)
        panel = Panel(doc)
        words = (panel.label("owner_label").replace("~", ""), panel.panel.getTitle(),
                 panel.control("deadline_menu").getAccessibleContext().getAccessibleName(),
                 panel.control("owner").getAccessibleContext().getAccessibleName())
        assert words == (("Eigenaar (één persoon)", "Actie vastleggen", "Kies een deadline",
                          "Eigenaar (één persoon)") if language == "nl" else
                         ("Owner (one person)", "Log action", "Choose a deadline",
                          "Owner (one person)")), words
        panel.focus("what")
        display.type("=1+1 and @x, 'quoted' 100%")
        display.key("Tab")
        panel.wait_focus("owner")
        display.type("Jansen, Petra")
        display.key("Return")
        panel.wait_focus("deadline")
        assert panel.text("owner") == "Jansen, Petra"
        display.type("31-12-2098")
        wait_for(lambda: "31 december 2098" in panel.label("deadline_echo").lower(), "the echo")
        display.key("Return")
        panel.wait_focus("status")
        display.key("Tab")
        panel.wait_focus("save")
        display.key("space")
        answer_question(display, "Return")
        said = panel.said()
        row = check_table(doc, sheet_name, 1).getCellByPosition(0, 2).String
        assert row in said and " 3" in said, said
        assert panel.texts() == ("", "", ""), panel.texts()
        panel.wait_focus("what")
        check_row(doc.Sheets.getByName(sheet_name), 2, "=1+1 and @x, 'quoted' 100%",
                  "Jansen, Petra", datetime.date(2098, 12, 31), status, "Petra Jansen")
        assert len(doc.UndoManager.getAllUndoActionTitles()) == 1
        contents = sheet_rows(doc.Sheets.getByName(sheet_name))

        # One Ctrl+Z takes row and sheet back, one Ctrl+Y returns both.
        display.key("Escape")
        wait_for(lambda: not panel.has_focus("what"), "Escape to leave the panel")
        display.key("ctrl+z")
        wait_for(lambda: tuple(doc.Sheets.ElementNames) == before, "undo of the sheet")
        assert not doc.NamedRanges.hasByName("kernpunt_actions")
        assert not doc.UndoManager.isUndoPossible()
        display.key("ctrl+y")
        wait_for(lambda: doc.Sheets.hasByName(sheet_name), "redo")
        assert sheet_rows(check_table(doc, sheet_name, 1)) == contents

        # The second row asks nothing; undo takes only that row.
        panel.focus("what")
        display.type(second)
        display.key("Tab")
        display.type("Bart")
        display.key("Tab")
        display.type("+14")
        panel.control("message").getModel().Label = "(waiting)"
        display.key("ctrl+Return")
        said = panel.said()
        assert "row 4" in said or "rij 4" in said, said
        sheet = check_table(doc, sheet_name, 2)
        check_row(sheet, 3, second, "Bart", datetime.date.today() + datetime.timedelta(14),
                  status, "Petra Jansen")
        assert sheet.getCellByPosition(0, 2).String != sheet.getCellByPosition(0, 3).String
        display.key("Escape")
        wait_for(lambda: not panel.has_focus("what"), "Escape to leave the panel")
        display.key("ctrl+z")
        wait_for(lambda: sheet.getCellByPosition(0, 3).String == "[end]", "undo of the row")
        assert sheet_rows(check_table(doc, sheet_name, 1)) == contents
        assert office.stderr_text() == "", office.stderr_text()


def test_keyboard_gtk3_english():
    log_by_keyboard("gtk3", "en-US", "Actions", "To do", "next")


def test_keyboard_gen_dutch():
    log_by_keyboard("gen", "nl", "Acties", "Te doen", "volgende")


def test_mouse_and_menus_gen():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display,
                                      user_name=("Petra", "Jansen")) as office:
        doc = office.new_calc()
        panel = Panel(doc)

        def click(name):
            place = panel.control(name).getAccessibleContext().getLocationOnScreen()
            size = panel.control(name).PosSize
            display.click(place.X + size.Width // 2, place.Y + size.Height // 2)

        click("what")
        panel.wait_focus("what")
        display.type("Call back")
        click("owner")
        panel.wait_focus("owner")
        display.type("Petra")
        click("deadline_menu")
        tomorrow = datetime.date.today() + datetime.timedelta(1)
        # Popup menus have no name of their own on the screen: press until it is there.
        wait_for(lambda: display.key("Down", "Return") or panel.text("deadline"), "the menu")
        assert panel.text("deadline") == tomorrow.isoformat(), panel.text("deadline")
        assert str(tomorrow.year) in panel.label("deadline_echo")
        click("status")
        wait_for(lambda: display.key("Down", "Down", "Return") or
                 panel.label("status") != "To do", "the menu")
        assert panel.label("status") == "In progress", panel.label("status")
        click("save")
        answer_question(display, "Return")
        panel.said()
        check_row(check_table(doc, "Actions", 1), 2, "Call back", "Petra", tomorrow,
                  "In progress", "Petra Jansen")
        assert panel.label("status") == "To do"
        assert office.stderr_text() == "", office.stderr_text()


def test_refusals_keep_the_text():
    yesterday = (datetime.date.today() - datetime.timedelta(1)).isoformat()
    cases = (
        ("", "Petra", "+1", "Write what will be done", "what"),
        (" \n ", "Petra", "+1", "Write what will be done", "what"),
        ("x" * 2001, "Petra", "+1", "1 characters too long", "what"),
        ("Call", "", "+1", "Name the owner", "owner"),
        ("Call", "Jan & Piet", "+1", "One owner only", "owner"),
        ("Call", "Jan/Piet", "+1", "One owner only", "owner"),
        ("Call", "Jan en Piet", "+1", "One owner only", "owner"),
        ("Call", "Jan and Piet", "+1", "One owner only", "owner"),
        ("Call", "Petra", "", "Give a deadline", "deadline"),
        ("Call", "Petra", "soon", "not clear", "deadline"),
        ("Call", "Petra", "31-2", "no such day", "deadline"),
        ("Call", "Petra", yesterday, "in the past", "deadline"),
    )
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        doc = office.new_calc()
        panel = Panel(doc)
        for what, owner, deadline, wanted, field in cases:
            panel.focus("save")
            panel.fill(what, owner, deadline)
            said = panel.save()
            assert wanted in said, (said, wanted)
            assert panel.texts() == (what, owner, deadline), panel.texts()
            panel.wait_focus(field)
        # "No" to the question: nothing happened, nothing lost, and the key (which gtk3 delivers
        # twice) does not ask again: the next key reaches the form.
        panel.focus("owner")
        panel.fill("Call", "Petr", "+1")
        panel.control("message").getModel().Label = "(waiting)"
        display.key("ctrl+Return")
        answer_question(display, "Escape")
        assert "Nothing was written" in panel.said()
        display.key("End")
        display.type("a")
        wait_for(lambda: panel.text("owner") == "Petra", "the key after the question")
        assert panel.texts() == ("Call", "Petra", "+1")
        assert tuple(doc.Sheets.ElementNames) == ("Sheet1",) and not doc.isModified()
        assert not doc.UndoManager.isUndoPossible()


def test_guards():
    with tempfile.TemporaryDirectory() as folder, Display() as display, \
            Office(extension=BUNDLED, backend="gen", display=display) as office:
        plain, table = os.path.join(folder, "plain.ods"), os.path.join(folder, "table.ods")
        doc = office.new_calc()
        office.store(doc, plain, ODS)
        panel = Panel(doc)

        def refused(wanted):
            panel.fill("Call", "Petra", "+1")
            before = sheet_rows(doc.Sheets[doc.Sheets.Count - 1]), doc.Sheets.ElementNames
            said = panel.save()
            assert wanted in said, said
            assert panel.texts() == ("Call", "Petra", "+1"), panel.texts()
            assert (sheet_rows(doc.Sheets[doc.Sheets.Count - 1]), doc.Sheets.ElementNames) == before

        settings = doc.createInstance("com.sun.star.document.Settings")
        doc.protect("")
        refused("structure of the document is protected")
        doc.unprotect("")
        settings.IsDocumentShared = True
        refused("changes are not recorded")
        doc.RecordChanges = True
        refused("Stop sharing")
        doc.RecordChanges = settings.IsDocumentShared = False

        first_save(display, panel)
        sheet = doc.Sheets.getByName("Actions")
        office.store(doc, table, ODS)
        sheet.protect("")
        refused("The sheet “Actions” is protected")
        sheet.unprotect("")
        settings.IsDocumentShared = True
        refused("changes are not recorded")
        settings.IsDocumentShared = False
        sheet.getCellByPosition(2, 1).String = "elsewhere"
        refused("lacks the column “Owner”")
        office.close_doc(doc)

        for path in (plain, table):
            doc = office.load(path, ReadOnly=True)
            panel = Panel(doc)
            refused("read-only")
            office.close_doc(doc)


def test_people_rearrange_the_sheet():
    """Renamed, moved, extended, marker removed: the row still lands in the right cells."""
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc = office.new_calc()
        panel = Panel(doc)
        first_save(display, panel)
        sheet = doc.Sheets.getByName("Actions")
        sheet.Name = "Lijst van Jan's ploeg"
        doc.Sheets.moveByName(sheet.Name, 0)
        sheet.Columns.insertByIndex(0, 2)
        sheet.Rows.insertByIndex(0, 3)
        sheet.getCellByPosition(30, 400).String = "a note far away"

        def log(what):
            panel.fill(what, "Bart", "+3")
            return panel.save()

        said = log("moved")
        assert said.startswith("Logged as") and "row 7" in said, said
        row = [sheet.getCellByPosition(c, 6).String for c in range(12)]
        assert row[3:5] == ["moved", "Bart"] and row[6] == "To do", row
        assert sheet.getCellByPosition(2, 7).String == "[end]"

        # Rows typed below the end line count: ours comes after them, with a warning.
        sheet.getCellByPosition(3, 8).String = "typed by hand"
        said = log("below")
        assert "row 10" in said and "below the end line" in said, said
        assert sheet.getCellByPosition(3, 9).String == "below"
        assert sheet.getCellByPosition(5, 9).String == \
            (datetime.date.today() + datetime.timedelta(3)).isoformat()
        sheet.getCellByPosition(2, 7).String = ""
        said = log("after the last")
        assert "row 11" in said and "end line of the table is gone" in said, said
        assert sheet.getCellByPosition(3, 10).String == "after the last"

        # Without its name the table is found by its keys; a deleted sheet is asked for anew.
        doc.NamedRanges.removeByName("kernpunt_actions")
        assert "row 12" in log("by keys")
        doc.Sheets.removeByName(sheet.Name)
        first_save(display, panel, what="anew")
        check_table(doc, "Actions", 1)


def test_overdue_shows_without_us():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display,
                                      ui_language="nl", locale="nl-NL") as office:
        doc = office.new_calc()
        panel = Panel(doc)
        first_save(display, panel)
        sheet = doc.Sheets.getByName("Acties")
        today = (datetime.date.today() - EPOCH).days
        deadline, status, overdue = (sheet.getCellByPosition(c, 2) for c in (3, 4, 5))
        for value, word, wanted in ((today - 5, "Te doen", "5"), (today, "Te doen", ""),
                                    (today - 5, "Gereed", ""), (today - 5, "Vervallen", ""),
                                    (today - 1, "Bezig", "1")):
            deadline.Value, status.String = value, word
            assert overdue.String == wanted, (value - today, word, overdue.String)
        deadline.String = "morgen"
        assert overdue.String == ""
        formats = sheet.ConditionalFormats.getConditionalFormats()
        assert len(formats) == 1 and formats[0].getCount() == 1
        assert formats[0].getByIndex(0).StyleName == "Kernpunt Overdue"
        assert status.Validation.getFormula1() == \
            '"Te doen";"Bezig";"Gereed";"Wacht op";"Vervallen"', status.Validation.getFormula1()

        # An English office writes the words of the Dutch table.
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "nl.ods")
            office.store(doc, path, ODS)
            with Office(extension=BUNDLED, backend="gen", display=display) as english:
                copy = english.load(path)
                other = Panel(copy)
                other.fill("next", "Bart", "+1")
                assert other.save().startswith("Logged as")
                assert copy.Sheets.getByName("Acties").getCellByPosition(4, 3).String == "Te doen"


if __name__ == "__main__":
    main(globals())
