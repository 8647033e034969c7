#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Opens the sample workbook with the freshly built extension in a profile that is thrown away:
# in a window when there is a display, else the computed results are printed.
# usage: demo.sh BUILD_DIR SAMPLE
set -eu
build=$1
sample=$2
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec /usr/bin/python3 tests/office/print_results.py "$sample"
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$sample" "$scratch/"
echo "Opening the sample workbook. The Kernpunt deck is in the sidebar's tab bar (View > Sidebar)."
soffice "-env:UserInstallation=file://$scratch/profile" "-env:BUNDLED_EXTENSIONS=file://$build/bundled" \
  --norestore --nologo --calc "$scratch/$(basename "$sample")"
