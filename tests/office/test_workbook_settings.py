# SPDX-License-Identifier: GPL-3.0-or-later
"""What a team chooses: practices, numbers, people; and the verbs that follow up."""

import os
import tempfile

import unohelper

from com.sun.star.util import XModifyListener

import improvement_round
from kp_office import BUNDLED, ODS, Office, file_url, main, props
from kp_workbook import Workbook, day, serial, texts


def new(office, language="en", **values):
    workbook = Workbook(office, office.new_calc(), language)
    workbook.set_up(language, **values)
    return workbook


def settings(workbook):
    """Numbers by key and practices by key."""
    answer = workbook.verb("settings")
    return ({row[0]: row[2] for row in answer["Settings"]},
            {row[0]: row[2] for row in answer["Practices"]})


def undo_titles(workbook):
    return workbook.doc.UndoManager.getAllUndoActionTitles()


def everything(workbook):
    """All cells of all sheets."""
    found = {}
    for sheet in workbook.doc.Sheets:
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        found[sheet.Name] = sheet.getCellRangeByPosition(
            0, 0, last.EndColumn, last.EndRow).getFormulaArray()
    return found


def formulas(workbook, table, key):
    """The formulas of a column, from the first row under the header on."""
    sheet = workbook.sheet(table)
    column = workbook.column(table, key)
    return [sheet.getCellByPosition(column, row).Formula for row in range(1, len(texts(sheet)))]


def test_numbers():
    with Office(extension=BUNDLED, user_name=("Petra", "Jansen")) as office:
        workbook = new(office)
        numbers, practices = settings(workbook)
        assert numbers["wave_months"] == "6" and practices["structural"] == "yes", numbers
        answer = workbook.verb("settings")
        bounds = {row[0]: row[3:] for row in answer["Settings"]}
        assert bounds["wave_months"] == ("1", "36") and answer["Language"] == "en", answer
        assert practices["common"] == "always"
        waves = [workbook.append("waves", number=str(n), name="w%d" % n, start="2026-03-04")
                 for n in range(3)]
        done = workbook.append("actions", action="Call every customer", owner="Petra",
                               deadline="+3", status="done", done_on=day())
        sheet = workbook.sheet("waves")
        column = workbook.column("waves", "next")
        sheet.getCellByPosition(column, 2).Value = serial(100)  # typed over with a date
        own = sheet.getCellByPosition(column, 3)
        start = chr(ord("A") + workbook.column("waves", "start"))
        own.Formula = "=%s4+9" % start  # and with one's own formula
        kept = own.Formula
        before = everything(workbook)
        steps = len(undo_titles(workbook))
        answer = workbook.verb("settings", Values={"wave_months": "12", "check_months": "1"})
        assert answer["Answer"] == "written" and answer["Message"] == "", answer
        assert undo_titles(workbook)[0] == "Settings" and len(undo_titles(workbook)) == steps + 1
        assert settings(workbook)[0]["wave_months"] == "12"
        rows = {row["id"]: row for row in workbook.rows("waves")}
        assert rows[waves[0]]["next"] == 46450.0, rows[waves[0]]  # 2027-03-04
        assert rows[waves[1]]["next"] == serial(100)
        assert own.Formula == kept
        assert "EDATE" in formulas(workbook, "waves", "next")[0]
        checks = [f for f in formulas(workbook, "actions", "check_on") if f.startswith("=")]
        assert len(checks) == 1 and ";1)" in checks[0], checks
        line = workbook.rows("log")[-1]
        assert line["sheet"] == "Settings" and line["who"] == "Petra Jansen", line
        assert line["field"] == "Months from done to the question “Did it help?” · " \
            "Months until the next measurement", line
        assert (line["was"], line["becomes"]) == ("3 · 6", "1 · 12"), line
        # A new row begins with the new number.
        more = workbook.append("waves", number="4", name="w4", start="2026-03-04")
        assert workbook.row("waves", more)["next"] == 46450.0
        workbook.doc.UndoManager.undo()
        workbook.doc.UndoManager.undo()
        assert everything(workbook) == before
        assert settings(workbook)[0]["wave_months"] == "6"
        workbook.doc.UndoManager.redo()
        assert workbook.row("waves", waves[0])["next"] == 46450.0
        # The same again writes nothing.
        steps = len(undo_titles(workbook))
        assert workbook.verb("settings", Values={"wave_months": "12"})["Answer"] == "written"
        assert len(undo_titles(workbook)) == steps
        assert workbook.row("actions", done)["check_on"] > serial(25)
        # What is renewed once can be renewed again.
        workbook.verb("settings", Values={"wave_months": "24"})
        assert workbook.row("waves", waves[0])["next"] == 46816.0  # 2028-03-04
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "t.ods")
            workbook.doc.storeAsURL(file_url(path), props(FilterName=ODS))
            office.close_doc(workbook.doc)
            again = Workbook(office, office.load(path))
            assert settings(again)[0]["wave_months"] == "24"
            assert again.row("waves", waves[0])["next"] == 46816.0


