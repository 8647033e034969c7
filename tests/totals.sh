#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Adds up what tests/run.sh noted; fails when anything failed or nothing ran.
set -u
cat "$1"/*.count 2>/dev/null |
  awk '{ p += $1; f += $2 } END { printf "%d passed, %d failed\n", p, f; exit f > 0 || p == 0 }'
