#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop: the deck is lower than the form, and what is typed stays in sight all the same."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_follow import focus_point, start  # noqa: E402
from kp_journey import Person  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402

LONG = "Customers call three times before somebody knows the answer. " * 3


def in_sight(pane, name):
    """Whether all of a control is within what the deck shows of its panel."""
    at, room = pane.control(name).PosSize, pane.dialog().PosSize.Height
    return pane.has(name) and at.Y >= 0 and at.Y + at.Height <= room


def height(doc):
    return doc.CurrentController.Frame.getComponentWindow().PosSize.Height


def situation(office, display):
    """The form of the situation, with the focus in it as after a click on the step."""
    doc, workbook = start(office, "en")
    focus_point(workbook, "Fewer calls")
    me = Person(office, display, doc)
    me.open_deck()
    me.go(me.deck.follow)
    me.pane.select("steps", 3)
    me.pane.wait("field_current")
    me.tab("field_current", 12)
    return doc, me


def typed_stays_in_sight(backend):
    with Display(1366, 768) as display, Office(extension=BUNDLED, backend=backend,
                                               display=display) as office:
        doc, me = situation(office, display)
        pane = me.pane
        wait_for(lambda: in_sight(pane, "field_current"), "the first field")
        assert pane.dialog().PosSize.Height < height(doc), "the panel is higher than the deck"
        me.type(LONG, "field_current", LONG)
        me.fill(desired="One call", measure="NPS", value_now="0", value_wanted="30",
                wanted_by="+60")
        wait_for(lambda: in_sight(pane, "field_wanted_by"), "the last field")
        assert pane.control("focus").PosSize.Y < 0, "there was no need to scroll"
        me.tab("focus", 30, "shift+Tab")
        wait_for(lambda: in_sight(pane, "focus"), "the top again")
        office.close_doc(doc)


def test_typed_stays_in_sight_gtk3():
    typed_stays_in_sight("gtk3")


def test_typed_stays_in_sight_gen():
    typed_stays_in_sight("gen")


def test_other_panels_make_room():
    with Display(1366, 768) as display, Office(extension=BUNDLED, backend="gtk3",
                                               display=display) as office:
        doc, workbook = start(office, "en")
        focus_point(workbook, "Fewer calls")
        deck = Deck(doc)
        deck.today.wait("next")
        assert deck.today.panel.isExpanded()
        deck.today.press("next")
        deck.follow.wait("save")
        wait_for(lambda: not deck.today.panel.isExpanded(), "Today to make room")
        office.close_doc(doc)


def test_shortcut_in_a_field_of_several_lines():
    with Display(1366, 768) as display, Office(extension=BUNDLED, backend="gtk3",
                                               display=display) as office:
        doc, me = situation(office, display)
        display.key("ctrl+alt+k")
        wait_for(lambda: (me.everywhere() or ("",))[0] == me.deck.check.name, "the next panel")
        assert me.deck.follow.text("field_current") == "", "the letter was typed"
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
