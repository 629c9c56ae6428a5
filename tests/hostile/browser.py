"""What does Chromium make of rendered pages? One process reads many."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from tests.real import browser
from tests.real.renderers.outlines import Outline, of_pieces

_READER = """<!doctype html><meta charset="utf-8"><script type="application/json">%s</script><pre></pre><script>
const walk = (node, found) => {
  if (node.nodeType === Node.TEXT_NODE) found.push(["text", node.data])
  else if (node.nodeType === Node.COMMENT_NODE) found.push(["comment", node.data])
  else if (node.nodeType === Node.ELEMENT_NODE) {
    found.push(["start", node.localName, [...node.attributes].map(each => [each.name, each.value])])
    for (const child of node.childNodes) walk(child, found)
    found.push(["end", node.localName])
  }
  return found
}
const pages = JSON.parse(document.querySelector("script").textContent)
document.querySelector("pre").textContent = JSON.stringify(
  pages.map(each => walk(new DOMParser().parseFromString(each, "text/html").documentElement, [])))
    .replace(/[^ -~]|[<>&]/g, one => "\\\\u" + one.charCodeAt(0).toString(16).padStart(4, 0))
</script>"""


def outlines(pages: Sequence[str], folder: Path) -> list[Outline]:
    """The outlines of pages as Chromium reads them, each with a paragraph after it that must not be swallowed."""
    whole = [f"<!doctype html><main>{page}</main><p>END" for page in pages]
    reader = folder / "reader.html"
    reader.write_text(_READER % json.dumps(whole).replace("<", "\\u003c"), encoding="utf-8")
    done = browser.read(reader, timeout=600)
    found = re.search(r"<pre>(\[.*\])</pre>", done.stdout, re.S)
    assert found, done.stderr
    return [of_pieces(page) for page in json.loads(found[1])]
