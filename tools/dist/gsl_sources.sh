#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints which source files of GSL the objects of an archive of ours need: the linker knows from
# Debian's static library. Objects of one name in several folders all count.
# usage: gsl_sources.sh GSL_SOURCE_FOLDER OUR_ARCHIVE; `make dist-sources` writes gsl.sources anew.
set -eu
gsl=$1
map=$(mktemp)
trap 'rm -f "$map" "$map.so"' EXIT
gcc -no-pie -nostartfiles -o "$map.so" -Wl,--whole-archive "$2" -Wl,--no-whole-archive -Wl,-Bstatic -lgsl -lgslcblas -Wl,-Bdynamic -lm \
  -Wl,--unresolved-symbols=ignore-all -Wl,-Map="$map"
{
  sed -n '/^Archive member/,/^Discarded/p' "$map" | sed -nE 's/.*libgsl[a-z]*\.a\((lt[0-9]+-)?(.*)\.o\).*/\2/p' | sort -u |
    while read -r object; do (cd "$gsl" && ls ./*/"$object.c" | sed 's|^\./||'); done |
    grep -E '^(block|cblas|blas|cdf|complex|eigen|err|linalg|matrix|permutation|poly|randist|rng|sort|specfunc|sys|vector)/'
  echo sys/hypot.c # used instead of the C library's, which is too new a symbol on Linux
} | sort -u
