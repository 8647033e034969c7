# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables in a real office: set up, append, change, undo, and whatever people do to them."""

import os
import tempfile

import uno
from com.sun.star.table import TableSortField

import improvement_round
from kp_office import BUNDLED, ODS, XLSX, Office, file_url, main, props
from kp_workbook import Workbook, day, is_end, serial, texts

TORTURE = (
    "=cmd|'/C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1)", "'x", "''", "001", "1e5", "50%", "TRUE",
    "2026-01-05", "12/5", "10:30", "1.234,56", '=HYPERLINK("http://x";"y")', '"quoted" & <b>',
    "\U0001F468\u200d\U0001F469\u200d\U0001F467 emoji", "\u202eright to left \u05d0\u05d1", "e\u0301 combining",
    "x" * 2000,
)


def new(office, language="en", **values):
    workbook = Workbook(office, office.new_calc())
    workbook.set_up(language, **values)
    return workbook


def act(workbook, **values):
    values.setdefault("action", "Call every customer back within a day")
    values.setdefault("owner", "Petra")
    values.setdefault("deadline", "+3")
    return workbook.append("actions", **values)


def ids(workbook, table="actions"):
    return [row["id"] for row in workbook.rows(table)]


def test_set_up_is_one_step():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc, "nl")
        before = tuple(doc.Sheets.ElementNames)
        workbook.set_up("nl")
        assert doc.UndoManager.getAllUndoActionTitles() == ("Werkmap inrichten",)
        names = doc.Sheets.ElementNames
        assert names[:1] == before and "Acties" in names and "Logboek" in names, names
        assert not doc.Sheets.getByName("_kernpunt").IsVisible
        projects = doc.Sheets.getByName("Projecten")
        assert not projects.IsVisible
        workbook.append("projects", name="Nieuwe website")
        assert projects.IsVisible
        doc.UndoManager.undo()
        assert not projects.IsVisible
        workbook.append("lists", unit="Planning")
        doc.UndoManager.undo()
        sheet = doc.Sheets.getByName("Acties")
        rows = texts(sheet)
        assert len(rows) == 4 and rows[0][:4] == ["ID", "Actie", "Eigenaar", "Deadline"], rows
        assert not any(rows[1]) and not any(rows[2]) and is_end(rows[3])
        assert rows[3][0].endswith("nieuwe rijen boven deze regel"), rows[3]
        assert [sheet.Rows.getByIndex(row).IsVisible for row in range(4)] == [True, True, False, True]
        status = sheet.getCellByPosition(4, 1).Validation
        assert status.getFormula1().startswith('"Te doen";"Bezig";"Gereed"'), status.getFormula1()
        assert [row["unit"] for row in workbook.rows("lists")] == ["Hele organisatie"]
        everything = {name: texts(doc.Sheets.getByName(name)) for name in names}
        doc.UndoManager.undo()
        assert tuple(doc.Sheets.ElementNames) == before
        assert not doc.NamedRanges.ElementNames and not doc.DatabaseRanges.ElementNames
        doc.UndoManager.redo()
        assert {name: texts(doc.Sheets.getByName(name))
                for name in doc.Sheets.ElementNames} == everything
        # Again: nothing is there twice, nothing changes.
        workbook.set_up("en")
        assert {name: texts(doc.Sheets.getByName(name))
                for name in doc.Sheets.ElementNames} == everything


