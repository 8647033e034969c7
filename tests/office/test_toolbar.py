#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where people look for it besides the menu: the toolbar beside the standard one, and the tab Extension of
the tabbed interface, which has no toolbars. Real clicks: coordinates are right with the generic back end alone."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_office import BUNDLED, Display, Office, main, props, wait_for  # noqa: E402

OURS = "private:resource/toolbar/addon_org.kernpunt.calc.toolbar"
STANDARD = "private:resource/toolbar/standardbar"
# From the corner of a button to a place well within it.
INTO = (16, 16)


def deck_is_shown(doc):
    decks = doc.CurrentController.getSidebar().getDecks()
    return decks.hasByName("KernpuntDeck") and decks.getByName("KernpuntDeck").isActive()


def origin(element):
    """Where a bar begins on the screen."""
    place = element.getRealInterface().getAccessibleContext().getLocationOnScreen()
    return place.X, place.Y


def buttons(element):
    """What a bar's buttons are called, with where each one begins."""
    bar = element.getRealInterface().getAccessibleContext()
    found = {}
    for i in range(bar.getAccessibleChildCount()):
        child = bar.getAccessibleChild(i).getAccessibleContext()
        place = child.getLocationOnScreen()
        found[child.getAccessibleName()] = (place.X, place.Y)
    return found


def test_the_toolbar_stands_beside_the_standard_one_and_opens_the_deck():
    for language, log in (("en-US", "Log action"), ("nl", "Actie vastleggen")):
        with Display(width=1440, height=700) as display:
            with Office(extension=BUNDLED, backend="gen", display=display,
                        ui_language=language) as office:
                doc = office.new_calc()
                layout = doc.CurrentController.Frame.LayoutManager
                wait_for(lambda: layout.isElementVisible(OURS), "the toolbar")
                ours, standard = (layout.getElement(name) for name in (OURS, STANDARD))
                names = buttons(ours)
                assert list(names) == ["Kernpunt", log], names
                assert origin(ours)[1] == origin(standard)[1], "a row of its own"
                assert not deck_is_shown(doc)
                x, y = names["Kernpunt"]
                display.click(x + INTO[0], y + INTO[1])
                wait_for(lambda: deck_is_shown(doc), "the deck after the click")
                display.screenshot("toolbar-%s.png" % language)
                office.close_doc(doc)


def test_the_tabbed_interface_has_the_same_buttons():
    """It shows them in its tab Extension (seen by eye; the office draws it without UNO)."""
    with Office(extension=BUNDLED) as office:
        provider = office.service("com.sun.star.configuration.ConfigurationProvider")
        addons = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess",
            props(nodepath="/org.openoffice.Office.Addons/AddonUI"))
        bar, tab = (addons.getByHierarchicalName("%s/org.kernpunt.calc.toolbar" % kind)
                    for kind in ("OfficeToolBar", "OfficeNotebookBar"))
        assert bar.getElementNames() == tab.getElementNames() and len(bar.getElementNames()) == 2
        for name in bar.getElementNames():
            for what in ("URL", "Title", "Context"):
                assert bar.getByName(name).getByName(what) == tab.getByName(name).getByName(what)


main(globals())
