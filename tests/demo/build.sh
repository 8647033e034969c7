#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The extension with one panel more, made as CONTRIBUTING.md tells: a folder with demo.c, a row in
# src/deck/panels.c, a node in registry/Sidebar.xcu. In BUILD/demo/bundled; the tree stays as it is.
# usage: build.sh BUILD STAGE CC COMPILE_FLAGS LINK_FLAGS   (from the root of the tree; BUILD holds
# the objects, STAGE the unpacked extension)
set -eu
build=$1 stage=$2 cc=$3 flags=$4 libs=$5
made=$build/demo
staged=$made/bundled/$(basename "$stage")
rm -rf "$made"
mkdir -p "$made/bundled"
cp -R "$stage" "$made/bundled/"

# The row, behind the last one.
sed 's|^const kp_deck_panel kp_deck_panels\[\]|extern const kp_pane_kind kp_demo_kind;\n&|
     s|^};|    {"KernpuntDemoPanel", KP_TEXT_PANEL_CHECK, 700, \&kp_demo_kind, "top"},\n};|' \
  src/deck/panels.c >"$made/panels.c"

# The node: that of Check under another name and number.
sed -n '/"KernpuntCheckPanel" /,/^      <\/node>/p' registry/Sidebar.xcu |
  sed 's|Check|Demo|g; s|Controle|Demo|; s|<value>500</value>|<value>700</value>|' >"$made/node.xcu"
sed "/<node oor:name=\"PanelList\">/r $made/node.xcu" registry/Sidebar.xcu >"$staged/registry/Sidebar.xcu"

eval "$cc $flags -c -o '$made/panels.o' '$made/panels.c'"
eval "$cc $flags -c -o '$made/demo.o' tests/demo/demo.c"
objects=$(find src -name '*.c' ! -path src/deck/panels.c | sed "s|^|$build/obj/|; s|c\$|o|" | tr '\n' ' ')
eval "$cc -shared -o '$(find "$staged" -name kernpunt.so)' $objects '$made/panels.o' '$made/demo.o' \
  -Wl,--version-script=src/kernpunt.map -Wl,--no-undefined $libs"
