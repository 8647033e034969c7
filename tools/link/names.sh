#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Copies a static library, with the names that absent.c stands in for changed to its own (ICU's
# carry its version: ucnv_open_72).
# usage: names.sh LIBRARY ABSENT_OBJECT OUT
set -eu
library=$1 absent=$2 out=$3
if [ ! -f "$library" ]; then
  echo "$library: no such static library (Debian: libgsl-dev, libxml2-dev; make deps installs them)" >&2
  exit 1
fi
nm "$absent" | sed -n 's/.* [TDBC] kp_absent_//p' >"$out.absent"
nm "$library" 2>/dev/null | awk '$1 == "U" { print $2 }' | sort -u | awk -v names="$out.absent" '
  BEGIN { while ((getline name <names) > 0) known[name] = 1 }
  { plain = $1; sub(/_[0-9]+$/, "", plain) }
  $1 in known { print $1, "kp_absent_" $1; next }
  plain in known { print $1, "kp_absent_" plain }' >"$out.names"
objcopy --redefine-syms="$out.names" "$library" "$out"
