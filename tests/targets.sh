#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The targets of the Makefile themselves: each check fails when one of its tests fails, and runs
# the others all the same. Runs the real targets on programs that pass or fail on purpose.
# usage: targets.sh
set -u
passed=0
failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# What an outer make hands down would change the inner ones.
unset MAKEFLAGS MAKELEVEL MFLAGS

# program NAME PASSED FAILED: one that reports so many tests.
program() {
  printf '#!/bin/sh\necho "%s passed, %s failed"\n[ %s -eq 0 ]\n' "$2" "$3" "$3" >"$scratch/$1"
  chmod +x "$scratch/$1"
}

verdict() {
  if [ "$2" -eq 0 ]; then
    passed=$((passed + 1))
    echo "ok $1"
  else
    failed=$((failed + 1))
    echo "FAIL $1:"
    tail -n 20 "$scratch/log"
  fi
}

# target WANTED ARGUMENTS…: what make answers (0 well, 1 not) and a line for each program it ran.
target() {
  wanted=$1
  shift
  make --no-print-directory BUILD="$scratch/build" "$@" >"$scratch/log" 2>&1
  rc=$?
  [ "$wanted" -eq 0 ] && [ "$rc" -eq 0 ] || { [ "$wanted" -ne 0 ] && [ "$rc" -ne 0 ]; }
}

# lines COUNT PATTERN: so many lines of the log say it.
lines() {
  [ "$(grep -cE "$2" "$scratch/log")" -eq "$1" ]
}

program first 2 0
program second 1 1
program third 3 0
program silent 0 0
programs="$scratch/first $scratch/second $scratch/third"
sound="$scratch/first $scratch/third"

for suite in unit asan valgrind; do
  variable=TESTS
  [ "$suite" = asan ] && variable=ASAN
  target 1 "check-$suite" "$variable=$programs" VALGRIND=env && lines 3 "^  $suite .* passed, "
  verdict "check-$suite fails when a test fails, after all have run" $?
  target 0 "check-$suite" "$variable=$sound" VALGRIND=env && lines 2 "^  $suite .* 0 failed$"
  verdict "check-$suite passes when all pass" $?
done
description=$scratch/build/bundled/org.kernpunt.calc/description.xml
target 0 "$description" && xmllint --noout "$description" && ! grep -q 'update-information' "$description"
verdict "without an address of a release nothing looks for updates" $?
rm -f "$description"
target 0 "$description" UPDATE_URL=https://kernpunt.invalid/update.xml && xmllint --noout "$description" &&
  grep -q '<update-information><src xlink:href="https://kernpunt.invalid/update.xml"/>' "$description"
verdict "a release with an address is looked for there" $?

target 1 check-unit "TESTS=$scratch/first $scratch/silent"
verdict "a program that reports nothing fails" $?
printf '#!/bin/sh\necho "2 passed, 0 failed"\nexit 3\n' >"$scratch/silent"
target 1 check-unit "TESTS=$scratch/first $scratch/silent"
verdict "a program that breaks off after its report fails" $?

# These ask for the product first: told to be there, it is not built.
built="-o $scratch/stage/.staged -o $scratch/built -o $scratch/build/test-binding/.staged -o $scratch/build/demo/.staged -o $scratch/build/fake_script"
mkdir -p "$scratch/stage" "$scratch/build/test-binding" "$scratch/build/demo"
touch "$scratch/stage/.staged" "$scratch/built" "$scratch/build/test-binding/.staged" "$scratch/build/demo/.staged" "$scratch/build/fake_script"
for suite in calc office; do
  # shellcheck disable=SC2086 # options on purpose
  target 1 $built "check-$suite" STAGE="$scratch/stage" OXT="$scratch/built" PYTHON="$scratch/second"
  verdict "check-$suite fails when a test fails" $?
  # shellcheck disable=SC2086
  target 0 $built "check-$suite" STAGE="$scratch/stage" OXT="$scratch/built" PYTHON="$scratch/first"
  verdict "check-$suite passes when all pass" $?
done
# shellcheck disable=SC2086
target 1 $built check-tree STAGE="$scratch/stage" TREE="$programs" && lines 3 "^  tree .* passed, "
verdict "check-tree fails when a test fails, after all have run" $?
# shellcheck disable=SC2086
target 0 $built check-tree STAGE="$scratch/stage" TREE="$sound"
verdict "check-tree passes when all pass" $?

