#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people and macros do to the rows of a table: the wrong row is never written, none is lost,
and the log says what stood there."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import unohelper  # noqa: E402
from com.sun.star.util import XModifyListener  # noqa: E402

from kp_deck import Deck  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import focus_point, idle, start  # noqa: E402
from kp_office import BUNDLED, Office, main, wait_for  # noqa: E402
from kp_workbook import day, texts  # noqa: E402


def cell(workbook, table, key, row):
    """The cell of a column in the row-th row of a table, from 0."""
    answer = workbook.verb("read", Table=table)
    place = answer["SheetRows"][row] - 1
    return workbook.sheet(table).getCellByPosition(list(answer["Keys"][0]).index(key), place)


def actions(workbook, *titles):
    return [workbook.append("actions", action=title, owner="Anna de Wit", deadline=day(7))
            for title in titles]


def told(workbook, part, table="actions"):
    """What the check says of a sheet with these words."""
    sheet = workbook.sheet(table).Name
    return [item for item in workbook.check() if item[1] == sheet and part in item[6]]


def test_two_rows_of_one_id():
    """"Done" for the second must not finish the first."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        first = actions(workbook, "First of the two", "Second of the two")[0]
        cell(workbook, "actions", "id", 1).String = first
        before = workbook.rows("actions")
        deck = Deck(doc)
        wait_for(lambda: len(deck.today.rows("items")) == 2, "both rows")
        deck.today.select("items", "Second of the two")
        deck.today.press("done")
        deck.today.wait("save")
        deck.today.press("save")
        deck.today.wait_label("form_said", "Several rows have the ID " + first)
        assert workbook.rows("actions") == before
        answer = workbook.verb("change", Table="actions", Id=first, Language="nl",
                               Values={"helpers": "Jansen, Petra"})
        assert answer["Answer"] == "refused" and "Meer rijen hebben" in answer["Message"], answer
        cell(workbook, "actions", "id", 1).String = "A-00000"
        idle(office)
        deck.today.press("save")
        wait_for(lambda: workbook.rows("actions")[0]["status"] == "Done", "the row to be written")
        assert workbook.rows("actions")[1]["status"] == before[1]["status"]
        assert office.stderr_text() == "", office.stderr_text()


def test_the_log_keeps_the_decimals_that_stood_there():
    with Office(extension=BUNDLED) as office:
        workbook = start(office, "en")[1]
        focus = focus_point(workbook, "Fewer calls")
        for number, was in ((7.5, "7.5"), (-0.25, "-0.25"), (5e9, "5000000000"), (3, "3")):
            cell(workbook, "focus", "value_now", 0).Value = number
            workbook.change("focus", focus, value_now="8")
            line = workbook.rows("log")[-1]
            assert (line["was"], line["becomes"]) == (was, "8"), line


def test_typed_in_the_end_line():
    """It is told, and a repair makes a row of it instead of throwing it away."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        actions(workbook, "First")
        assert not told(workbook, "end line")
        sheet = workbook.sheet("actions")
        end = cell(workbook, "actions", "id", 0).CellAddress.Row + 1
        assert sheet.getCellByPosition(0, end).String.startswith("[end]")
        sheet.getCellByPosition(1, end).String = "Typed in the end line"
        assert [item[2] for item in told(workbook, "typed in the end line")] == ["B%d" % (end + 1)]
        before = texts(sheet)
        assert workbook.verb("repair", Table="actions")["Answer"] == "written"
        assert [row["action"] for row in workbook.rows("actions")] == ["First",
                                                                       "Typed in the end line"]
        assert not told(workbook, "end line")
        doc.UndoManager.undo()
        assert texts(sheet) == before
        # a note beside the table stays where it was, too
        sheet.getCellByPosition(1, end).String = ""
        sheet.getCellByPosition(30, end).String = "A note beside it"
        sheet.getCellByPosition(1, end + 1).String = "Typed below"
        assert told(workbook, "below the end line") and not told(workbook, "typed in the end line")
        assert workbook.verb("repair", Table="actions")["Answer"] == "written"
        assert sheet.getCellByPosition(30, end).String == "A note beside it"
        assert [row["action"] for row in workbook.rows("actions")] == ["First", "Typed below"]
        assert not told(workbook, "end line")


class Mover(unohelper.Base, XModifyListener):
    """A macro that listens to the cells and puts rows above them."""

    def __init__(self, sheet, times):
        self.sheet, self.left, self.busy = sheet, times, False

    def modified(self, _event):
        if self.left and not self.busy:
            self.left, self.busy = self.left - 1, True
            self.sheet.Rows.insertByIndex(2, 1)
            self.busy = False

    def disposing(self, _event):
        pass


def moved(office, times, verb, **values):
    doc, workbook = start(office, "en")
    ids = actions(workbook, "One", "Two", "Three")
    if verb == "change":
        values["Id"] = ids[1]
    before, log = workbook.rows("actions"), workbook.rows("log")
    pending = workbook.pending()
    sheet = workbook.sheet("actions")
    mover = Mover(sheet, times)
    around = sheet.getCellRangeByPosition(0, 0, 25, 40)
    around.addModifyListener(mover)
    try:
        workbook.verb(verb, Table="actions", **values)
    except Exception as problem:
        assert "did not stay" in str(problem), problem
    else:
        raise AssertionError("it was written")
    finally:
        around.removeModifyListener(mover)
    assert mover.left == 0, mover.left
    assert workbook.rows("actions") == before, workbook.rows("actions")
    assert workbook.rows("log") == log and workbook.pending() == pending
    office.close_doc(doc)


def test_a_macro_moves_the_rows_meanwhile():
    """Nothing is written over: all of it goes back, and it says so."""
    with Office(extension=BUNDLED) as office:
        for times in (1, 2):
            moved(office, times, "append",
                  Values={"action": "New", "owner": "Anna de Wit", "deadline": day(3)})
            moved(office, times, "change", Values={"progress": "Begun", "helpers": "Piet"})
        assert office.stderr_text() == "", office.stderr_text()


def test_save_is_pressed_again_and_again():
    """Before the next form is there: one row for each form."""
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        doc, workbook = start(office, "en")
        office.dispatch(doc, "service:org.kernpunt.calc.Command?log")
        pane = Deck(doc).follow
        for turn in range(5):
            pane.wait("field_action")
            for name, text in (("action", "Number %d" % turn), ("owner", "Anna de Wit"),
                               ("deadline", "+5")):
                pane.type("field_" + name, text)
            pane.focus("save")
            display.xdotool("key", "--delay", "2", "space", "space", "space")
            wait_for(lambda: not pane.text("field_action"), "the next form")
            idle(office)
            assert [row["action"] for row in workbook.rows("actions")] == \
                ["Number %d" % number for number in range(turn + 1)]
        assert office.stderr_text() == "", office.stderr_text()


if __name__ == "__main__":
    main(globals())
