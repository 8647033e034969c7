#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every label and button of the deck fits at the narrowest width, in both languages."""
import os
import re
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import uno  # noqa: E402,F401 (makes com.sun.star importable)

from com.sun.star.awt import Size  # noqa: E402

from kp_deck import Deck  # noqa: E402
from kp_office import BUNDLED, ROOT, Display, Office, main  # noqa: E402

EXAMPLE = os.path.join(ROOT, "extension", "templates", "Kernpunt", "verbeterronde-voorbeeld.ots")
# The office counts the blank at the end of a wrapped line.
BLANK = 4
# Buttons that show something of the workbook: that may be long, and then ends in "…".
CHOICES = re.compile(r"^(focus|row|field_.*|park.*)$")


def own_texts():
    """Every text of the panel, without mnemonics."""
    found = set()
    folder = os.path.join(ROOT, "src", "text")
    for name in os.listdir(folder):
        if name.startswith("texts"):
            with open(os.path.join(folder, name), encoding="utf-8") as lines:
                source = lines.read()
            source = re.sub(r'"\s*\\?\n?\s*"', "", source)  # pieces of one text
            found.update(text.replace("~", "") for text in re.findall(r'"((?:[^"\\]|\\.)*)"', source))
    return found


def problems(pane, texts):
    """What of a panel does not fit."""
    found = []
    for name in pane.names():
        if not pane.has(name):
            continue
        control = pane.control(name)
        model, width = control.getModel(), control.PosSize.Width
        if model.supportsService("com.sun.star.awt.UnoControlButtonModel"):
            label = model.Label.replace("~", "")
            if label.endswith("…") and label not in texts and not CHOICES.match(name):
                found.append("button %s is cut: %r" % (name, label))
        elif model.supportsService("com.sun.star.awt.UnoControlFixedTextModel"):
            wanted = control.calcAdjustedSize(Size(width, 10000))
            if wanted.Width > width + BLANK:
                found.append("text %s needs %d of %d px: %r"
                             % (name, wanted.Width, width, model.Label))
        elif model.supportsService("com.sun.star.awt.UnoControlCheckBoxModel"):
            wanted = control.getMinimumSize().Width
            if wanted > width:
                found.append("box %s needs %d of %d px: %r" % (name, wanted, width, model.Label))
    return found


def go_to(display, pane, step):
    """Another step, from the menu: one back end has the first row selected already."""
    wanted = r"^\D*%d\b" % step
    for downs in (step, step + 1, step - 1):
        if re.search(wanted, pane.label("step")):
            break
        pane.choose(display, "step", *["Down"] * downs, "Return")
        pane.idle()
    pane.wait_label("step", wanted)


def walk(backend, language):
    locale = "nl-NL" if language == "nl" else "en-US"
    texts = own_texts()
    assert len(texts) > 200, len(texts)
    found = []
    with Display(1100, 1000) as display, Office(
            extension=BUNDLED, backend=backend, display=display, ui_language=language,
            locale=locale) as office:
        empty = office.new_calc()
        deck = Deck(empty)
        deck.follow.wait("set_up")
        for pane in (deck.today, deck.follow, deck.check):
            found += problems(pane, texts)
        office.close_doc(empty)
        doc = office.load(shutil.copy(EXAMPLE, office.folder), AsTemplate=True)
        deck = Deck(doc)
        deck.follow.wait("step")
        width = deck.follow.dialog().PosSize.Width
        assert width <= 300, "the deck is not at its narrowest: %d px" % width
        found += problems(deck.today, texts) + problems(deck.check, texts)
        seen = 0
        for step in range(1, 10):
            go_to(display, deck.follow, step)
            found += ["step %d: %s" % (step, text) for text in problems(deck.follow, texts)]
            seen += len(deck.follow.names())
            if deck.follow.has("more_"):
                deck.follow.press("more_")
                deck.follow.wait_label("more_", "◂")
                found += ["step %d: %s" % (step, text) for text in problems(deck.follow, texts)]
        assert seen > 200, seen
        office.close_doc(doc)
    assert not found, "\n" + "\n".join(sorted(set(found)))


def test_gtk3_english():
    walk("gtk3", "en-US")


def test_gtk3_dutch():
    walk("gtk3", "nl")


def test_generic_dutch():
    walk("gen", "nl")


if __name__ == "__main__":
    main(globals())
