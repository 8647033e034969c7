#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu Kernpunt, the shortcut, help and examples, in English and Dutch, in real windows."""
import os
import re
import stat
import sys
import tempfile
from xml.etree import ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_dialogs import Dialog, close_box, command, menu, run  # noqa: E402
from kp_office import BUNDLED, ROOT, Display, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook  # noqa: E402

TABLES = ["Table per unit", "Table of changes", "Units by measurement", "Measurements", "Drivers"]
INSERT_ENGLISH = ["Insert", *TABLES, "-", "Results sheet", "This sheet as PDF...", "Calendar of everyone...", "My calendar...",
                  "Freeze results as values", "-",
                  ["Charts", "NPS per unit", "Answers per unit", "Change per unit", "NPS per measurement", "What weighs most"],
                  ["Numbers only", *TABLES], ["Ordinary formulas", *TABLES[:2]]]
TABELLEN = ["Tabel per eenheid", "Tabel met verschillen", "Eenheden per meting", "Metingen", "Drivers"]
INSERT_DUTCH = ["Invoegen", *TABELLEN, "-", "Resultatenblad", "Dit blad als pdf...", "Agenda van iedereen...", "Mijn agenda...",
                "Resultaten vastzetten als waarden", "-",
                ["Diagrammen", "NPS per eenheid", "Antwoorden per eenheid", "Verschil per eenheid", "NPS per meting",
                 "Wat het zwaarst weegt"],
                ["Alleen getallen", *TABELLEN], ["Gewone formules", *TABELLEN[:2]]]
ENGLISH = ["Set up workbook...", "Answers...", "Log action...", "Check workbook", INSERT_ENGLISH, "-",
           "Share workbook...", "Settings...",
           ["Examples (Dutch)", "Customer survey", "Improvement round"], "-", "Function reference",
           "Kernpunt help"]
DUTCH = ["Werkmap inrichten...", "Antwoorden...", "Actie vastleggen...", "Werkmap controleren", INSERT_DUTCH, "-",
         "Werkmap delen...", "Instellingen...", ["Voorbeelden", "Klantonderzoek", "Verbeterronde"], "-",
         "Functieoverzicht", "Help bij Kernpunt"]


def in_the_menu_bar(language, entries, view):
    with Office(extension=BUNDLED, ui_language=language) as office:
        doc = office.new_calc()
        assert menu(doc, "Kernpunt") == entries, menu(doc, "Kernpunt")
        assert "Kernpunt" in menu(doc, view), menu(doc, view)
        office.close_doc(doc)


def test_menu_in_english():
    in_the_menu_bar("en-US", ENGLISH, "View")


def test_menu_in_dutch():
    in_the_menu_bar("nl", DUTCH, "Beeld")


def mnemonics(titles):
    return [re.search("~(.)", title).group(1).lower() for title in titles]


def test_mnemonics_differ():
    """Within the menu; "K" of the menu itself is free in Calc's menu bar in both languages."""
    name, lang = "{http://openoffice.org/2001/registry}name", "{http://www.w3.org/XML/1998/namespace}lang"
    tree = ElementTree.parse(os.path.join(ROOT, "registry", "Addons.xcu"))
    levels = [node for node in tree.iter("node") if node.get(name) == "Submenu"]
    assert len(levels) == 6, len(levels)
    for language in ("en-US", "nl"):
        for level in levels:
            titles = [value.text for entry in level.findall("node") for prop in entry.findall("prop") if prop.get(name) == "Title"
                      for value in prop.findall("value") if value.get(lang) == language]
            letters = mnemonics(titles)
            assert titles and len(set(letters)) == len(letters), titles


