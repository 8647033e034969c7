#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a library to link against in place of one of glibc's: the same name and the same symbols,
# each in its newest version up to FLOOR and none that came later. What is linked against it loads on
# every glibc from FLOOR on, however new this machine's; what would not is an undefined symbol here.
# (glibc keeps the old versions of its symbols for ever: "info ld", VERSION; the glibc wiki, Versioning.)
# usage: floor.sh FLOOR LIBRARY OUT CC      e.g. floor.sh 2.28 /lib/x86_64-linux-gnu/libm.so.6 build/link/libm.so gcc
set -eu
floor=$1 library=$2 out=$3 cc=$4
rm -f "$out" "$out.s" "$out.map"
: >"$out.s"
readelf -W --dyn-syms "$library" | awk -v floor="$floor" -v asm="$out.s" -v map="$out.map" '
  function rank(version, part) { split(version, part, "."); return part[1] * 1000000 + part[2] * 1000 + part[3] }
  $7 != "UND" && $8 ~ /@GLIBC_[0-9]/ {
    split($8, word, /@+GLIBC_/)
    name = word[1]; version = word[2]
    if (rank(version) > rank(floor)) next
    if (!(name in best) || rank(version) > rank(best[name])) best[name] = version
    kind[name] = $4 == "OBJECT" || $4 == "TLS" ? "object" : "function"
  }
  END {
    for (name in best) {
      local = "kp_floor_" ++count
      printf ".globl %s\n.type %s,%%%s\n%s: .symver %s,%s@@GLIBC_%s\n", local, local, kind[name], local, local, name, best[name] >asm
      versions[best[name]] = 1
    }
    # An empty one (the threads, which moved into libc) still needs a node to hold the names back.
    versions["2.0"] = 1
    for (version in versions) printf "GLIBC_%s {%s };\n", version, version == "2.0" ? " local: *;" : "" >map
  }'
$cc -shared -nostdlib -Wl,-soname,"$(basename "$library")" -Wl,--version-script="$out.map" -o "$out" "$out.s"
