# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the tables of a workbook through the automation service, as a macro would."""

import datetime
import re

import uno
from com.sun.star.beans import NamedValue

EPOCH = datetime.date(1899, 12, 30)
SERVICE = "org.kernpunt.calc.Automation"
SAVED = re.compile(r"Saved\.( (The new or changed row is|All \d+ new or changed rows are) in the file\.)?$")
END = "Ω▲"  # how the end line begins, in the column of IDs


class Answer(dict):
    """What a verb answered, with Findings and Items as lists of tuples."""

    def refusals(self):
        """The messages that refuse."""
        return [f[3] for f in self.get("Findings", ()) if f[0] == "refuse"] + \
            ([self["Message"]] if self["Answer"] != "written" and self["Message"] else [])


class Workbook:
    """One open document and the verbs on it."""

    def __init__(self, office, doc, language="en"):
        self.office, self.doc, self.language = office, doc, language

    def verb(self, verb, **values):
        """Calls a verb; values go as they are, dictionaries as named texts."""
        named = [NamedValue("Verb", verb), NamedValue("Document", self.doc)]
        values.setdefault("Language", self.language)
        for name, value in values.items():
            if isinstance(value, dict):
                value = uno.Any("[]com.sun.star.beans.NamedValue",
                                tuple(NamedValue(key, text) for key, text in value.items()))
            elif isinstance(value, (list, tuple)):
                value = uno.Any("[]string", tuple(value))
            named.append(NamedValue(name, value))
        job = self.office.service(SERVICE)
        return Answer((item.Name, item.Value) for item in job.execute(tuple(named)))

    def set_up(self, language="en", **values):
        answer = self.verb("setup", Language=language, **values)
        assert answer["Answer"] == "written", answer
        return answer

    def append(self, table, **values):
        """Adds a row and returns its ID; a refusal fails the test."""
        answer = self.verb("append", Table=table, Values=values)
        assert answer["Answer"] == "written", answer
        return answer["Id"]

    def refused(self, table, **values):
        """Tries to add a row that must be refused; returns why."""
        answer = self.verb("append", Table=table, Values=values)
        assert answer["Answer"] == "refused", answer
        return " | ".join(answer.refusals())

    def change(self, table, row, note="", **values):
        answer = self.verb("change", Table=table, Id=row, Note=note, Values=values)
        assert answer["Answer"] == "written", answer
        return answer

    def save(self):
        """Saves; the rows must have been seen in the file."""
        answer = self.verb("save")
        assert answer["Answer"] == "written" and SAVED.match(answer["Message"]), answer

    def rows(self, table):
        """The rows of a table as dictionaries."""
        answer = self.verb("read", Table=table)
        keys = answer["Keys"][0]
        return [dict(zip(keys, row)) for row in answer["Rows"]]

    def row(self, table, wanted):
        found = [row for row in self.rows(table) if row["id"] == wanted]
        assert len(found) == 1, (wanted, found)
        return found[0]

    def check(self):
        return self.verb("check")["Items"]

    def journal(self, do="list", **values):
        return self.verb("journal", Do=do, **values)

    def pending(self):
        """IDs in the journal."""
        return [record[2] for record in self.journal()["Records"]]

    def column(self, table, key):
        """Column on the sheet, as the hidden sheet refers to it; None when it was deleted."""
        sheet = self.doc.Sheets.getByName("_kernpunt")
        rows = [row[1] for row in texts(sheet)]
        formula = sheet.getCellByPosition(3, rows.index("%s.%s" % (table, key))).Formula
        found = re.search(r"\.\$([A-Z]+)\$", formula)
        if not found:
            return None
        number = 0
        for letter in found.group(1):
            number = 26 * number + ord(letter) - ord("A") + 1
        return number - 1

    def cell(self, table, key, row):
        """A cell of a row by its ID."""
        answer = self.verb("read", Table=table)
        at = [line[0] for line in answer["Rows"]].index(row)
        return self.sheet(table).getCellByPosition(self.column(table, key),
                                                   answer["SheetRows"][at] - 1)

    def sheet(self, table):
        name = self.verb("read", Table=table)["Sheet"]
        return self.doc.Sheets.getByName(name) if name else None


def day(offset=0):
    """A date from today as it is typed."""
    return (datetime.date.today() + datetime.timedelta(offset)).isoformat()


def shown(iso, language="en"):
    """A date as a field shows it, of ISO 8601."""
    months = {"en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
              "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec"}[language].split()
    year, month, number = (int(part) for part in iso.split("-"))
    return "%d %s %d" % (number, months[month - 1], year)


def serial(offset=0):
    """A date from today as a cell holds it."""
    return float((datetime.date.today() + datetime.timedelta(offset) - EPOCH).days)


def is_end(row):
    """Whether a row of texts() is the end line of a table."""
    return row[0].startswith(END)


def texts(sheet):
    """All cells of a sheet as shown, down to the last row that shows anything."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    rows = [[sheet.getCellByPosition(c, r).String for c in range(last.EndColumn + 1)]
            for r in range(last.EndRow + 1)]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
