# SPDX-License-Identifier: GPL-3.0-or-later
"""What managers look up: 30 units in two waves, as one table, as scalars and as formulas of Calc's
own; segments cell by cell; how stable the order of drivers is."""

import kp_bench_data as data
from kp_bench_data import block, cells
from kp_bench_measure import Case, run

UNITS, ROWS, SINGLE, WAVES = 30, 10_000, 2_000, ("2025-Q3", "2025-Q4")
MEASURES = ("n_earlier", "n_later", "earlier", "later", "delta", "margin", "lower", "upper",
            "verdict en")


def everything_cases():
    """n and score of both waves, change, margin, bounds and verdict of each of 30 units."""
    scores, units = cells(data.SCORES, ROWS), cells(data.UNITS, ROWS)
    waves = cells(data.WAVES, ROWS)
    count = 'COUNTIFS(%s;$A%%d;%s;"%%s";%s;"%%s")' % (units, waves, scores)
    native, scalars = [], []
    for i in range(1, UNITS + 1):
        n, p, d = ([("=" + count % (i, wave, limit)) for wave in WAVES]
                   for limit in (">=0", ">=9", "<=6"))
        # Adjusted Wald: +0.75, +1.5, +0.75 answers; H, I: centres, J: the standard error.
        centre = ["=100*(%s%d-%s%d)/(%s%d+3)" % (a, i, b, i, c, i)
                  for a, b, c in (("D", "F", "B"), ("E", "G", "C"))]
        error = "=SQRT(%s)" % "+".join(
            "((%s%d+%s%d+1.5)/(%s%d+3)-(%s%d/100)^2)*10000/(%s%d+3)" % (a, i, b, i, c, i, m, i, c, i)
            for a, b, c, m in (("D", "F", "B", "H"), ("E", "G", "C", "I")))
        score = ["=100*(%s%d-%s%d)/%s%d" % (a, i, b, i, c, i)
                 for a, b, c in (("D", "F", "B"), ("E", "G", "C"))]
        native.append((*n, *p, *d, *centre, error, *score, "=L%d-K%d" % (i, i),
                       "=NORMSINV(0.975)*J%d" % i, "=MIN(M%d;I%d-H%d-N%d)" % (i, i, i, i),
                       "=MAX(M%d;I%d-H%d+N%d)" % (i, i, i, i),
                       '=IF(O%d>0;"rise";IF(P%d<0;"fall";"no"))' % (i, i)))
        scalars.append(tuple('=NPS.CHANGE("%s";%s;%s;"%s";"%s";%s;$A%d)'
                             % (measure, scores, waves, *WAVES, units, i) for measure in MEASURES))
    names = {"A1:A%d" % UNITS: [(data.unit(i),) for i in range(UNITS)]}
    table = "=NPS.DELTATABLE(%s;%s;%s)" % (scores, units, waves)
    return [
        Case("NPS.DELTATABLE, spilled once", {"A1:K%d" % (UNITS + 2): table}, -1),
        Case("do-nothing function", {"A1:K%d" % (UNITS + 2): table.replace("NPS", "KPBENCH")}, -1),
        Case("NPS.CHANGE, %d scalars" % (UNITS * len(MEASURES)),
             {**names, "B1:J%d" % UNITS: scalars}, 8 * UNITS, every=3),
        # What Calc needs to hand these scalars their cells, whatever they do with them.
        Case("do-nothing function, as many scalars",
             {**names, "B1:J%d" % UNITS: [("=KPBENCH.DELTATABLE(%s;%s;%s)" % (scores, units, waves),)
                                          * len(MEASURES)] * UNITS}, 9 * UNITS, every=3),
        Case("COUNTIFS and formulas", {**names, "B1:Q%d" % UNITS: native}, 15 * UNITS, every=3),
    ]


def floor_cases(name, formula, columns):
    """One table beside a function that does nothing with the same ranges."""
    scores, units = cells(data.SCORES, data.TABLE_ROWS), cells(data.UNITS, data.TABLE_ROWS)
    waves, array = cells(data.WAVES, data.TABLE_ROWS), "A1:%s%d" % (columns, UNITS + 2)
    floor = "=KPBENCH.TABLE(%s;%s)" % (scores, units)
    if "WAVES" in formula:
        floor = "=KPBENCH.DELTATABLE(%s;%s;%s)" % (scores, units, waves)
    ours = formula.replace("SCORES", scores).replace("UNITS", units).replace("WAVES", waves)
    return [Case(name, {array: ours}, -1), Case("do-nothing function", {array: floor}, -1)]


def segment_cases():
    """A range as one array formula, and cell by cell; every cell hangs on the answer that changes."""
    whole = cells(data.SCORES, ROWS)
    nested = 'IF(%s>=9;"Promoter";IF(%s>=7;"Passive";IF(%s="";"";"Detractor")))'
    single = "=IF($answers.$A$1>-1;%s;0)"
    address = "$answers.$A%d"
    array, column = "A1:A%d" % ROWS, "A1:A%d" % SINGLE
    return ([Case("NPS.SEGMENT of %d cells, one array" % ROWS,
                  {array: '=NPS.SEGMENT(%s;"en")' % whole}, -1),
             Case("nested IF in %d cells" % ROWS,
                  {array: [(single % (nested % ((address % i,) * 3)),)
                           for i in range(1, ROWS + 1)]}, -1, every=3)],
            [Case("NPS.SEGMENT in %d single cells" % SINGLE,
                  {column: [(single % ('NPS.SEGMENT(%s;"en")' % (address % i)),)
                            for i in range(1, SINGLE + 1)]}, -1, every=3),
             Case("nested IF in %d cells" % SINGLE,
                  {column: [(single % (nested % ((address % i,) * 3)),)
                            for i in range(1, SINGLE + 1)]}, -1, every=3)])


def stability_cases():
    """999 repetitions; the drivers themselves beside it."""
    outcome, drivers = block(0, 0, 1_000), block(1, 10, 1_000)
    changes = "$drivers.$A$1"
    return [Case("CX.DRIVERSTABILITY, 999 repetitions",
                 {"A1:G16": "=CX.DRIVERSTABILITY(%s;%s)" % (outcome, drivers)}, -1, changes),
            Case("CX.DRIVERS", {"A1:H15": "=CX.DRIVERS(%s;%s)" % (outcome, drivers)}, -1, changes)]


def part_units(report, stage, quick):
    cases = everything_cases()
    run(stage, cases, 3 if quick else 15)
    report.times("%d units in two waves, everything, {:,} rows".format(ROWS) % UNITS, cases, floor=1)
    for name, formula, columns in (
            ("NPS.COMPARE", "=NPS.COMPARE(SCORES;UNITS)", "J"),
            ("NPS.CROSS", "=NPS.CROSS(SCORES;UNITS;WAVES)", "F"),
            ("NPS.TREND", "=NPS.TREND(SCORES;UNITS)", "H"),
            ("CX.TABLE", '=CX.TABLE("grade";SCORES;UNITS)', "E")):
        cases = floor_cases(name, formula, columns)
        run(stage, cases, 3 if quick else 15)
        report.times("{} of {} units, {:,} rows".format(name, UNITS, data.TABLE_ROWS), cases,
                     floor=1)
    for cases in segment_cases():
        run(stage, cases, 3)
        report.times("Segments", cases, floor=1)


def part_stability(report, stage, quick):
    cases = stability_cases()
    run(stage, cases, 1 if quick else 9)
    report.times("Stability of 10 drivers, 1,000 rows", cases, floor=1)
