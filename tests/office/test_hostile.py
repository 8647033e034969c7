#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What nobody should do with the deck, and somebody will: it says what is wrong and goes on."""
import contextlib
import os
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import uno  # noqa: E402,F401 (makes com.sun.star importable)

from com.sun.star.lang import DisposedException  # noqa: E402
from com.sun.star.table.CellContentType import TEXT  # noqa: E402
from com.sun.star.util import CloseVetoException  # noqa: E402

from kp_deck import Deck, menus  # noqa: E402
from kp_dialogs import command  # noqa: E402
from kp_follow import focus_point, idle  # noqa: E402
from kp_office import BUNDLED, ODS, Display, Office, main, wait_for  # noqa: E402
from kp_workbook import Workbook, texts  # noqa: E402

ROW = {"action": "Call customers back", "owner": "Jansen, Petra", "deadline": "+7"}
LONG = "0123456789" * 500
NASTY = ["=cmd|' /C calc'!A0", "~Save & ~close && “x” <b>",
         "😀👩‍👩‍👧 𝔘𝔫𝔦", "مرحبا بالعالم שלום \u202eevil",
         "first\nsecond\r\nthird\ttab", "%s%n%d {1} {2} \\n $1"]


def opened(office, **more):
    """A workbook that was set up, with the form of a loose action in its deck."""
    doc = office.new_calc(**more)
    workbook = Workbook(office, doc)
    workbook.set_up()
    workbook.append("lists", person=ROW["owner"])
    deck = Deck(doc)
    log(office, deck)
    return deck, workbook


def log(office, deck):
    office.dispatch(deck.doc, "service:org.kernpunt.calc.Command?log")
    deck.today.wait("field_action")


def fill(office, deck, **values):
    for name, text in dict(ROW, **values).items():
        idle(office)
        deck.today.type("field_" + name, text)


def saved(office, deck):
    """What the footer answers to Save."""
    idle(office)
    wait_for(lambda: deck.today.label("foot_state")[:1] not in ("✓", "✕", "!"), "the last answer to go")
    deck.today.press("foot_save")
    wait_for(lambda: deck.today.label("foot_state")[:1] in ("✓", "✕", "!"), "an answer")
    return deck.today.label("foot_state") + " · " + deck.today.label("foot_text")


def cancel(office, deck):
    """Back to the list; right after a save, the same button takes back what was saved."""
    fill(office, deck, action="Never mind")
    deck.today.wait_label("foot_slot", "Cancel")
    deck.today.press("foot_slot")


def quiet(office):
    assert office.stderr_text() == "", office.stderr_text()


def test_texts():
    """Long and strange texts come to the cell as they are, never as a formula; names are names."""
    with Office(extension=BUNDLED) as office:
        deck, workbook = opened(office)
        for name in [n for n in deck.today.names() if n.startswith("field_")]:
            if hasattr(deck.today.control(name), "setText"):
                deck.today.type(name, LONG)
        idle(office)
        deck.today.press("foot_save")
        deck.today.wait_label("foot_state", "✕ Not saved")
        assert deck.today.text("field_action") == LONG
        assert workbook.rows("actions") == []
        for name in [n for n in deck.today.names() if n.startswith("field_")]:
            if hasattr(deck.today.control(name), "setText"):
                deck.today.type(name, "")
        for number, text in enumerate(NASTY):
            fill(office, deck, action=text)
            said = saved(office, deck)
            assert "✓ Saved" in said, (text, said)
            wait_for(lambda: len(workbook.rows("actions")) == number + 1, text)  # noqa: B023
        kept = [row["action"] for row in workbook.rows("actions")]
        # A row is one line, also in the log: breaks become " / ".
        wanted = [text.replace("\r\n", " / ").replace("\n", " / ").replace("\t", " ")
                  for text in NASTY]
        assert kept == wanted, kept
        sheet = workbook.sheet("actions")
        answer = workbook.verb("read", Table="actions")
        column = list(answer["Keys"][0]).index("action")
        for row in answer["SheetRows"]:
            assert sheet.getCellByPosition(column, row - 1).Type == TEXT
        cancel(office, deck)
        wait_for(lambda: any(NASTY[1] in row for row in deck.today.rows("items")), "it in Today")
        quiet(office)


