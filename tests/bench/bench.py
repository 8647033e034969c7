# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the functions are beside Calc's own formulas and beside a function that does nothing.

usage: /usr/bin/python3 tests/bench/bench.py BUILD [--quick] [part ...]

Needs BUILD/bench/bundled (tests/bench/build.sh). Prints a table and writes
BUILD/bench/results.md. It reports; it never fails for being slow.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, os.pardir, "office")]

import bench_follow  # noqa: E402
import bench_panel  # noqa: E402
import bench_units  # noqa: E402
import bench_workbook as workbook  # noqa: E402
import kp_bench_data as data  # noqa: E402
from kp_bench_data import block, cells, letters  # noqa: E402
from kp_bench_measure import Case, Stage, memory_peak, run  # noqa: E402
from kp_bench_report import Report  # noqa: E402
from kp_office import Display, Office, leave, props  # noqa: E402

ANALYSIS = "COM.SUN.STAR.SHEET.ADDIN.ANALYSIS."  # LibreOffice's own add-in in C++


# What is compared --------------------------------------------------------------------------------

def score_cases(rows):
    """One score over one column."""
    scores = cells(data.SCORES, rows)
    return [
        Case("NPS.SCORE", {"A1": "=NPS.SCORE(%s)" % scores}),
        Case("do-nothing function", {"A1": "=KPBENCH.SCORE(%s)" % scores}),
        Case("Analysis add-in, GCD", {"A1": "=%sGETGCD(%s)" % (ANALYSIS, scores)}),
        Case("COUNTIF formula", {"A1": '=100*(COUNTIF(%s;">=9")-COUNTIF(%s;"<=6"))/COUNT(%s)'
                                       % (scores, scores, scores)}),
    ]


def _beside_names(groups, formulas):
    return {"A1:A%d" % groups: [("Branch %03d" % i,) for i in range(groups)],
            "B1:F%d" % groups: formulas}


def table_cases(groups, every):
    """A row for each group: n, promoters, passives, detractors, score."""
    scores, codes = cells(data.SCORES, data.TABLE_ROWS), cells(data.CODES, data.TABLE_ROWS)
    names = cells(data.GROUP_COLUMN[groups], data.TABLE_ROWS)
    count = 'COUNTIFS(%s;$A%%d;%s;"%%s")' % (names, scores)
    formulas = [("=" + count % (i, ">=0"), "=" + count % (i, ">=9"), "=B%d-C%d-E%d" % (i, i, i),
                 "=" + count % (i, "<=6"), "=100*(C%d-E%d)/B%d" % (i, i, i))
                for i in range(1, groups + 1)]
    array = "A1:H%d" % (groups + 2)
    return [
        Case("NPS.TABLE", {array: "=NPS.TABLE(%s;%s)" % (scores, names)}, 7 * (groups + 1)),
        Case("do-nothing function", {array: "=KPBENCH.TABLE(%s;%s)" % (scores, names)},
             8 * (groups + 2)),
        Case("Analysis add-in, GCD of two columns of numbers",
             {"A1": "=%sGETGCD(%s;%s)" % (ANALYSIS, scores, codes)}),
        Case("COUNTIFS formulas (no bounds)", _beside_names(groups, formulas), 5 * groups,
             every=every),
    ]


def delta_table_cases(groups, every):
    """A row for each group: n, score of two quarters and the difference."""
    scores, waves = cells(data.SCORES, data.TABLE_ROWS), cells(data.WAVES, data.TABLE_ROWS)
    names = cells(data.GROUP_COLUMN[groups], data.TABLE_ROWS)
    count = 'COUNTIFS(%s;$A%%d;%s;"2025-Q%%d";%s;"%%s")' % (names, waves, scores)
    formulas = []
    for i in range(1, groups + 1):
        n = ["=" + count % (i, wave, ">=0") for wave in (3, 4)]
        score = ["=100*(%s-%s)/%s%d" % (count % (i, wave, ">=9"), count % (i, wave, "<=6"), cell, i)
                 for wave, cell in ((3, "B"), (4, "C"))]
        formulas.append((*n, *score, "=E%d-D%d" % (i, i)))
    array = "A1:I%d" % (groups + 2)
    return [
        Case("NPS.DELTATABLE", {array: "=NPS.DELTATABLE(%s;%s;%s)" % (scores, names, waves)},
             7 * (groups + 1)),
        Case("do-nothing function",
             {array: "=KPBENCH.DELTATABLE(%s;%s;%s)" % (scores, names, waves)}, 9 * (groups + 2)),
        Case("COUNTIFS formulas (no bounds, no verdict)", _beside_names(groups, formulas),
             5 * groups, every=every),
    ]


def driver_cases(count, rows):
    """The drivers of an outcome; LINEST does the regression of it, without the importance."""
    outcome, drivers = block(0, 0, rows), block(1, count, rows)
    array, changes = "A1:H%d" % (count + 5), "$drivers.$A$1"
    width = letters(count)
    return [
        Case("CX.DRIVERS", {array: "=CX.DRIVERS(%s;%s)" % (outcome, drivers)}, -1, changes),
        Case("do-nothing function", {array: "=KPBENCH.DRIVERS(%s;%s)" % (outcome, drivers)},
             8 * (count + 5), changes),
        Case("LINEST (regression only)", {"A1:%s5" % width: "=LINEST(%s;%s;TRUE();TRUE())"
                                          % (outcome, drivers)}, -1, changes,
             every=3 if count == 30 else 1),
    ]


