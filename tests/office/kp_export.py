# SPDX-License-Identifier: GPL-3.0-or-later
"""Answer sheets for what people take away, and what a sheet shows of them."""

import datetime
import random
import re

from kp_workbook import EPOCH, Workbook

HEADERS = ("Customer", "Unit", "Manager", "Date", "Measurement", "Score", "On time", "Friendly", "Clear", "Comment")
UNITS = ("North", "East", "South", "West")


def fill(doc, count=240, waves=("Spring 2026", "Autumn 2026"), few=6, seed=7, name="Answers", headers=HEADERS):
    """A sheet of answers with dirt, and a unit with `few` answers in the last wave; the rows as (wave, unit, score)."""
    draw = random.Random(seed)
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = name
    rows, known = [headers], []
    for i in range(count + few):
        at = i * len(waves) // count if i < count else len(waves) - 1
        unit = UNITS[i % 4] if i < count else "Desk"
        score = "" if i % 60 == 7 else "n/a" if i % 80 == 9 else 99 if i % 110 == 11 else \
            min(10, max(0, round(draw.gauss(8 if unit in ("South", "West") else 6.8, 2))))
        marks = [min(10, max(1, round(draw.gauss((score if isinstance(score, int) and score < 11 else 7) * w + 7 * (1 - w), 1))))
                 for w in (0.7, 0.4, 0.1)]
        day = (datetime.date(2026, 3 + 6 * at, 1) - EPOCH).days + i % 30
        rows.append((f"Customer {i}", unit, ("Ann", "Bo")[i % 2], day, waves[at], score, *marks, "Waited too long for an answer" if i % 3 else ""))
        known.append((waves[at], unit, score))
    sheet.getCellRangeByPosition(0, 0, len(headers) - 1, len(rows) - 1).setDataArray(tuple(tuple(r) for r in rows))
    dates = sheet.getCellRangeByPosition(3, 1, 3, len(rows) - 1)
    key = doc.NumberFormats.queryKey("YYYY-MM-DD", doc.CharLocale, False)
    dates.NumberFormat = key if key >= 0 else doc.NumberFormats.addNew("YYYY-MM-DD", doc.CharLocale)
    return known


def team(office, language="en", **values):
    """A workbook that was set up with such answers: (document, verbs, what is known of the answers)."""
    doc = office.new_calc()
    known = fill(doc, **values)
    workbook = Workbook(office, doc, language)
    workbook.set_up(language, Sheet="Answers", Values={"driver": "", "driver1": "G", "driver2": "H", "driver3": "I"})
    return doc, workbook, known


def insert(workbook, what, form="", **values):
    """Inserts, and returns the sheet; a refusal fails the test."""
    answer = workbook.verb("insert", What=what, Form=form, **values)
    assert answer["Answer"] == "written", answer
    return workbook.doc.Sheets.getByName(re.search(r" (?:at|op) (.*)\.[A-Z]+\d+\. ", answer["Message"]).group(1))


def shown(sheet):
    """The used cells of a sheet as rows of texts."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last = cursor.RangeAddress
    return [[sheet.getCellByPosition(c, r).String for c in range(last.EndColumn + 1)] for r in range(last.EndRow + 1)]


def scores(known, wave=None, unit=None):
    """The valid scores of a wave and unit."""
    return [s for w, u, s in known if (wave is None or w == wave) and (unit is None or u == unit) and isinstance(s, int) and 0 <= s <= 10]


def nps(values):
    return 100 * (sum(s >= 9 for s in values) - sum(s <= 6 for s in values)) / len(values)