def test_append_and_change():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        workbook = new(office)
        doc, undo = workbook.doc, workbook.doc.UndoManager
        first = act(workbook, owner="Jansen, Petra", deadline="+14")
        second = act(workbook, action="Second", status="bezig")
        row = workbook.row("actions", first)
        assert (row["owner"], row["deadline"], row["status"], row["changed_by"]) == \
            ("Jansen, Petra", serial(14), "To do", "Petra Jansen"), row
        assert row["changed_on"] == serial()
        assert workbook.row("actions", second)["status"] == "In progress"
        assert ids(workbook) == [first, second]
        assert undo.getAllUndoActionTitles()[0] == "Add to Actions"
        contents = texts(workbook.sheet("actions")), texts(workbook.sheet("log"))
        undo.undo()
        assert ids(workbook) == [first] and len(workbook.rows("log")) == 1
        undo.redo()
        assert (texts(workbook.sheet("actions")), texts(workbook.sheet("log"))) == contents
        answer = workbook.change("actions", first, status="in progress", deadline=day(20))
        assert answer["Row"] == 2, answer
        row = workbook.row("actions", first)
        assert (row["status"], row["deadline"]) == ("In progress", serial(20))
        line = workbook.rows("log")[-1]
        assert (line["row"], line["field"], line["who"]) == \
            (first, "Status · Deadline", "Petra Jansen"), line
        assert line["was"] == "To do · " + day(14) and line["becomes"] == "In progress · " + day(20)
        assert undo.getAllUndoActionTitles()[0] == "Change " + first
        undo.undo()
        assert workbook.row("actions", first)["status"] == "To do"
        assert len(workbook.rows("log")) == 2
        undo.redo()
        # What is so already makes no step and no line.
        steps = len(undo.getAllUndoActionTitles())
        workbook.change("actions", first, status="in progress")
        assert len(undo.getAllUndoActionTitles()) == steps and len(workbook.rows("log")) == 3
        # The formula is native.
        sheet = workbook.sheet("actions")
        formula = sheet.getCellByPosition(5, 1).Formula
        assert formula.startswith("=") and "NPS." not in formula and "CX." not in formula
        sheet.getCellByPosition(3, 1).Value = serial(-5)
        assert sheet.getCellByPosition(5, 1).Value == 5
        office.close_doc(doc)


def test_refusals_write_nothing():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        before = texts(workbook.sheet("actions")), texts(workbook.sheet("log"))
        for values, wanted in (
                ({"action": ""}, "Fill in"), ({"owner": "Jan & Piet"}, "one person"),
                ({"deadline": "31-2"}, "does not exist"), ({"deadline": "soon"}, "not recognized"),
                ({"deadline": day(-1)}, "past"), ({"status": "nonsense"}, "not in this list"),
                ({"action": "x" * 2001}, "1 characters too long"),
                ({"focus": "F-00000"}, "does not exist")):
            given = {"action": "Call", "owner": "Petra", "deadline": "+3"}
            given.update(values)
            said = workbook.refused("actions", **given)
            assert wanted in said, (values, said)
        answer = workbook.verb("change", Table="actions", Id="A-00000", Values={"status": "done"})
        assert answer["Answer"] == "refused" and "A-00000" in answer["Message"], answer
        assert (texts(workbook.sheet("actions")), texts(workbook.sheet("log"))) == before
        assert workbook.pending() == []
        assert len(workbook.doc.UndoManager.getAllUndoActionTitles()) == 1


def check_torture(workbook, rows):
    got = [workbook.row("actions", row)["action"] for row in rows]
    for text, back in zip(TORTURE, got):
        assert text == back, (text[:40], back[:40])


def test_text_comes_back_as_typed():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        workbook = new(office)
        rows = [act(workbook, action=text) for text in TORTURE]
        check_torture(workbook, rows)
        lines = act(workbook, action="one\r\ntwo\n\nthree\tfour\x07")
        assert workbook.row("actions", lines)["action"] == "one / two / three four"
        sheet = workbook.sheet("actions")
        for row in range(1, 1 + len(TORTURE)):
            assert sheet.getCellByPosition(1, row).Type.value == "TEXT"
        for name, kind in (("t.ods", ODS), ("t.xlsx", XLSX)):
            path = os.path.join(folder, name)
            office.store(workbook.doc, path, kind)
            again = Workbook(office, office.load(path))
            check_torture(again, rows)
            more = act(again, action="=after")
            assert again.row("actions", more)["action"] == "=after"
            assert ids(again)[-1] == more
            office.close_doc(again.doc)