def test_names_and_titles():
    """Mnemonics and braces in a focus point, one without a title, somebody who is called team."""
    with Office(extension=BUNDLED) as office:
        deck, workbook = opened(office)
        for person in ("team", "~A & ~B", "Anna de Wit", "{1}"):
            workbook.append("lists", person=person)
        workbook.append("lists", unit="North")
        first = focus_point(workbook, NASTY[1])
        fill(office, deck, owner="~A & ~B")
        assert "✓ Saved" in saved(office, deck)
        assert workbook.rows("actions")[0]["owner"] == "~A & ~B"
        fill(office, deck, owner="team")
        assert saved(office, deck)
        assert [row["owner"] for row in workbook.rows("actions")] in (
            ["~A & ~B"], ["~A & ~B", "team"])
        answer = workbook.verb("read", Table="focus")
        column = list(answer["Keys"][0]).index("focus")
        cell = workbook.sheet("focus").getCellByPosition(column, answer["SheetRows"][0] - 1)
        cell.String = ""
        idle(office)
        assert workbook.row("focus", first)["focus"] == ""
        deck.follow.wait_label("focus_name", ".")
        cancel(office, deck)
        wait_for(lambda: deck.today.rows("items"), "the list")
        quiet(office)


def test_undo_of_the_set_up():
    """Under the open form; what was typed is there again when it is done again."""
    with Office(extension=BUNDLED) as office:
        doc = office.new_calc()
        workbook = Workbook(office, doc)
        workbook.set_up()
        deck = Deck(doc)
        log(office, deck)
        fill(office, deck)
        undo = doc.UndoManager
        while undo.isUndoPossible():
            undo.undo()
        wait_for(lambda: not deck.today.has("field_action"), "the form to go")
        wait_for(lambda: deck.today.has("set_up"), "the offer to set up")
        while undo.isRedoPossible():
            undo.redo()
        deck.today.wait("field_action")
        assert deck.today.text("field_action") == ROW["action"]
        quiet(office)


def press_if_there(pane, name):
    """A click on a button that may go before it."""
    button = pane.dialog().getControl(name)
    with contextlib.suppress(DisposedException):
        context = button.getAccessibleContext() if button and button.isVisible() else None
        if context:
            context.doAccessibleAction(0)
            return True
    return False


def fill_while_there(office, pane):
    """Types the row into the form, which may go at any moment with the sheet behind it."""
    for name, text in ROW.items():
        idle(office)
        field = pane.dialog().getControl("field_" + name)
        peer = field.getPeer() if field and field.isVisible() else None
        if peer:
            peer.setText(text)


def says(pane):
    """What the panel says when there is nothing to do in it, or the heading of its form."""
    return any(pane.label(name) for name in ("notice", "late", "summary", "form_heading"))


def test_sheets_are_deleted():
    """One by one, with the form open and a press on Save after each."""
    with Office(extension=BUNDLED) as office:
        deck, workbook = opened(office)
        doc = deck.doc
        names = [n for n in doc.Sheets.ElementNames if n != "Sheet1"]
        saves = 0
        for name in sorted(names, key=lambda n: n == "_kernpunt"):
            doc.Sheets.removeByName(name)
            idle(office)
            fill_while_there(office, deck.today)
            saves += press_if_there(deck.today, "foot_save")
            deck.check.idle()
            press_if_there(deck.check, "check")  # until the last of the sheets is gone
            idle(office)
        assert saves
        assert says(deck.today)
        quiet(office)


def test_junk_in_the_hidden_sheet():
    with Office(extension=BUNDLED) as office:
        deck, workbook = opened(office)
        sheet = deck.doc.Sheets["_kernpunt"]
        sheet.IsVisible = True
        before = texts(sheet)
        for number, junk in enumerate(("", "=1/0", LONG, "structural.xml", "-1")):
            for row in range(len(before)):
                for column in range(len(before[row])):
                    if (row + column) % 5 == number:
                        sheet.getCellByPosition(column, row).Formula = junk
            idle(office)
            fill_while_there(office, deck.today)
            press_if_there(deck.today, "foot_save")
            idle(office)
            assert says(deck.today)
        deck.doc.Sheets.removeByName("_kernpunt")
        idle(office)
        assert says(deck.today)
        quiet(office)


def test_two_windows_of_one_document():
    """Both panes write in turn and both show it; one window goes, the other works on."""
    with Display() as display, Office(extension=BUNDLED, backend="gen", display=display) as office:
        deck, workbook = opened(office)
        controllers = [deck.doc.CurrentController]
        office.dispatch(deck.doc, ".uno:NewWindow")
        wait_for(lambda: deck.doc.CurrentController != controllers[0], "the second window")
        other = Deck(deck.doc)
        other.today.wait("field_action")
        for number in range(4):
            one = (deck, other)[number % 2]
            fill(office, one, action="Number %d" % number)
            assert "✓ Saved" in saved(office, one)
            wait_for(lambda: len(workbook.rows("actions")) == number + 1, "the row")  # noqa: B023
        second = deck.doc.CurrentController.Frame
        del other, one
        second.close(True)
        deck.today.wait("field_action")  # the sidebar of the first may still be coming round
        fill(office, deck, action="The last")
        assert "✓ Saved" in saved(office, deck)
        assert len(workbook.rows("actions")) == 5
        quiet(office)


