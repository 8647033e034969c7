#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo panel (tests/demo), which CONTRIBUTING.md uses as a guide: added to the extension as a
panel of one's own would be, it opens in the deck beside the others and shows the workbook."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import ROOT, Office, main  # noqa: E402
from kp_pane import Pane  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

BUILD = os.environ.get("KP_BUILD") or os.path.join(ROOT, "build")
DEMO = os.path.join(os.path.abspath(BUILD), "demo", "bundled")


def test_the_demo_panel_opens_and_shows_the_workbook():
    with Office(extension=DEMO) as office:
        doc = office.new_calc()
        pane = Pane(doc, "Demo", ready="notice")
        assert "Set up this workbook" in pane.label("notice"), pane.label("notice")
        assert not pane.shown("sheets")
        workbook = Workbook(office, doc, "en")
        workbook.set_up("en")
        workbook.append("lists", person="Anna")
        workbook.append("actions", action="Call every customer back", owner="Anna", deadline=day(3))
        pane.wait("sheets")
        pane.find("sheets", "Actions: 1")
        pane.select("sheets", pane.find("sheets", "Goals: 0"))
        assert pane.label("detail"), "the detail of the selected row"
        assert pane.deck.panels.hasByName("KernpuntCheckPanel"), "the others are still there"


def test_the_guide_is_short():
    with open(os.path.join(ROOT, "tests", "demo", "demo.c"), encoding="utf-8") as lines:
        assert len(lines.readlines()) <= 80


if __name__ == "__main__":
    main(globals())
