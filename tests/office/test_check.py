#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel Check in a real office: what it finds, jumping to it, repairing, and that it only looks."""
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_display import Display  # noqa: E402
from kp_office import BUNDLED, ODS, Office, main, wait_for  # noqa: E402
from kp_deck import answer_window  # noqa: E402
from kp_pane import Pane, selection  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402


def set_up(office, doc, language="en"):
    workbook = Workbook(office, doc, language)
    workbook.set_up(language)
    for name in ("Anna", "Bram"):
        workbook.append("lists", person=name)
    for what in ("Call every customer back", "Write the letter again"):
        workbook.append("actions", action=what, owner="Anna", deadline=day(3))
    return workbook


def place(workbook, table, key, row):
    """A cell of a table by the key of its column."""
    keys = list(workbook.verb("read", Table=table)["Keys"][0])
    return workbook.sheet(table).getCellByPosition(keys.index(key), row)


def check(pane):
    """Presses Check, after a change or for the first time, and returns what the summary says."""
    pane.press("check")
    wait_for(lambda: re.search("Checked at|Gecontroleerd om", pane.label("summary")), "the check")
    return pane.label("summary")


def test_finds_broken_rows_and_jumps():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        pane = Pane(doc, "Check")
        assert pane.label("summary") == "Not checked yet." and not pane.shown("problems")
        place(workbook, "actions", "owner", 2).String = ""
        place(workbook, "actions", "deadline", 1).String = "soon"
        place(workbook, "actions", "id", 2).String = place(workbook, "actions", "id", 1).String
        before = place(workbook, "actions", "deadline", 1).String
        summary = check(pane)
        assert re.match(r"3 errors", summary), (summary, pane.rows("problems"))
        rows = pane.rows("problems")
        deadline = pane.find("problems", "must be a real date")
        owner = pane.find("problems", "Fill in “Owner”")
        twice = pane.find("problems", "occurs twice")
        assert sorted((deadline, owner, twice)) == [0, 1, 2] and deadline == 0, rows
        assert re.match(r"Actions [A-Z]+2: ", rows[deadline]), rows[deadline]
        for row, key, line in ((owner, "owner", 2), (deadline, "deadline", 1), (twice, "id", 2)):
            pane.select("problems", row)
            pane.wait_label("detail", rows[row].split(": ", 1)[1])
            pane.press("jump")
            wanted = place(workbook, "actions", key, line).AbsoluteName.replace("$", "")
            wait_for(lambda: selection(doc) == wanted, "the jump to " + wanted)
        assert place(workbook, "actions", "deadline", 1).String == before
        office.close_doc(doc)


def test_nothing_to_report_then_changed_then_again():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc, "nl")
        workbook.set_up("nl")
        pane = Pane(doc, "Check")
        assert "Alles in orde: 0 rijen gecontroleerd." in check(pane), pane.rows("problems")
        path = os.path.join(office.folder, "werk.ods")
        doc.storeAsURL("file://" + path, ())
        workbook.append("lists", person="Anna")
        pane.wait_label("summary", "Gewijzigd na de controle van")
        workbook.append("actions", action="Doe", owner="Anna", deadline=day(1))
        said = check(pane)
        assert re.match(r"\d+ waarschuwing", said) and "Gecontroleerd om" in said, said
        doc.store()
        # Saving changes nothing that was checked: the text stays as it is.
        pane.press("jump")
        wait_for(lambda: selection(doc), "the jump")
        assert "Gecontroleerd om" in pane.label("summary"), pane.label("summary")
        office.close_doc(doc)


def test_checking_changes_nothing_also_when_read_only():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        place(workbook, "actions", "owner", 2).String = ""
        path = os.path.join(office.folder, "round.ods")
        office.store(doc, path, ODS)
        office.close_doc(doc)
        doc = office.load(path, ReadOnly=True)
        pane = Pane(doc, "Check")
        assert re.match(r"1 error, ", check(pane)), pane.label("summary")
        assert not doc.isModified()
        pane.press("jump")
        wait_for(lambda: selection(doc).startswith("Actions."), "the jump")
        assert not doc.isModified()
        office.close_doc(doc)


def test_many_problems_are_cut_off():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        sheet = workbook.sheet("actions")
        width = 12
        data = list(sheet.getCellRangeByPosition(0, 1, width, 1).getDataArray()[0])
        keys = list(workbook.verb("read", Table="actions")["Keys"][0])
        count = 700
        sheet.Rows.insertByIndex(2, count)
        rows = []
        for i in range(count):
            copy = list(data)
            copy[keys.index("id")] = "A-%05d" % i
            copy[keys.index("owner")] = ""
            rows.append(tuple(copy))
        sheet.getCellRangeByPosition(0, 2, width, 1 + count).setDataArray(tuple(rows))
        pane = Pane(doc, "Check")
        summary = check(pane)
        assert re.match(r"700 errors, ", summary), summary
        listed = pane.rows("problems")
        assert len(listed) == 101 and re.match(r"… and [\d,]+ more$", listed[-1]), listed[-1]
        pane.select("problems", 100)
        wait_for(lambda: not pane.shown("jump"), "no jump from there")
        office.close_doc(doc)


def test_the_result_goes_with_the_panel_not_with_a_change():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        place(workbook, "actions", "owner", 2).String = ""
        pane = Pane(doc, "Check")
        check(pane)
        pane.select("problems", 0)
        listed = pane.rows("problems")
        place(workbook, "actions", "owner", 2).String = "Bram"
        pane.wait_label("summary", "Changed since the check of")
        assert pane.rows("problems") == listed and pane.selected("problems") == 0
        pane.sidebar.setVisible(False)
        wait_for(lambda: not doc.CurrentController.getSidebar().isVisible(), "the sidebar to go")
        again = Pane(doc, "Check")
        assert again.label("summary") == "Not checked yet."
        office.close_doc(doc)


def repairs(backend):
    """The end line under which rows were typed, and a hidden row: yes repairs, no does not."""
    with Display() as display:
        with Office(extension=BUNDLED, backend=backend, display=display) as office:
            doc = office.new_calc()
            workbook = set_up(office, doc)
            sheet = workbook.sheet("actions")
            sheet.Rows.getByIndex(2).IsVisible = False
            pane = Pane(doc, "Check")
            check(pane)
            pane.select("problems", pane.find("problems", "is hidden"))
            wait_for(lambda: pane.shown("repair"), "the button Repair")
            pane.press("repair")
            answer_window(display, "^Kernpunt$", "alt+n")
            assert not sheet.Rows.getByIndex(2).IsVisible
            pane.press("repair")
            answer_window(display, "^Kernpunt$", "alt+y")
            wait_for(lambda: sheet.Rows.getByIndex(2).IsVisible, "the row to show")
            pane.wait_label("said", "is repaired")
            assert not any("is hidden" in row for row in pane.rows("problems"))
            assert "Checked at" in pane.label("summary")
            doc.UndoManager.undo()
            wait_for(lambda: not sheet.Rows.getByIndex(2).IsVisible, "undo to hide it again")
            office.close_doc(doc)


def test_repair_gtk3():
    repairs("gtk3")


def test_repair_gen():
    repairs("gen")


if __name__ == "__main__":
    main(globals())
