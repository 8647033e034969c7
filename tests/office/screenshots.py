#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the README from a real office under Xvfb (make screenshots)."""
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import kp_office  # noqa: E402
from kp_deck import Deck  # noqa: E402
from kp_workbook import Workbook, day  # noqa: E402

IMAGES = os.path.join(kp_office.ROOT, "docs", "images")
SAMPLE = os.path.join(kp_office.ROOT, "extension", "templates", "Kernpunt", "klantonderzoek-voorbeeld.ots")

# What the team in the pictures has done so far; by language.
TEAM = {
    "en": {
        "unit": "Planning", "people": ("Jansen, Petra", "Bram Visser", "Omar Haddad"),
        "goal": ("Customers stay because we keep our word",
                 "One in five customers left last year and we did not know why"),
        "wave": "Autumn 2026", "session": ("Agree how we discuss the results", "Anna de Wit"),
        "results": ("Understand together what customers say", "Friendly on the phone",
                    "Appointments move"),
        "focus": ("Customers hear in advance that an appointment moves", "The whole team",
                  "I only heard when I had already taken the day off."),
        "situation": ("Three in ten hear it in advance", "Everyone hears it a day before",
                      "Called in advance, %"),
        "whys": (("Why do customers not hear it?", "The planner changes the schedule at night"),
                 ("Why at night?", "Engineers report delays at the end of the day")),
        "actions": ("Put the call at 2 pm in every schedule", "Write what we say on that call",
                    "Count the calls every Friday"),
        "meeting": "Start of the week, Planning"},
    "nl": {
        "unit": "Planning", "people": ("Jansen, Petra", "Bram Visser", "Omar Haddad"),
        "goal": ("Klanten blijven omdat wij ons woord houden",
                 "Een op de vijf klanten vertrok en wij wisten niet waarom"),
        "wave": "Najaar 2026", "session": ("Afspreken hoe wij de uitkomsten bespreken", "Anna de Wit"),
        "results": ("Samen begrijpen wat klanten zeggen", "Vriendelijk aan de telefoon",
                    "Afspraken schuiven"),
        "focus": ("Klanten weten vooraf dat een afspraak schuift", "Het hele team",
                  "Ik hoorde het pas toen ik al vrij had genomen."),
        "situation": ("Drie van de tien horen het vooraf", "Iedereen hoort het een dag vooraf",
                      "Vooraf gebeld, %"),
        "whys": (("Waarom horen klanten het niet?", "De planner past het rooster 's avonds aan"),
                 ("Waarom 's avonds?", "Monteurs melden uitloop aan het eind van de dag")),
        "actions": ("Het belmoment van 14 uur in elk rooster zetten",
                    "Opschrijven wat wij dan zeggen", "Elke vrijdag de telefoontjes tellen"),
        "meeting": "Weekstart Planning"}}


def fill(workbook, words):
    """A team halfway the root cause; returns the focus point."""
    add = workbook.append
    for name in words["people"]:
        add("lists", person=name, person_unit=words["unit"], unit=words["unit"])
    goal = add("goals", goal=words["goal"][0], reason=words["goal"][1])
    wave = add("waves", number="0", name=words["wave"], start=day(-60), known_on=day(-30))
    add("sessions", date=day(-35), kind="preparation", wave=wave, purpose=words["session"][0])
    add("sessions", date=day(-28), kind="results", wave=wave, purpose=words["results"][0],
        strengths=words["results"][1], improvements=words["results"][2])
    focus = add("focus", focus=words["focus"][0], unit=words["unit"], goal=goal, wave=wave,
                status="active", lead=words["people"][0], chosen_by=words["focus"][1],
                quote=words["focus"][2])
    workbook.change("focus", focus, current=words["situation"][0], desired=words["situation"][1],
                    measure=words["situation"][2], value_now="30", value_wanted="95",
                    wanted_by=day(120))
    for number, (question, answer) in enumerate(words["whys"], 1):
        add("causes", focus=focus, branch="1", why_number=str(number), question=question,
            answer=answer)
    for text, owner, due in zip(words["actions"], words["people"], (0, 3, 12)):
        add("actions", action=text, owner=owner, deadline=day(due))
    add("agenda", focus=focus, meeting=words["meeting"], rhythm="week", next=day(5), until=day(180))
    late = workbook.sheet("actions")  # one that is late, to see what that looks like
    row = next(r for r in range(1, 9) if late.getCellByPosition(1, r).String == words["actions"][0])
    cell = next(late.getCellByPosition(c, row) for c in range(2, 6)
                if late.getCellByPosition(c, row).Value > 40000)
    cell.Value -= 4
    return focus


