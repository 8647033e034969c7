#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help of the functions in a real office: wizard texts and working examples, both languages.

The examples (extension/help/examples.xml) must parse as a user would type them and give the result
that the function reference states.
"""
import os
import sys
import xml.etree.ElementTree as tree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import kp_office  # noqa: E402

ROOT = kp_office.ROOT
EXAMPLES = tree.parse(os.path.join(ROOT, "extension", "help", "examples.xml")).getroot()
with open(os.path.join(ROOT, "tests", "fixtures", "stored_names.txt"), encoding="utf-8") as names:
    STORED = [line for line in names if not line.startswith("#")]
NAMES = [line.split()[0] for line in STORED]
OPEN_ENDED = [line.split()[0] for line in STORED if line.split()[-1] == "more"]


def fill(sheet):
    """The data of the examples: numbers as numbers, unless marked as text."""
    for row, element in enumerate(EXAMPLES.find("data")):
        for column, item in enumerate(element):
            text, cell = item.text or "", sheet.getCellByPosition(column, row)
            if not text:
                continue
            if text.startswith("="):
                cell.setFormula(text)
                continue
            try:
                number = None if item.get("t") == "text" else float(text)
            except ValueError:
                number = None
            if number is None:
                cell.setString(text)
            else:
                cell.setValue(number)


def shown(cell, stated):
    """The cell's value as the reference would print it."""
    assert cell.getError() == 0, "error %d" % cell.getError()
    point = "," if "," in stated else "."
    if stated.replace("-", "").replace(point, "").isdigit():
        decimals = len(stated.partition(point)[2])
        return ("%.*f" % (decimals, cell.getValue())).replace(".", point)
    return cell.getString()


def check_examples(language):
    wrong = []
    locale = "nl-NL" if language == "nl" else "en-US"
    with kp_office.Office(extension=kp_office.BUNDLED, ui_language=language, locale=locale) as office:
        document = office.new_calc()
        sheet = document.Sheets.getByIndex(0)
        fill(sheet)
        for example in EXAMPLES.findall("example"):
            formula, stated = example.text, example.get("result")
            if language == "nl":
                formula = example.get("nl", formula)
                stated = example.get("nl-result", stated)
            cell = sheet.getCellByPosition(15, 0)
            cell.FormulaLocal = formula
            try:
                got = shown(cell, stated)
            except AssertionError as error:
                got = str(error)
            if got != stated:
                wrong.append("%s: got %s, stated %s" % (formula, got, stated))
        office.close_doc(document)
    assert not wrong, "\n  ".join([""] + wrong)


def test_every_function_has_an_example():
    with_example = [e.get("function") for e in EXAMPLES.findall("example")]
    assert sorted(with_example) == sorted(NAMES), set(with_example) ^ set(NAMES)
    for example in EXAMPLES.findall("example"):
        assert example.get("function") + "(" in example.text, example.text


def test_examples_give_what_they_state_in_english():
    check_examples("en-US")


def test_examples_give_what_they_state_in_dutch():
    check_examples("nl")


def check_wizard(language):
    """What the function wizard shows comes from FunctionDescriptions."""
    with kp_office.Office(extension=kp_office.BUNDLED, ui_language=language) as office:
        document = office.new_calc()
        descriptions = office.service("com.sun.star.sheet.FunctionDescriptions")
        found = {}
        for i in range(descriptions.getCount()):
            entry = {p.Name: p.Value for p in descriptions.getByIndex(i)}
            if entry["Name"] in NAMES:
                assert entry["Name"] not in found, "%s listed twice" % entry["Name"]
                found[entry["Name"]] = entry
        office.close_doc(document)
    assert sorted(found) == sorted(NAMES), set(found) ^ set(NAMES)
    for name, entry in found.items():
        assert entry["Category"] == 8, "%s is in category %s, not Statistical" % (name, entry["Category"])
        assert entry["Description"], name
        for argument in entry["Arguments"]:
            assert argument.Name and argument.Name != "###", name
            assert argument.Description, "%s: %s" % (name, argument.Name)
        # Where arguments may go on the wizard numbers all of them, right behind their names.
        spaced = [argument.Name.endswith(" ") for argument in entry["Arguments"]]
        assert all(spaced) if name in OPEN_ENDED else not any(spaced), name
        assert name not in OPEN_ENDED or not any(
            c.isdigit() for argument in entry["Arguments"] for c in argument.Name), name
    return found


def test_wizard_lists_every_function_in_english():
    assert "promoters" in check_wizard("en-US")["NPS.SCORE"]["Description"]


def test_wizard_lists_every_function_in_dutch():
    assert "criticasters" in check_wizard("nl")["NPS.SCORE"]["Description"]


if __name__ == "__main__":
    kp_office.main(globals())
