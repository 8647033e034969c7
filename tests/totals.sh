#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up what tests/run.sh noted; fails when anything failed, nothing ran, or a suite could not
# even be built. usage: totals.sh RESULTS_DIR EXIT_STATUS_OF_THE_SUITES
set -u
cat "$1"/*.count 2>/dev/null | awk -v rc="$2" '
  { p += $1; f += $2 }
  END { if (f == 0 && (rc != 0 || p == 0)) f = 1; printf "%d passed, %d failed\n", p, f; exit f > 0 }'
