"""Writes the pages of `docs/` that are made from the program: `python -m tests.docs`."""

from __future__ import annotations

from tests.docs.pages import PAGES

for path, made in PAGES.items():
    path.write_text(made(), encoding="utf-8")
