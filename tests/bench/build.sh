#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the floor extension and lays it beside a copy of the staged product in BUILD/bench/bundled.
# usage: build.sh BUILD CC COMPILE_FLAGS LINK_FLAGS OFFICE   (from the root of the tree; BUILD must
# hold libkernpunt.a and bundled/)
set -eu
build=$1 cc=$2 flags=$3 libs=$4 office=$5
here=tests/bench/floor
stage=$build/bench/bundled/org.kernpunt.bench
rm -rf "$build/bench/bundled"
mkdir -p "$stage/META-INF"
eval "$cc $flags -shared -o '$stage/floor.so' $here/floor.c '$build/libkernpunt.a' \
  -Wl,--version-script=$here/floor.map -Wl,--no-undefined -Wl,--gc-sections $libs"
"$office/sdk/bin/unoidl-write" "$office/program/types.rdb" "$office/program/types/offapi.rdb" \
  "$here/floor.idl" "$stage/floor.rdb"
cp $here/floor.components $here/CalcAddIns.xcu $here/description.xml "$stage/"
cp $here/manifest.xml "$stage/META-INF/"
cp -R "$build/bundled/." "$build/bench/bundled/"
