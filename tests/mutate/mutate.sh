#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts small faults into a copy of src, one at a time, and counts how many the unit tests notice.
# usage: CC=… CFLAGS=… TEST_LIB=… mutate.sh BUILD [PART-OF-A-LINE]
# faults.txt: file, line as it is, line as it becomes, with tabs between. The copy is one shared library, so that
# a fault costs one object and one link; the test programs are linked once. Fails when a line is not there exactly
# once, does not compile, or when fewer than MUTATE_LEAST of a hundred (85) are noticed.
set -u
here=$(dirname "$0")
build=$1
only=${2:-}
least=${MUTATE_LEAST:-85}
scratch=$build/mutate
jobs=$(nproc)
mkdir -p "$scratch/obj" "$scratch/tests"
# The copy of the library looks for the method beside its folder.
[ -e "$build/method" ] || ln -s "$PWD/extension/method" "$build/method"
rm -rf "$scratch/src"
cp -a src "$scratch/src"
wrap=-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

object() { echo "$scratch/obj/$(echo "$1" | tr / _).o"; }
# The copy lies where its own headers are found first.
compile() {
  # shellcheck disable=SC2086 # words on purpose
  $CC -std=c11 $CFLAGS -fPIC -c "$scratch/$1" -o "$(object "$1")" 2>"$scratch/log"
}
link_library() {
  # shellcheck disable=SC2086
  $CC -shared $wrap "$scratch"/obj/*.o -o "$scratch/libkp.so" $TEST_LIB 2>"$scratch/log"
}

echo "building the copy"
rm -f "$scratch"/obj/*.o
export CC CFLAGS scratch
find src -mindepth 2 -name '*.c' | xargs -P "$jobs" -I {} sh -c \
  '$CC -std=c11 $CFLAGS -fPIC -c "$scratch/{}" -o "$scratch/obj/$(echo "{}" | tr / _).o" || exit 255' || exit 1
link_library || { cat "$scratch/log"; exit 1; }
helpers=$(for file in tests/unit/*.c; do
  case $file in tests/unit/test_*) ;; *) echo "$build/unit/obj/$(basename "$file" .c).o" ;; esac
done)
export helpers build TEST_LIB wrap
for file in tests/unit/test_*.c; do basename "$file" .c; done | xargs -P "$jobs" -I {} sh -c \
  '$CC "$build/unit/obj/{}.o" $helpers "$build/libfake.a" -L"$scratch" -lkp -Wl,-rpath,"$scratch" -o "$scratch/tests/{}" $TEST_LIB ||
    exit 255' || exit 1

# passes TEST: within a minute.
passes() { timeout 60 "$scratch/tests/$1" >"$scratch/out" 2>&1; }
all=$(for file in tests/unit/test_*.c; do basename "$file" .c; done)
sound=
for test in $all; do
  if passes "$test"; then sound="$sound $test"; else echo "left out, it fails without a fault: $test"; fi
done

# noticed FOLDER: the first test that fails; those of the folder come first.
noticed() {
  near=
  far=
  for test in $sound; do
    case $test in test_"$1"*) near="$near $test" ;; *) far="$far $test" ;; esac
  done
  for test in $near $far; do
    passes "$test" || { echo "$test"; return; }
  done
}

total=0
seen=0
bad=0
tab=$(printf '\t')
while IFS=$tab read -r file old new; do
  case $file in '' | '#'*) continue ;; esac
  case "$file$old" in *"$only"*) ;; *) continue ;; esac
  total=$((total + 1))
  if ! OLD=$old NEW=$new awk '{ line = $0; sub(/^ +/, "", line) }
      line == ENVIRON["OLD"] { found++; print substr($0, 1, length($0) - length(line)) ENVIRON["NEW"]; next } { print }
      END { exit found != 1 }' "$file" >"$scratch/$file" || ! compile "$file"; then
    bad=$((bad + 1))
    printf 'NO FAULT  %s: %s\n' "$file" "$old"
    head -3 "$scratch/log"
  else
    link_library
    folder=$(echo "${file#src/}" | sed 's|panels/||; s|/.*||')
    test=$(noticed "$folder")
    if [ -n "$test" ]; then
      seen=$((seen + 1))
      printf 'noticed   %s: %s (%s)\n' "$file" "$new" "$test"
    else
      printf 'UNNOTICED %s: %s\n' "$file" "$new"
    fi
  fi
  cp -a "$file" "$scratch/$file"
  compile "$file"
done <"$here/faults.txt"
echo "$seen of $total faults noticed ($((total > 0 ? 100 * seen / total : 0)) %)"
[ "$bad" -eq 0 ] && [ $((100 * seen)) -ge $((least * total)) ]
