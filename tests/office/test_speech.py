#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader hears, over AT-SPI in a gtk3 window: every control of the panels and dialogs that can have
the focus has a name, also after the panels were made anew."""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_dialogs import Dialog, command  # noqa: E402
from kp_office import BUNDLED, Display, Office, main, wait_for  # noqa: E402
from kp_speech import Speech  # noqa: E402
from test_today import EXAMPLE  # noqa: E402

PANELS = ("Vandaag", "Opvolging", "Controle")
DIALOGS = (("setup", "Werkmap inrichten"), ("settings", "Instellingen van Kernpunt"))


def nameless(speech, node, where, least):
    """Those without a name; fewer than `least` at all means that nothing was walked."""
    said = speech.focusable(node)
    assert len(said) >= least, "%s: only %s" % (where, said)
    print("    %-28s %2d focusable" % (where, len(said)))
    return ["%s: a %s without a name, after %r" % (where, role, said[i - 1][1] if i else "")
            for i, (role, name) in enumerate(said) if not name]


def deck_of(speech, least, where):
    """The panels that are open; around them is the office's own."""
    found = wait_for(lambda: [each for each in speech.after(PANELS) if len(speech.focusable(each)) >= least],
                     "a panel of at least %d controls at %s" % (least, where))
    return [fault for node in found for fault in nameless(speech, node, where, least)]


def walk(speech, deck, when):
    faults = []
    deck.today.open()
    deck.today.idle()
    faults += deck_of(speech, 5, when + "Today")
    deck.today.press("log")
    deck.today.wait("field_action")
    faults += deck_of(speech, 6, when + "Log action")
    deck.today.press("more_")
    deck.today.idle()
    faults += deck_of(speech, 4, when + "Log action, more")
    deck.today.press("foot_slot")
    deck.follow.open()
    deck.follow.wait("step")
    while deck.follow.control("step_back").getModel().Enabled:
        before = deck.follow.label("step")
        deck.follow.press("step_back")
        wait_for(lambda: deck.follow.label("step") != before, "the step before")  # noqa: B023
    while True:
        deck.follow.idle()
        step = deck.follow.label("step")
        faults += deck_of(speech, 6, when + step[:20])
        if not deck.follow.control("step_on").getModel().Enabled:
            break
        deck.follow.press("step_on")
        wait_for(lambda: deck.follow.label("step") != step, "the next step")  # noqa: B023
    deck.check.open()
    deck.check.idle()
    faults += deck_of(speech, 3, when + "Check")
    return faults


def test_every_control_that_can_have_the_focus_has_a_name():
    with Display(1280, 1000) as display, Speech(display) as speech:
        with Office(extension=BUNDLED, backend="gtk3", display=display, ui_language="nl", locale="nl-NL",
                    user_name=("Anna", "de Wit"), env=speech.env) as office:
            doc = office.load(EXAMPLE)
            faults = walk(speech, Deck(doc), "")
            deck = Deck(doc)
            deck.hide()
            faults += walk(speech, Deck(doc), "anew: ")
            for name, title in DIALOGS:
                command(office, doc, name)
                dialog = Dialog(office, display, title)
                node = wait_for(lambda: speech.named(title), title)[0]  # noqa: B023
                faults += nameless(speech, node, title, 4)
                dialog.key("Escape")
                dialog.wait_closed()
            assert not faults, "\n    ".join([""] + faults)
            office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
