# SPDX-License-Identifier: GPL-3.0-or-later
# The output of unoidl-read as one line an entity: its name, a tab, what it is. Forward declarations are
# left out. Its nesting is the indentation: one blank a level.
function name_of(text) {
  gsub(/\/\*\*[^*]*\*\//, "", text)
  gsub(/\[[^]]*\]/, "", text)
  if (match(text, /(interface|struct|enum|exception|typedef|service|singleton|constants|accumulation) +/)) {
    text = substr(text, RSTART + RLENGTH)
    sub(/[^A-Za-z0-9_].*/, "", text)
    return text
  }
  return ""
}
function give(text) {
  if (name != "" && !(text ~ /^(published )?(interface|exception|struct) [A-Za-z0-9_]+;$/)) {
    full = ""
    for (i = 1; i <= depth; i++) full = full module[i] "."
    gsub(/ +/, " ", text)
    print full name "\t" text
  }
}
{
  match($0, /^ */)
  level = RLENGTH
  line = substr($0, level + 1)
}
inside {
  if (line == "};" && level == start) {
    give(body " };")
    inside = 0
  } else {
    body = body " " line
  }
  next
}
line ~ /^module / {
  depth++
  split(line, words, " ")
  module[depth] = words[2]
  next
}
line == "};" { depth--; next }
{
  name = name_of(line)
  if (line ~ /\{$/) {
    inside = 1
    start = level
    body = line
  } else {
    give(line)
  }
}