# The parts ---------------------------------------------------------------------------------------

def part_score(report, stage, quick):
    for rows, rounds in ((10_000, 31), (100_000, 21), (1_000_000, 15)):
        cases = score_cases(rows)
        run(stage, cases, 3 if quick else rounds)
        report.times("A score over {:,} rows".format(rows), cases, floor=1)


def part_table(report, stage, quick):
    for groups, rounds, every in ((10, 15, 1), (100, 15, 5), (500, 15, 15)):
        cases = table_cases(groups, every)
        run(stage, cases, 1 if quick else rounds)
        report.times("A table of {} groups, {:,} rows".format(groups, data.TABLE_ROWS), cases,
                     floor=1)


def part_delta(report, stage, quick):
    for groups, rounds, every in ((10, 9, 3), (100, 9, 9), (500, 9, 9)):
        cases = delta_table_cases(groups, every)
        run(stage, cases, 1 if quick else rounds)
        report.times("A table of changes of {} groups, {:,} rows".format(groups, data.TABLE_ROWS),
                     cases, floor=1)


def part_drivers(report, stage, quick):
    for rows in (1_000, 100_000):
        for count in (5, 10, 30):
            cases = driver_cases(count, rows)
            run(stage, cases, 1 if quick else 101 if rows == 1_000 else 5)
            report.times("{} drivers, {:,} rows".format(count, rows), cases, floor=1)


PARTS = {"score": part_score, "table": part_table, "delta": part_delta, "drivers": part_drivers,
         "units": bench_units.part_units, "stability": bench_units.part_stability}


def part_memory(report, bundled):
    """Peaks, each in an office of its own, since memory once used hides what the next one needs."""
    for title, cases, rows in (
            ("A score over {:,} rows".format(data.ROWS), score_cases(data.ROWS), data.ROWS),
            ("A table of 100 groups, {:,} rows".format(data.TABLE_ROWS), table_cases(100, 1),
             data.TABLE_ROWS)):
        peaks = []
        for case in cases:
            with Office(extension=bundled) as office:
                doc = data.new_workbook(office, rows, drivers=False)
                peaks.append(memory_peak(Stage(office, doc), case))
        report.memory(title, cases, peaks)


def part_workbook(report, bundled, quick):
    """The verbs on a workbook with many actions."""
    with Office(extension=bundled, watchdog=900) as office:
        for rows in (1_000, workbook.ROWS):
            report.plain("A workbook with {:,} actions and as many lines in its log".format(rows),
                         workbook.measure(office, 3 if quick else 15, rows))


def part_panel(report, bundled, quick):
    """Clicks in the panels."""
    rounds = 3 if quick else 9
    for rows in (1_000, workbook.ROWS):
        with Display() as display, Office(extension=bundled, backend="gen", display=display,
                                          watchdog=900) as office:
            report.clicks("Clicks with {:,} actions".format(rows),
                          bench_follow.measure(office, display, rounds, rows)
                          + bench_panel.measure(office, rounds, rows))


def machine(office):
    """What it was measured on, in words."""
    def setting(path, name):
        provider = office.service("com.sun.star.configuration.ConfigurationProvider")
        return provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationAccess",
            props(nodepath="/org.openoffice." + path)).getByName(name)
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":", 1)[1].strip() for line in info
                      if line.startswith(("model name", "Model"))), "an unnamed processor")
    threads = setting("Office.Calc/Formula/Calculation",
                      "UseThreadedCalculationForFormulaGroups")
    return ("%s, %d cores; %s %s; Calc's threads for groups of formulas are %s"
            % (model, len(os.sched_getaffinity(0)), setting("Setup/Product", "ooName"),
               setting("Setup/Product", "ooSetupVersionAboutBox"), "on" if threads else "off"))


def main(arguments):
    build, *wanted = arguments
    quick = "--quick" in wanted
    wanted = [name for name in wanted if not name.startswith("-")] or \
        [*PARTS, "memory", "workbook", "panel"]
    folder = os.path.join(build, "bench")
    bundled = os.path.join(folder, "bundled")
    report = Report()
    with Office(extension=bundled, watchdog=3600) as office:
        report.machine(machine(office))
        if set(wanted) & set(PARTS):
            stage = Stage(office, data.new_workbook(office, drivers={"drivers", "stability"} & set(wanted)))
            for name in wanted:
                if name in PARTS:
                    PARTS[name](report, stage, quick)
    if "memory" in wanted:
        part_memory(report, bundled)
    if "workbook" in wanted:
        part_workbook(report, bundled, quick)
    if "panel" in wanted:
        part_panel(report, bundled, quick)
    report.write(os.path.join(folder, "results.md"))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Exception as problem:
        print("bench: %s: %s" % (type(problem).__name__, problem), file=sys.stderr)
        leave(1)
    leave(0)
