#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# One .oxt of what was staged for this machine and the libraries of several platforms. The same input gives
# the same bytes: one order, one time, one mode for all files.
# usage: pack.sh STAGE DIST OXT PLATFORM…   Environment: KP_UPDATES, the address of the updates of a release.
set -eu
stage=$1
dist=$2
oxt=$3
shift 3
work=$dist/stage
rm -rf "$work" "$oxt"
mkdir -p "$work" "$(dirname "$oxt")"
cp -R "$stage"/. "$work"/
rm -rf "$work"/linux_* "$work"/.staged "$work"/kernpunt.components

entries=
for platform in "$@"; do
  library=$(basename "$(find "$dist/$platform" -maxdepth 1 -name 'kernpunt.so' -o -maxdepth 1 -name 'kernpunt.dll' -o -maxdepth 1 -name 'kernpunt.dylib')")
  mkdir -p "$work/$platform"
  cp "$dist/$platform/$library" "$work/$platform/"
  sed "s|@PLATFORM@/kernpunt.so|$platform/$library|" extension/kernpunt.components >"$work/kernpunt.$platform.components"
  entries="$entries  <manifest:file-entry manifest:media-type=\"application/vnd.sun.star.uno-components;platform=$platform\"\n"
  entries="$entries                       manifest:full-path=\"kernpunt.$platform.components\"/>\n"
done
# The entry for one platform, two lines, becomes one for each.
awk -v entries="$entries" '/uno-components;platform=@PLATFORM@/ { printf "%s", entries; getline; next } { print }' \
  extension/META-INF/manifest.xml >"$work/META-INF/manifest.xml"
updates=
[ -z "${KP_UPDATES:-}" ] || updates="  <update-information>\n    <src xlink:href=\"$KP_UPDATES\"/>\n  </update-information>\n"
sed "s|@PLATFORM@|$(echo "$@" | tr ' ' ',')|" description.xml |
  awk -v updates="$updates" '/<extension-description>/ { printf "%s", updates } { print }' >"$work/description.xml"

find "$work" -exec touch -h -d '2026-01-01 00:00:00 UTC' {} +
find "$work" -type f -exec chmod 0644 {} +
find "$work" -type d -exec chmod 0755 {} +
(cd "$work" && find . -type f ! -name '.*' | LC_ALL=C sort | sed 's|^\./||' | TZ=UTC zip -q -X -9 -@ "$oxt")
