#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Unpacks the LibreOffice of Debian's backports beside the installed one, which stays as it is.
# usage: newer_office.sh FOLDER; prints the folder of its programs.
#
# Debian's packages are not made to be moved, so a few paths in them are mended afterwards.
set -eu
target=$1
packages="libreoffice-calc libreoffice-dev libreoffice-gtk3 libreoffice-l10n-nl python3-uno"
program=$target/root/usr/lib/libreoffice/program
[ -f "$target/.ready" ] && { echo "$program"; exit 0; }

rm -rf "$target"
mkdir -p "$target/lists/partial" "$target/archives/partial" "$target/root"
target=$(cd "$target" && pwd)
program=$target/root/usr/lib/libreoffice/program
mirror=$(apt-get indextargets --format "\$(REPO_URI)" "Codename: bookworm" "Created-By: Packages" | head -n 1)
for suite in bookworm bookworm-updates bookworm-backports; do
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
done >"$target/sources.list"

# A private apt: nothing of the machine's own is touched.
apt_private() {
  command=$1
  shift
  "$command" -q -o Dir::Etc::SourceList="$target/sources.list" -o Dir::Etc::SourceParts=- \
    -o Dir::State::Lists="$target/lists" -o Dir::Cache::Archives="$target/archives" \
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root "$@"
}
log=$target/log
{
  apt_private apt-get update
  # shellcheck disable=SC2086 # a list of words on purpose
  apt_private apt-get install -s --no-install-recommends -t bookworm-backports $packages |
    sed -n 's/^Inst \([^ ]*\) .*/\1/p' >"$target/packages"
  cd "$target/archives"
  # shellcheck disable=SC2046
  apt_private apt-get download $(sed 's|$|/bookworm-backports|' "$target/packages") ||
    while read -r package; do
      apt_private apt-get download "$package/bookworm-backports" ||
        apt_private apt-get download "$package"
    done <"$target/packages"
  for package in *.deb; do dpkg -x "$package" "$target/root"; done
} >"$log" 2>&1 || { tail -n 20 "$log" >&2; exit 1; }

office=$target/root/usr/lib/libreoffice
sed -i 's|^BRAND_BASE_DIR=.*|BRAND_BASE_DIR=${ORIGIN}/..|' "$program/fundamentalrc"
for link in $(find "$office" -type l); do
  case $(readlink "$link") in
  /usr/*) [ ! -e "$target/root$(readlink "$link")" ] || ln -sf "$target/root$(readlink "$link")" "$link" ;;
  esac
done
ln -sf ../.registry/main.xcd "$office/share/registry/main.xcd"
rm -rf "$office/share/prereg/bundled" "$office/share/uno_packages/cache"
mkdir -p "$office/share/prereg/bundled" "$office/share/uno_packages/cache"
find "$target/root/usr/lib" -name 'libzxcvbn.so*' -exec cp -P {} "$program" \;
sed -i "s|/usr/lib/libreoffice/program|$program|g" "$target/root/usr/lib/python3/dist-packages/uno.py"
rm -rf "$target/archives" "$target/lists"
touch "$target/.ready"
echo "$program"