def test_people_rearrange():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        first = act(workbook)
        sheet = workbook.sheet("actions")
        sheet.Name = "Lijst van Jan's ploeg"
        workbook.doc.Sheets.moveByName(sheet.Name, 0)
        sheet.Columns.insertByIndex(0, 2)
        sheet.Rows.insertByIndex(0, 3)
        sheet.getCellByPosition(4, 3).String = "Wie doet het"  # the header of the owner
        sheet.getCellByPosition(30, 400).String = "a note far away"
        second = act(workbook, owner="Bart")
        assert ids(workbook) == [first, second]
        assert sheet.getCellByPosition(4, 5).String == "Bart"
        assert is_end([sheet.getCellByPosition(2, 8).String])
        said = [item[6] for item in workbook.check()]
        assert any("used to be “Owner”" in text for text in said), said
        # A row typed by hand, without ID, counts and is told about.
        sheet.Rows.insertByIndex(6, 1)
        sheet.getCellByPosition(3, 6).String = "typed by hand"
        assert [row["action"] for row in workbook.rows("actions")][2] == "typed by hand"
        items = workbook.check()
        assert any(item[2] == "C7" and "no ID" in item[6] for item in items), items
        third = act(workbook)
        assert ids(workbook) == [first, second, "", third]
        # A column that a rule needs is gone.
        owner = 4
        sheet.Columns.removeByIndex(owner, 1)
        said = workbook.refused("actions", action="Call", owner="Bart", deadline="+2")
        assert "“Owner” is missing" in said, said
        assert ids(workbook) == [first, second, "", third]
        assert any("“Owner” is missing" in item[6] for item in workbook.check())
        workbook.doc.UndoManager.undo()
        # Without the database range the end line tells where rows go.
        workbook.doc.DatabaseRanges.removeByName("kernpunt_rows_actions")
        fourth = act(workbook)
        assert ids(workbook)[-1] == fourth
        office.close_doc(workbook.doc)


def test_header_deleted():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        first = act(workbook)
        sheet = workbook.sheet("actions")
        before = texts(sheet)
        sheet.Rows.removeByIndex(0, 1)
        second = act(workbook, owner="Bart")
        assert ids(workbook) == [first, second]
        assert workbook.row("actions", second)["owner"] == "Bart"
        assert any("header of “Actions” is missing" in item[6] for item in workbook.check())
        assert workbook.verb("repair", Table="actions")["Answer"] == "written"
        assert texts(sheet)[:2] == before[:2] and ids(workbook) == [first, second]
        assert not any("header" in item[6] for item in workbook.check())


def sort(sheet, column, first_row, last_row, ascending=True, header=False):
    field = TableSortField()
    field.Field, field.IsAscending = column, ascending
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = sheet.getCellRangeByPosition(0, first_row, cursor.RangeAddress.EndColumn, last_row)
    area.sort(props(SortFields=uno.Any("[]com.sun.star.table.TableSortField", (field,)),
                    ContainsHeader=header))


def test_sorted_over_everything():
    """Sort A-Z by each of three columns over header and end line, append, and repair."""
    for column in (0, 1, 2):
        for ascending in (True, False):
            with Office(extension=BUNDLED) as office:
                workbook = new(office)
                made = [act(workbook, action=text, owner=owner)
                        for text, owner in (("zebra", "Bob"), ("ape", "Zoë"), ("mole", "Ann"))]
                sheet = workbook.sheet("actions")
                sort(sheet, column, 0, 6, ascending)
                moved = texts(sheet)[0][0] != "ID"
                assert moved or column == 1, texts(sheet)[0]
                answer = workbook.verb("append", Table="actions", Values={
                    "action": "after the sort", "owner": "Carl", "deadline": "+1"})
                assert answer["Answer"] == "written", answer
                rows = {row["id"]: row for row in workbook.rows("actions")}
                assert set(rows) == set(made) | {answer["Id"]}, (column, ascending, rows)
                assert rows[answer["Id"]]["owner"] == "Carl"
                assert rows[made[1]]["owner"] == "Zoë" and rows[made[1]]["deadline"] == serial(3)
                workbook.change("actions", made[0], status="in progress")
                assert workbook.row("actions", made[0])["status"] == "In progress"
                said = [item[6] for item in workbook.check()]
                assert moved == any("header of “Actions” is no longer above" in text
                                    for text in said), said
                order = ids(workbook)
                assert workbook.verb("repair", Table="actions")["Answer"] == "written"
                after = texts(sheet)
                assert after[0][:3] == ["ID", "Action", "Owner"] and is_end(after[-1]), after
                assert ids(workbook) == order and len(after) == 1 + 4 + 3, (order, after)
                said = [item[6] for item in workbook.check()]
                assert not any("header" in text or "end line" in text for text in said), said
                assert ids(workbook) + [act(workbook)] == ids(workbook)
                office.close_doc(workbook.doc)


