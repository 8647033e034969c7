# SPDX-License-Identifier: GPL-3.0-or-later
"""Times formulas in a running office.

What is timed is what a person waits for: one answer changes, the formulas that hang on it are
calculated and the result is read. Nothing can come from a cache, since the data did change. The
price of the socket and of the change itself (a cell that only repeats the answer) is measured in
the same rounds and subtracted.
"""

import os
import random
import statistics
import time
from dataclasses import dataclass, field


@dataclass
class Case:
    """Formulas that do one piece of work.

    formulas   {address on the sheet out: formula}; several cells with one formula are an array
               formula, with a list of formulas they get one each
    count      how many numbers the formulas must show, -1 for any number of them; None when the
               value of their one cell is read
    changes    address of the answer that changes
    every      takes part in each so many-th round only, for the slow ones
    """
    name: str
    formulas: dict
    count: int = None
    changes: str = "$answers.$A$1"
    every: int = 1
    elapsed: dict = field(default_factory=dict)  # seconds by round
    processor: dict = field(default_factory=dict)


def median(times):
    """Seconds for one calculation."""
    return statistics.median(times.values())


def ratio(times, others):
    """How many times the other's, by the rounds in which both took part."""
    return statistics.median(times[i] / others[i] for i in times.keys() & others.keys())


def process_of(office):
    """The process number of soffice.bin, a child of what the test started."""
    parent = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % name, encoding="utf-8", errors="replace") as stat:
                text = stat.read()
        except OSError:
            continue  # it has ended meanwhile
        if "(soffice.bin)" in text:
            parent[int(name)] = int(text.rpartition(")")[2].split()[1])
    root = office._process.pid
    found = [pid for pid, above in parent.items() if root in (pid, above)]
    if len(found) != 1:
        raise LookupError("soffice.bin below process %d: %s" % (root, found))
    return found[0]


def processor_clock(pid):
    """The clock of a process's time on processors, all threads together (see <linux/time.h>)."""
    return (~pid << 3) | 2


class Stage:
    """The sheet out of a workbook: puts a case on it, times it, clears it."""

    def __init__(self, office, doc):
        self.pid = process_of(office)
        self._clock = processor_clock(self.pid)
        self.doc, self.sheet = doc, doc.Sheets["out"]
        self._result = self._changing = None

    def put(self, case):
        """Enters the formulas of a case, which calculates them once."""
        for address, formula in case.formulas.items():
            cells = self.sheet.getCellRangeByName(address)
            if isinstance(formula, list):
                cells.setFormulaArray(tuple((one,) if isinstance(one, str) else tuple(one)
                                            for one in formula))
            elif ":" in address:
                cells.setArrayFormula(formula)
            else:
                cells.setFormula(formula)
        self._result = self.sheet.getCellRangeByName(next(iter(case.formulas)))
        if case.count is not None:
            self._result = self.sheet.getCellRangeByName("BA1")
            self._result.setFormula("=COUNT(%s)" % ";".join(case.formulas))
        sheet, _, cell = case.changes.partition(".")
        self._changing = self.doc.Sheets[sheet.strip("$")].getCellRangeByName(cell)
        value, error = self._result.getValue(), self._result.getError()
        if error or (case.count is not None and value not in (case.count, -value * case.count)):
            raise AssertionError("%s: error %d, %g numbers" % (case.name, error, value))

    def time(self, answer):
        """Seconds from the change of one answer to the result: elapsed, and on processors."""
        busy, start = time.clock_gettime(self._clock), time.perf_counter()
        self._changing.setValue(answer)
        self._result.getValue()
        return time.perf_counter() - start, time.clock_gettime(self._clock) - busy

    def clear(self):
        """Takes all formulas away again."""
        self.sheet.getCellRangeByName("A1:BA12000").clearContents(0x1F)


def nothing(changes="$answers.$A$1"):
    """What any case costs beside its work: a change, a small calculation, the socket."""
    return Case("(socket and change)", {"A1": "=" + changes}, changes=changes)


def run(stage, cases, rounds):
    """Times the cases in an order shuffled each round; leaves the times in them.

    A case is calculated once before it is timed, and the slow ones are timed once in a round.
    """
    chance = random.Random(1)
    base = nothing(cases[0].changes)
    for i in range(rounds):
        todo = [case for case in cases + [base] if i % case.every == 0]
        chance.shuffle(todo)
        for case in todo:
            stage.put(case)
            times = [stage.time(5.0 + (i + n) % 2)
                     for n in range(3 if case.every == 1 else 1)]
            case.elapsed[i], case.processor[i] = map(statistics.median, zip(*times))
            stage.clear()
        for case in todo:
            if case is not base:
                case.elapsed[i] -= base.elapsed[i]
                case.processor[i] -= base.processor[i]


def memory_peak(stage, case):
    """Megabytes that one calculation needs at its peak, above what the office held before."""
    def status(name):
        with open("/proc/%d/status" % stage.pid, encoding="utf-8") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
    with open("/proc/%d/clear_refs" % stage.pid, "w", encoding="ascii") as reset:
        reset.write("5")  # the peak starts again from what is held now
    before = status("VmRSS")
    stage.put(case)
    return status("VmHWM") - before
