#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same numbers every time: repeated and threaded recalculation, other locales, big ranges."""
import os
import random
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import kp_office  # noqa: E402

ROWS = 1500
DIRT = ["", "weet niet", 99, -1, 8.5, "8"]
FORMULAS = [
    "=NPS.SCORE(A1:A%d)", "=NPS.SCORE(A1:A%d;E1:E%d)", '=NPS.IFS(A1:A%d;C1:C%d;"no*";D1:D%d;">=1")',
    '=NPS.SHARE(A1:A%d;"passive")', "=NPS.MARGIN(A1:A%d;0.9;5000)", '=NPS.LOWER(A1:A%d;0.95;;"score")',
    "=NPS.DELTA(A1:A%d;B1:B%d)", "=NPS.PVALUE(A1:A%d;B1:B%d;TRUE())", "=NPS.DELTALOWER(A1:A%d;B1:B%d)",
    "=INDEX(NPS.TABLE(A1:A%d;C1:C%d);3;7)", "=INDEX(NPS.DELTATABLE(A1:A%d;C1:C%d;D1:D%d);2;8)",
    "=CX.TOPBOXLOWER(A1:A%d;3;0;10)", "=CX.GRADEMARGIN(B1:B%d)", "=CX.GRADEPVALUE(A1:A%d;B1:B%d)",
    "=INDEX(CX.DRIVERS(A1:A%d;D1:E%d);2;5)", '=NPS.IFS(A1:A%d;E1:E%d;">0,5")']


def fill(document, rows=ROWS):
    dice = random.Random(4711)
    data = []
    for _ in range(rows):
        score = dice.choice(DIRT) if dice.random() < 0.06 else dice.randint(0, 10)
        later = dice.randint(3, 10)
        data.append((score, later, dice.choice(["North", "south", "Noord", ""]), float(dice.randint(0, 2)),
                     round(dice.random() * 3, 3)))
    sheet = document.Sheets.getByIndex(0)
    sheet.getCellRangeByPosition(0, 0, 4, rows - 1).setDataArray(tuple(data))
    return sheet


def enter(sheet, rows=ROWS):
    # Many equal formulas in a column make the groups that Calc hands to threads.
    for column, formula in enumerate(FORMULAS):
        for row in range(40):
            last = rows - row
            sheet.getCellByPosition(10 + column, row).setFormula(
                formula % tuple([last] * formula.count("%d")))


def results(sheet):
    area = sheet.getCellRangeByPosition(10, 0, 9 + len(FORMULAS), 39)
    values = area.getDataArray()
    assert all(isinstance(v, float) for line in values for v in line), "an error among the results"
    return values


def threads(on):
    return [("Office.Calc/Formula/Calculation", "UseThreadedCalculationForFormulaGroups", on)]


def compute(settings=(), env=None, locale="en-US", rounds=3):
    with kp_office.Office(extension=kp_office.BUNDLED, settings=settings, env=env, locale=locale) as office:
        document = office.new_calc()
        sheet = fill(document)
        enter(sheet)
        first = results(sheet)
        for _ in range(rounds):
            document.calculateAll()
            assert results(sheet) == first, "recalculation gives other numbers"
        office.close_doc(document)
    return first


def test_repeated_and_threaded_recalculation_give_identical_numbers():
    assert compute(threads(True)) == compute(threads(False))


def test_the_locale_of_document_and_process_changes_no_number():
    plain = compute(env={"LC_ALL": "C"})
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["localedef", "-i", "nl_NL", "-f", "UTF-8", os.path.join(folder, "nl_NL.UTF-8")],
                       check=True, capture_output=True)
        dutch = compute(env={"LC_ALL": "nl_NL.UTF-8", "LOCPATH": folder}, locale="nl-NL")
    assert plain == dutch


def test_a_million_rows_and_whole_columns():
    """Right and bounded: rule 12."""
    with kp_office.Office(extension=kp_office.BUNDLED) as office:
        document = office.new_calc()
        sheet = document.Sheets.getByIndex(0)
        pattern = tuple((float(score),) for score in [0, 7, 9, 10, 10, 8, 99, 3]) * 12500
        for block in range(10):
            top = block * 100000
            sheet.getCellRangeByPosition(0, top, 0, top + 99999).setDataArray(pattern)
        cell = sheet.getCellByPosition(3, 0)
        expected = 100.0 * (3 - 2) / 7
        for formula in ("=NPS.SCORE(A1:A1000000)", "=NPS.SCORE(A:A)"):
            cell.setFormula(formula)
            assert abs(cell.getValue() - expected) < 1e-9, (formula, cell.getString())
        for formula, count in (("=NPS.N(A:A)", 875000), ('=NPS.CHECK(A:A;"range")', 125000),
                               ('=NPS.CHECK(A:A;"blank")', 0), ('=NPS.CHECK(A1:A1000008;"blank")', 8)):
            cell.setFormula(formula)
            assert cell.getValue() == count, (formula, cell.getString())
        office.close_doc(document)


def test_arrays_of_filter_where_the_office_has_it():
    """FILTER came with 24.8; before that IF(…;…;"") does the same."""
    with kp_office.Office(extension=kp_office.BUNDLED) as office:
        document = office.new_calc()
        sheet = fill(document)
        descriptions = office.service("com.sun.star.sheet.FunctionDescriptions")
        cell = sheet.getCellByPosition(8, 0)
        cell.setFormula('=NPS.IFS(A1:A%d;C1:C%d;"North")' % (ROWS, ROWS))
        expected = cell.getValue()
        area = sheet.getCellRangeByPosition(8, 1, 8, 1)
        area.setArrayFormula('=NPS.SCORE(IF(C1:C%d="North";A1:A%d;""))' % (ROWS, ROWS))
        assert abs(area.getCellByPosition(0, 0).getValue() - expected) < 1e-9
        if descriptions.hasByName("FILTER"):
            cell.setFormula('=NPS.SCORE(FILTER(A1:A%d;C1:C%d="North"))' % (ROWS, ROWS))
            assert abs(cell.getValue() - expected) < 1e-9, cell.getString()
        office.close_doc(document)


if __name__ == "__main__":
    kp_office.main(globals())
