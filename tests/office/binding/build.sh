#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the test component and its unpacked extension in BUILD/test-binding/bundled.
# usage: build.sh BUILD CC COMPILE_FLAGS LINK_FLAGS OFFICE   (from the root of the tree; BUILD must
# hold libkernpunt.a)
set -eu
build=$1 cc=$2 flags=$3 libs=$4 office=$5
here=tests/office/binding
stage=$build/test-binding/bundled/org.kernpunt.test
rm -rf "$stage"
mkdir -p "$stage/META-INF"
eval "$cc $flags -shared -o '$stage/binding.so' $here/*.c '$build/libkernpunt.a' \
  -Wl,--version-script=$here/binding.map -Wl,--no-undefined -Wl,--gc-sections $libs"
"$office/sdk/bin/unoidl-write" "$office/program/types.rdb" "$office/program/types/offapi.rdb" \
  "$here/binding.idl" "$stage/binding.rdb"
cp $here/binding.components $here/description.xml "$stage/"
cp $here/manifest.xml "$stage/META-INF/"
