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
from kp_workbook import END, day, texts  # noqa: E402


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
        deck.today.wait_label("foot_state", "✕ Not saved")
        deck.today.wait_label("foot_text", "Several rows have ID " + first)
        assert workbook.rows("actions") == before
        answer = workbook.verb("change", Table="actions", Id=first, Language="nl",
                               Values={"helpers": "Jansen, Petra"})
        assert answer["Answer"] == "refused" and "Meerdere rijen hebben" in answer["Message"], answer
        cell(workbook, "actions", "id", 1).String = "A-00000"
        idle(office)
        deck.today.press("done")
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
        end = cell(workbook, "actions", "id", 0).CellAddress.Row + 3
        assert sheet.getCellByPosition(0, end).String.startswith(END)
        sheet.getCellByPosition(1, end).String = "Typed in the end line"
        assert [item[2] for item in told(workbook, "end line of")] == ["B%d" % (end + 1)]
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
        assert told(workbook, "rows below its end line") and not told(workbook, "end line of")
        assert workbook.verb("repair", Table="actions")["Answer"] == "written"
        assert [row[30] for row in texts(sheet)].count("A note beside it") == 1
        assert [row["action"] for row in workbook.rows("actions")] == ["First", "Typed below"]
        assert not told(workbook, "end line")


class Mover(unohelper.Base, XModifyListener):
    """A macro that listens to the cells and puts rows above them."""

    def __init__(self, sheet, times):
        self.sheet, self.left, self.busy = sheet, times, False

    def modified(self, _event):
        if self.left and not self.busy:
            self.left, self.busy = self.left - 1, True
            self.move()
            self.busy = False

    def move(self):
        self.sheet.Rows.insertByIndex(2, 1)

    def disposing(self, _event):
        pass


class Sorter(Mover):
    """A macro that turns the order of the rows around: the contents move, the cells do not."""

    def move(self):
        rows = [row for row in range(1, 30)
                if self.sheet.getCellByPosition(0, row).String[:2] == "A-"]
        around = self.sheet.getCellRangeByPosition(0, rows[0], 25, rows[-1])
        around.setDataArray(tuple(reversed(around.getDataArray())))


class Remover(Mover):
    """A macro that deletes the second row."""

    def move(self):
        rows = [row for row in range(1, 30)
                if self.sheet.getCellByPosition(0, row).String[:2] == "A-"]
        self.sheet.Rows.removeByIndex(rows[1], 1)


def data(workbook, table):
    """The rows of a table by their ID, without what formulas say and without blank ones."""
    return {row["id"]: {key: value for key, value in row.items() if key != "overdue"}
            for row in workbook.rows(table) if row["id"]}


def moved(office, kind, times, verb, **values):
    """All of it is written, into the right row, or nothing is: and what is said is so."""
    doc, workbook = start(office, "en")
    ids = actions(workbook, "One", "Two", "Three")
    if verb == "change":
        values["Id"] = ids[1]
    before, log, pending = data(workbook, "actions"), workbook.rows("log"), workbook.pending()
    sheet = workbook.sheet("actions")
    mover = kind(sheet, times)
    around = sheet.getCellRangeByPosition(0, 0, 25, 40)
    around.addModifyListener(mover)
    try:
        said = workbook.verb(verb, Table="actions", **values)["Answer"]
    except Exception as problem:
        said = str(problem)
    finally:
        around.removeModifyListener(mover)
    assert mover.left == 0, mover.left
    after = data(workbook, "actions")
    if kind is Remover:
        left = {key: row for key, row in before.items() if key in after}
        assert len(left) >= len(before) - times
        before = left
    if said == "written":
        fresh = [key for key in after if after[key] != before.get(key)]
        assert len(fresh) == 1, fresh
        wanted = {key: text for key, text in values["Values"].items() if key != "deadline"}
        assert wanted.items() <= after.pop(fresh[0]).items(), (verb, times)
        assert fresh[0] == values.get("Id", fresh[0]) and len(workbook.rows("log")) == len(log) + 1
        before.pop(fresh[0], None)
    else:
        assert workbook.rows("log") == log and workbook.pending() == pending, said
    assert after == before, (kind.__name__, times, verb, said)
    office.close_doc(doc)
    return said == "written"


def test_a_macro_moves_the_rows_meanwhile():
    """Rows that come above do no harm; rows that are sorted or deleted meanwhile: all goes back."""
    with Office(extension=BUNDLED) as office:
        for kind in (Mover, Sorter, Remover):
            for times in (1, 2):
                append = moved(office, kind, times, "append", Values={
                    "action": "New", "owner": "Anna de Wit", "deadline": day(3)})
                change = moved(office, kind, times, "change",
                               Values={"progress": "Begun", "helpers": "Piet"})
                assert (append and change) or kind is not Mover
        assert office.stderr_text() == "", office.stderr_text()


