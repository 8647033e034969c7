# SPDX-License-Identifier: GPL-3.0-or-later
"""People's own answer sheet in a real office: found, remembered, used, taken back."""

import os
import tempfile

from kp_answers import HEADERS, MANAGERS, UNITS, answers, serial
from kp_office import BUNDLED, ODS, XLSX, Office, main
from kp_workbook import Workbook

def parts(found):
    return {part: column for part, column, *_ in found["Parts"]}


def valid(scores, wave=None):
    return [s for w, s in scores if (wave is None or w == wave) and isinstance(s, int) and s <= 10]


def test_found_and_remembered_in_one_step():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office:
        doc = office.new_calc()
        scores = answers(doc)
        workbook = Workbook(office, doc, "nl")
        found = workbook.verb("findAnswers")
        assert parts(found) == {"score": "F", "wave": "E", "customer": "A", "unit": "B", "owner": "C",
                                "comment": "G", "date": "D"}, found
        n = len(valid(scores))
        assert found["Said"] == f"250 antwoorden, {n} geldig; 5 eenheden en 3 accountmanagers gevonden.", found["Said"]
        dirty = 250 - n
        assert found["Dirt"].startswith(f"{dirty} tellen niet mee: 5 leeg, 4 tekst, "), found["Dirt"]
        assert [name for name, new in found["Units"] if new] == list(UNITS)
        before = [row for row in doc.Sheets.getByIndex(0).getCellRangeByName("A1:G251").getDataArray()]
        old = tuple(doc.Sheets.ElementNames)
        undo = doc.UndoManager
        undo.clear()
        workbook.set_up("nl", Sheet="Antwoorden", Invited="612")
        assert undo.getAllUndoActionTitles() == ("Werkmap inrichten",), undo.getAllUndoActionTitles()
        lists = workbook.rows("lists")
        assert [row["unit"] for row in lists if row["unit"]] == ["Hele organisatie", *UNITS], lists
        assert [row["person"] for row in lists if row["person"]] == list(MANAGERS)
        waves = workbook.rows("waves")
        assert [(w["name"], w["number"], w["scores"], w["scale"]) for w in waves] == [
            ("2025", "0", "Antwoorden.F2:F126", "0 t/m 10"), ("2026", "1", "Antwoorden.F127:F251", "0 t/m 10")], waves
        assert waves[0]["start"] == serial(2025, 9, 1) and waves[1]["end"] == serial(2026, 9, 30)
        assert waves[1]["invited"] == "612" and waves[0]["invited"] == "", waves
        # nothing on their own sheet changed, and nothing is wrong
        assert [row for row in doc.Sheets.getByIndex(0).getCellRangeByName("A1:G251").getDataArray()] == before
        items = [item for item in workbook.verb("check")["Items"] if item[0] != "tip"]
        assert not items, items
        # formulas by name
        sheet = doc.Sheets.getByIndex(0)
        cell = sheet.getCellRangeByName("J1")
        cell.Formula = '=NPS.N(Survey_Score)'
        assert cell.Value == n, (cell.Value, n)
        cell.Formula = '=COUNTIF(Survey_Unit;"Noord")'
        assert cell.Value == 50, cell.Value
        sheet.getCellRangeByName("A252:G252").setDataArray((("Nieuw", "Noord", "Ali Demir", serial(2026, 9, 30), "2026", 9, ""),))
        assert cell.Value == 51, "the names grow with a row that is typed below"
        sheet.getCellRangeByName("A252:G252").clearContents(1 + 2 + 4 + 16)
        cell.String = ""
        while undo.isUndoPossible() and undo.getAllUndoActionTitles()[0] != "Werkmap inrichten":
            undo.undo()
        undo.undo()
        assert tuple(doc.Sheets.ElementNames) == old, doc.Sheets.ElementNames
        assert not doc.NamedRanges.ElementNames, doc.NamedRanges.ElementNames
        undo.redo()
        assert "Survey_Score" in doc.NamedRanges.ElementNames and "Acties" in doc.Sheets.ElementNames
        doc.close(True)


