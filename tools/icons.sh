#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the small icons of the panels. usage: icons.sh TARGET_DIR
# Each kind has a shape of its own, and middle tones that can be seen on white and on dark grey, with
# a white edge, without which the blue of a selected row and the grey of a button would swallow them.
set -eu
target=$1

# draw NAME COLOUR COMMANDS…: at eight times the size, then made small, which smooths the edges.
# EDGE is the width of the white edge, in pixels of the large drawing.
EDGE=9
draw() {
  name=$1
  colour=$2
  shift 2
  convert -size 128x128 xc:none -fill "$colour" -stroke none "$@" \
    \( +clone -channel A -morphology Dilate "Disk:$EDGE" +channel -fill white -colorize 100 \) \
    +swap -composite -filter Box -resize 16x16 -strip -define png:exclude-chunks=date,time "PNG32:$target/$name.png"
}
# line WIDTH: options for a stroke without filling.
line='-fill none -strokewidth'
red='#d9433b'
amber='#c27800'
blue='#3f87d6'
green='#3a9a4b'
grey='#8a8f96'
late='#c24600'
today='#1a6dd8'

# When: late is a full triangle with a mark, soon a clock, later a ring. Their tones are near the
# blue of a selected row, so that the white edge is wider.
EDGE=13
draw due_late "$late" -draw 'polygon 64,14 116,110 12,110' -fill white \
  -draw 'roundrectangle 55,44 73,82 6,6' -draw 'circle 64,96 64,106'
draw due_soon "$today" -draw 'circle 64,64 64,14' -fill none -stroke white -strokewidth 16 \
  -draw 'stroke-linecap round line 64,34 64,66' -draw 'stroke-linecap round line 64,66 88,80'
EDGE=9
# shellcheck disable=SC2086 # words on purpose
draw due_later white -draw 'circle 64,64 64,12' $line 14 -stroke "$blue" -draw 'circle 64,64 64,16'

# Steps: done is a tick, open a disc with an arrow, closed a lock.
# shellcheck disable=SC2086
draw step_done "$green" $line 22 -stroke "$green" -draw 'stroke-linecap round stroke-linejoin round polyline 18,68 50,100 110,30'
draw step_open "$blue" -draw 'circle 64,64 64,6' -fill white -draw 'polygon 46,30 104,64 46,98'
# shellcheck disable=SC2086
draw step_closed "$grey" -draw 'roundrectangle 24,58 104,118 10,10' $line 14 -stroke "$grey" \
  -draw 'path "M 40,60 L 40,40 A 24,24 0 0 1 88,40 L 88,60"'

# The check: a mistake is a cross on a disc, a warning a white triangle with a mark.
draw mistake "$red" -draw 'circle 64,64 64,6' -stroke white -strokewidth 15 -draw 'line 42,42 86,86' \
  -draw 'line 86,42 42,86'
# shellcheck disable=SC2086
draw warning white -draw 'polygon 64,14 118,112 10,112' \
  -fill "$amber" -draw 'roundrectangle 57,50 71,84 6,6' -draw 'circle 64,97 64,104' $line 11 \
  -stroke "$amber" -draw 'stroke-linejoin round polygon 64,14 118,112 10,112'

# Beside fields: a small triangle downward for a menu, a leaf with a day for the calendar.
EDGE=10
draw menu '#5b6068' -draw 'polygon 28,46 100,46 64,88'
# shellcheck disable=SC2086
draw calendar white -draw 'roundrectangle 16,26 112,114 8,8' -fill '#47627d' -draw 'rectangle 16,26 112,50' \
  -draw 'rectangle 36,12 46,30' -draw 'rectangle 82,12 92,30' -fill '#c85a1e' -draw 'rectangle 66,72 94,96' \
  $line 10 -stroke '#47627d' -draw 'roundrectangle 16,26 112,114 8,8'

# The toolbar, in both its sizes: the target opens the deck, the target with a plus logs an action.
# toolbar NAME COMMANDS…
toolbar() {
  name=$1
  shift
  for size in 16 26; do
    convert -size 208x208 xc:none \
      -stroke '#1f6fb2' -strokewidth 24 -fill white -draw 'circle 104,104 104,22' \
      -strokewidth 16 -draw 'circle 104,104 104,62' \
      -stroke none -fill '#c65102' -draw 'circle 104,104 104,78' "$@" \
      \( +clone -channel A -morphology Dilate 'Disk:8' +channel -fill white -colorize 100 \) \
      +swap -composite -filter Box -resize "${size}x$size" -strip -define png:exclude-chunks=date,time "PNG32:$target/${name}_$size.png"
  done
}
toolbar panel
toolbar log -fill white -draw 'circle 150,150 150,92' -stroke '#0b6e4f' -strokewidth 24 \
  -draw 'line 150,106 150,194' -draw 'line 106,150 194,150'

# The extension's own icon, in its list, on dark.
convert -size 336x336 xc:none -fill none -stroke '#5aa9e6' -strokewidth 36 -draw 'circle 168,168 168,26' \
  -strokewidth 26 -draw 'circle 168,168 168,96' -stroke none -fill '#f08a4b' -draw 'circle 168,168 168,126' \
  -filter Box -resize 42x42 -strip -define png:exclude-chunks=date,time "PNG32:$target/kernpunt_dark.png"
