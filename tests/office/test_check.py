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
    wait_for(lambda: pane.label("seen"), "the check when it opens")
    pane.press("check")
    wait_for(lambda: pane.label("summary") not in ("Checking…", "Bezig met controleren…"), "the check")
    wait_for(lambda: re.search("sheets?, |blad(en)?, ", pane.label("seen")), "the check")
    return pane.label("summary")


def footer(pane, words):
    """Whether a label of the footer holds these words."""
    for control in pane.dialog().getControls():
        model = control.getModel()
        if words in getattr(model, "Label", ""):
            return True
    return False


def test_finds_broken_rows_and_jumps():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        pane = Pane(doc, "Check")
        wait_for(lambda: "sheets, " in pane.label("seen"), "the check when it opens")
        assert pane.label("summary") == "All good: 2 rows checked.", pane.label("summary")
        place(workbook, "actions", "owner", 2).String = ""
        place(workbook, "actions", "deadline", 1).String = "soon"
        place(workbook, "actions", "id", 2).String = place(workbook, "actions", "id", 1).String
        before = place(workbook, "actions", "deadline", 1).String
        summary = check(pane)
        assert re.match(r"3 errors", summary), (summary, pane.rows("problems"))
        rows = pane.rows("problems")
        deadline = pane.find("problems", "is not a date")
        owner = pane.find("problems", "Fill in “Owner”")
        twice = pane.find("problems", "appears twice")
        assert sorted((deadline, owner, twice)) == [0, 1, 2] and deadline == 0, rows
        assert re.match(r"Actions [A-Z]+2 · ", rows[deadline]), rows[deadline]
        for row, key, line in ((owner, "owner", 2), (deadline, "deadline", 1), (twice, "id", 2)):
            pane.select("problems", row)
            pane.wait_label("detail", rows[row].split(" · ", 1)[1])
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
        pane.wait_label("seen", "Gewijzigd sinds de controle van")
        workbook.append("actions", action="Doe", owner="Anna", deadline=day(1))
        said = check(pane)
        assert said == "Alles in orde: 1 rij gecontroleerd.", said
        assert pane.label("tips").startswith("▸ Tips ("), pane.label("tips")
        pane.press("tips")
        wait_for(lambda: pane.rows("problems"), "the tips")
        doc.store()
        # Saving changes nothing that was checked: the text stays as it is.
        pane.press("jump")
        wait_for(lambda: selection(doc), "the jump")
        assert "bladen, " in pane.label("seen"), pane.label("seen")
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
        assert check(pane) == "1 error", pane.label("summary")
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
        assert re.match(r"700 errors", summary), summary
        listed = pane.rows("problems")
        assert len(listed) == 101 and re.match(r"… and [\d,]+ more$", listed[-1]), listed[-1]
        pane.select("problems", 100)
        wait_for(lambda: not pane.enabled("jump"), "no jump from there")
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
        pane.wait_label("seen", "Changed since the check at")
        assert pane.rows("problems") == listed and pane.selected("problems") == 0
        pane.sidebar.setVisible(False)
        wait_for(lambda: not doc.CurrentController.getSidebar().isVisible(), "the sidebar to go")
        again = Pane(doc, "Check")
        wait_for(lambda: "sheets, " in again.label("seen"), "the check when it opens again")
        assert again.label("summary").startswith("All good"), again.label("summary")
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
            wait_for(lambda: footer(pane, "is repaired"), "what it says of it")
            assert not any("is hidden" in row for row in pane.rows("problems"))
            doc.UndoManager.undo()
            wait_for(lambda: not sheet.Rows.getByIndex(2).IsVisible, "undo to hide it again")
            office.close_doc(doc)


def test_repair_gtk3():
    repairs("gtk3")


def test_repair_gen():
    repairs("gen")


def test_walking_leaving_and_undo():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = set_up(office, doc)
        workbook.append("goals", goal="Customers hear from us in a day", reason="They call")
        place(workbook, "actions", "owner", 2).String = ""
        place(workbook, "actions", "done_on", 1).String = ""
        place(workbook, "actions", "status", 1).String = "Done"
        pane = Pane(doc, "Check")
        assert check(pane) == "1 error · 1 to review", pane.rows("problems")
        assert not pane.enabled("leave"), "an error cannot be left"
        assert not pane.enabled("previous")
        pane.press("next")
        wanted = place(workbook, "actions", "done_on", 1).AbsoluteName.replace("$", "")
        wait_for(lambda: selection(doc) == wanted, "the walk to " + wanted)
        assert pane.enabled("leave") and not pane.enabled("next")
        said = [item[0] for item in workbook.check()]
        assert said.count("refuse") == 1 and said.count("warn") == 1, said
        assert int(re.search(r"\d+", pane.label("tips")).group()) == said.count("tip"), said
        office.close_doc(doc)


def designed(language, dark):
    """The panel as designed, for people to look at: build/artefacts/check-….png."""
    with Display() as display:
        with Office(extension=BUNDLED, backend="gtk3", display=display,
                    env={"GTK_THEME": "Adwaita:dark"} if dark else None,
                    ui_language="nl" if language == "nl" else "en-US",
                    locale="nl-NL" if language == "nl" else "en-US") as office:
            doc = office.new_calc()
            workbook = set_up(office, doc, language)
            workbook.append("goals", goal="Customers hear from us in a day", reason="They call")
            place(workbook, "actions", "deadline", 1).String = "next week"
            place(workbook, "actions", "id", 2).String = place(workbook, "actions", "id", 1).String
            workbook.append("waves", name="Autumn", number="1", kind="quantitative", start=day(-90),
                            known_on=day(-60))
            pane = Pane(doc, "Check")
            check(pane)
            display.screenshot("check-%s-%s.png" % (language, "dark" if dark else "light"))
            pane.press("tips")
            wait_for(lambda: pane.label("tips").startswith("▾"), "the tips")
            pane.select("problems", len(pane.rows("problems")) - 1)
            wait_for(lambda: pane.enabled("leave"), "a tip to be left")
            pane.choose(display, "leave", "Down", "Return")
            wait_for(lambda: pane.label("seen").count("·") == 2, "what is left")
            display.screenshot("check-tips-%s-%s.png" % (language, "dark" if dark else "light"))
            left = pane.label("seen")
            doc.UndoManager.undo()
            wait_for(lambda: pane.label("seen") != left, "undo to be seen")
            check(pane)
            assert pane.label("seen").count("·") == 1, pane.label("seen")
            office.close_doc(doc)


def test_designed_en():
    designed("en", False)


def test_designed_nl_dark():
    designed("nl", True)


if __name__ == "__main__":
    main(globals())
