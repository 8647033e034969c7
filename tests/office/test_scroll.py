#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop: the deck is lower than the form, and what is typed stays in sight all the same."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_follow import focus_point, start  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402

LONG = "Customers call three times before somebody knows the answer. " * 3


def in_sight(pane, name):
    """Whether all of a control is within what the deck shows of its panel."""
    at, room = pane.control(name).PosSize, pane.dialog().PosSize.Height
    return pane.has(name) and at.Y >= 0 and at.Y + at.Height <= room


def height(doc):
    return doc.CurrentController.Frame.getComponentWindow().PosSize.Height


def situation(office, display):
    """The form of the situation, with the focus in its first field."""
    doc, workbook = start(office, "en")
    focus_point(workbook, "Fewer calls")
    deck = Deck(doc)
    pane = deck.follow
    pane.wait("step")
    for downs in (4, 5):  # one back end has the first row of a menu selected already
        pane.choose(display, "step", *["Down"] * downs, "Return")
        pane.idle()
        if "Step 4" in pane.label("step"):
            break
    pane.wait_label("step", "Step 4")
    pane.wait("field_current")
    pane.focus("field_current")
    return doc, deck


def tab(display, pane, name, key="Tab", most=20):
    """Tab until a control has the focus."""
    for _ in range(most):
        display.key(key)
        try:
            wait_for(lambda: pane.has_focus(name), name, 0.5)
            return
        except AssertionError:
            pass
    raise AssertionError("%s does not come to %s" % (key, name))


def typed_stays_in_sight(backend):
    """Also when the window is so low that the panel scrolls."""
    with Display(1366, 560) as display, Office(extension=BUNDLED, backend=backend,
                                               display=display) as office:
        doc, deck = situation(office, display)
        pane = deck.follow
        wait_for(lambda: in_sight(pane, "field_current"), "the first field")
        assert pane.dialog().PosSize.Height < height(doc), "the panel is higher than the deck"
        display.type(LONG)
        wait_for(lambda: pane.text("field_current") == LONG, "what was typed")
        tab(display, pane, "field_desired")
        display.type("One call")
        wait_for(lambda: in_sight(pane, "field_desired"), "the second field")
        tab(display, pane, "field_measure")
        wait_for(lambda: in_sight(pane, "field_measure"), "the last field")
        assert pane.control("focus").PosSize.Y < 0, "there was no need to scroll"
        tab(display, pane, "focus", "shift+Tab", 40)
        wait_for(lambda: in_sight(pane, "focus"), "the top again")
        office.close_doc(doc)


def test_typed_stays_in_sight_gtk3():
    typed_stays_in_sight("gtk3")


def test_typed_stays_in_sight_gen():
    typed_stays_in_sight("gen")


def test_today_makes_room():
    """It becomes a strip above the panel that is opened, and is whole again when that is folded."""
    with Display(1366, 768) as display, Office(extension=BUNDLED, backend="gtk3",
                                               display=display) as office:
        doc, workbook = start(office, "en")
        focus_point(workbook, "Fewer calls")
        deck = Deck(doc)
        deck.today.wait("next")
        whole = deck.today.dialog().PosSize.Height
        deck.today.press("next")
        wait_for(deck.follow.panel.isExpanded, "Follow-up to open")
        wait_for(lambda: deck.today.panel.getDialog().PosSize.Height < whole / 4,
                 "Today to make room")
        deck.follow.wait("foot_save")
        deck.follow.panel.collapse()
        wait_for(lambda: deck.today.panel.getDialog().PosSize.Height == whole, "Today to be whole")
        office.close_doc(doc)


def test_shortcut_in_a_field_of_several_lines():
    with Display(1366, 768) as display, Office(extension=BUNDLED, backend="gtk3",
                                               display=display) as office:
        doc, deck = situation(office, display)
        display.key("ctrl+alt+k")
        wait_for(deck.check.panel.isExpanded, "the next panel")
        wait_for(lambda: any(deck.check.has_focus(name) for name in ("check", "problems", "jump")),
                 "the focus in the next panel")
        assert deck.follow.text("field_current") == "", "the letter was typed"
        office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