def test_quick_sort_keeps_header_and_end():
    """What the toolbar button does: the database range keeps header and end line in their places."""
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        made = [act(workbook, action=text) for text in ("zebra", "ape", "mole")]
        sheet = workbook.sheet("actions")
        for command in (".uno:SortAscending", ".uno:SortDescending"):
            workbook.doc.CurrentController.select(sheet.getCellByPosition(1, 2))
            office.dispatch(workbook.doc, command)
            rows = texts(sheet)
            assert rows[0][0] == "ID" and is_end(rows[6]) and not any(rows[4] + rows[5]), rows
            assert not sheet.Rows.getByIndex(5).IsVisible
        assert [row[1] for row in rows[1:4]] == ["zebra", "mole", "ape"], rows
        assert ids(workbook)[:1] == made[:1]
        made.append(act(workbook))
        assert ids(workbook)[-1] == made[-1] and is_end(texts(sheet)[7])


def test_filtered_and_end_line_gone():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        first = act(workbook, owner="Ann")
        sheet = workbook.sheet("actions")
        sheet.Rows.getByIndex(1).IsVisible = False
        assert any("is hidden" in item[6] for item in workbook.check()), workbook.check()
        sheet.Rows.getByIndex(1).IsVisible = True
        sheet.getCellByPosition(0, 4).String = ""
        answer = workbook.verb("append", Table="actions", Values={
            "action": "Call", "owner": "Bart", "deadline": "+1"})
        assert answer["Answer"] == "written" and "end line" in answer["Message"], answer
        assert ids(workbook) == [first, answer["Id"]]
        assert sheet.getCellByPosition(3, answer["Row"] - 1).Value == serial(1)
        assert sheet.getCellByPosition(3, answer["Row"] - 1).String.endswith(day(1)[:4])
        # Repair, when asked: the end line is last again, hidden rows are shown, rows stay.
        sheet.Rows.getByIndex(1).IsVisible = False
        before = ids(workbook)
        for _ in range(2):
            repaired = workbook.verb("repair", Table="actions")
            assert repaired["Answer"] == "written", repaired
            assert sheet.Rows.getByIndex(1).IsVisible and ids(workbook) == before
            assert is_end(texts(sheet)[-1]), [row[:4] for row in texts(sheet)]
            assert not any("end line" in item[6] for item in workbook.check())
        sheet.getCellByPosition(0, len(texts(sheet))).String = "typed below"
        workbook.verb("repair", Table="actions")
        rows = [row[0] for row in texts(sheet)]
        assert is_end(rows[-1:]) and rows[-4:-1] == ["typed below", "", ""], rows
        workbook.doc.UndoManager.undo()
        assert [row[0] for row in texts(sheet)][-1] == "typed below"
        answer = workbook.verb("append", Table="actions", Values={
            "action": "Call", "owner": "Bart", "deadline": "+1"})
        assert "below the end line" in answer["Message"], answer


def test_guards():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        workbook = new(office)
        first = act(workbook)
        doc, sheet = workbook.doc, workbook.sheet("actions")

        def refused(wanted, what=workbook):
            before = texts(what.sheet("actions"))
            said = what.refused("actions", action="Call", owner="Ann", deadline="+1")
            assert wanted in said, said
            answer = what.verb("change", Table="actions", Id=first, Values={"status": "done"})
            assert answer["Answer"] == "refused" and wanted in answer["Message"], answer
            assert texts(what.sheet("actions")) == before

        sheet.protect("")
        refused("“Actions” is protected")
        sheet.unprotect("")
        settings = doc.createInstance("com.sun.star.document.Settings")
        settings.IsDocumentShared = True
        refused("changes are not being recorded")
        answer = workbook.verb("setup")
        assert answer["Answer"] == "refused", answer
        doc.RecordChanges = True
        answer = workbook.verb("setup")
        assert answer["Answer"] == "refused" and "shared" in answer["Message"], answer
        doc.RecordChanges = settings.IsDocumentShared = False
        path = os.path.join(folder, "t.ods")
        office.store(doc, path, ODS)
        copy = Workbook(office, office.load(path, ReadOnly=True))
        refused("read-only", copy)
        doc.protect("")
        answer = workbook.verb("setup")
        assert "structure" in answer["Message"], answer
        doc.unprotect("")
        other = Workbook(office, office.new_calc())
        answer = other.verb("append", Table="actions", Values={"action": "x"})
        assert answer["Answer"] == "no table", answer
        doc.Sheets.removeByName("Log")
        answer = workbook.verb("append", Table="actions", Values={
            "action": "Call", "owner": "Ann", "deadline": "+1"})
        assert answer["Answer"] == "no table" and "“Log” is missing" in answer["Message"], answer
        assert ids(workbook) == [first]


