"""Chromium reads the tags that we read, and finds nothing in a page that its source does not have."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from i18n.markdown import document
from i18n.markdown.dialects import GFM
from i18n.markdown.elements import TEXT_ATTRIBUTES
from i18n.markdown.tokenizer import Comment, Tag, tokens
from tests.compile.test_harm import PAGE, SOURCE, built, placed
from tests.harm import HARMFUL
from tests.markdown.test_tokenizer import HARD, comment
from tests.real import browser
from tests.real.programs import needs

pytestmark = needs("chromium")

Node: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""An element with its attributes, or `#comment` with its text."""

_READER = """<!doctype html><meta charset="utf-8"><script type="application/json">%s</script><pre></pre><script>
const nodes = text => {
  const tree = new DOMParser().parseFromString(text, "text/html"), found = [];
  const walker = tree.createTreeWalker(tree.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    found.push(node.nodeType === 8 ? ["#comment", [["", node.data]]]
      : [node.localName, [...node.attributes].map(each => [each.name, each.value])]);
  }
  return found;
};
const texts = JSON.parse(document.querySelector("script").textContent);
document.querySelector("pre").textContent =
  JSON.stringify(texts.map(nodes))
    .replace(/[^ -~]|[<>&]/g, one => "\\\\u" + one.charCodeAt(0).toString(16).padStart(4, 0));
</script>"""
_MADE_BY_THE_TREE = frozenset({"html", "head", "body", "tbody", "tr", "p"})
_DROPPED_BY_THE_TREE = frozenset("body html head frame frameset tr td isindex".split())


def in_chromium(texts: Sequence[str], folder: Path) -> list[list[Node]]:
    """The elements and comments of each text, in order."""
    page = folder / "reader.html"
    page.write_text(_READER % json.dumps(texts).replace("<", "\\u003c"), encoding="utf-8")
    done = browser.read(page)
    found = re.search(r"<pre>(\[.*\])</pre>", done.stdout, re.S)
    assert found, done.stderr
    return [[_node(*each) for each in nodes] for nodes in json.loads(found[1])]


def _node(name: str, attributes: list[Any]) -> Node:
    return name, tuple(sorted((key.lower(), value) for key, value in attributes))


def _ours(text: str) -> set[Node]:
    found: set[Node] = set()
    for token in tokens(text):
        if isinstance(token, Tag) and token.is_finished and not token.is_closing:
            values = ((each.name, each.value) for each in token.attributes if not each.is_repeated)
            found.add(("img" if token.name == "image" else token.name, tuple(sorted(values))))
        elif isinstance(token, Comment) and token.kind != "doctype" and token.span.of(text) != "</>":
            found.add(("#comment", (("", comment(text, token)),)))
    return found


def test_chromium_reads_the_tags_that_we_read(tmp_path: Path) -> None:
    # Where no scripts run, as here, the text of `noscript` is none of a kind of its own.
    every = (*HARD, *HARMFUL, *(f"Wort {payload} Ende" for payload in HARMFUL))
    texts = [text for text in every if "noscript" not in text]
    assert len(texts) > 250
    found = in_chromium([f"<!doctype html>x<div>{text}" for text in texts], tmp_path)
    for text, nodes in zip(texts, found, strict=True):
        ours, theirs = _ours(f"<div>{text}"), set(nodes)
        assert {node for node in theirs if node[0] not in _MADE_BY_THE_TREE} <= ours, text
        kept = {node for node in ours if node[0] not in _DROPPED_BY_THE_TREE and not _is_instruction(node)}
        assert kept <= theirs, text


def _is_instruction(node: Node) -> bool:
    """Whether a comment begins as an instruction does: newer browsers take it, to the same mark, for one."""
    return node[0] == "#comment" and node[1][0][1].startswith("?")


def test_a_page_has_what_its_source_has_whatever_its_translations_say(tmp_path: Path) -> None:
    source = SOURCE.article.data
    bare = [source.replace(b"Block words", payload.encode()) for payload in HARMFUL]
    pages = sorted({built({unit.key: text}).data for payload in HARMFUL for unit, text in placed(payload)})
    found = in_chromium([_rendered(each) for each in (source, *bare, *pages)], tmp_path)
    expected, *others = map(_elements, found)
    assert sum(each != expected for each in others[: len(bare)]) > 100, "nothing keeps harm out of these"
    for page, nodes in zip(pages, others[len(bare) :], strict=True):
        assert nodes == expected, page.decode()


def _rendered(article: bytes) -> str:
    return str(PAGE.render(document.read(article, GFM).body))


def _elements(nodes: list[Node]) -> list[Node]:
    """What must be equal: another count of line breaks than the source's is a warning."""
    kept = ((name, attributes) for name, attributes in nodes if name != "br")
    return [(name, tuple(each for each in attributes if each[0] not in TEXT_ATTRIBUTES)) for name, attributes in kept]
