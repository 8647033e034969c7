# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people in two windows on one shared workbook, saving by keyboard, with the questions that the
office asks them: gtk3 and the generic back end."""

import tempfile

from kp_office import BUNDLED, Display, Office, file_url, main, wait_for
from kp_sharing import User, check_nothing_lost, make_shared
from kp_workbook import Workbook

QUIET = (("Office.Calc/Misc/SharedDocument", "ShowWarning", "false"),)


class Seat(User):
    """A person at a screen of his own."""

    def __init__(self, name, path, backend, display):
        super().__init__(name, path, backend=backend, display=display, settings=QUIET)
        self.display = display

    def windows(self):
        """All windows of offices that can be seen; with gtk3 a question has no title."""
        return set(self.display.xdotool("search", "--onlyvisible", "--class", ".").split())

    def press_save(self):
        """Ctrl+S in the window of the document."""
        self.known = self.windows()
        self.doc.setModified(True)  # also without changes of one's own a save takes in those of others
        self.doc.CurrentController.Frame.ContainerWindow.toFront()
        self.doc.CurrentController.Frame.ComponentWindow.setFocus()
        self.display.key("ctrl+s")

    def wait_question(self):
        """The window of the question "updated with changes saved by other users"."""
        return wait_for(lambda: self.windows() - self.known,
                        "the question to %s" % self.name)

    def answer(self):
        question = self.wait_question().pop()
        self.display.key("Return")
        wait_for(lambda: question not in self.windows(), "the question to go away")

    def wait_saved(self):
        """Everything that was written has been seen in the file."""
        def seen():
            report = self.workbook.journal("verify")
            return report["Readable"] and report["Missing"] == 0
        wait_for(seen, "the rows of %s in the file" % self.name)
        wait_for(lambda: not self.doc.isModified(), "%s to have saved" % self.name)


def two_windows(backend):
    with tempfile.TemporaryDirectory() as folder, Display() as left, Display() as right:
        path = make_shared(folder)
        with Seat("Ann", path, backend, left) as ann, Seat("Bob", path, backend, right) as bob:
            ann.append("Ann's first"), bob.append("Bob's first")
            ann.press_save()
            ann.wait_saved()  # nobody else had saved: nothing is asked

            # Bob's save takes in Ann's row and tells him. Until he has answered, he holds the lock.
            bob.press_save()
            bob.wait_question()
            row = ann.append("Ann's second, while Bob is being asked")
            said = ann.workbook.verb("save")
            assert said["Answer"] == "refused" and "Bob Test" in said["Message"], said
            assert "zijn veilig" in said["Message"] or "are safe" in said["Message"], said
            assert ann.rows()[row]["owner"] == "Ann" and row in ann.workbook.pending()
            assert ann.doc.isModified()
            # The journal knows the file by its own name, not by that of the copy the office works on.
            assert {record[4] for record in ann.workbook.journal()["Records"]} == {file_url(path)}
            bob.answer()
            bob.wait_saved()
            assert set(bob.rows()) == {ann.added[0], bob.added[0]}, bob.rows()

            # Now it is Ann's turn to be told; afterwards Bob takes in what she saved.
            ann.press_save()
            ann.answer()
            ann.wait_saved()
            bob.change(ann.added[0], status="bezig")
            bob.press_save()
            bob.answer()
            bob.wait_saved()
            ann.press_save()
            ann.answer()
            ann.wait_saved()
            assert ann.rows()[ann.added[0]]["status"] == "Bezig"
            with Office(extension=BUNDLED) as office:
                check_nothing_lost([ann, bob], Workbook(office, office.load(path)))


def test_gtk3():
    two_windows("gtk3")


def test_gen():
    two_windows("gen")


main(globals())
