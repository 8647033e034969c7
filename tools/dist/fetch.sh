#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches what pins.txt names with this machine's own apt and npm, checks and unpacks it.
# usage: fetch.sh FOLDER; then FOLDER has zig/, gsl/ and libxml2/
set -eu
pins=$(cd "$(dirname "$0")" && pwd)/pins.txt
mkdir -p "$1"
top=$(cd "$1" && pwd)
cd "$top"
if [ -f ready ] && cmp -s "$pins" ready; then exit 0; fi
rm -rf zig gsl libxml2 unpacked ready sources.list
mkdir -p lists/partial download unpacked

# A private apt that knows the sources of the same archives; the machine's own lists stay as they are.
apt_sources() {
  apt-get -q -o Dir::Etc::SourceList="$top/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$top/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o APT::Sandbox::User=root "$@"
}

# fetch KIND NAME VERSION: into the current folder.
fetch() {
  case $1 in
  npm) npm pack --silent "$2@$3" ;;
  source)
    if [ ! -f "$top/sources.list" ]; then
      # shellcheck disable=SC2016 # apt's own variables
      apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' 'Origin: Debian' | sort -u |
        sed 's|^|deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] |;s|$| main|' >"$top/sources.list"
      apt_sources update
    fi
    apt_sources source --download-only "$2=$3"
    ;;
  esac
}

whole() { echo "$2  download/$1" | sha512sum --check --status 2>/dev/null; }

grep -v '^#' "$pins" | while read -r kind name version file sum; do
  whole "$file" "$sum" || (cd download && fetch "$kind" "$name" "$version" >"$top/log" 2>&1) || true
  whole "$file" "$sum" || {
    tail -n 5 "$top/log" >&2
    echo "$file: not there any more, or not what pins.txt says. A newer version? Mend $pins." >&2
    exit 1
  }
  mkdir -p "unpacked/$file"
  tar -xf "download/$file" -C "unpacked/$file"
done
mv unpacked/*zig*/package zig
for name in gsl libxml2; do
  mv unpacked/"$name"_*orig*/"$name"* "$name"
  patches=$(cd unpacked/"$name"_*debian.tar.xz/debian/patches && pwd)
  grep -vE '^ *(#|$)' "$patches/series" | while read -r patch; do
    patch -s -d "$name" -p1 <"$patches/$patch" >>log 2>&1 || { echo "$name: $patch does not fit" >&2; exit 1; }
  done
done
rm -rf unpacked lists
cp "$pins" ready
