"""Render pages with myst-parser by way of docutils."""

from __future__ import annotations

import json
import sys

from docutils.core import publish_parts
from myst_parser.parsers.docutils_ import Parser

SETTINGS = {
    "myst_enable_extensions": [
        *("amsmath", "attrs_inline", "attrs_block", "colon_fence", "deflist", "dollarmath", "fieldlist"),
        *("html_admonition", "html_image", "strikethrough", "substitution", "tasklist"),
    ],
    "myst_suppress_warnings": ["myst.xref_missing"],  # a page alone has no others to lead to
    "report_level": 5,
    "halt_level": 5,
    "initial_header_level": 1,
    "doctitle_xform": False,
    "math_output": "MathJax x",
    "footnote_references": "brackets",
    "file_insertion_enabled": False,
}


def main() -> None:
    found = []
    for page in json.load(sys.stdin):
        try:
            parts = publish_parts(page, parser=Parser(), writer="html5", settings_overrides=SETTINGS)
            found.append({"html": parts["body"]})
        except Exception as error:
            found.append({"error": repr(error)})
    json.dump(found, sys.stdout)


main()