def by_keyboard(backend, language, letter, title, panel):
    """Alt+K opens the menu, a letter its entry; Ctrl+Alt+K puts the focus into the deck."""
    with Display() as display:
        with Office(extension=BUNDLED, backend=backend, display=display, ui_language=language,
                    locale="nl-NL" if language == "nl" else "en-US") as office:
            doc = office.new_calc()
            Workbook(office, doc, language[:2]).set_up(language[:2])
            front = wait_for(lambda: display.windows("LibreOffice Calc"), "the window")[0]
            display.xdotool("windowactivate", "--sync", front)
            display.key("alt+k", letter)
            dialog = Dialog(office, display, title)
            dialog.key("Escape")
            dialog.wait_closed()
            sidebar = doc.CurrentController.getSidebar()
            sidebar.setVisible(False)
            display.xdotool("windowactivate", "--sync", front)
            display.key("ctrl+alt+k")
            wait_for(sidebar.isVisible, "the sidebar")
            deck = Deck(doc)
            wait_for(lambda: deck.today.has_focus(panel), "the focus in the deck")
            office.close_doc(doc)


def test_by_keyboard_gtk3_english():
    by_keyboard("gtk3", "en-US", "s", "Set up workbook", "log")


def test_by_keyboard_gen_dutch():
    by_keyboard("gen", "nl", "i", "Werkmap inrichten", "log")


def test_log_action_opens_its_form_with_the_focus_in_it():
    for backend in ("gtk3", "gen"):
        with Display() as display:
            with Office(extension=BUNDLED, backend=backend, display=display,
                        user_name=("Petra", "Jansen")) as office:
                doc = office.new_calc()
                Workbook(office, doc).set_up()
                deck = Deck(doc)
                command(office, doc, "log")
                wait_for(lambda: deck.today.has_focus("field_action"), "the focus in the action")
                display.type("Call Bart")
                wait_for(lambda: deck.today.text("field_action") == "Call Bart", "what was typed")
                office.close_doc(doc)


def test_check_checks():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        command(office, doc, "check")
        deck = Deck(doc)
        deck.check.wait_label("summary", "rows checked")
        office.close_doc(doc)


def test_commands_without_a_set_up_workbook():
    """Nothing is written, and the deck says what to do."""
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        for name in ("log", "check", "panel", "no such command", ""):
            command(office, doc, name)
        deck = Deck(doc)
        deck.follow.wait_label("invite", "Set up this workbook")
        assert not doc.isModified() and not doc.UndoManager.isUndoPossible()
        office.close_doc(doc)


def test_the_entry_of_the_view_menu_opens_the_deck():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        sidebar = doc.CurrentController.getSidebar()
        sidebar.setVisible(False)
        run(office, doc, ".uno:SidebarDeck.KernpuntDeck")
        wait_for(sidebar.isVisible, "the sidebar")
        decks = sidebar.getDecks()
        deck = decks.getByName("KernpuntDeck")
        wait_for(deck.isActive, "the deck")
        office.close_doc(doc)


def test_examples_open_as_new_documents():
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        for name, sheet in (("example", "Antwoorden"), ("example_round", "Focuspunten")):
            known = len(office.documents())
            command(office, doc, name)
            wait_for(lambda: len(office.documents()) == known + 1, "the example")
            opened = next(d for d in office.documents() if d.RuntimeUID != doc.RuntimeUID)
            assert not opened.URL and sheet in opened.Sheets.ElementNames, opened.Sheets.ElementNames
            assert not opened.isModified()
            office.close_doc(opened)
        office.close_doc(doc)


class Browser:
    """Something that counts as the system's browser and notes what it is asked to open."""

    def __init__(self, folder):
        self.log = os.path.join(folder, "opened.txt")
        self.path = os.path.join(folder, "browser")
        with open(self.path, "w", encoding="utf-8") as out:
            out.write('#!/bin/sh\necho "$1" >>"%s"\n' % self.log)
        os.chmod(self.path, os.stat(self.path).st_mode | stat.S_IXUSR)

    def opened(self):
        if not os.path.exists(self.log):
            return []
        with open(self.log, encoding="utf-8") as file:
            return file.read().split()

    def wait(self, count):
        wait_for(lambda: len(self.opened()) >= count, "the browser")
        assert len(self.opened()) == count, self.opened()
        return self.opened()[-1]


