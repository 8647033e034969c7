# SPDX-License-Identifier: GPL-3.0-or-later
"""A team's own answer sheet for tests, as people bring it: by wave, with dirt among the scores."""

import datetime
import random

from kp_workbook import EPOCH

HEADERS = ("Klantnaam", "Vestiging", "Klantverantwoordelijke", "Datum", "Meting", "Score", "Toelichting")
UNITS = ("Noord", "Oost", "Zuid", "West", "Binnendienst")
MANAGERS = ("Sanne de Wit", "Mark Jansen", "Ali Demir")


def serial(year, month, day):
    return (datetime.date(year, month, day) - EPOCH).days


def answers(doc, count=250, name="Antwoorden", headers=HEADERS, waves=("2025", "2026")):
    """A team's own sheet: rows of answers by wave, with dirt among the scores; returns the scores."""
    random.seed(7)
    sheet = doc.Sheets.getByIndex(0)
    sheet.Name = name
    rows, scores = [headers], []
    for i in range(count):
        wave = i * len(waves) // count
        score = "" if i % 60 == 7 else "n.v.t." if i % 80 == 9 else 99 if i % 120 == 11 else random.choice((3, 6, 7, 8, 8, 9, 9, 10))
        scores.append((waves[wave], score))
        rows.append((f"Klant {chr(65 + i % 26)}{chr(97 + i % 7)}bedrijf", UNITS[i % 5], MANAGERS[i % 3],
                     serial(2025 + wave, 9, 1) + i % 30, waves[wave], score, "Wij wachten te lang op antwoord" if i % 3 else ""))
    area = sheet.getCellRangeByPosition(0, 0, len(headers) - 1, count)
    area.setDataArray(tuple(tuple(row) for row in rows))
    locale = doc.CharLocale
    dates = sheet.getCellRangeByPosition(3, 1, 3, count)
    key = doc.NumberFormats.queryKey("D-M-YYYY", locale, False)
    dates.NumberFormat = key if key >= 0 else doc.NumberFormats.addNew("D-M-YYYY", locale)
    return scores
