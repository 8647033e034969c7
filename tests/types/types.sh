#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What our sources name of the office's types, held against what an office has: gone, changed, or not
# published and not in unpublished.txt.
# usage: KP_OFFICE_IDL=path types.sh [NEWER_IDL], both as unoidl-read prints them
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')
passed=0
failed=0

# check NAME OFFENDERS: passes when there are none.
check() {
  if [ -z "$2" ]; then
    passed=$((passed + 1))
    echo "ok $1"
  else
    failed=$((failed + 1))
    printf 'FAIL %s:\n%s\n' "$1" "$2"
  fi
}

# Of old-style services only the name counts: their properties are in no type description.
types() { awk -f "$here/flat.awk" "$1" | sort -t "$tab" -k1,1 -u; }

grep -rhoE 'com\.sun\.star(\.[a-z0-9]+)+\.[A-Z][A-Za-z0-9]+' src include | LC_ALL=C sort -u >"$work/used"
types "$KP_OFFICE_IDL" | LC_ALL=C sort -t "$tab" -k1,1 >"$work/here"
LC_ALL=C join -t "$tab" "$work/used" "$work/here" >"$work/named"
check "we name types of the office, and they are known" "$([ "$(wc -l <"$work/named")" -gt 150 ] || wc -l "$work/named")"
cut -f1 "$work/here" >"$work/names"
check "no type that we name is missing" "$(LC_ALL=C comm -23 "$work/used" "$work/names" | grep -vxF com.sun.star.awt.MessageBox)"

grep -v '^#' "$here/unpublished.txt" | cut -f1 | LC_ALL=C sort >"$work/listed"
sed "s|/\*\*[^*]*\*/ *||" "$work/named" | grep -v "${tab}published " | cut -f1 | LC_ALL=C sort >"$work/unpublished"
check "every unpublished type is in unpublished.txt, with why" "$(LC_ALL=C comm -23 "$work/unpublished" "$work/listed")"
check "no line of unpublished.txt is for nothing" "$(LC_ALL=C comm -13 "$work/unpublished" "$work/listed")"

if [ $# -gt 0 ]; then
  types "$1" | LC_ALL=C sort -t "$tab" -k1,1 >"$work/newer"
  LC_ALL=C join -t "$tab" "$work/used" "$work/newer" >"$work/there"
  cut -f1 "$work/there" >"$work/there.names"
  cut -f1 "$work/named" >"$work/named.names"
  check "no type that we name is gone from the newer office" "$(LC_ALL=C comm -23 "$work/named.names" "$work/there.names")"
  # What is deprecated or published by now has not changed for us.
  for side in named there; do sed "s|/\*\*[^*]*\*/ *||g;s|${tab}published |$tab|" "$work/$side" >"$work/$side.plain"; done
  check "no type that we name is another one in the newer office" "$(LC_ALL=C join -t "$tab" "$work/named.plain" "$work/there.plain" |
    awk -F "$tab" '$2 != $3 { print $1; print "  here:  " $2; print "  newer: " $3 }')"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
