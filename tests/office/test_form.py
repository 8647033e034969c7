#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of the deck in a real office: each kind of field, completing, menus by keyboard,
refusals that keep what was typed, fields behind More, and drafts that outlive panel and office."""

import datetime
import os
import shutil
import signal
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kp_deck import Deck  # noqa: E402
from kp_display import Display  # noqa: E402
from kp_follow import fill, go_step, said, turn, written  # noqa: E402
from kp_office import BUNDLED, ODS, Office, file_url, main, props, wait_for  # noqa: E402
from kp_workbook import Workbook, day, serial, shown  # noqa: E402

PEOPLE = ("Bart de Vries", "Chantal Smit", "Charles Bos", "Jansen, Petra")


def start(office, language="en", people=PEOPLE):
    fill.office = office
    doc = office.new_calc()
    workbook = Workbook(office, doc, language)
    workbook.set_up(language, Practices=["structural"])
    for person in people:
        workbook.append("lists", person=person)
    for unit in ("Klantenservice", "Noord"):
        workbook.append("lists", unit=unit)
    return doc, workbook


def open_choose(pane):
    """The form of a focus point that is not there yet."""
    go_step(pane, 3)
    pane.wait("field_focus")


def open_action(display, pane):
    """The form of an action without a focus point."""
    pane.wait("focus")
    pane.choose(display, "focus", "Down", "Down", "Return")
    pane.wait("field_owner")


def wait_text(pane, name, text):
    try:
        wait_for(lambda: pane.text(name) == text, text)
    except AssertionError as problem:
        raise AssertionError("%s is %r, not %r" % (name, pane.text(name), text)) from problem


def wait_gone(pane, name):
    wait_for(lambda: not pane.has(name), name + " to go")


def iso(days):
    return (datetime.date.today() + datetime.timedelta(days)).isoformat()


def said_day(days, language="en"):
    date = datetime.date.today() + datetime.timedelta(days)
    months = {"en": "January February March April May June July August September October November "
                    "December",
              "nl": "januari februari maart april mei juni juli augustus september oktober november "
                    "december"}[language].split()
    names = {"en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
             "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"}[language].split()
    return "%s %d %s %d" % (names[date.weekday()], date.day, months[date.month - 1], date.year)


# ---------------------------------------------------------------------------------------- no menus


def test_dates_are_echoed_and_counted_down_texts():
    for language, locale in (("en", "en-US"), ("nl", "nl-NL")):
        with Office(extension=BUNDLED, ui_language="nl" if language == "nl" else "en-US",
                    locale=locale) as office:
            doc, _ = start(office, language)
            pane = Deck(doc).follow
            turn(pane, "field_horizon")
            for typed in ("+14", day(14), "over 2 weken"):
                pane.type("field_horizon", "")
                wait_for(lambda: pane.label("note_horizon") == "", "no echo")
                pane.type("field_horizon", typed)
                pane.wait_label("note_horizon", "^%s$" % said_day(14, language))
            pane.type("field_horizon", "31-2")
            pane.wait_label("note_horizon", "does not exist" if language == "en" else "bestaat niet")
            pane.type("field_horizon", "someday")
            pane.wait_label("note_horizon", "31-12")
            turn(pane, "field_goal")
            pane.type("field_goal", "x" * 1799)
            assert pane.label("note_goal") == ""
            pane.type("field_goal", "x" * 1850)
            pane.wait_label("note_goal", "150")
            pane.type("field_goal", "x" * 2003)
            pane.wait_label("note_goal", "3 (characters too many|tekens te veel)")
            office.close_doc(doc)


def test_names_and_words_complete_only_while_typing_on():
    with Office(extension=BUNDLED) as office:
        doc, _ = start(office)
        pane = Deck(doc).follow
        open_choose(pane)

        def types(text, becomes, name="field_lead"):
            pane.type(name, text)
            wait_text(pane, name, becomes)
            selection = pane.control(name).getSelection()
            assert {selection.Min, selection.Max} == \
                ({len(text), len(becomes)} if text != becomes else {selection.Min}), selection
        types("C", "Chantal Smit")
        types("Ch", "Chantal Smit")
        types("Char", "Charles Bos")
        types("Char", "Char")  # taking away what was added
        types("Cha", "Cha")
        types("", "")
        types("petr", "Petra Jansen")
        types("", "")
        types("vri", "Vries, Bart de")
        types("Nobody", "Nobody")
        types("kl", "Klantenservice", "field_unit")
        types("", "", "field_unit")
        types("Somewhere else", "Somewhere else", "field_unit")
        office.close_doc(doc)


def test_more_fields_are_a_second_page():
    with Office(extension=BUNDLED) as office:
        doc, _ = start(office)
        deck = Deck(doc)
        pane = deck.follow
        pane.wait("more_")
        assert pane.label("more_") == "▸ More fields (7)", pane.label("more_")
        assert not pane.has("field_measure") and not pane.has("label_measure")
        pane.press("more_")
        pane.wait("field_measure")
        pane.wait_label("more_", "◂ Back")
        assert not pane.has("field_goal"), "a page of its own"
        pane.type("field_measure", "NPS")
        pane.press("more_")
        pane.wait("field_goal")
        pane.wait_label("more_", r"More fields \(7\)")
        assert not pane.has("field_measure") and not pane.has("field_target")
        pane.press("more_")
        pane.wait("field_target")
        assert pane.text("field_measure") == "NPS", "what is filled in stays"
        deck.hide()
        pane = Deck(doc).follow
        turn(pane, "field_measure")
        wait_text(pane, "field_measure", "NPS")
        office.close_doc(doc)


def not_saved(pane, *names):
    """Presses Save; the footer and the fields say that it was not saved."""
    pane.idle()
    pane.press("foot_save")
    pane.wait_label("foot_state", "✕ Not saved")
    for name in names:
        wait_for(lambda: pane.label("label_" + name).startswith("✕ "), name)  # noqa: B023
        assert pane.label("note_" + name), said(pane)


def test_refused_keeps_everything_and_says_where():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office)
        workbook.append("goals", goal="Stay", reason="They leave")
        workbook.append("waves", number="0", name="Spring", start="2026-01-05")
        pane = Deck(doc).follow
        open_choose(pane)
        assert pane.label("label_focus").endswith(" *"), pane.label("label_focus")
        assert not pane.label("label_chosen_by").endswith(" *")
        fill(pane, quote="I waited", lead="het team")
        not_saved(pane, "focus", "lead")
        assert "one person" in pane.label("note_lead"), pane.label("note_lead")
        assert "Focus point" in pane.label("note_focus"), pane.label("note_focus")
        assert pane.text("field_lead") == "het team"
        turn(pane, "field_quote")
        assert pane.text("field_quote") == "I waited"
        assert workbook.rows("focus") == []
        fill(pane, focus="Fewer calls")
        wait_for(lambda: not pane.label("label_focus").startswith("✕"), "the mark to go")
        wait_for(lambda: pane.label("note_focus") == "", "the remark to go")
        fill(pane, lead="Bart de Vries", unit="noord", why="Strongest")
        steps = len(doc.UndoManager.getAllUndoActionTitles())
        written(pane)
        row = workbook.rows("focus")[0]
        assert (row["focus"], row["unit"], row["quote"]) == ("Fewer calls", "Noord", "I waited"), row
        assert len(doc.UndoManager.getAllUndoActionTitles()) == steps + 1
        doc.UndoManager.undo()
        assert workbook.rows("focus") == [], "one step of undo"
        office.close_doc(doc)


def test_a_date_that_is_none_and_a_text_too_long_are_refused():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office)
        pane = Deck(doc).follow
        fill(pane, goal="x" * 2010, horizon="31-2")
        not_saved(pane)
        turn(pane, "field_goal")
        assert pane.label("note_goal") == "10 characters too many", pane.label("note_goal")
        turn(pane, "field_horizon")
        assert pane.label("note_horizon") == "This day does not exist.", pane.label("note_horizon")
        assert workbook.rows("goals") == []
        fill(pane, goal="Kept\nshort", horizon="+7")
        written(pane)
        row = workbook.rows("goals")[0]
        assert row["goal"] == "Kept / short" and row["horizon"] == serial(7), row
        office.close_doc(doc)


def test_only_what_people_changed_is_written():
    """Somebody changes the row while it is in a form."""
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office)
        goal = workbook.append("goals", goal="Stay", reason="They leave")
        wave = workbook.append("waves", number="0", name="Spring", start="2026-01-05")
        workbook.append("focus", focus="Fewer calls", unit="Noord", goal=goal, wave=wave)
        row = workbook.rows("focus")[0]["id"]
        deck = Deck(doc)
        pane = deck.follow
        open_choose(pane)
        wait_text(pane, "field_focus", "Fewer calls")
        fill(pane, quote="I waited")
        workbook.change("focus", row, focus="Fewer calls back", why="Strongest driver")
        written(pane)
        now = workbook.row("focus", row)
        assert (now["focus"], now["why"], now["quote"]) == \
            ("Fewer calls back", "Strongest driver", "I waited"), now
        office.close_doc(doc)


# ------------------------------------------------------------------------------------------ drafts


def test_drafts_survive_hiding_and_go_with_saving():
    with Office(extension=BUNDLED) as office:
        doc, workbook = start(office)
        deck = Deck(doc)
        deck.follow.wait("field_goal")
        deck.follow.type("field_goal", "Two\nlines, tab\tand ~ ü")
        fill(deck.follow, horizon="+14")
        drafts = os.path.join(office.profile, "user", "kernpunt", "drafts")
        wait_for(lambda: os.path.isdir(drafts) and os.listdir(drafts), "the drafts in a file")
        deck.hide()
        deck = Deck(doc)
        turn(deck.follow, "field_horizon")
        deck.follow.wait_label("note_horizon", said_day(14))
        turn(deck.follow, "field_goal")
        assert deck.follow.text("field_goal") == "Two\nlines, tab\tand ~ ü"
        deck.follow.wait_label("foot_slot", "Discard")
        deck.follow.press("foot_slot")
        turn(deck.follow, "field_goal")
        wait_text(deck.follow, "field_goal", "")
        wait_for(lambda: not any("goal" in open(os.path.join(drafts, name), encoding="utf-8").read()
                                 for name in os.listdir(drafts)), "the drafts to go")
        deck.follow.type("field_goal", "Kept")
        written(deck.follow)
        assert len(workbook.rows("goals")) == 1
        office.close_doc(doc)


def test_drafts_survive_a_killed_office():
    folder = tempfile.mkdtemp(prefix="kp-form-")
    path, profile = os.path.join(folder, "round.ods"), os.path.join(folder, "profile")
    try:
        with Office(extension=BUNDLED, profile=profile) as office:
            doc, _ = start(office)
            doc.storeToURL(file_url(path), props(FilterName=ODS))
            office.close_doc(doc)
        office = Office(extension=BUNDLED, profile=profile)
        try:
            office.__enter__()
            doc = office.load(path)
            pane = Deck(doc).follow
            pane.wait("field_goal")
            pane.type("field_goal", "Not lost")
            os.killpg(office._process.pid, signal.SIGKILL)
            office._process.wait()
        finally:
            office._kill()
        with Office(extension=BUNDLED, profile=profile) as office:
            doc = office.load(path)
            pane = Deck(doc).follow
            pane.wait("field_goal")
            wait_text(pane, "field_goal", "Not lost")
            assert not doc.isModified(), "a draft is not in the workbook"
            office.close_doc(doc)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


# ------------------------------------------------------------------------------------ menus, keys


def by_keyboard(backend):
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, backend=backend, display=display) as office:
            doc, workbook = start(office)
            pane = Deck(doc).follow
            open_action(display, pane)
            pane.focus("field_action")
            display.type("Call back")
            wait_text(pane, "field_action", "Call back")
            pane.focus("field_owner")
            display.type("Ch", 60)
            wait_text(pane, "field_owner", "Chantal Smit")
            display.key("Return")
            wait_for(lambda: pane.has_focus("field_deadline"), "Enter to go on")
            display.type("+14", 60)
            pane.wait_label("note_deadline", said_day(14))
            display.key("Tab")
            wait_text(pane, "field_deadline", shown(iso(14)))
            pane.focus("field_owner")
            display.key("shift+Home", "BackSpace")
            wait_text(pane, "field_owner", "")
            display.type("vri", 60)
            wait_text(pane, "field_owner", "Vries, Bart de")
            display.key("Tab")
            wait_text(pane, "field_owner", "Bart de Vries")  # as the list has it
            # menus: by the button, and by Alt+Down from the field
            pane.choose(display, "menu_deadline", "Down", "Return")
            wait_text(pane, "field_deadline", shown(iso(1)))
            assert pane.has_focus("field_deadline"), "the focus returns to the field"
            pane.focus("toggle_progress_status")
            display.key("space")
            wait_for(lambda: pane.control("toggle_progress_status").getModel().State, "the toggle")
            pane.focus("field_action")
            display.key("ctrl+Return")
            pane.wait_label("foot_state", "✓ Saved")
            rows = workbook.rows("actions")
            assert len(rows) == 1, "Ctrl+Enter saves once"
            row = rows[0]
            assert (row["action"], row["owner"], row["deadline"], row["status"]) == \
                ("Call back", "Bart de Vries", serial(1), "In progress"), row
            office.close_doc(doc)


def test_by_keyboard_gtk3():
    by_keyboard("gtk3")


def test_by_keyboard_gen():
    by_keyboard("gen")


def test_what_is_needed_follows_what_is_chosen():
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, backend="gtk3", display=display) as office:
            doc, workbook = start(office)
            pane = Deck(doc).follow
            turn(pane, "field_shared_on")
            assert not pane.label("label_shared_on").endswith("*")
            pane.press("toggle_yes_shared")
            pane.wait_label("label_shared_on", r" \*$")
            pane.press("toggle_yes_shared")  # up again
            wait_for(lambda: not pane.control("toggle_yes_shared").getModel().State, "none")
            wait_for(lambda: not pane.label("label_shared_on").endswith("*"), "no need any more")
            fill(pane, goal="Stay")
            written(pane)
            assert workbook.rows("goals")[0]["shared"] == ""
            office.close_doc(doc)


def test_a_row_is_chosen_by_its_title():
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, backend="gtk3", display=display) as office:
            doc, workbook = start(office)
            workbook.append("goals", goal="The first")
            workbook.append("waves", number="0", name="Spring", start="2026-01-05")
            second = workbook.append("goals", goal="The second ~ with a title that is far too long "
                                                   "for a menu or for a button in a narrow panel")
            pane = Deck(doc).follow
            open_choose(pane)
            pane.choose(display, "menu_goal", "Down", "Return")  # the most recent one first
            wait_for(lambda: pane.text("field_goal").startswith("The second"), "the second")
            assert len(pane.text("field_goal")) < 70, pane.text("field_goal")
            fill(pane, focus="Fewer calls", unit="Noord", lead="Bart de Vries", why="Strongest")
            written(pane)
            assert workbook.rows("focus")[0]["goal"] == second
            office.close_doc(doc)


def test_an_unknown_person_can_be_added_or_not():
    with Display(1400, 1000) as display:
        with Office(extension=BUNDLED, backend="gtk3", display=display) as office:
            doc, workbook = start(office)
            pane = Deck(doc).follow
            open_action(display, pane)
            for name, offer, added in (("Els Vos", "offer_owner", True),
                                       ("Ad Hoc", "other_owner", False)):
                fill(pane, action="Something for " + name, owner=name, deadline="+3")
                before = workbook.rows("actions")
                not_saved(pane, "owner")
                assert workbook.rows("actions") == before and pane.text("field_owner") == name
                assert name not in [row["person"] for row in workbook.rows("lists")]
                pane.press(offer)
                pane.wait_label("foot_state", "✓ Saved")
                people = [row["person"] for row in workbook.rows("lists")]
                assert (name in people) == added, people
                assert name in [row["owner"] for row in workbook.rows("actions")]
                wait_text(pane, "field_action", "")
            office.close_doc(doc)


if __name__ == "__main__":
    main(globals())
