# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook goes to a colleague without the extension, is saved there and comes back.

Nothing may be lost, in .ods and in .xlsx, even after the colleague has recalculated everything.
"""

import os
import sys
import tempfile

from kp_office import BUNDLED, ODS, ROOT, XLS, XLSX, Office, main

CALC = os.path.join(ROOT, "tests", "calc")
sys.path.insert(0, CALC)
from run import failures  # noqa: E402

SAMPLE = os.path.join(ROOT, "extension", "templates", "Kernpunt", "klantonderzoek-voorbeeld.ots")
FILTERS = {".ods": ODS, ".xlsx": XLSX, ".xls": XLS}


def used_area(sheet):
    """The cells from A1 to the last one in use."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)


def formulas(doc):
    """Every formula of the document by its place, array formulas by their range."""
    found = {}
    for sheet in doc.Sheets:
        for row, texts in enumerate(used_area(sheet).getFormulaArray()):
            for column, text in enumerate(texts):
                if text.startswith(("=", "{=")):
                    found[sheet.Name, column, row] = text
    return found


def save_with(source, folder, suffix, extension, name, recalculate=False):
    """Opens `source` in a new office, with or without the extension, and saves it as `name`."""
    target = os.path.join(folder, name + suffix)
    with Office(extension=extension) as office:
        doc = office.load(source, Hidden=True)
        if recalculate:
            doc.calculateAll()
        office.store(doc, target, FILTERS[suffix])
        return target, formulas(doc)


def there_and_back(source, suffix, recalculate):
    """Yields (the document after its journey, the formulas before it) in an office with us."""
    with tempfile.TemporaryDirectory(prefix="kp-roundtrip-") as folder:
        ours, before = save_with(source, folder, suffix, BUNDLED, "ours", recalculate=True)
        theirs, without = save_with(ours, folder, suffix, None, "theirs", recalculate)
        assert len(without) == len(before), "a formula was lost on opening without the extension"
        with Office(extension=BUNDLED) as office:
            doc = office.load(theirs, Hidden=True)
            yield doc, before


def check_cases(name, suffix, recalculate):
    for doc, before in there_and_back(os.path.join(CALC, name), suffix, recalculate):
        doc.calculateAll()
        after = formulas(doc)
        # Sheet references are written "$Data.B2" by one format and "Data.B2" by the other.
        plain = [{place: text.replace("$", "") for place, text in each.items()}
                 for each in (before, after)]
        changed = [place for place in plain[0] if plain[1].get(place) != plain[0][place]]
        assert not changed, "changed: %s" % [
            (place, before[place], after.get(place)) for place in changed[:5]]
        cases, wrong = failures(doc, name + suffix)
        assert cases and not wrong, "\n    ".join(wrong)


def test_ods():
    check_cases("scores.fods", ".ods", False)


def test_ods_recalculated_without_the_extension():
    check_cases("arrays.fods", ".ods", True)


def test_xlsx():
    check_cases("scores.fods", ".xlsx", False)


def test_xlsx_recalculated_without_the_extension():
    check_cases("arrays.fods", ".xlsx", True)


def test_ods_needs_no_recalculation_when_it_is_back():
    with Office(extension=BUNDLED) as office:
        fresh = office.load(SAMPLE, Hidden=True)
        fresh.calculateAll()
        wanted = used_area(fresh.Sheets.getByName("Resultaten")).getDataArray()
    for doc, _ in there_and_back(SAMPLE, ".ods", True):
        got = used_area(doc.Sheets.getByName("Resultaten")).getDataArray()
        assert len(got) > 40
        assert got == wanted, [pair for pair in zip(got, wanted) if pair[0] != pair[1]][:3]


def test_xls_with_the_extension():
    with tempfile.TemporaryDirectory(prefix="kp-roundtrip-") as folder:
        ours, before = save_with(os.path.join(CALC, "scores.fods"), folder, ".xls", BUNDLED, "ours")
        with Office(extension=BUNDLED) as office:
            doc = office.load(ours, Hidden=True)
            assert len(formulas(doc)) == len(before)
            cases, wrong = failures(doc, "scores.xls")
            assert cases and not wrong, "\n    ".join(wrong)


if __name__ == "__main__":
    main(globals())
