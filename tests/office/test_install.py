# SPDX-License-Identifier: GPL-3.0-or-later
"""Installing and removing build/kernpunt.oxt the way a user does, as an ordinary user.

unopkg refuses root, so the script gives up its rights first; what it needs is copied before.
"""

import os
import shutil
import subprocess
import tempfile

import unohelper
from com.sun.star.task import XInteractionApprove, XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment

from kp_office import PROGRAM, ROOT, Office, file_url, main, uno

OXT = os.environ.get("KP_OXT", os.path.join(ROOT, "build", "kernpunt.oxt"))
IDENTIFIER = "org.kernpunt.calc"
NOBODY = 65534

NAME_ERROR = 525


class Home:
    """A home folder with a copy of the package, and a profile for each test."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="kp-home-")
        self.oxt = os.path.join(self.folder, "kernpunt.oxt")
        shutil.copy(OXT, self.oxt)

    def become_ordinary_user(self):
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
            os.chown(self.oxt, NOBODY, NOBODY)
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        os.environ.update(HOME=self.folder, TMPDIR=self.folder)
        tempfile.tempdir = self.folder
        os.chdir(self.folder)

    def profile(self, name):
        return os.path.join(self.folder, name)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Approve(unohelper.Base, XInteractionHandler, XCommandEnvironment):
    """Says yes to whatever the installation asks."""

    def getInteractionHandler(self):
        return self

    def getProgressHandler(self):
        return None

    def handle(self, request):
        wanted = uno.getTypeByName(XInteractionApprove.__pyunointerface__)
        for continuation in request.getContinuations():
            approve = continuation.queryInterface(wanted)
            if approve is not None:
                approve.select()
                return


def unopkg(profile, *words):
    """Runs unopkg on the profile, says yes to the licence it shows; returns (exit code, what it printed)."""
    done = subprocess.run([os.path.join(PROGRAM, "unopkg"), *words,
                           "-env:UserInstallation=" + file_url(profile)],
                          input=b"yes\n", stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=180, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace")


def score(profile):
    """What a new office with this profile makes of a formula: (value, error number)."""
    with Office(profile=profile) as office:
        doc = office.new_calc(Hidden=True)
        cell = doc.Sheets[0].getCellByPosition(0, 0)
        cell.Formula = "=NPS.SCORE({9;10;7;6;8;10;3;9;5;10})"
        return cell.Value, cell.getError()


def left_behind(profile):
    """Files of the extension that are still in the profile."""
    found = []
    for folder, _, files in os.walk(profile):
        if "kernpunt" in folder.lower():
            found.append(folder)
        found += [os.path.join(folder, name) for name in files if "kernpunt" in name.lower()]
    return found


def assert_registered(listing):
    """unopkg answers 0 for a package it did not take, so only its listing tells."""
    block = listing.split("Identifier: " + IDENTIFIER, 1)
    assert len(block) == 2, "not listed:\n" + listing
    states = [line.split(":")[1].strip() for line in block[1].splitlines()
              if line.strip().startswith("is registered:")]
    assert states and all(state == "yes" for state in states), "not registered:\n" + listing


def test_unopkg_add_use_remove():
    profile = home.profile("unopkg")
    code, said = unopkg(profile, "add", home.oxt)
    assert code == 0, said
    assert "GNU GENERAL PUBLIC LICENSE" in said, said
    code, listing = unopkg(profile, "list")
    assert code == 0, listing
    assert_registered(listing)

    assert score(profile) == (20.0, 0)

    code, said = unopkg(profile, "remove", IDENTIFIER)
    assert code == 0, said
    code, listing = unopkg(profile, "list")
    assert code == 0 and IDENTIFIER not in listing, listing
    assert score(profile)[1] == NAME_ERROR  # this start is also what deletes the files
    assert left_behind(profile) == [], left_behind(profile)


def test_unopkg_add_over_an_installed_one():
    profile = home.profile("again")
    for options in (("--suppress-license",), ("--force",)):
        code, said = unopkg(profile, "add", *options, home.oxt)
        assert code == 0, said
        assert "GNU GENERAL" not in said, "an update asks for the licence again"
        assert score(profile) == (20.0, 0)
    code, listing = unopkg(profile, "list")
    assert code == 0 and listing.count("Identifier: " + IDENTIFIER) == 1, listing
    assert_registered(listing)


def test_extension_manager_add_use_remove():
    profile = home.profile("manager")
    answers = Approve()
    with Office(profile=profile) as office:
        manager = office.singleton("com.sun.star.deployment.ExtensionManager")
        package = manager.addExtension(file_url(home.oxt), (), "user", None, answers)
        assert package.getIdentifier().Value == IDENTIFIER
        name = package.getName()
    assert score(profile) == (20.0, 0)

    with Office(profile=profile) as office:
        manager = office.singleton("com.sun.star.deployment.ExtensionManager")
        package = manager.getDeployedExtension("user", IDENTIFIER, name, answers)
        assert package.isRegistered(None, answers).Value.Value
        manager.removeExtension(IDENTIFIER, name, "user", None, answers)
    assert score(profile)[1] == NAME_ERROR
    assert left_behind(profile) == [], left_behind(profile)


if __name__ == "__main__":
    home = Home()
    home.become_ordinary_user()
    main(globals(), cleanup=home.remove)