def test_numbers_refused():
    with Office(extension=BUNDLED, ui_language="nl") as office:
        workbook = new(office, "nl")
        workbook.append("waves", number="0", name="nul", start="2026-03-04")

        def refused(wanted, **values):
            steps, before = undo_titles(workbook), everything(workbook)
            answer = workbook.verb("settings", **values)
            assert answer["Answer"] in ("refused", "no table"), answer
            assert wanted in answer["Message"], (wanted, answer["Message"])
            assert everything(workbook) == before
            assert undo_titles(workbook) == steps, (undo_titles(workbook), steps)
            assert workbook.pending() == pending, (workbook.pending(), pending)

        pending = workbook.pending()
        for wrong in ("0", "37", "-1", "6.5", "zes", "", "999999999999"):
            refused("Maanden tot de volgende meting: 1–36", Values={"wave_months": wrong})
        doc = workbook.doc
        for name in ("Metingen", "_kernpunt", "Logboek"):
            doc.Sheets.getByName(name).protect("")
            refused("“%s” is beveiligd" % name, Values={"wave_months": "7"})
            doc.Sheets.getByName(name).unprotect("")
        doc.Sheets.getByName("Metingen").protect("")
        # No formula has this number: its sheets may stay protected.
        assert workbook.verb("settings", Values={"whys": "4"})["Answer"] == "written"
        doc.UndoManager.undo()
        doc.Sheets.getByName("Metingen").unprotect("")
        pending = workbook.pending()
        shared = doc.createInstance("com.sun.star.document.Settings")
        shared.IsDocumentShared = True
        refused("worden niet bijgehouden", Values={"wave_months": "7"})
        shared.IsDocumentShared = False
        for wrong in ({"Values": {"nonsense": "1"}}, {"Practices": ["nonsense"]}):
            try:
                workbook.verb("settings", **wrong)
            except Exception as problem:
                assert "nonsense" in str(problem), problem
            else:
                raise AssertionError("%s was taken" % wrong)
        other = Workbook(office, office.new_calc(), "nl")
        answer = other.verb("settings", Values={"wave_months": "7"})
        assert "Richt deze werkmap eerst in" in answer["Message"], answer
        assert other.verb("settings")["SetUp"] is False
        doc.Sheets.removeByName("Logboek")
        answer = workbook.verb("settings", Values={"wave_months": "7"})
        assert answer["Answer"] == "no table" and "“Logboek”" in answer["Message"], answer
        assert settings(workbook)[0]["wave_months"] == "6"


def test_numbers_stay():
    """Set-up once more keeps what was chosen; a workbook of before the settings gets their rows."""
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        assert workbook.verb("settings", Values={"whys": "7", "wave_months": "9"})["Answer"] == \
            "written"
        workbook.set_up("en")
        numbers = settings(workbook)[0]
        assert (numbers["whys"], numbers["wave_months"]) == ("7", "9"), numbers
        sheet = workbook.doc.Sheets.getByName("_kernpunt")
        kinds = [row[0] for row in texts(sheet)]
        sheet.Rows.removeByIndex(kinds.index("setting"), kinds.count("setting"))
        before = everything(workbook)
        assert settings(workbook)[0]["whys"] == "3"
        assert workbook.verb("settings", Values={"whys": "2", "owner_share": "60"})["Answer"] == \
            "written"
        numbers = settings(workbook)[0]
        assert (numbers["whys"], numbers["owner_share"]) == ("2", "60"), numbers
        cells = [row for row in texts(sheet) if row[0] == "setting"]
        assert sorted(cells) == [["setting", "owner_share", "60", ""],
                                 ["setting", "whys", "2", ""]], cells
        workbook.doc.UndoManager.undo()
        assert everything(workbook) == before
        # What somebody typed there and is no number within bounds counts as its nearest bound.
        workbook.doc.UndoManager.redo()
        rows = texts(sheet)
        at = [row[1] for row in rows].index("whys")
        for typed, counts in (("99", "9"), ("0", "1"), ("many", "3"), ("", "3")):
            sheet.getCellByPosition(2, at).String = typed
            assert settings(workbook)[0]["whys"] == counts, typed


