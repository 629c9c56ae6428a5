"""Is every layout measured in a project of its own, next to plain, and is what is written again counted?"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import layouts
from tests.test_versions import CORPUS

PROGRAM = """\
#!{python}
import pathlib, re, sys, time
text = pathlib.Path("i18n.toml").read_text()
layout, staging = (re.search(f'^{{key}} = "(.*)"', text, re.M)[1] for key in ("layout", "staging"))
source = re.search('^path = "(.*)"', text, re.M)[1]
if sys.argv[-1] == "extract":
    pathlib.Path("locales").mkdir()
    pathlib.Path("locales/a.po").write_text('msgid ""\\nmsgstr ""\\n\\nmsgid "some words"\\nmsgstr ""\\n')
else:
    assert "someé wordsé" in pathlib.Path("locales/a.po").read_text()
    assert pathlib.Path(source, "a.md").exists()
    built = pathlib.Path(f"built-{{layout}}-{{staging}}")
    if layout == "hugo" or not built.exists():
        built.write_text("")
    end = time.process_time() + (0.4 if staging else 0.1)
    while time.process_time() < end:
        pass
"""


def test_each_layout_is_built_from_nothing_and_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "SETTLED", 0)
    program = tmp_path / "i18n"
    program.write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o700)
    said = list(layouts.layouts(program, CORPUS, "gfm", ["hugo", layouts.STAGING], 2, tmp_path / "scratch"))
    assert "three: 3 articles" in said[0]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in said[1].splitlines()[2:]]
    assert [(row[0], row[-1]) for row in rows] == [("plain", "0"), ("hugo", "2"), ("plain+staging", "0")]
    assert rows[0][2] == "1.00 (1.00–1.00)"
    assert float(rows[2][2].split()[0]) > 1