# The tools of lint, standing in for the real ones.
mkdir "$scratch/bin"
for tool in clang-format clang-tidy cppcheck; do
  printf '#!/bin/sh\n[ "$KP_UNTIDY" != %s ]\n' "$tool" >"$scratch/bin/$tool"
  chmod +x "$scratch/bin/$tool"
done
for tool in clang-format clang-tidy cppcheck; do
  rm -rf "$scratch/build/tidy"
  KP_UNTIDY=$tool PATH="$scratch/bin:$PATH" target 1 check-lint SRC=src/component.c &&
    lines 1 "^  lint .* 2 passed, 1 failed$"
  verdict "check-lint fails when $tool finds something" $?
done
KP_UNTIDY=none PATH="$scratch/bin:$PATH" target 0 check-lint SRC=src/component.c
verdict "check-lint passes when the tools find nothing" $?

suites="SUITES=check-unit check-asan"
target 1 check CHECK_BUILT= "$suites" "TESTS=$programs" "ASAN=$sound" &&
  lines 3 "^  unit .* passed, " && lines 2 "^  asan .* passed, " && lines 1 "^11 passed, 1 failed$"
verdict "check runs every suite, prints the totals and fails at the end" $?
target 1 check CHECK_BUILT="$scratch/nothing-makes-this" "$suites" "TESTS=$sound" "ASAN=$sound" &&
  lines 1 "^10 passed, 1 failed$"
verdict "check fails when something cannot be built" $?
target 0 check CHECK_BUILT= "$suites" "TESTS=$sound" "ASAN=$sound" && lines 1 "^10 passed, 0 failed$"
verdict "check passes when all pass" $?

# A change in one source rebuilds one object, the archive and the links, and no test's object. In a
# tree of two sources and two test programs, because this one may not be built yet.
mkdir -p "$scratch/tree/src/one" "$scratch/tree/src/two" "$scratch/tree/tests/unit"
cp -r Makefile description.xml tools "$scratch/tree/"
cp tests/*.sh "$scratch/tree/tests/"
for name in one two; do
  printf 'int kp_%s(void);\nint kp_%s(void)\n{\n  return 1;\n}\n' $name $name >"$scratch/tree/src/$name/$name.c"
  printf '#include <stdio.h>\nint kp_one(void);\nint kp_two(void);\nint main(void)\n{\n%s\n}\n' \
    '  return printf("%d passed, 0 failed\n", kp_one() + kp_two()) < 0;' >"$scratch/tree/tests/unit/test_$name.c"
done
for suite in unit asan; do
  target 0 -C "$scratch/tree" "check-$suite" && lines 2 "^  $suite .* 2 passed, 0 failed$" &&
    sed -i 's/return 1/return 2/' "$scratch/tree/src/one/one.c" &&
    target 0 -C "$scratch/tree" V=1 "check-$suite" && lines 2 "^  $suite .* 3 passed, 0 failed$" &&
    lines 1 ' -c ' && lines 1 ' -c src/one/one.c'
  verdict "a change in src recompiles one object and no test of check-$suite" $?
  sed -i 's/return 2/return 1/' "$scratch/tree/src/one/one.c"
done

# On a machine where nothing is installed each target begins with what it needs. dpkg and apt stand in.
printf '#!/bin/sh\nexit 1\n' >"$scratch/bin/dpkg-query"
printf '#!/bin/sh\necho "apt-get $*"\nexit 1\n' >"$scratch/bin/apt-get"
printf '#!/bin/sh\nexec "$@"\n' >"$scratch/bin/sudo"
chmod +x "$scratch/bin/dpkg-query" "$scratch/bin/apt-get" "$scratch/bin/sudo"
for goal in check check-quick check-unit check-office bench soak screenshots lint; do
  rm -rf "$scratch/build"
  PATH="$scratch/bin:$PATH" target 1 "$goal" CC=false PYTHON=false && lines 1 '^Installing:.* gcc .* xvfb '
  verdict "make $goal installs the office, the compiler and what tests need before anything else" $?
done
for goal in demo oxt; do
  rm -rf "$scratch/build"
  PATH="$scratch/bin:$PATH" target 1 "$goal" CC=false && lines 1 '^Installing:.* gcc ' && lines 0 'xvfb'
  verdict "make $goal installs what the build needs, and no more" $?
done
PATH="$scratch/bin:$PATH" target 0 help && lines 0 '^Installing'
verdict "make help installs nothing" $?

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
