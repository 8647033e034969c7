# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting on conditions, and ending processes that we started ourselves."""

import os
import signal
import subprocess
import time


class Timeout(AssertionError):
    """A condition did not come true in time."""


def wait_for(condition, what, seconds=20, every=0.05):
    """Asks `condition` until it answers something true, and returns that answer.

    After `seconds` it raises Timeout, naming `what` was waited for. There is no other waiting in
    the tests: never "give it two seconds".
    """
    deadline = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() >= deadline:
            raise Timeout("waited %g s for %s" % (seconds, what))
        time.sleep(every)


def stays(condition, what, seconds=0.6, every=0.05):
    """What must not happen can only be watched: fails as soon as `condition` is no longer true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        assert condition(), what + " changed"
        time.sleep(every)


def stop_tree(process, seconds=5, hard=False):
    """Ends a process that was started with start_new_session=True, and all its children; `hard`:
    without giving it a chance to put things in order.

    The process group carries the number of the process itself, so nothing else can be hit.
    Returns its exit code.
    """
    for kind in (signal.SIGKILL,) if hard else (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, kind)
        except ProcessLookupError:
            pass
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
        if not _group_lives(process.pid):
            break
    return process.poll()


def _group_lives(group):
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True