class Eraser(unohelper.Base, XModifyListener):
    """Takes away the time of a new line of the log as soon as it is written."""

    def __init__(self, sheet):
        self.sheet, self.taken = sheet, 0
        self.place = len(texts(sheet)) - 3  # the gap above the end line

    def modified(self, _event):
        cell = self.sheet.getCellByPosition(0, self.place)
        if cell.String[:2] == "20" and self.taken < 2:  # the ID, and the column of the time
            self.taken += 1
            cell.String = ""

    def disposing(self, _event):
        pass


def test_half_a_line_of_the_log_goes_back():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        workbook.append("waves", number="0", name="w", start="2026-03-04")
        steps, before, pending = undo_titles(workbook), everything(workbook), workbook.pending()
        eraser = Eraser(workbook.sheet("log"))
        around = eraser.sheet.getCellRangeByPosition(0, eraser.place - 1, 3, eraser.place)
        around.addModifyListener(eraser)
        try:
            workbook.verb("settings", Values={"wave_months": "12"})
        except Exception as problem:
            assert "did not stay" in str(problem), problem
        else:
            raise AssertionError("it was written")
        around.removeModifyListener(eraser)
        assert eraser.taken, eraser.taken
        assert everything(workbook) == before, workbook.rows("log")
        assert workbook.pending() == pending
        # what the macro wrote is a step, and undoing it brings nothing of ours back
        if undo_titles(workbook) != steps:
            workbook.doc.UndoManager.undo()
            assert everything(workbook) == before and undo_titles(workbook) == steps
        assert settings(workbook)[0]["wave_months"] == "6"


def test_practices():
    with Office(extension=BUNDLED) as office:
        workbook = new(office, Practices=[])
        assert settings(workbook)[1]["structural"] == "no"
        names = workbook.doc.Sheets.ElementNames
        assert "Goals" not in names and "Actions" in names, names
        answer = workbook.verb("settings", Practices=["structural"], Values={"whys": "5"})
        assert answer["Answer"] == "written", answer
        assert undo_titles(workbook)[0] == "Settings"
        assert "Goals" in workbook.doc.Sheets.ElementNames
        assert settings(workbook)[1]["structural"] == "yes"
        line = workbook.rows("log")[-1]
        assert line["was"] == "3 · No" and line["becomes"] == "5 · Yes", line
        workbook.append("actions", action="Call every customer", owner="Petra", deadline="+3")
        workbook.doc.UndoManager.undo()
        workbook.doc.UndoManager.undo()
        assert workbook.doc.Sheets.ElementNames == names
        assert settings(workbook)[1]["structural"] == "no"
        workbook.doc.UndoManager.redo()
        row = workbook.append("actions", action="Call every customer", owner="Petra",
                              deadline="+3")
        wave = workbook.append("waves", number="0", name="w", start=day(-180))
        # Off: the sheets stay, and it comes back without anything being made. Actions are never off.
        workbook.verb("settings", Practices=[])
        assert settings(workbook)[1]["structural"] == "no"
        assert workbook.rows("actions")[0]["id"] == row
        assert [line[2] for line in workbook.verb("agenda")["Rows"]] == [row]
        sheets = workbook.doc.Sheets.ElementNames
        workbook.verb("settings", Practices=["structural"])
        assert workbook.doc.Sheets.ElementNames == sheets
        assert {line[2] for line in workbook.verb("agenda")["Rows"]} == {row, wave}


