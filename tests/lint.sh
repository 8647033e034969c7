#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The static checks as a suite: each is one test. usage: lint.sh
set -u
passed=0
failed=0
for check in check-format check-tidy check-cppcheck; do
  if make --no-print-directory -j"$(nproc)" "$check"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAIL $check"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
