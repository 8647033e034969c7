#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs one test program of a suite, notes how many tests passed and failed and how many seconds it
# took, on the clock and of processor, and fails when one did.
# usage: run.sh RESULTS_DIR SUITE COMMAND…
# Understands cmocka's report and a closing line "N passed, M failed".
set -u
results=$1
suite=$2
shift 2
mkdir -p "$results"
name=$(for word; do last=$word; done; basename "${last%.py}")
name=${name%.sh}
log="$results/$suite-$name.log"
begun=$(date +%s)
"$@" >"$log" 2>&1
rc=$?
clock=$(($(date +%s) - begun))
# The last line of times is that of the children: "0m1.500000s 0m0.250000s".
times >"$results/$suite-$name.times"
processor=$(tail -n 1 "$results/$suite-$name.times" | tr 'ms' '  ' | awk '{ printf "%.1f", ($1 + $3) * 60 + $2 + $4 }')
rm -f "$results/$suite-$name.times"
counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$log" | tail -n 1)
if [ -z "$counts" ]; then
  passed=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test(s).*/\1/p' "$log" | tail -n 1)
  failed=$(sed -n 's/^ *\([0-9]*\) FAILED TEST(S)$/\1/p' "$log" | tail -n 1)
  counts="${passed:-0} ${failed:-0}"
fi
passed=${counts% *}
failed=${counts#* }
# A program that broke off, or reported nothing at all, is one failure more than it counted.
if [ "$rc" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed $failed $clock ${processor:-0}" >"$results/$suite-$name.count"
# In one piece, because other programs of the suite report at the same time.
report=$(printf '  %-9s %-28s %4d s %4d passed, %d failed' "$suite" "$name" "$clock" "$passed" "$failed"
  [ "$failed" -eq 0 ] || { echo && tail -n 60 "$log"; })
printf '%s\n' "$report"
[ "$failed" -eq 0 ]