def wait_still(display):
    """Waits until the screen has stopped changing; a blinking cursor is given up on."""
    seen = []

    def still():
        with tempfile.NamedTemporaryFile(suffix=".ppm") as shot:
            display.screenshot(shot.name)
            seen.append(hashlib.sha256(shot.read()).digest())
        return seen[-3:].count(seen[-1]) == 3 or len(seen) > 20

    kp_office.wait_for(still, "the screen to come to rest")


def small(display, name, crop=None):
    """A screenshot, cut and reduced to a palette so that the file stays small."""
    wait_still(display)
    path = os.path.join(IMAGES, name)
    display.screenshot(path)
    command = ["convert", path]
    if crop:
        command += ["-crop", crop, "+repage", "-trim", "+repage"]
    subprocess.run(command + ["+dither", "-colors", "96", "-define", "png:compression-level=9", "-strip", path],
                   check=True)


def panels(language, dark):
    """The three panels, and (light) the whole window."""
    ui, locale = ("nl", "nl-NL") if language == "nl" else ("en-US", "en-US")
    with kp_office.Display(1240, 900) as display, kp_office.Office(
            extension=kp_office.BUNDLED, ui_language=ui, locale=locale, backend="gtk3",
            display=display, user_name=("Petra", "Jansen"),
            env={"GTK_THEME": "Adwaita:dark"} if dark else {}) as office:
        display.width = 1240
        document = office.new_calc()
        workbook = Workbook(office, document, language)
        workbook.set_up(language)
        fill(workbook, TEAM[language])
        sheets = document.Sheets
        sheets.removeByName(sheets.ElementNames[0])
        document.CurrentController.setActiveSheet(workbook.sheet("actions"))
        deck = Deck(document)
        deck.follow.wait("field_answer_3")  # a team halfway the root cause
        theme = "dark" if dark else "light"
        width = deck.follow.dialog().PosSize.Width + 70
        crop = "%dx%d+%d+110" % (width, 770, display.width - width)
        for pane, name in ((deck.today, "today"), (deck.follow, "follow"), (deck.check, "check")):
            pane.open()
            if pane is deck.check:
                kp_office.wait_for(lambda: deck.check.rows("problems"), "something to report")
            small(display, "%s-%s-%s.png" % (name, language, theme), crop)
        if not dark:
            deck.follow.open()
            cells = workbook.sheet("actions").getCellRangeByName("B3")
            document.CurrentController.select(cells)  # in sight, wherever the drag scrolled to
            small(display, "panel.png" if language == "en" else "panel-nl.png")
        document.setModified(False)
        office.close_doc(document)


def formulas_picture():
    with kp_office.Display(1180, 720) as display, kp_office.Office(
            extension=kp_office.BUNDLED, ui_language="nl", locale="nl-NL", backend="gtk3",
            display=display) as office:
        copy = shutil.copy(SAMPLE, office.folder)
        document = office.load(copy)
        controller = document.CurrentController
        controller.getSidebar().setVisible(False)
        sheet = document.Sheets.getByName("Resultaten")
        controller.setActiveSheet(sheet)
        controller.select(sheet.getCellRangeByName("C8"))
        small(display, "formulas.png")
        office.close_doc(document)


if __name__ == "__main__":
    os.makedirs(IMAGES, exist_ok=True)
    for chosen in ("en", "nl"):
        panels(chosen, False)
        panels(chosen, True)
    formulas_picture()
    kp_office.leave(0)
