# SPDX-License-Identifier: GPL-3.0-or-later
"""The results, as they come on standard output and as Markdown for the README."""

from kp_bench_measure import median, ratio


def _time(seconds):
    milliseconds = 1000 * seconds
    return "%.3g ms" % milliseconds if milliseconds < 1000 else "%.3g s" % seconds


class Report:
    """Prints each block when it is known and keeps it for the file."""

    def __init__(self):
        self._lines = []

    def machine(self, text):
        """What it was measured on."""
        print(text, flush=True)
        self._lines += [text + ".", "",
                        "One answer changes, the result is read: medians, the price of the socket "
                        "subtracted. The do-nothing function takes the same arguments: it shows "
                        "what Calc needs to hand the cells over; compared with it is the processor "
                        "time, which other programs disturb least. More processor time than time "
                        "means that several threads were at work.", ""]

    def _table(self, title, header, rows):
        widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
        print("\n" + title)
        for row in [header, *rows]:
            print("  " + row[0].ljust(widths[0]) + "".join(
                "  " + cell.rjust(width) for cell, width in zip(row[1:], widths[1:])), flush=True)
        self._lines += ["**%s**" % title, "", "| " + " | ".join(header) + " |",
                        "|---" + "|--:" * (len(header) - 1) + "|"]
        self._lines += ["| " + " | ".join(row) + " |" for row in rows] + [""]

    def times(self, title, cases, floor):
        """A block of timed cases; the first is ours, the one with index `floor` does nothing."""
        ours, base = cases[0], cases[floor]
        self._table(title, ("", "time", "processor time", "to do-nothing", "time to ours"), [
            (case.name, _time(median(case.elapsed)), _time(median(case.processor)),
             "%.2f" % ratio(case.processor, base.processor),
             "%.3g" % ratio(case.elapsed, ours.elapsed)) for case in cases])

    def plain(self, title, times):
        """A block of names with seconds elapsed and on processors."""
        self._table(title, ("", "time", "processor time"),
                    [(name, _time(elapsed), _time(busy)) for name, elapsed, busy in times])

    def clicks(self, title, times):
        """A block of names with the processor seconds from a click to its answer, and to rest."""
        self._table(title, ("", "answer", "in all"),
                    [(name, _time(answered), _time(done)) for name, (answered, done) in times])

    def memory(self, title, cases, peaks):
        """A block of memory peaks in megabytes."""
        self._table(title + ", memory at the peak", ("", "above the workbook"),
                    [(case.name, "%.0f MB" % peak) for case, peak in zip(cases, peaks)])

    def write(self, path):
        """Writes everything as Markdown."""
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(self._lines))
