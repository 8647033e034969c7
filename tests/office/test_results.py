#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel Results in a real window: the numbers of the functions, choosing, selecting, holding."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_answers import answers  # noqa: E402
from kp_deck import Deck  # noqa: E402
from kp_display import ARTEFACTS, Display  # noqa: E402
from kp_office import BUNDLED, Office, main, wait_for  # noqa: E402
from kp_wait import stays  # noqa: E402
from kp_workbook import Workbook  # noqa: E402

def number(text):
    """A number as the panel writes it."""
    return float(text.replace("−", "-").replace("+", "").replace("%", "").replace("±", "").replace(",", "."))


def function(doc, formula):
    """What a formula gives, in a cell that is emptied again."""
    cell = doc.Sheets.getByIndex(0).getCellRangeByName("Z1")
    doc.UndoManager.lock()
    cell.Formula = formula
    value = cell.Value if not cell.String or cell.Value or cell.String[:1] in "0-" else cell.String
    cell.String = ""
    doc.UndoManager.unlock()
    return value


def select(doc, *ranges):
    sheet = doc.CurrentController.ActiveSheet
    if len(ranges) == 1:
        doc.CurrentController.select(sheet.getCellRangeByName(ranges[0]))
        return
    several = doc.createInstance("com.sun.star.sheet.SheetCellRanges")
    for text in ranges:
        several.addRangeAddress(sheet.getCellRangeByName(text).RangeAddress, False)
    doc.CurrentController.select(several)


def shot(display, name):
    os.makedirs(ARTEFACTS, exist_ok=True)
    display.screenshot(os.path.join(ARTEFACTS, name))


def drive(office, display, language, name):
    doc = office.new_calc()
    answers(doc)
    workbook = Workbook(office, doc, language)
    workbook.set_up(language, Sheet="Antwoorden", Invited="612")
    doc.CurrentController.setActiveSheet(doc.Sheets.getByName("Antwoorden"))
    select(doc, "A1")
    deck = Deck(doc, "KernpuntResultsPanel")
    pane = deck.results
    pane.wait("score")
    later, earlier = "F127:F251", "F2:F126"
    assert pane.label("wave") == "2026 ▾", pane.label("wave")
    assert number(pane.label("score")) == round(function(doc, f"=NPS.SCORE({later})"))
    assert number(pane.label("margin")) == round(function(doc, f"=NPS.MARGIN({later})"))
    assert pane.label("n") == "n = %d" % function(doc, f"=NPS.N({later})")
    assert number(pane.label("delta")) == round(function(doc, f"=NPS.DELTA({earlier};{later})"))
    wait_for(lambda: pane.has("against") and "2025" in pane.label("against"), "the measurement before")
    pane.idle()
    shot(display, f"results-{name}.png")
    return doc, deck


def test_the_newest_measurement_in_english():
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        doc, deck = drive(office, display, "en", "en-light")
        pane = deck.results
        counts = pane.label("counts")
        assert " of 125 answers count. F" in counts, counts
        assert "Response: 125 of 612 invited (20%)" == pane.label("response"), pane.label("response")
        # a selection, two of them, and back
        select(doc, "F2:F126")
        pane.wait_label("title", "F2:F126")
        assert number(pane.label("score")) == round(function(doc, "=NPS.SCORE(F2:F126)"))
        assert not pane.has("wave")
        select(doc, "F2:F125", "F127:F251")  # ranges that touch are one for Calc
        pane.wait_label("title", "F2:F125 · F127:F251")
        assert number(pane.label("delta")) == round(function(doc, "=NPS.DELTA(F2:F125;F127:F251)"))
        shot(display, "results-two-ranges.png")
        select(doc, "F2:F6")
        pane.wait_label("interval", "Too few answers")
        assert not pane.has("score") and not pane.has("delta")
        shot(display, "results-few.png")
        pane.press("hold")
        pane.wait_label("foot_text", "Held")
        select(doc, "A1:B4")
        stays(lambda: "F2:F6" in pane.label("title"), "what is held")
        pane.press("hold")
        pane.wait_label("wave", "2026")
        doc.close(True)


def test_dutch_and_dark():
    with Display() as display:
        with Office(extension=BUNDLED, backend="gtk3", display=display, ui_language="nl",
                    locale="nl-NL", env={"GTK_THEME": "Adwaita:dark"}) as office:
            doc, deck = drive(office, display, "nl", "nl-dark")
            assert " van 125 antwoorden tellen mee. F" in deck.results.label("counts")
            doc.close(True)


def test_the_generic_window():
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        doc, deck = drive(office, display, "en", "gen")
        doc.close(True)


if __name__ == "__main__":
    main(globals())
