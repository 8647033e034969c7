#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice of tests/fixtures/practices beside the shipped one: sheets, steps, Follow-up, Today and macros know of
both, and none of them takes the first practice with steps for the only one."""
import os
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_office import BUNDLED, ROOT, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

PRACTICE = os.path.join(ROOT, "tests", "fixtures", "practices", "praise.xml")


def with_two(folder):
    """The extension with one practice more."""
    made = os.path.join(folder, "bundled")
    shutil.copytree(BUNDLED, made)
    for name in os.listdir(made):
        shutil.copy(PRACTICE, os.path.join(made, name, "method"))
    return made


def steps(workbook, **of):
    return [row[0] for row in workbook.verb("steps", **of)["Rows"]]


def refused(workbook, **of):
    try:
        steps(workbook, **of)
    except Exception as problem:  # noqa: BLE001 (the bridge raises types of its own)
        return str(problem)
    return ""


def test_both_practices_are_followed():
    with tempfile.TemporaryDirectory() as folder, Office(extension=with_two(folder)) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc, "en")
        workbook.set_up("en")
        for sheet in ("Compliments", "Tellings", "Focus points", "Actions"):
            assert sheet in doc.Sheets.ElementNames, doc.Sheets.ElementNames
        workbook.append("lists", person="Anna")

        # macros: told which practice, by key, table or ID
        assert steps(workbook, Id="", Practice="praise") == ["hear", "tell"]
        assert len(steps(workbook, Id="", Practice="structural")) == 9
        assert len(steps(workbook, Id="", Table="focus")) == 9
        assert "several have steps" in refused(workbook, Id="")

        # Follow-up: something new of the first that is used, then on to its next step
        deck = Deck(doc, "KernpuntFollowPanel")
        deck.follow.wait("field_what")
        deck.follow.type("field_what", "So friendly on the telephone")
        deck.follow.type("field_teller", "Anna")
        deck.follow.press("foot_save")
        deck.follow.wait("field_whom")
        praise = workbook.rows("praise")[0]["id"]
        assert praise.startswith("L-"), praise
        assert steps(workbook, Id=praise) == ["hear", "tell"]
        deck.follow.type("field_whom", "The service desk")
        deck.follow.press("foot_save")
        wait_for(lambda: len(workbook.rows("tellings")) == 1, "the second row")
        assert workbook.rows("tellings")[0]["praise"] == praise

        # a row of the other practice is asked for and followed by its own steps
        focus = workbook.append("focus", focus="Faster answers", unit="North")
        assert len(steps(workbook, Id=focus)) == 9
        workbook.change("praise", praise, tell_by=day(2))
        workbook.append("actions", action="Call every customer back", owner="Anna", deadline=day(3))
        sources = [row[0] for row in workbook.verb("agenda", Horizon=14)["Rows"]]
        assert "praise" in sources and "action" in sources, sources
        today = Deck(doc, "KernpuntTodayPanel").today
        wait_for(lambda: any("So friendly" in row for row in today.rows("items")), "the compliment in Today")


if __name__ == "__main__":
    main(globals())
