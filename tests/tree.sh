#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the repository and the built library promise of themselves.
# usage: KP_LIBRARY=path tree.sh
set -u
library=$KP_LIBRARY
folder=$(dirname "$library")
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

# files PATTERN: the files of the tree whose path matches.
files() {
  find . \( -path ./build -o -path ./.git -o -name __pycache__ \) -prune -o -type f -print |
    sed 's|^\./||' | grep -E "$1"
}

# includes FOLDER PATTERN: lines in the folder that include what they must not.
includes() {
  grep -rnE "#[[:space:]]*include[[:space:]]*[<\"]($2)" "$1" include/kernpunt/"$(basename "$1")"*.h 2>/dev/null
}

symbols=$(nm -D --defined-only "$library" | awk '{ print $3 }')
check "exactly one exported symbol" \
  "$([ "$symbols" = kernpunt_component_getFactory ] || echo "symbols: $symbols")"
needed=$(readelf -d "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
check "the library can be inspected" "$([ -n "$needed" ] || echo "nothing needed by $library?")"
# ldd itself goes on into the office's own libuno_cppu, which is C++: what counts is what we bring.
check "no C++ runtime in what any library of ours needs" \
  "$(for ours in "$folder"/*.so*; do readelf -d "$ours" | grep NEEDED | grep 'stdc++'; done)"
for gsl in libgsl. libgslcblas.; do
  check "$gsl is the one we bring, not the system's" \
    "$(ldd "$library" 2>/dev/null | grep "$gsl" | grep -v "$folder" ; \
       ls "$folder/$gsl"* >/dev/null 2>&1 || echo "not in $folder")"
done

check "no C++ source" "$(files '\.(cpp|cxx|cc|hpp|hxx)$')"
check "survey and method know no UNO" \
  "$(includes src/survey '(uno|typelib|rtl|sal|osl|cppu)/|kernpunt/uno'; \
     includes src/method '(uno|typelib|rtl|sal|osl|cppu)/|kernpunt/uno')"
check "survey knows no other module" "$(includes src/survey 'kernpunt/(method|workbook|functions|panel)')"
check "method knows no module above it" "$(includes src/method 'kernpunt/(workbook|functions|panel)')"
check "uno knows nothing of surveys" "$(includes src/uno 'kernpunt/(survey|method|workbook|functions|panel)')"
check "workbook knows no module above it" "$(includes src/workbook 'kernpunt/(functions|panel)')"
check "functions and panel know each other not" \
  "$(includes src/functions 'kernpunt/panel'; includes src/panel 'kernpunt/functions')"
check "modules meet only through include/kernpunt" \
  "$(grep -rnE '#include "\.\./' src)"
check "no file is two things (450 lines)" \
  "$(files '^(src|include)/.*\.[ch]$' | xargs wc -l | awk '$2 != "total" && $1 > 450')"
check "every source names its licence" \
  "$(files '\.(c|h|py|sh|idl|xcu|xdl|rng)$|^Makefile$|^\.ci/run$' | xargs grep -L 'SPDX-License-Identifier')"
check "the repository is self-contained" \
  "$(files . | grep -v '^tests/tree.sh$' | xargs grep -nI '\.\./shared' )"
fresh=$(mktemp -d)
tools/reference.sh "$fresh" && check "the function reference is that of the help data (make reference)" \
  "$(for page in "$fresh"/*.html; do cmp "$page" "extension/help/$(basename "$page")" 2>&1; done)"
rm -rf "$fresh"
# A text that is missing does not compile; one that nobody shows is dead weight in two languages.
check "every text is shown somewhere" \
  "$(sed -nE 's/^ *X\(([A-Z0-9_]+),.*/\1/p' include/kernpunt/method_texts*.h | grep -vx NONE |
     while read -r id; do grep -rqw "KP_TEXT_$id" src || echo "$id"; done)"
check "nothing unfinished" \
  "$(files '^(src|include|registry|idl)/|^extension/.*\.x' | xargs grep -nIwE 'TODO|FIXME|XXX')"
check "nothing printed in normal use" "$(grep -rnE '\b(f?printf|puts|perror) *\(' src | grep -vE 'snprintf')"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
