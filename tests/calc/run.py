# SPDX-License-Identifier: GPL-3.0-or-later
"""Recalculates the spreadsheets of this folder in a real office and reads their verdicts.

Each .fods has a sheet "Tests" with a row for each case: what it is, a live formula, what is
expected, the tolerance, and a verdict. Adding a case: open the file in Calc (or a text editor),
copy a row down, change the first four columns.

    Expected   a number, a text, or a formula that gets the same in another way; for an expected
               error its number: 532 #DIV/0!, 519 #VALUE!, 503 #NUM!, 32767 #N/A, 504 Err:504
    Tolerance  a number (absolute up to 1, relative above) for a number, nothing for a text,
               the word "error" for an expected error
    Verdict    the formula of the row above, copied down: TRUE when all is well

A verdict that is not TRUE, a case without a formula or an expectation and a file without cases
are failures. Then the file is stored as .ods and .xlsx, opened again, recalculated and checked
again, and what was stored must hold the functions by their plain names. All of it in an English
and in a Dutch office.

    run.py [test names]     KP_CALC_DIR=folder takes the spreadsheets from there
"""

import collections
import glob
import os
import re
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "office"))
from kp_office import BUNDLED, ODS, XLSX, Office, main  # noqa: E402

from com.sun.star.table.CellContentType import VALUE  # noqa: E402

FOLDER = os.environ.get("KP_CALC_DIR", HERE)
LANGUAGES = {"en": ("en-US", "en-US"), "nl": ("nl", "nl-NL")}

# What .xlsx cannot keep, and why. All other files must survive it.
NOT_AS_XLSX = {
    "words-en.fods": "xlsx keeps no document language",
    "words-nl.fods": "xlsx keeps no document language",
    "words-de.fods": "xlsx keeps no document language",
}

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CALL = re.compile(r"\b(?:NPS|CX)\.[A-Z]+(?=\()", re.IGNORECASE)

_offices = {}


def office(language):
    """The office for a language; started when first needed, and again after a crash."""
    running = _offices.get(language)
    if running is None or not running.alive():
        interface, locale = LANGUAGES[language]
        running = Office(extension=BUNDLED, ui_language=interface, locale=locale, watchdog=600)
        _offices[language] = running.__enter__()
    return running


def failures(doc, where):
    """Hard recalculation of the document; returns (number of cases, list of complaints)."""
    doc.calculateAll()
    sheet = doc.Sheets.getByName("Tests")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    table = sheet.getCellRangeByPosition(0, 1, 4, max(1, cursor.RangeAddress.EndRow))
    cases, wrong = 0, []
    for row, (texts, values) in enumerate(zip(table.getFormulaArray(), table.getDataArray())):
        if not any(texts):
            continue
        cases += 1
        what, formula, expected, tolerance, verdict = texts
        if not formula.lstrip("{").startswith("=") or not verdict.startswith("="):
            why = "no formula or no verdict"
        elif tolerance and not expected:
            why = "nothing expected"
        elif values[4] != 1:
            kind = "error " if tolerance == "error" else ""
            why = "got %s, expected %s%s" % (shown(table, 1, row), kind, shown(table, 2, row))
        else:
            continue
        wrong.append("%s row %d, %s: %s: %s" % (where, row + 2, what, formula, why))
    return cases, wrong


def shown(table, column, row):
    """What a cell holds, for a complaint."""
    cell = table.getCellByPosition(column, row)
    if cell.getError():
        return "error %d" % cell.getError()
    return repr(cell.Value) if cell.Type == VALUE or cell.FormulaResultType2 == 1 \
        else repr(cell.String)


def calls(formulas):
    """How often each function is called in the formulas, by its name in capitals."""
    found = collections.Counter()
    for formula in formulas:
        found.update(name.upper() for name in _CALL.findall(formula or ""))
    return found


def stored_formulas(path):
    """All formula texts of a .fods, .ods or .xlsx, as stored."""
    if path.endswith(".xlsx"):
        with zipfile.ZipFile(path) as book:
            sheets = [ElementTree.fromstring(book.read(name)) for name in book.namelist()
                      if re.match(r"xl/worksheets/sheet\d+\.xml$", name)]
        return [cell.text for sheet in sheets for cell in sheet.iter(_SHEET + "f")]
    if path.endswith(".ods"):
        with zipfile.ZipFile(path) as book:
            tree = ElementTree.fromstring(book.read("content.xml"))
    else:
        tree = ElementTree.parse(path).getroot()
    return [cell.get(_TABLE + "formula") for cell in tree.iter(_TABLE + "table-cell")
            if cell.get(_TABLE + "formula")]


def check_file(path, language):
    """One spreadsheet: as it is, and by way of .ods and .xlsx."""
    name = os.path.basename(path)
    running = office(language)
    doc = running.load(path, Hidden=True)
    try:
        cases, wrong = failures(doc, name)
        wanted = calls(stored_formulas(path))
        assert cases, "no cases in " + name
        assert wanted, "no function of ours in " + name
        with tempfile.TemporaryDirectory(prefix="kp-calc-") as folder:
            for suffix, filter_name in ((".ods", ODS), (".xlsx", XLSX)):
                if suffix == ".xlsx" and name in NOT_AS_XLSX:
                    continue
                copy = os.path.join(folder, name.replace(".fods", suffix))
                running.store(doc, copy, filter_name)
                formulas = stored_formulas(copy)
                found = calls(formulas)
                if found != wanted:
                    wrong.append("%s: stored function names differ: missing %s, extra %s" % (
                        suffix, dict(wanted - found), dict(found - wanted)))
                wrong += ["%s: stored as %s" % (suffix, formula) for formula in formulas
                          if "kernpunt" in (formula or "").lower()]
                again = running.load(copy, Hidden=True)
                count, more = failures(again, suffix[1:])
                running.close_doc(again)
                wrong += more
                if count != cases:
                    wrong.append("%s: %d cases, not %d" % (suffix, count, cases))
    finally:
        if running.alive():
            running.close_doc(doc)
    print("   %s (%s): %d cases" % (name, language, cases))
    assert not wrong, "%d complaints\n    %s" % (len(wrong), "\n    ".join(wrong))


def collect():
    """A test for each file and language, and at the end one that the offices close without a word."""
    tests = {"__file__": __file__}
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.fods"))):
        for language in LANGUAGES:
            theme = os.path.basename(path)[:-5].replace("-", "_")
            tests["test_%s_%s" % (theme, language)] = (
                lambda path=path, language=language: check_file(path, language))
    assert len(tests) > 1, "no spreadsheets in " + FOLDER

    def offices_close():
        for running in list(_offices.values()):
            running.__exit__(None, None, None)

    tests["test_offices_close"] = offices_close
    return tests


if __name__ == "__main__":
    main(collect())