def test_help_by_menu_and_f1():
    with tempfile.TemporaryDirectory() as folder, Display() as display:
        browser = Browser(folder)
        with Office(extension=BUNDLED, backend="gtk3", display=display, ui_language="nl",
                    env={"DESKTOP_LAUNCH": browser.path}) as office:
            doc = office.new_calc()
            command(office, doc, "help")
            page = browser.wait(1)
            assert page.startswith("file://") and page.endswith("/help/help_nl.html"), page
            assert os.path.exists(page[len("file://"):]), page
            command(office, doc, "functions")
            assert browser.wait(2).endswith("/help/functions_nl.html")
            command(office, doc, "setup")
            dialog = Dialog(office, display, "Werkmap inrichten")
            dialog.key("F1")
            assert browser.wait(3).endswith("/help/help_nl.html#setup")
            assert dialog.open()
            dialog.key("Escape")
            dialog.wait_closed()
            office.close_doc(doc)


def test_f1_in_a_panel():
    """With gtk3 the office's own window takes this key, and nobody can ask for it before."""
    help_key("gen", "F1")


def test_shift_f1_in_a_panel():
    help_key("gtk3", "shift+F1")


def help_key(backend, key):
    with tempfile.TemporaryDirectory() as folder, Display() as display:
        browser = Browser(folder)
        with Office(extension=BUNDLED, backend=backend, display=display,
                    env={"DESKTOP_LAUNCH": browser.path}) as office:
            doc = office.new_calc()
            Workbook(office, doc).set_up()
            deck = Deck(doc)
            for count, (pane, field, place) in enumerate(
                    ((deck.today, "log", "today"), (deck.follow, "focus", "follow"),
                     (deck.check, "check", "check")), 1):
                pane.focus(field)
                display.key(key)
                assert browser.wait(count).endswith("/help/help_en.html#" + place)
                assert not display.windows("Help"), "the office's own help came as well"
            office.close_doc(doc)


def test_without_a_browser_the_path_is_told():
    if os.path.exists("/usr/bin/xdg-open"):
        print("    there is a browser here: not tried")
        return
    with Display() as display:
        with Office(extension=BUNDLED, backend="gen", display=display,
                    env={"DESKTOP_LAUNCH": ""}) as office:
            doc = office.new_calc()
            command(office, doc, "help")
            said = close_box(office, display, "help_en.html")
            assert os.path.exists(said.split("\n")[-1]), said
            office.close_doc(doc)


def pages():
    folder = os.path.join(ROOT, "extension", "help")
    for name in ("help_en.html", "help_nl.html"):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            yield name, folder, file.read()


def test_links_and_anchors_of_the_help():
    """Every link leads somewhere, and every place that the program asks for is there."""
    anchors = set()
    for folder, _, files in os.walk(os.path.join(ROOT, "src")):
        for name in files:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                text = file.read()
            anchors.update(re.findall(r'\.help = "(\w+)"', text if name.startswith("dialog") else ""))
            anchors.update(re.findall(r'kp_dialog_help\([^;]*"(\w+)"\)', text))
    assert {"setup", "settings", "people", "dates", "me"} <= anchors, anchors
    known = []
    for name, folder, text in pages():
        ids = re.findall(r'id="(\w+)"', text)
        assert len(ids) == len(set(ids))
        known.append(ids)
        missing = (anchors | {"today", "follow", "check"}) - set(ids)
        assert not missing, (name, missing)
        for link in re.findall(r'href="([^"]*)"', text):
            target, _, place = link.partition("#")
            assert not target or os.path.exists(os.path.join(folder, target)), link
            assert not place or target or place in ids, link
        functions = os.path.join(folder, name.replace("help_", "functions_"))
        with open(functions, encoding="utf-8") as file:
            assert 'href="%s"' % name in file.read(), "the reference links back"
    assert known[0] == known[1], "the same places in both languages"


if __name__ == "__main__":
    main(globals())