def test_what_blocks_inserting_is_named_with_its_cell():
    """Found out before anything is written, told by the check too, and gone when it is gone."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office, "en")
        actions(workbook, "One", "Two")
        sheet, log = workbook.sheet("actions"), workbook.sheet("log")
        last = sheet.RangeAddress.EndRow
        end = cell(workbook, "actions", "id", 1).CellAddress.Row + 1
        while not sheet.getCellByPosition(0, end).String.startswith(END):
            end += 1
        stray, filled = sheet.getCellByPosition(40, last), log.getCellByPosition(41, last)
        inside = sheet.getCellByPosition(workbook.column("actions", "progress"), last)
        array = sheet.getCellRangeByPosition(30, end - 4, 30, end + 1)
        merged = sheet.getCellRangeByPosition(32, end - 4, 33, end + 1)

        def low(merge):  # made each time: ranges go along with the rows
            sheet.getCellRangeByPosition(5, last - 1, 5, last).merge(merge)
        blocks = (
            (lambda: setattr(stray, "String", "x"), lambda: stray.clearContents(1023), "AO1048576"),
            (lambda: setattr(inside, "String", "x"), lambda: inside.clearContents(1023), "1048576"),
            (lambda: setattr(filled, "Value", 1), lambda: filled.clearContents(1023), "AP1048576"),
            (lambda: array.setArrayFormula("=ROW(A1:A6)"), lambda: array.clearContents(1023), "AE"),
            (lambda: merged.merge(True), lambda: merged.merge(False), "AG%d" % (end - 3)),
            (lambda: low(True), lambda: low(False), "F1048575"),
            (lambda: sheet.protect(""), lambda: sheet.unprotect(""), ""))
        for block, free, place in blocks:
            block()
            before, pending = workbook.rows("actions"), workbook.pending()
            steps = doc.UndoManager.getAllUndoActionTitles()
            for language, words in (("en", "nothing was"), ("nl", "er is niets")):
                answer = workbook.verb("append", Table="actions", Language=language, Values={
                    "action": "New", "owner": "Anna de Wit", "deadline": day(3)})
                assert answer["Answer"] == "refused", (place, answer)
                assert place in answer["Message"] and words in answer["Message"], (place, answer)
            assert workbook.rows("actions") == before and workbook.pending() == pending
            assert doc.UndoManager.getAllUndoActionTitles() == steps
            named = [item for item in workbook.check() if place and place in item[2]] if place \
                else told(workbook, "protected")
            assert named, (place, workbook.check())
            free()
            assert not [item for item in workbook.check() if place and place in item[2]], place
            actions(workbook, "After " + place)
        assert office.stderr_text() == "", office.stderr_text()


def test_a_change_of_a_covered_cell_is_refused():
    """Vertically merged cells, and cells of an array formula."""
    with Office(extension=BUNDLED) as office:
        workbook = start(office, "en")[1]
        ids = actions(workbook, "One", "Two", "Three")
        sheet = workbook.sheet("actions")
        upper, lower = (cell(workbook, "actions", "progress", row) for row in (0, 1))
        column = upper.CellAddress.Column
        name = upper.AbsoluteName.split("$")[-2] + str(lower.CellAddress.Row + 1)
        merged = sheet.getCellRangeByPosition(column, upper.CellAddress.Row, column,
                                              lower.CellAddress.Row)
        merged.merge(True)
        before = workbook.rows("actions")
        for language, words in (("en", "hidden under merged cells"), ("nl", "samengevoegde cellen")):
            answer = workbook.verb("change", Table="actions", Id=ids[1], Language=language,
                                   Values={"progress": "Begun"})
            assert answer["Answer"] == "refused" and name in answer["Message"] \
                and words in answer["Message"], answer
        assert workbook.rows("actions") == before
        workbook.change("actions", ids[1], helpers="Piet")
        workbook.change("actions", ids[0], progress="Begun")
        assert upper.String == "Begun"
        merged.merge(False)
        workbook.change("actions", ids[1], progress="Begun too")
        array = sheet.getCellRangeByPosition(column, upper.CellAddress.Row, column,
                                             lower.CellAddress.Row)
        array.setArrayFormula("=ROW(A1:A2)")
        answer = workbook.verb("change", Table="actions", Id=ids[0], Values={"progress": "More"})
        assert answer["Answer"] == "refused" and "array formula" in answer["Message"], answer


def test_save_is_pressed_again_and_again():
    """Before the next form is there: one row for each form."""
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        doc, workbook = start(office, "en")
        pane = Deck(doc).today  # where the deck is closed a dialog would come
        pane.press("log")
        for turn in range(5):
            pane.wait("field_action")
            for name, text in (("action", "Number %d" % turn), ("owner", "Anna de Wit"),
                               ("deadline", "+5")):
                pane.type("field_" + name, text)
            pane.focus("foot_save")
            display.xdotool("key", "--delay", "2", "space", "space", "space")
            wait_for(lambda: not pane.text("field_action"), "the next form")
            idle(office)
            told = [row["action"] for row in workbook.rows("actions")]
            assert told == \
                ["Number %d" % number for number in range(turn + 1)], told
        assert office.stderr_text() == "", office.stderr_text()


if __name__ == "__main__":
    main(globals())
