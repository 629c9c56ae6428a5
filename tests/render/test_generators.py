"""Do readers get all words that the real renderers of MkDocs, MyST and GitHub give them?"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import html5lib
import markdown
import pytest
from docutils.core import publish_parts
from markdown_it import MarkdownIt
from myst_parser.parsers.docutils_ import Parser

from i18n.render import Options, marks, render
from tests.fixtures import DATA, cases
from tests.render.reading import read

_WORD = re.compile(r"\w+")
_COMMENT = re.compile(r"(?s)<!--.*?-->")
_UNSEEN = frozenset({"script", "style", "math", "annotation"})
_EXTENSIONS = (
    "admonition attr_list md_in_html tables footnotes def_list abbr toc pymdownx.details pymdownx.superfences "
    "pymdownx.tabbed pymdownx.tasklist "
    "pymdownx.blocks.details pymdownx.blocks.admonition pymdownx.blocks.tab pymdownx.keys"
).split()
_DOCUTILS = {
    "report_level": 5,
    "halt_level": 6,
    "warning_stream": "",
    "embed_stylesheet": False,
    "myst_enable_extensions": "deflist dollarmath colon_fence fieldlist attrs_inline attrs_block tasklist".split(),
}
KNOWN = Path(__file__).parent / "known.txt"
"""What the real one shows and ours does not: dialect, case, words. Syntax that is not for readers, mostly."""


def mkdocs(body: str) -> str:
    options = {"pymdownx.tabbed": {"alternate_style": True}}
    return str(markdown.markdown(body, extensions=_EXTENSIONS, extension_configs=options))


def myst(body: str) -> str:
    return str(publish_parts(body, parser=Parser(), writer="html5", settings_overrides=_DOCUTILS)["body"])


def github(body: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False}).disable("linkify").render(body))


RENDERERS: dict[str, Callable[[str], str]] = {"mkdocs": mkdocs, "myst": myst, "gfm": github, "mdbook": github}
CASES = [
    pytest.param(dialect, case.id, case.values[0], id=f"{dialect}: {case.id}")
    for dialect in RENDERERS
    for name in (f"{dialect}.txt", f"{dialect}_rendered.txt")
    if (DATA / name).exists()
    for case in cases(name, 2)
]


def theirs(html: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for element in html5lib.parseFragment(_COMMENT.sub("", html)).iter():
        if element.tag.rpartition("}")[2] not in _UNSEEN:
            found.update(_WORD.findall(element.text or ""))
        found.update(_WORD.findall(element.tail or ""))
    return found


def lost(dialect: str, article: str) -> str:
    """The words that the real renderer shows more often than ours."""
    source = read(article, dialect)
    page = render(source, marks(source), Options(locale="en"))
    ours = Counter(_WORD.findall(" ".join(ET.fromstring(f"<a>{page.body}</a>").itertext())))
    body = source.parts.data[source.parts.body_start :].decode()
    return " ".join(sorted((theirs(RENDERERS[dialect](body)) - ours).elements()))


@pytest.fixture(scope="module")
def known() -> dict[tuple[str, str], str]:
    lines = (line.split(" | ") for line in KNOWN.read_text(encoding="utf-8").splitlines())
    return {(dialect, title): words for dialect, title, words in lines}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("dialect", "title", "article"), CASES)
def test_no_word_is_lost_but_those_that_are_known(
    dialect: str, title: str, article: str, known: dict[tuple[str, str], str]
) -> None:
    assert lost(dialect, article) == known.get((dialect, title), "")


def test_what_is_known_is_tried(known: dict[tuple[str, str], str]) -> None:
    assert known.keys() <= {(case.values[0], case.values[1]) for case in CASES}


def write() -> None:
    """Write what is lost now: run after a look at each."""
    rows = ([str(value) for value in case.values] for case in CASES)
    found = ((dialect, title, lost(dialect, article)) for dialect, title, article in rows)
    text = "".join(f"{dialect} | {title} | {words}\n" for dialect, title, words in found if words)
    KNOWN.write_text(text, encoding="utf-8")
