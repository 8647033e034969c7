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
# The offices and distributions differ in what they bring: only UNO and glibc are everywhere, and no
# glibc is asked for more than that of RHEL 8, Debian 10 and Ubuntu 18.10 has.
needed=$(readelf -d "$library" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort | tr '\n' ' ')
check "the library needs UNO and glibc, and nothing else" \
  "$([ "$needed" = 'libc.so.6 libm.so.6 libpthread.so.0 libuno_cppu.so.3 libuno_sal.so.3 ' ] ||
     echo "needed: $needed")"
versions=$(readelf -V "$library" | sed -n 's/.*Name: GLIBC_\([0-9.]*\) .*/\1/p' | sort -Vu)
check "the library loads on glibc 2.28" \
  "$([ -n "$versions" ] || echo 'no version of glibc at all?';
     printf '%s\n2.28\n' "$versions" | sort -V | sed '1,/^2\.28$/d' | grep -vx 2.28)"
check "no other library is shipped" "$(find "$folder" -name '*.so*' ! -name kernpunt.so)"
check "the licence of each library that is inside is shipped" \
  "$(for name in GSL libxml2; do grep -l "$name" "$folder"/../licenses/* >/dev/null 2>&1 || echo "$name"; done)"

check "no C++ source" "$(files '\.(cpp|cxx|cc|hpp|hxx)$')"
# may FOLDER OTHERS: what the folder may include beside itself and kernpunt/uno's sdk. One line a folder.
allowed() {
  case $1 in
  text | survey | uno) echo ;;
  port | port/*) echo uno ;;
  method) echo text ;;
  saved | profile) echo uno ;;
  workbook) echo port saved profile text method uno ;;
  measure) echo survey text method workbook uno ;;
  session | export) echo workbook profile method text uno $([ "$1" = export ] && echo measure survey) ;;
  board) echo text uno ;;
  form) echo port board session workbook method text uno ;;
  dialog) echo port measure form board session workbook method survey text uno ;;
  deck) echo form dialog board session workbook method text uno ;;
  panels/*) echo port deck measure export form dialog board session workbook method survey text uno ;;
  command) echo deck dialog export measure form board session workbook method survey text uno ;;
  automation) echo session measure export workbook method survey text uno ;;
  functions) echo survey text uno ;;
  *) echo "no-line-for-$1-in-tree.sh" ;;
  esac
}

# strangers: lines "file: header" that include a folder their own may not, or another's private header.
strangers() {
  files '^(src/.*/|include/kernpunt/).*\.[ch]$' | xargs grep -HE '^#[[:space:]]*include[[:space:]]*"' |
    sed 's/:#[^"]*"/ /; s/".*//' | awk -v folders="$(folders)" '
      BEGIN {
        count = split(folders, line, "\n")
        for (i = 1; i <= count; i++) { home = line[i]; sub(/ .*/, "", home); may[home] = line[i] " " }
      }
      { file = $1; header = $2; home = file; name = header
        if (file ~ /^src\//) { sub(/^src\//, "", home); sub(/\/[^\/]*$/, "", home) }
        else { sub(/.*\//, "", home); sub(/[_.].*/, "", home) }
        if (header ~ /^kernpunt\//) {
          sub(/.*\//, "", name); sub(/[_.].*/, "", name)
          if (index(" " may[home], " " name " ") == 0) print file ": " header
        } else {
          beside = file; sub(/[^\/]*$/, header, beside)
          if (header ~ /\// || (getline text < beside) < 0) print file ": " header
          close(beside)
        } }'
}
# folders: each folder of src and each that has a public header, with what it may use.
folders() {
  { find src -mindepth 1 -type d | sed 's|^src/||'; ls include/kernpunt | sed 's/[_.].*//'; } | sort -u |
    while read -r folder; do echo "$folder $(allowed "$folder")"; done
}
check "folders use only what they may" "$(strangers)"
# What others include of a folder is kernpunt/<folder>.h. No file is longer than 450 lines, so the
# large ones have parts, which that one includes.
check "one public header a folder, with its parts" \
  "$(find include/kernpunt -name '*_*.h' | while read -r part; do
       name=$(basename "$part")
       whole=include/kernpunt/${name%%_*}.h
       grep -q "\"kernpunt/$name\"" "$whole" || echo "$part is no part of $whole"
     done)"
check "text, survey and method know no UNO" \
  "$(for folder in text survey method; do includes src/$folder '(uno|typelib|rtl|sal|osl|cppu)/'; done)"
check "every folder has one line, and none that is gone" \
  "$(find src -type d -links 2 | sed 's|^src/||' | while read -r folder; do allowed "$folder" | grep no-line; done)"
# Every function begins with an object of its folder: kp_<object>_<verb>. No two folders share one.
objects=$folder/../../../obj/src
shared() {
  find src -mindepth 2 -name '*.c' | sed 's|^src/\(.*\)c$|\1o|' |
    (cd "$objects" && xargs nm -A -g --defined-only 2>&1) |
    sed -nE 's|^nm: (.*)|no \1|p; s|^(.*)/[^/]*:.* (kp_[a-z0-9]+).*|\2 \1|p' |
    sort -u | awk '/^no / { print; next } { where[$1] = where[$1] " " $2; count[$1]++ }
    END { for (name in count) if (count[name] > 1) print name ":" where[name] }'
}
check "no two folders share a prefix" "$(shared)"
# A folder of panels counts as one each.
whole=$(files '^src/.*\.[ch]$' | xargs cat | wc -l)
check "no folder holds more than about a quarter of the code" \
  "$(find src -type d | sed 1d | grep -vx src/panels | while read -r folder; do
       lines=$(find "$folder" -maxdepth 1 -name '*.[ch]' -exec cat {} + | wc -l)
       [ $((lines * 100)) -le $((whole * 28)) ] || echo "$folder: $lines of $whole lines"
     done)"
check "no file is two things (450 lines)" \
  "$(files '^(src|include)/.*\.[ch]$' | xargs wc -l | awk '$2 != "total" && $2 != "include/kernpunt/text_ids.h" && $1 > 450')"
check "every source names its licence" \
  "$(files '\.(c|h|py|sh|idl|xcu|xdl|rng)$|^Makefile$|^\.ci/run$' | xargs grep -L 'SPDX-License-Identifier')"
check "the repository is self-contained" \
  "$(files . | grep -v '^tests/tree.sh$' | xargs grep -nI '\.\./shared' )"
fresh=$(mktemp -d)
tools/reference.sh "$fresh" && check "the function reference is that of the help data (make reference)" \
  "$(for page in "$fresh"/*.html; do cmp "$page" "extension/help/$(basename "$page")" 2>&1; done)"
rm -rf "$fresh"
# A text that is missing does not compile; one that nobody shows is dead weight in two languages.
shown=$(mktemp)
grep -rohw --include="*.c" 'KP_TEXT_[A-Z0-9_]*' src | sort -u >"$shown"
check "every text is shown somewhere" \
  "$(sed -nE 's/^ *X\(([A-Z0-9_]+),.*/KP_TEXT_\1/p' src/text/texts*.h | grep -vx KP_TEXT_NONE | grep -vxFf "$shown")"
rm -f "$shown"
check "nothing unfinished" \
  "$(files '^(src|include|registry|idl)/|^extension/.*\.x' | xargs grep -nIwE 'TODO|FIXME|XXX')"
check "nothing printed in normal use" "$(grep -rnE '\b(f?printf|puts|perror) *\(' src | grep -vE 'snprintf')"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