def test_people():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        for name in ("Petra Jansen", "Zoë", "O’Neill, Sean"):
            workbook.append("lists", person=name)
        rows = [row for row in workbook.rows("lists") if row["person"]]
        assert [row["person"] for row in rows] == ["Petra Jansen", "Zoë", "O’Neill, Sean"], rows
        assert [row["person_active"] for row in rows] == ["Yes"] * 3, rows
        line = workbook.rows("log")[-1]
        assert line["row"] == "O’Neill, Sean" and "Person" in line["field"], line
        before = texts(workbook.sheet("lists")), texts(workbook.sheet("log"))
        for name in ("Petra Jansen", "petra jansen", "Jansen, Petra", " PETRA  JANSEN ", "zoë",
                     "Sean O’Neill", "Petra Jansen."):
            for language, wanted in (("en", "is already in the list"), ("nl", "staat al in de lijst")):
                answer = workbook.verb("append", Table="lists", Values={"person": name},
                                       Language=language)
                assert answer["Answer"] == "refused" and wanted in answer["Message"], answer
        assert (texts(workbook.sheet("lists")), texts(workbook.sheet("log"))) == before
        # Each column is a list: a unit brings no person with it.
        workbook.append("lists", unit="Planning")
        assert workbook.rows("lists")[-1] == dict(rows[0], person="", person_active="",
                                                  unit="Planning")
        # The lists of owners offer the new name.
        sheet = workbook.sheet("actions")
        formula = sheet.getCellByPosition(2, 1).Validation.getFormula1()
        probe = workbook.sheet("lists").getCellByPosition(20, 0)
        probe.Formula = "=COUNTIF(%s;\"?*\")" % formula
        assert probe.Value == 3, probe.String
        assert [row[0] for row in workbook.verb("people")["Names"]] == \
            ["Petra Jansen", "Zoë", "O’Neill, Sean"]
        # Somebody who left is not offered any more, and is still known.
        sheet = workbook.sheet("lists")
        column = workbook.column("lists", "person_active")
        at = [row[0] for row in texts(sheet)].index("Zoë")
        sheet.getCellByPosition(column, at).String = "nee"
        assert [row[0] for row in workbook.verb("people")["Names"]] == \
            ["Petra Jansen", "O’Neill, Sean"]
        assert "already" in workbook.refused("lists", person="Zoë")
        assert Workbook(office, office.new_calc()).verb("people")["Names"] == ()


def test_agenda_and_steps():
    with Office(extension=BUNDLED) as office:
        workbook = new(office)
        late = workbook.append("actions", action="Late work", owner="Petra Jansen",
                               deadline="+1")
        sheet = workbook.sheet("actions")
        workbook.cell("actions", "deadline", late).Value = serial(-2)
        soon = workbook.append("actions", action="Work of tomorrow", owner="Bob", deadline="+1")
        far = workbook.append("actions", action="Far work", owner="Bob", deadline="+60")
        rows = workbook.verb("agenda")["Rows"]
        assert [row[2] for row in rows] == [late, soon], rows
        assert rows[0] == ("overdue" if rows[0][0] == "overdue" else rows[0][0], "actions", late,
                           day(-2), "Petra Jansen", "Late work", "-2"), rows[0]
        assert [row[2] for row in workbook.verb("agenda", Horizon=90)["Rows"]] == [late, soon, far]
        assert [row[2] for row in workbook.verb("agenda", Who="jansen, petra")["Rows"]] == [late]
        steps = workbook.verb("steps", Id="")["Rows"]
        assert len(steps) > 3 and {row[1] for row in steps} <= {"open", "closed", "done"}, steps
        assert all(row[2] for row in steps if row[1] != "done")
        made = improvement_round.write(new(office, "nl"))
        other = Workbook(office, office.documents()[-1], "nl")
        candidates = [Workbook(office, doc, "nl") for doc in office.documents()]
        other = [w for w in candidates if w.doc.Sheets.hasByName("Acties")][0]
        steps = other.verb("steps", Id=made["focus"])["Rows"]
        assert any(row[1] == "done" for row in steps), steps
        try:
            other.verb("steps", Id="F-00000")
        except Exception as problem:
            assert "no row F-00000" in str(problem), problem
        else:
            raise AssertionError("no such focus point")


main(globals())
