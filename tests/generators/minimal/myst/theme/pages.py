"""What does a theme of mystmd make of its pages? The smallest one: headings, links, pictures and words.

mystmd writes pages as trees, with all addresses resolved; its own themes come from a service that tests do not ask.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def main() -> None:
    """Make pages of what mystmd left in a project's folder: `FOLDER OUTPUT LOCALE BASE`."""
    built, output, locale, base = Path(sys.argv[1]) / "_build" / "site", Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    for file in sorted((built / "content").glob("*.json")):
        page = json.loads(file.read_text(encoding="utf-8"))
        path = "index.html" if page["slug"] == "index" else page["slug"].replace(".", "/") + "/index.html"
        path = path.replace("/index/index.html", "/index.html")
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        direction = "rtl" if locale in _RIGHT_TO_LEFT else "ltr"
        head = f'<!doctype html><html lang="{locale}" dir="{direction}"><head><meta charset="utf-8"></head><body><main>'
        title = f"<h1>{escape(page['frontmatter'].get('title') or '')}</h1>"
        target.write_text(f"{head}{title}{html(page['mdast'], base)}</main></body></html>", encoding="utf-8")
    for file in sorted((built / "public").glob("*.*")):
        if file.suffix != ".md":
            shutil.copy(file, output / file.name)


def html(node: Mapping[str, Any], base: str) -> str:
    """A node and what stands in it."""
    inner = "".join(html(child, base) for child in node.get("children", ())) or escape(str(node.get("value", "")))
    name = node.get("html_id") or (node.get("identifier") if node["type"] == "heading" else "")
    place = f' id="{escape(name)}"' if name else ""
    match node["type"]:
        case "text":
            return inner
        case "heading":
            return f"<h{node['depth']}{place}>{inner}</h{node['depth']}>"
        case "link":
            return f'<a href="{escape(address(node["url"], base))}">{inner}</a>'
        case "crossReference":
            page = address(node["url"], base) if node.get("url") else ""
            return f'<a href="{escape(page)}#{escape(node.get("html_id") or node["identifier"])}">{inner}</a>'
        case "image":
            return f'<img src="{escape(address(node["url"], base))}" alt="{escape(node.get("alt") or "")}">'
        case "paragraph" | "strong" | "emphasis" | "inlineCode" | "span" | "delete" | "subscript" | "superscript":
            return f"<span{place}>{inner}</span>"
        case "admonition":
            return f'<aside class="admonition {escape(node.get("class") or node["kind"])}">{inner}</aside>'
        case "html":
            return str(node["value"])
        case _:
            return f"<div{place}>{inner}</div>"


def address(url: str, base: str) -> str:
    """Where something lies in a site that has a base."""
    return base + url if url.startswith("/") else url


if __name__ == "__main__":
    main()
