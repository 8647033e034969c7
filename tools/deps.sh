#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the named Debian packages that this machine lacks, and nothing else.
set -eu
if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "Not a Debian: make sure of what these packages hold: $*" >&2
  exit 0
fi
there=" $(dpkg-query -W -f '${db:Status-Status}/${Package} ' "$@" 2>/dev/null || true)"
missing=
for package in "$@"; do
  case $there in *" installed/$package "*) ;; *) missing="$missing $package" ;; esac
done
[ -n "$missing" ] || exit 0
echo "Installing:$missing"
root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Not root and no sudo here. As root: apt-get install$missing" >&2
    exit 1
  fi
  root=sudo
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # a list of words on purpose
if ! { $root apt-get update -q && $root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  exit 1
fi
