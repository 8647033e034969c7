#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up what tests/run.sh noted, the time of each suite first; fails when anything failed, nothing ran, or a suite could not
# even be built. usage: totals.sh RESULTS_DIR EXIT_STATUS_OF_THE_SUITES
set -u
for suite in $(ls "$1" 2>/dev/null | sed -n 's/-.*[.]count$//p' | sort -u); do
  cat "$1/$suite"-*.count | awk -v suite="$suite" '{ clock += $3; processor += $4 }
    END { printf "  %-9s %3d programs, %5d s one after the other, %5d s of processor\n", suite, NR, clock, processor }'
done
cat "$1"/*.count 2>/dev/null | awk -v rc="$2" '
  { p += $1; f += $2 }
  END { if (f == 0 && (rc != 0 || p == 0)) f = 1; printf "%d passed, %d failed\n", p, f; exit f > 0 }'