def test_journal():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        workbook = new(office)
        doc, path = workbook.doc, os.path.join(folder, "with blank.ods")
        first = act(workbook, action="tab\there, back\\slash")
        assert workbook.journal("verify")["Readable"] is False
        doc.storeAsURL(file_url(path), props(FilterName=ODS))
        assert workbook.pending() == [], "seen in the file at the save"
        report = workbook.journal("verify")
        assert (report["Readable"], report["Seen"], report["Missing"]) == (True, 0, 0), report
        second = act(workbook, action="written and lost")
        workbook.change("actions", first, status="in progress")
        report = workbook.journal("verify")
        assert (report["Seen"], report["Missing"]) == (0, 2), report
        assert second in workbook.pending()
        office.close_doc(doc)

        # The next day: the file lacks what was not saved, the journal has it.
        again = Workbook(office, office.load(path))
        assert ids(again) == [first]
        report = again.journal("verify")
        assert (report["Seen"], report["Missing"]) == (0, 2), report
        answer = again.journal("restore")
        assert answer["Answer"] == "written" and answer["Count"] == 4, answer
        assert ids(again) == [first, second]
        assert again.row("actions", first)["status"] == "In progress"
        assert len(again.rows("log")) == 3
        assert again.doc.UndoManager.getAllUndoActionTitles() == ("Restore rows from backup",)
        # Once more: nothing is doubled.
        assert again.journal("restore")["Count"] == 0
        assert ids(again) == [first, second] and len(again.rows("log")) == 3
        again.save()
        assert again.pending() == []
        third = act(again)
        assert again.journal("forget", Id=third)["Count"] == 2
        # What the user takes back before saving is not missed.
        act(again)
        again.doc.UndoManager.undo()
        assert len(again.pending()) == 2
        again.save()
        assert again.pending() == []
        # One row of the journal, with its line in the log.
        fourth = act(again)
        act(again)
        again.doc.UndoManager.undo()
        again.doc.UndoManager.undo()
        assert again.journal("restore", Id=fourth)["Count"] == 2
        assert ids(again)[-1] == fourth
        office.close_doc(again.doc)


def test_upgrade_only_adds():
    with Office(extension=BUNDLED) as office:
        workbook = new(office, Practices=[])
        assert not workbook.doc.Sheets.hasByName("Goals")
        assert workbook.doc.Sheets.hasByName("Actions") and workbook.doc.Sheets.hasByName("Lists")
        workbook.doc.Sheets.getByName("Lists").Name = "Our lists"
        workbook.set_up("en", Practices=["structural"])
        names = workbook.doc.Sheets.ElementNames
        assert "Goals" in names and "Our lists" in names and "Lists" not in names, names
        act(workbook)
        # A column that the method has and the workbook never had is added at the right.
        sheet = workbook.doc.Sheets.getByName("_kernpunt")
        rows = texts(sheet)
        at = [i for i, row in enumerate(rows) if row[1] == "actions.helpers"]
        actions = workbook.sheet("actions")
        actions.Columns.removeByIndex(workbook.column("actions", "helpers"), 1)
        sheet.Rows.removeByIndex(at[0], 1)
        actions.getCellByPosition(25, 0).String = "Our own column"
        before = texts(actions)
        workbook.set_up("en")
        after = texts(actions)
        assert [row[:26] for row in after] == [row[:26] for row in before]
        assert after[0][26] == "Helpers", after[0]
        added = act(workbook, helpers="Bob, Ann")
        assert workbook.row("actions", added)["helpers"] == "Bob, Ann"
        # One that people deleted stays away.
        actions.Columns.removeByIndex(26, 1)
        workbook.set_up("en")
        assert "Helpers" not in texts(actions)[0]


