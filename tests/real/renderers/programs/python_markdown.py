"""Render pages with Python-Markdown and the extensions that Material for MkDocs recommends."""

from __future__ import annotations

import json
import sys

import markdown

EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark"),
    *("pymdownx.blocks.admonition", "pymdownx.blocks.caption", "pymdownx.blocks.definition"),
    *("pymdownx.blocks.details", "pymdownx.blocks.html", "pymdownx.blocks.tab"),
    *("pymdownx.tasklist", "pymdownx.arithmatex"),
]
SETTINGS = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.arithmatex": {"generic": True}}


def main() -> None:
    reader = markdown.Markdown(extensions=[*EXTENSIONS, "pymdownx.tabbed"], extension_configs=SETTINGS)
    found = []
    for page in json.load(sys.stdin):
        try:
            found.append({"html": reader.reset().convert(page)})
        except Exception as error:
            found.append({"error": repr(error)})
    json.dump(found, sys.stdout)


main()
