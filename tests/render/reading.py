"""An article as it is rendered, and what a program reads of that."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator

from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.model import Article
from i18n.render import Options, Rendered, marks, render

OPTIONS = Options(locale="en")


def read(data: bytes | str, dialect: str = "gfm", **rules: object) -> Source:
    """An article of that content."""
    content = data.encode() if isinstance(data, str) else data
    return read_source(Article("a.md", "a", "source/a.md", content), Rules(dialect, **rules))  # type: ignore[arg-type]


def rendered(data: bytes | str, dialect: str = "gfm", options: Options = OPTIONS) -> Rendered:
    """An article as it is rendered."""
    source = read(data, dialect)
    return render(source, marks(source), options)


def tree(page: Rendered) -> ET.Element:
    """The page as any reader of XML has it. Raises `ParseError`."""
    return ET.fromstring(f"<article>{page.header}{page.body}</article>")


def body(data: bytes | str, dialect: str = "gfm", options: Options = OPTIONS) -> str:
    """The body without its ids, uids and line ends between blocks."""
    found = ET.fromstring(f"<article>{rendered(data, dialect, options).body}</article>")
    for element in found.iter():
        element.attrib.pop("data-uid", None)
    text = ET.tostring(found, encoding="unicode")
    return text.removeprefix("<article>").removesuffix("</article>").removesuffix("<article />").strip()


def uids(page: ET.Element) -> Counter[str]:
    """How many elements show each message."""
    return Counter(uid for element in page.iter() for uid in element.get("data-uid", "").split())


def texts(page: ET.Element, uid: str) -> Iterator[str]:
    """What the elements of a message say, attributes included."""
    for element in page.iter():
        if uid in element.get("data-uid", "").split():
            yield " ".join(("".join(element.itertext()), *element.attrib.values()))
