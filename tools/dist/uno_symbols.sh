#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints what objects use of the office's C libraries: library, version, name.
# usage: uno_symbols.sh PROGRAM_FOLDER OBJECT…
set -eu
program=$1
shift
used=$(mktemp)
trap 'rm -f "$used"' EXIT
# Objects for macOS have a "_" before each name.
llvm-nm-14 --undefined-only --just-symbol-name "$@" 2>/dev/null | sed 's/^_\([a-z]\)/\1/' | sort -u >"$used"
for library in cppu sal; do
  nm -D --defined-only "$program/libuno_$library.so.3" | sed -n 's/.* [TDBRW] \([a-zA-Z0-9_]*\)@@*\(.*\)/\1 \2/p' | sort -k1,1 |
    join - "$used" | awk -v library="$library" '{ print library, $2, $1 }' | sort
done
