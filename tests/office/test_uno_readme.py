# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked example of src/uno/README.md, built and run exactly as it stands there."""

import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from kp_office import PROGRAM, ROOT, main
from kp_wait import stop_tree

README = os.path.join(ROOT, "src", "uno", "README.md")
# The fenced blocks in their order; the last is what the example prints.
FILES = ("hello.idl", "hello.c", "hello.components", "manifest.xml", "description.xml",
         "build.sh", "run.sh", "try.py", "expected.txt")


def unpack(folder):
    """Writes the blocks of the section to files and returns what the last one promises."""
    with open(README, encoding="utf-8") as source:
        section = source.read().split("## A first component\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```[a-z]+\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(blocks) == len(FILES), "%d blocks" % len(blocks)
    for name, text in zip(FILES, blocks):
        assert name == "expected.txt" or "**%s**" % name in section, name
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(text)
    return blocks[-1]


def run(folder, script):
    """Runs a script of the example and returns what it printed."""
    env = dict(os.environ, KP=ROOT, LO=os.path.dirname(PROGRAM), HOME=folder,
               PYTHON=sys.executable, SAL_USE_VCLPLUGIN="svp")
    process = subprocess.Popen(["sh", script], cwd=folder, env=env, text=True,
                               start_new_session=True, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    try:
        out, errors = process.communicate(timeout=150)
    finally:
        stop_tree(process)
    assert process.returncode == 0, "%s ended with %s\n%s" % (script, process.returncode, errors)
    return out


def test_example_builds_and_runs():
    with tempfile.TemporaryDirectory(prefix="kp-readme-") as folder:
        expected = unpack(folder)
        run(folder, "build.sh")
        assert os.path.exists(os.path.join(folder, "out", "hello.oxt"))
        printed = run(folder, "run.sh")
        assert printed == expected, printed


if __name__ == "__main__":
    main(globals())
