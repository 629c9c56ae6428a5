"""Render pages with cmark-gfm, with the extensions of GitHub or (`commonmark`) without any."""

from __future__ import annotations

import json
import sys

import cmarkgfm
from cmarkgfm.cmark import Options

EXTENSIONS = () if sys.argv[1:] == ["commonmark"] else ("table", "strikethrough", "autolink", "tasklist")
OPTIONS = Options.CMARK_OPT_UNSAFE | (Options.CMARK_OPT_FOOTNOTES if EXTENSIONS else 0)


def main() -> None:
    pages = json.load(sys.stdin)
    html = [cmarkgfm.markdown_to_html_with_extensions(page, OPTIONS, EXTENSIONS) for page in pages]
    json.dump([{"html": page} for page in html], sys.stdout)


main()