def test_without_the_extension():
    """A colleague who does not have it sees everything, and lists and overdue work."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "t.ods")
        with Office(extension=BUNDLED) as office:
            workbook = new(office)
            workbook.append("lists", person="Ann", unit="Planning")
            act(workbook, owner="Ann")
            office.store(workbook.doc, path, ODS)
        with Office() as office:
            doc = office.load(path)
            sheet = doc.Sheets.getByName("Actions")
            sheet.getCellByPosition(3, 1).Value = serial(-4)
            assert sheet.getCellByPosition(5, 1).String == "4"
            assert sheet.getCellByPosition(4, 1).Validation.getFormula1().startswith('"To do";')
            formula = sheet.getCellByPosition(2, 1).Validation.getFormula1()
            probe = doc.Sheets.getByName("Lists").getCellByPosition(20, 0)
            probe.Formula = "=COUNTA(%s)" % formula
            assert probe.Value == 1, (formula, probe.String)
            assert not sheet.Rows.getByIndex(3).IsVisible


def test_nothing_stays_alive():
    """Refused, failed and good calls leave no object of the library behind."""
    with Office(extension=BUNDLED) as office:
        workbook = new(office)

        def alive():
            return workbook.verb("status")["LiveObjects"]

        def everything():
            act(workbook)
            workbook.refused("actions", action="")
            workbook.check()
            workbook.journal("verify")
            workbook.verb("agenda"), workbook.verb("steps", Id=""), workbook.verb("people")
            workbook.verb("settings", Values={"whys": "4", "wave_months": "7"})
            workbook.verb("settings", Values={"whys": "3", "wave_months": "99"})
            workbook.verb("settings", Values={"whys": "3", "wave_months": "6"})
            for wrong in ({"verb": "append", "Table": "nonsense"}, {"verb": "nonsense"},
                          {"verb": "append", "Table": "actions", "Values": {"nonsense": "x"}},
                          {"verb": "jump", "Table": "actions", "Id": "A-00000"},
                          {"verb": "read", "Table": "nonsense"}, {"verb": "journal", "Do": "x"},
                          {"verb": "steps", "Id": "nonsense"}, {"verb": "steps", "Table": "nonsense"},
                          {"verb": "settings", "Values": {"nonsense": "1"}},
                          {"verb": "settings", "Practices": ["nonsense"]}):
                try:
                    workbook.verb(**wrong)
                except Exception as problem:
                    assert "nonsense" in str(problem) or "no " in str(problem) or \
                        "what" in str(problem), problem
                else:
                    raise AssertionError("%s was taken" % wrong)

        everything()
        before = alive()
        for _ in range(20):
            everything()
        assert alive() == before, (alive(), before)


def test_a_round_of_improvement():
    """Goal to agenda, as the example workbook has it: links, names, limits, the order of steps."""
    with Office(extension=BUNDLED, ui_language="nl") as office:
        workbook = new(office, "nl")
        workbook.language = "nl"
        made = improvement_round.write(workbook)
        focus = workbook.row("focus", made["focus"])
        assert focus["goal_name"] == "Klanten blijven, omdat wij ons woord houden", focus
        assert (focus["wave_name"], focus["status"]) == ("Nulmeting", "Actief"), focus
        action = workbook.row("actions", made["open"])
        assert action["focus_name"] == focus["focus"], action
        assert action["solution_name"].startswith("Om 14 uur"), action
        mistakes = [item for item in workbook.check() if item[0] == "refuse"]
        assert mistakes == [], mistakes
        # The third active focus point of a unit is one too many.
        def third(**more):
            return dict(focus="Nog een", unit="Planning", goal=made["goal"], wave=made["wave"],
                        status="actief", lead="Omar Haddad", **more)
        workbook.append("focus", **third())
        assert "het maximum is 2" in workbook.refused("focus", **third())
        # Backward needs a note.
        answer = workbook.verb("change", Table="actions", Id=made["done"],
                               Values={"status": "bezig"})
        assert "een reden" in " ".join(answer.refusals()), answer
        workbook.change("actions", made["done"], note="Toch niet af", status="bezig")
        assert workbook.rows("log")[-1]["reason"] == "Toch niet af"
        # The lists offer the team's own words.
        people = workbook.doc.NamedRanges.getByName("kernpunt_lists_person").ReferredCells
        assert people.RangeAddress.EndRow - people.RangeAddress.StartRow >= 6


main(globals())