def under_dialogs(backend, *names):
    with Display() as display, Office(extension=BUNDLED, backend=backend,
                                      display=display) as office:
        deck = opened(office)[0]
        for name in names:
            before = menus(display)
            if name == "menu":
                deck.today.focus("menu_owner")
                display.key("space")
            else:
                command(office, deck.doc, name)
            wait_for(lambda: menus(display) > before, name)  # noqa: B023
            deck.doc.setModified(False)  # newer offices ask about changes before anything else
            assert not office.desktop.terminate(), "the office ended under " + name
            assert office.documents() and deck.doc.CurrentController, name + " lost its window"
            try:
                office.close_doc(deck.doc)
                closed = True
            except CloseVetoException:
                closed = False
            display.key("Escape")
            wait_for(lambda: menus(display) <= before, name + " to go")  # noqa: B023
            assert office.alive()
            if closed:
                deck = opened(office)[0]
        quiet(office)


def test_close_and_quit_under_dialogs_and_menus():
    """A macro closes the document, and the office is asked to end, while something is open."""
    under_dialogs("gen", "settings", "setup", "menu")
    under_dialogs("gtk3", "settings", "setup", "menu")


def test_views_that_take_the_sidebar_away():
    """Print preview, a chart being edited, fast switching of decks, full screen and back."""
    with Display() as display, Office(extension=BUNDLED, backend="gtk3", display=display) as office:
        deck, _workbook = opened(office)
        fill(office, deck)
        doc = deck.doc
        office.dispatch(doc, ".uno:PrintPreview")
        office.dispatch(doc, ".uno:PrintPreview")
        deck = Deck(doc)
        deck.today.wait("field_action")
        assert deck.today.text("field_action") == ROW["action"]
        for _ in range(6):
            for name in ("PropertyDeck", "GalleryDeck", "StyleListDeck"):
                deck.decks.getByName(name).activate(True)
            deck = Deck(doc)
        office.dispatch(doc, ".uno:FullScreen")
        office.dispatch(doc, ".uno:FullScreen")
        deck = Deck(doc)
        deck.today.wait("field_action")
        assert deck.today.text("field_action") == ROW["action"]
        quiet(office)


def broken(folder, harm):
    """A copy of the extension with a harmed method."""
    shutil.copytree(BUNDLED, folder)
    method = os.path.join(folder, "org.kernpunt.calc", "method")
    harm(os.path.join(method, "structural.xml"))
    return folder


def cut(path):
    with open(path, "r+b") as xml:
        xml.truncate(os.path.getsize(path) // 2)


def drop(path):
    shutil.rmtree(os.path.dirname(path))


def test_broken_method():
    with tempfile.TemporaryDirectory() as top:
        for name, harm in (("cut", cut), ("missing", drop)):
            with Office(extension=broken(os.path.join(top, name), harm)) as office:
                doc = office.new_calc()
                deck = Deck(doc)
                said = deck.today.wait_label("notice", "structural.xml|method")
                print("    " + said)
                assert not deck.today.has("set_up") and not deck.today.has("foot_save")
                assert not deck.follow.has("foot_save")
                quiet(office)


def test_profile_that_cannot_be_written():
    """Drafts and journal find a file where their folder should be: it says so, and nothing that
    was typed is lost while the panel is there."""
    with tempfile.TemporaryDirectory() as top:
        path, profile = os.path.join(top, "team.ods"), os.path.join(top, "profile")
        with Office(extension=BUNDLED) as office:
            deck, _workbook = opened(office)
            office.store(deck.doc, path, ODS)
        os.makedirs(os.path.join(profile, "user"))
        with open(os.path.join(profile, "user", "kernpunt"), "w", encoding="utf-8") as blocker:
            blocker.write("not a folder")
        with Office(extension=BUNDLED, profile=profile) as office:
            deck = Deck(office.load(path))
            deck.follow.wait("field_goal")
            idle(office)
            deck.follow.type("field_goal", ROW["action"])
            idle(office)
            deck.follow.press("foot_save")
            deck.follow.wait_label("foot_state", "✕ Not saved")
            deck.follow.wait_label("foot_text", "LibreOffice profile")
            assert Workbook(office, deck.doc).rows("goals") == []
            deck.doc.Sheets.insertNewByName("More", 0)
            idle(office)
            assert deck.follow.text("field_goal") == ROW["action"]
            quiet(office)


if __name__ == "__main__":
    main(globals())
