# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests' own tools: a test must be able to fail, and nothing may stay behind."""

import os
import signal
import subprocess
import sys
import tempfile

from kp_office import Office, OfficeCrashed, Timeout, main, wait_for

HERE = os.path.dirname(os.path.abspath(__file__))


def members(group):
    """The processes of a group that still run (a zombie does not)."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open("/proc/%s/stat" % entry, encoding="utf-8", errors="replace") as stat:
                    fields = stat.read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if fields[0] != "Z" and int(fields[2]) == group:
                found.append(int(entry))
    return found


def script(text):
    """Runs a test script made of `text`; returns (exit code, what it printed)."""
    with tempfile.TemporaryDirectory(prefix="kp-harness-") as folder:
        path = os.path.join(folder, "test_made.py")
        with open(path, "w", encoding="utf-8") as out:
            out.write("import sys\nsys.path.insert(0, %r)\nfrom kp_office import *\n%s"
                      "main(globals())\n" % (HERE, text))
        done = subprocess.run([sys.executable, path], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=120, check=False)
        return done.returncode, done.stdout.decode("utf-8")


def test_wait_for_gives_up_and_says_what_for():
    try:
        wait_for(lambda: False, "the end of the world", seconds=0.2)
    except Timeout as late:
        assert "the end of the world" in str(late)
        return
    raise AssertionError("waited for ever and did not notice")


def test_a_crash_is_a_failure():
    office = Office()
    try:
        with office:
            group = office._process.pid
            for process in members(group):
                if process != group:
                    os.kill(process, signal.SIGSEGV)
            wait_for(lambda: not office.alive(), "the office to crash")
    except OfficeCrashed as crash:
        assert "Signal" in str(crash) or "code" in str(crash)
        assert not members(group)
        return
    raise AssertionError("a crash went unnoticed")


def test_nothing_stays_behind():
    with Office() as office:
        group, folder = office._process.pid, office.folder
        assert members(group)
    assert not members(group)
    assert not os.path.exists(folder)


def test_a_hanging_office_is_ended():
    office = Office(watchdog=3)
    try:
        with office:
            wait_for(lambda: not office.alive(), "the watchdog", seconds=30)
    except OfficeCrashed as crash:
        assert "watchdog" in str(crash)
        return
    raise AssertionError("the watchdog slept")


def test_runner_counts_and_answers():
    code, said = script("def test_well():\n    pass\n")
    assert code == 0 and said.endswith("1 passed, 0 failed\n"), said
    code, said = script("def test_well():\n    pass\ndef test_ill():\n    assert 1 == 2, 'why'\n")
    assert code == 1 and said.endswith("1 passed, 1 failed\n") and "why" in said, said
    code, said = script("def test_leaves():\n    sys.exit(0)\n")
    assert code == 1 and said.endswith("0 passed, 1 failed\n"), said


def test_no_tests_is_a_failure():
    code, said = script("")
    assert code == 1 and said.endswith("0 passed, 0 failed\n"), said


if __name__ == "__main__":
    main(globals())
