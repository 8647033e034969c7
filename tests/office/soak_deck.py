#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Soak test of the deck: documents are opened, used and closed hundreds of times in one office.

    soak_deck.py [gtk3] [gen]

After every round no object of ours may be left, and the memory of the office may not grow by more
than it grows in the same rounds without our deck. KP_SOAK_ROUNDS (200) rounds with the deck and as
many without it, in an office of their own; compared are the medians of the rounds in the second
and in the last quarter, since an office still fills its caches in the first one.
"""
import gc
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "bench")]
import test_deck_life as life  # noqa: E402
from kp_deck import Deck, live_objects  # noqa: E402
from kp_follow import idle  # noqa: E402
from kp_office import BUNDLED, ODS, Display, Office, leave, wait_for  # noqa: E402
from kp_workbook import Workbook  # noqa: E402

ROUNDS = int(os.environ.get("KP_SOAK_ROUNDS", "200"))
# Kilobytes that a round may cost more than one without the deck. The panels of one document hold
# some 500; with gtk3 every window costs the office that much by itself, one time more than another.
ALLOWED = {"gen": 30.0, "gtk3": 100.0}


class Heap:
    """What the heap of an office has given out, in kilobytes: heap/heap.c tells, which the office
    preloads. What it holds of the system says too little, holes in the heap hide what is lost."""

    def __init__(self, folder):
        self._library = os.path.join(folder, "heap.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-pthread", "-o", self._library,
                        os.path.join(HERE, "heap", "heap.c")], check=True)
        self._pipes = [os.path.join(folder, name) for name in ("ask", "answer")]
        for pipe in self._pipes:
            os.mkfifo(pipe)
        self._ask, self._answer = (os.open(pipe, os.O_RDWR) for pipe in self._pipes)

    def environment(self):
        return {"LD_PRELOAD": self._library, "KP_HEAP_ASK": self._pipes[0],
                "KP_HEAP_ANSWER": self._pipes[1], "MALLOC_ARENA_MAX": "1"}

    def held(self):
        gc.collect()  # deck and panels here point at each other, and at objects of the office
        os.write(self._ask, b"x")
        return int(os.read(self._answer, 32)) / 1024


def shown_again(deck):
    """Hides the sidebar, and shows it again with what was typed."""
    shown = live_objects(deck.office)
    deck.hide()
    wait_for(lambda: live_objects(deck.office) < shown, "the hidden panels to go")
    return life.opened(deck.office, deck.doc)[0]


def fill(deck, values):
    for name, text in values.items():
        idle(deck.office)
        deck.follow.type("field_" + name, text)
    idle(deck.office)


def with_deck(office, path, turn):
    """Open, write a row, hide and show, type on, close under it."""
    one = office.load(path)
    two = office.new_calc() if turn % 2 else None
    deck = life.opened(office, one)[0]
    other = Deck(two) if two else None  # noqa: F841 (must live as long as its document)
    fill(deck, dict(life.ACTION, deadline="+%d" % (turn % 50)))
    life.save(deck)
    if turn % 3 == 0:
        deck = shown_again(deck)
    fill(deck, {"action": "closed under it"})
    for doc in (one, two) if turn % 4 else (two, one):
        if doc:
            office.close_doc(doc)


def show_other(doc):
    """A deck of the office, which is what later windows open with as well."""
    sidebar = doc.CurrentController.getSidebar()
    sidebar.setVisible(True)
    sidebar.showDecks(True)
    decks = sidebar.getDecks()
    wait_for(lambda: decks.hasByName("StyleListDeck"), "another deck")
    deck = decks.getByName("StyleListDeck")
    if not deck.isActive():
        deck.activate(True)


def without_deck(office, path, turn):
    """The same with another deck of the office, and the row written by a macro."""
    one = office.load(path)
    two = office.new_calc() if turn % 2 else None
    for doc in (one, two):
        if doc:
            show_other(doc)
    Workbook(office, one).append("actions", **dict(life.ACTION, deadline="+%d" % (turn % 50)))
    if turn % 3 == 0:
        sidebar = one.CurrentController.getSidebar()
        sidebar.setVisible(False)
        wait_for(lambda: not sidebar.isVisible(), "the sidebar to go")
        show_other(one)
    for doc in (one, two) if turn % 4 else (two, one):
        if doc:
            office.close_doc(doc)


def prepare(office, path, deck):
    """A workbook that was set up, with a person."""
    doc = office.new_calc()
    workbook = Workbook(office, doc)
    workbook.set_up()
    workbook.append("lists", person=life.ACTION["owner"])
    if deck:
        life.opened(office, doc)
    office.store(doc, path, ODS)
    office.close_doc(doc)


def soak(backend, one_round, rounds):
    """Kilobytes held after each round; the office must end in order."""
    with tempfile.TemporaryDirectory() as folder, Display() as display:
        heap = Heap(folder)
        path = os.path.join(folder, "team.ods")
        with Office(extension=BUNDLED, backend=backend, display=display, env=heap.environment(),
                    watchdog=300 + 20 * rounds) as office:
            return turns(office, path, heap, one_round, rounds)


def turns(office, path, heap, one_round, rounds):
    found = []
    prepare(office, path, one_round is with_deck)
    start = live_objects(office)  # a few stay once the deck was open
    for turn in range(rounds):
        one_round(office, path, turn)
        wait_for(lambda: live_objects(office) == start, "objects to go in round %d" % turn)
        found.append(heap.held())
    assert office.stderr_text() == "", office.stderr_text()
    return found


def growth(found):
    """Kilobytes for each round, from the second quarter to the last."""
    quarter = len(found) // 4
    early, late = found[quarter:2 * quarter], found[-quarter:]
    return (statistics.median(late) - statistics.median(early)) / (len(found) - 2 * quarter)


def compare(backend):
    """Whether the deck costs no more than the office itself."""
    ours, control = (soak(backend, one, ROUNDS) for one in (with_deck, without_deck))
    more = growth(ours) - growth(control)
    for name, found in (("with the deck", ours), ("without it", control)):
        print("  %-4s %-14s %4d rounds, %6.0f to %6.0f kB, %6.1f kB for each round"
              % (backend, name, len(found), found[0], found[-1], growth(found)))
    print("%s %s: %.1f kB for each round more than without the deck (at most %g)"
          % ("ok" if more <= ALLOWED[backend] else "FAIL", backend, more, ALLOWED[backend]),
          flush=True)
    return more <= ALLOWED[backend]


def run(backends):
    """1 when anything went wrong."""
    if ROUNDS < 8:
        sys.exit("KP_SOAK_ROUNDS must be 8 or more")
    return 0 if all([compare(backend) for backend in backends]) else 1


if __name__ == "__main__":
    try:
        CODE = run(sys.argv[1:] or ["gtk3", "gen"])
    except AssertionError as problem:
        print("FAIL %s" % problem)
        CODE = 1
    leave(CODE)
