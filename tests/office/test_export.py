# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that people insert: the same numbers as the answers, hidden where few answered, one step of undo."""

import os
import tempfile

from kp_export import UNITS, insert, nps, scores, shown, team
from kp_office import BUNDLED, ODS, XLSX, Office, main

LATE, EARLY = "Autumn 2026", "Spring 2026"


def rows_of(sheet, header="Unit"):
    lines = shown(sheet)
    at = [line[0] for line in lines].index(header)
    return {line[0]: line[1:] for line in lines[at + 1:] if line[0]}


def signed(value):
    return f"+{value:.0f}" if round(value) > 0 else f"−{-value:.0f}" if round(value) < 0 else "0"


def errors(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    return [(c, r, sheet.getCellByPosition(c, r).Formula) for c in range(last.EndColumn + 1) for r in range(last.EndRow + 1)
            if sheet.getCellByPosition(c, r).getError()]


def test_tables():
    with Office(extension=BUNDLED) as office:
        doc, workbook, known = team(office)
        undo = doc.UndoManager
        undo.clear()
        # a row per unit, of the newest measurement; the unit with few answers, and one more, are hidden
        sheet = insert(workbook, "units")
        assert len(undo.getAllUndoActionTitles()) == 1, undo.getAllUndoActionTitles()
        assert not errors(sheet), errors(sheet)
        rows = rows_of(sheet)
        assert list(rows)[:6] == [*UNITS, "Desk", "Total"], rows
        assert rows["Desk"][0] == "< 10" and set(rows["Desk"][1:7]) == {""}, rows["Desk"]
        hidden = [unit for unit in UNITS if rows[unit][0] == "≥ 10"]
        assert len(hidden) == 1, rows
        for unit in UNITS + ("Total",):
            if unit in hidden:
                continue
            of = scores(known, LATE, None if unit == "Total" else unit)
            assert rows[unit][0] == str(len(of)) and rows[unit][4] == signed(nps(of)), (unit, rows[unit], nps(of))
            assert rows[unit][1] == f"{100 * sum(s < 7 for s in of) / len(of):.0f} %", (unit, rows[unit])
        # other formulas find the labels and words
        probe = sheet.getCellByPosition(20, 0)
        probe.Formula = '=MATCH("West";A1:A20;0)'
        assert probe.getError() == 0 and probe.Value == 7, (probe.String, rows)
        probe.Formula = '=COUNTIF(I1:I20;"hidden")'
        assert probe.Value == 1, probe.String
        # it is live, also when the measurement is changed by hand
        sheet.getCellRangeByName("B2").String = EARLY
        assert rows_of(sheet)["Total"][0] == str(len(scores(known, EARLY)))
        # changes
        sheet = insert(workbook, "changes")
        assert not errors(sheet), errors(sheet)
        rows = rows_of(sheet)
        before, now = scores(known, EARLY), scores(known, LATE)
        assert rows["Total"][:5] == [str(len(before)), str(len(now)), signed(nps(before)), signed(nps(now)),
                                     signed(nps(now) - nps(before))], rows["Total"]
        assert rows["Total"][7] in ("rise", "fall", "no demonstrable difference"), rows["Total"]
        # units by measurement
        sheet = insert(workbook, "cross")
        assert not errors(sheet), errors(sheet)
        lines = shown(sheet)
        assert lines[2][:4] == ["Unit", EARLY, LATE, "Total"], lines
        north = next(line for line in lines if line[0] == "North")
        if north[1].strip("+−").isdigit():
            assert north[1] == signed(nps(scores(known, EARLY, "North"))), north
        # the trend, and what weighs most
        sheet = insert(workbook, "trend")
        assert not errors(sheet), errors(sheet)
        rows = rows_of(sheet, "Measurement")
        assert rows[LATE][:2] == [str(len(now)), signed(nps(now))], rows
        sheet = insert(workbook, "drivers")
        assert not errors(sheet), errors(sheet)
        rows = rows_of(sheet, "Driver")
        assert list(rows)[:3] == ["On time", "Friendly", "Clear"], rows
        assert float(rows["On time"][2].rstrip(" %")) > float(rows["Clear"][2].rstrip(" %")), rows
        # all of it back, one step a table
        while undo.isUndoPossible():
            undo.undo()
        assert not [n for n in doc.Sheets.ElementNames if n.startswith(("Table", "Units", "Drivers"))], doc.Sheets.ElementNames
        doc.close(True)


def test_ordinary_formulas_and_numbers():
    with Office(extension=BUNDLED) as office:
        doc, workbook, known = team(office)
        plain = insert(workbook, "units", "plain")
        assert not errors(plain), errors(plain)
        formulas = [plain.getCellByPosition(c, r).Formula for c in range(6) for r in range(3, 9)]
        assert any("COUNTIFS" in f for f in formulas) and not any("NPS." in f for f in formulas), formulas
        live, plain = rows_of(insert(workbook, "units")), rows_of(plain)
        for unit in (*UNITS, "Desk", "Total"):
            assert plain[unit][:5] == live[unit][:5], (unit, plain[unit], live[unit])
        changes = insert(workbook, "changes", "plain")
        assert not errors(changes), errors(changes)
        live, plain = rows_of(insert(workbook, "changes")), rows_of(changes)
        assert plain["Total"][:5] == live["Total"][:5], (plain, live)
        numbers = insert(workbook, "units", "values")
        lines = shown(numbers)
        assert not [c for r in range(len(lines)) for c in range(9) if numbers.getCellByPosition(c, r).Formula.startswith(("=", "{"))]
        assert rows_of(numbers) == {**rows_of(insert(workbook, "units")), **{k: v for k, v in rows_of(numbers).items() if "Kernpunt" in k}} or \
            rows_of(numbers)["Total"] == rows_of(insert(workbook, "units"))["Total"]
        refused = workbook.verb("insert", What="cross", Form="plain")
        assert refused["Answer"] == "refused" and "needs the functions" in refused["Message"], refused
        doc.close(True)


def test_at_the_cursor_or_on_a_new_sheet_and_never_over_filled_cells():
    with Office(extension=BUNDLED) as office:
        doc, workbook, known = team(office)
        sheets = doc.Sheets
        sheets.insertNewByName("Mine", 0)
        mine, view = sheets.getByName("Mine"), doc.CurrentController
        view.setActiveSheet(mine)
        view.select(mine.getCellRangeByName("C4"))
        assert insert(workbook, "units").Name == "Mine"
        assert mine.getCellRangeByName("C4").String == "Table per unit", shown(mine)
        assert mine.getCellRangeByName("C6").String == "Unit"
        view.select(mine.getCellRangeByName("A1"))  # what is there stays
        before = shown(mine)
        other = insert(workbook, "changes")
        assert other.Name == "Table of changes" and shown(mine) == before
        view.setActiveSheet(sheets.getByName("Answers"))  # never beside the answers, nor on a sheet of ours
        view.select(sheets.getByName("Answers").getCellRangeByName("AA1"))
        assert insert(workbook, "trend").Name == "Measurements 2"  # the table has that name
        doc.close(True)


def test_refused_where_it_cannot_be():
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        doc = office.new_calc()
        from kp_workbook import Workbook
        answer = Workbook(office, doc).verb("insert", What="units")
        assert answer["Answer"] == "refused" and "No answers" in answer["Message"], answer
        doc.close(True)
        doc, workbook, _ = team(office)
        doc.protect("")
        answer = workbook.verb("insert", What="units")
        assert answer["Answer"] == "refused" and "structure is protected" in answer["Message"], answer
        doc.unprotect("")
        path = os.path.join(folder, "team.ods")
        office.store(doc, path, ODS)
        settings = doc.createInstance("com.sun.star.document.Settings")
        settings.IsDocumentShared = True
        answer = workbook.verb("insert", What="units")
        assert answer["Answer"] == "refused" and "shared workbook" in answer["Message"], answer
        doc.close(True)


def test_answers_that_nobody_set_up_and_files():
    from kp_export import fill
    from kp_workbook import Workbook
    with Office(extension=BUNDLED) as office, tempfile.TemporaryDirectory() as folder:
        for suffix, kind in (("ods", ODS), ("xlsx", XLSX)):
            doc = office.new_calc()
            known = fill(doc)
            workbook = Workbook(office, doc)
            sheet = insert(workbook, "units")
            assert not errors(sheet), errors(sheet)
            rows = rows_of(sheet)
            assert rows["Total"][0] == str(len(scores(known, LATE))), rows
            path = os.path.join(folder, "own." + suffix)
            office.store(doc, path, kind)
            doc.close(True)
            doc = office.load(path)
            doc.calculateAll()
            assert rows_of(doc.Sheets.getByName("Table per unit"))["Total"] == rows["Total"], suffix
            doc.close(True)


main(globals())
