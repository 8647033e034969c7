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
import kp_panel  # noqa: E402

IMAGES = os.path.join(kp_office.ROOT, "docs", "images")
SAMPLE = os.path.join(kp_office.ROOT, "extension", "templates", "Kernpunt", "klantonderzoek-voorbeeld.ots")
ACTIONS = {
    "en-US": [("Call back within a day when a fault is reported", "Chantal Smit", "+5"),
              ("One fixed contact for the ten largest customers", "Bart de Wit", "+19"),
              ("Explain the new invoice in plain words", "Jansen, Petra", "+33")],
    "nl": [("Binnen een dag terugbellen na een storingsmelding", "Chantal Smit", "+5"),
           ("Eén vast aanspreekpunt voor de tien grootste klanten", "Bart de Wit", "+19"),
           ("De nieuwe factuur uitleggen in gewone taal", "Jansen, Petra", "+33")]}


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
    path = os.path.join(IMAGES, name)
    display.screenshot(path)
    command = ["convert", path]
    if crop:
        command += ["-crop", crop, "+repage"]
    subprocess.run(command + ["-colors", "64", "-define", "png:compression-level=9", "-strip", path],
                   check=True)


def panel_picture(language, name):
    locale = "nl-NL" if language == "nl" else "en-US"
    with kp_office.Display(1180, 640) as display, kp_office.Office(
            extension=kp_office.BUNDLED, ui_language=language, locale=locale, backend="gtk3",
            display=display, user_name=("Petra", "Jansen")) as office:
        document = office.new_calc()
        panel = kp_panel.Panel(document)
        first, *rest, last = ACTIONS[language]
        kp_panel.first_save(display, panel, *first)
        for action in rest:
            panel.fill(*action)
            panel.save()
        sheet = document.Sheets.getByIndex(document.Sheets.Count - 1)
        document.CurrentController.setActiveSheet(sheet)
        panel.control("message").getModel().Label = ""
        panel.fill(*last)
        kp_office.wait_for(lambda: panel.label("deadline_echo"), "the date in full")
        wait_still(display)
        small(display, name)
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
        wait_still(display)
        small(display, "formulas.png")
        office.close_doc(document)


if __name__ == "__main__":
    os.makedirs(IMAGES, exist_ok=True)
    panel_picture("en-US", "panel.png")
    panel_picture("nl", "panel-nl.png")
    formulas_picture()
    kp_office.leave(0)
