#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the function reference in both languages. usage: reference.sh TARGET_DIR
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
for pair in en-US:en nl:nl; do
  xsltproc --nonet --stringparam lang "${pair%:*}" --stringparam examples "$top/extension/help/examples.xml" \
    "$top/tools/reference.xsl" "$top/registry/CalcAddIns.xcu" >"$1/functions_${pair#*:}.html"
done