def test_kept_in_files_and_found_again():
    with Office(extension=BUNDLED, ui_language="nl", locale="nl-NL") as office, tempfile.TemporaryDirectory() as folder:
        for suffix, kind in (("ods", ODS), ("xlsx", XLSX)):
            doc = office.new_calc()
            scores = answers(doc)
            workbook = Workbook(office, doc, "nl")
            workbook.set_up("nl", Sheet="Antwoorden")
            path = os.path.join(folder, "team." + suffix)
            office.store(doc, path, kind)
            doc.close(True)
            doc = office.load(path)
            workbook = Workbook(office, doc, "nl")
            found = workbook.verb("findAnswers", Sheet="Antwoorden")
            assert parts(found)["score"] == "F" and not [new for _, new in found["Units"] if new], (suffix, found)
            cell = doc.Sheets.getByName("Antwoorden").getCellRangeByName("J1")
            cell.Formula = "=NPS.N(Survey_Score)"
            assert cell.Value == len(valid(scores)), (suffix, cell.Value)
            # moved and renamed: still known; a second look changes nothing
            sheet = doc.Sheets.getByName("Antwoorden")
            sheet.Columns.insertByIndex(0, 1)
            sheet.Name = "Ruwe data"
            found = workbook.verb("findAnswers", Sheet="Ruwe data")
            assert parts(found)["score"] == "G" and parts(found)["unit"] == "C", (suffix, found)
            rows = len(workbook.rows("lists")), len(workbook.rows("waves"))
            answer = workbook.verb("setAnswers", Sheet="Ruwe data")
            assert answer["Answer"] == "written", answer
            assert (len(workbook.rows("lists")), len(workbook.rows("waves"))) == rows
            doc.close(True)


def test_check_tells_what_cannot_be_read_any_more():
    with Office(extension=BUNDLED, ui_language="en", locale="en-US") as office:
        doc = office.new_calc()
        answers(doc, 40)
        workbook = Workbook(office, doc)
        workbook.set_up("en", Sheet="Antwoorden")

        def told(word):
            return [item for item in workbook.verb("check")["Items"] if word in item[6]]

        assert not told("answer sheet"), told("answer sheet")
        sheet = doc.Sheets.getByName("Antwoorden")
        sheet.getCellRangeByName("H1").String = "score"
        items = told("more than once")
        assert len(items) == 1 and items[0][1:3] == ("Antwoorden", "F1"), items
        sheet.getCellRangeByName("H1").String = ""
        sheet.Columns.removeByIndex(5, 1)
        assert len(told("cannot be found")) == 1, told("")
        doc.UndoManager.undo()
        assert not told("cannot be found")
        doc.Sheets.copyByName("Antwoorden", "Kopie", 1)
        assert workbook.verb("setAnswers", Sheet="Kopie")["Answer"] == "written"
        assert "Survey2_Score" in doc.NamedRanges.ElementNames
        assert len(told("two answer sheets")) == 1, told("")
        doc.Sheets.removeByName("Kopie")
        assert len(told("was deleted")) == 1 and not told("two answer sheets"), told("")
        doc.close(True)


def test_sheets_without_answers_and_locked_ones():
    with Office(extension=BUNDLED, ui_language="en", locale="en-US") as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        assert workbook.verb("findAnswers")["Header"] == 0
        answer = workbook.verb("setAnswers")
        assert answer["Answer"] == "refused" and "has no table" in answer["Message"], answer
        answers(doc, 20)
        answer = workbook.verb("setAnswers")
        assert answer["Answer"] == "refused" and doc.Sheets.Count == 1, answer  # not set up
        workbook.set_up("en", Practices=["structural"])
        doc.protect("")
        before = doc.NamedRanges.ElementNames
        assert workbook.verb("setAnswers", Sheet="Antwoorden")["Answer"] == "refused"
        doc.unprotect("")
        lists = doc.Sheets.getByName("Lists")
        lists.protect("")
        answer = workbook.verb("setAnswers", Sheet="Antwoorden")
        assert answer["Answer"] == "refused", answer
        assert doc.NamedRanges.ElementNames == before, "what was written before the refusal went back"
        assert not [r for r in workbook.rows("lists") if r["person"]]
        lists.unprotect("")
        answer = workbook.verb("setAnswers", Sheet="Antwoorden", AddPeople=False, Values={"comment": "", "unit": "B"})
        assert answer["Answer"] == "written", answer
        assert "Survey_Comment" not in doc.NamedRanges.ElementNames and "Survey_Unit" in doc.NamedRanges.ElementNames
        assert not [r for r in workbook.rows("lists") if r["person"]]
        doc.close(True)


def test_ten_thousand_rows():
    with Office(extension=BUNDLED, ui_language="en", locale="en-US") as office:
        doc = office.new_calc()
        answers(doc, 10000)
        workbook = Workbook(office, doc)
        found = workbook.verb("findAnswers")
        assert found["Said"].startswith("10,000 answers, "), found["Said"]
        doc.close(True)


if __name__ == "__main__":
    main(globals())
