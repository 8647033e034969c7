# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do to a workbook: filters, protection, a deleted sheet. Nothing is lost, all is told."""

import uno  # noqa: F401 (makes com.sun.star importable)
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL

from kp_office import BUNDLED, Office, main
from kp_workbook import Workbook, is_end, texts


def new(office, language="en"):
    workbook = Workbook(office, office.new_calc(), language)
    workbook.set_up(language)
    return workbook


def act(workbook, owner="Ann", **values):
    values.setdefault("action", "Call every customer back")
    return workbook.append("actions", owner=owner, deadline="+3", **values)


def set_filter(workbook, owner):
    """What choosing one name in the AutoFilter's list does."""
    area = workbook.doc.DatabaseRanges.getByName("kernpunt_rows_actions")
    area.AutoFilter = True
    cells = area.ReferredCells
    descriptor = cells.createFilterDescriptor(True)
    descriptor.ContainsHeader = True
    if owner:
        field = TableFilterField()
        field.Field, field.Operator, field.StringValue = 2, EQUAL, owner
        descriptor.setFilterFields((field,))
    cells.filter(descriptor)


def shown(workbook):
    """Row by row whether it can be seen, and what its first cell says."""
    sheet = workbook.sheet("actions")
    return {row[0]: sheet.Rows.getByIndex(number).IsVisible
            for number, row in enumerate(texts(sheet))}


def test_filter_hides_the_last_row():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        ann, bob = act(workbook), act(workbook, "Bob")
        set_filter(workbook, "Ann")
        assert shown(workbook)[ann] and not shown(workbook)[bob], shown(workbook)
        # The row comes last, where a filter hides its neighbours: it is shown.
        answer = workbook.verb("append", Table="actions", Values={
            "action": "New while filtered", "owner": "Ann", "deadline": "+1"})
        assert answer["Answer"] == "written", answer
        more = answer["Id"]
        assert shown(workbook)[more], answer
        assert [row["id"] for row in workbook.rows("actions")] == [ann, bob, more]
        workbook.change("actions", bob, status="in progress")
        assert workbook.row("actions", bob)["status"] == "In progress"
        assert not any("is hidden" in item[6] for item in workbook.check()), workbook.check()
        titles = workbook.doc.UndoManager.getAllUndoActionTitles()
        assert titles[:2] == ("Change " + bob, "Add to Actions"), titles
        set_filter(workbook, "")
        rows = [row[0] for row in texts(workbook.sheet("actions"))]
        assert rows[:6] == ["ID", ann, bob, more, "", ""], rows
        assert is_end(rows[6:]) and len(rows) == 7, rows
        # Rows below a filter that is gone can be seen again, but for the separator.
        assert [key for key, visible in shown(workbook).items() if not visible] == [""]
        # All of it once more with nothing that the filter lets through.
        set_filter(workbook, "Nobody")
        last = act(workbook)
        assert [row["id"] for row in workbook.rows("actions")] == [ann, bob, more, last]
        assert workbook.verb("repair", Table="actions")["Answer"] == "written"
        assert [row["id"] for row in workbook.rows("actions")] == [ann, bob, more, last]
        set_filter(workbook, "")
        assert is_end(texts(workbook.sheet("actions"))[-1])


def test_only_the_log_is_protected():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        first = act(workbook)
        log = workbook.doc.Sheets.getByName("Log")
        before = texts(workbook.sheet("actions")), texts(log)
        pending = workbook.pending()
        log.protect("")
        steps = workbook.doc.UndoManager.getAllUndoActionTitles()
        for verb, values in (("append", {"action": "x y z", "owner": "Ann", "deadline": "+1"}),
                             ("change", {"status": "in progress"})):
            answer = workbook.verb(verb, Table="actions", Id=first, Values=values)
            assert answer["Answer"] == "refused", answer
            assert answer["Message"].startswith("The sheet “Log” is protected, so nothing"), answer
        assert (texts(workbook.sheet("actions")), texts(log)) == before
        assert workbook.pending() == pending
        assert workbook.doc.UndoManager.getAllUndoActionTitles() == steps
        log.unprotect("")
        act(workbook)
        assert len(workbook.rows("log")) == 2


def test_hidden_sheet_deleted():
    """Tables are found by their own keys; the language by the sheets; set-up makes the rest."""
    with Office(extension=BUNDLED, ui_language="en-US") as office:
        workbook = new(office, "nl")
        first = act(workbook)
        assert workbook.verb("settings", Values={"whys": "5"})["Answer"] == "written"
        workbook.sheet("actions").Columns.removeByIndex(
            workbook.column("actions", "helpers"), 1)
        headers = texts(workbook.sheet("actions"))[0]
        workbook.doc.Sheets.removeByName("_kernpunt")
        english = Workbook(office, workbook.doc, "en")
        second = act(english, "Bob")
        assert english.row("actions", second)["status"] == "Te doen"
        english.change("actions", first, status="in progress")
        assert english.row("actions", first)["status"] == "Bezig"
        said = [item[6] for item in english.check()]
        assert any("“_kernpunt” is missing" in text for text in said), said
        answer = english.verb("settings", Values={"whys": "4"})
        assert "Set up this workbook" in answer["Message"], answer
        assert english.verb("settings")["SetUp"] is False
        assert english.verb("setup", Practices=["structural"])["Answer"] == "written"
        assert not any("_kernpunt" in item[6] for item in english.check())
        answer = english.verb("settings")
        assert (answer["SetUp"], answer["Language"]) == (True, "nl"), answer
        assert english.verb("settings", Values={"whys": "4"})["Answer"] == "written"
        # Nothing was moved; only the column that set-up no longer knew to be unwanted is back.
        after = texts(workbook.sheet("actions"))
        assert after[0] == headers + ["Wie helpt mee"], after[0]
        assert [row["id"] for row in english.rows("actions")] == [first, second]
        # What set-up noted is complete again: a column that goes now is missed.
        sheet = workbook.sheet("actions")
        sheet.Columns.removeByIndex(english.column("actions", "owner"), 1)
        assert any("“Eigenaar” is missing" in item[6] for item in english.check())
        sheet.Rows.removeByIndex(0, 1)
        workbook.doc.UndoManager.undo()
        workbook.doc.UndoManager.undo()
        sheet.Rows.removeByIndex(0, 1)
        act(workbook)
        assert len(workbook.rows("actions")) == 3


main(globals())
