"""Which pages does the program build when a text stands in each place of an article?"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from i18n.compile.article import Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.model import Article, Finding, Key
from i18n.project import Build
from tests.hostile.articles import ACCEPTED, ARTICLES, MARKER, NEIGHBOURS

OPTIONS = Options("de", build=Build(anchors="keep"))


_GROUPS = 3
"""The places of an article that hold a text at a time are every third, so that none is next to another."""


@dataclass(frozen=True)
class Trial:
    """Texts in some places of an article."""

    words: Mapping[str, str]
    """By marker."""
    is_honest: bool
    messages: Mapping[str, str]
    """The message of each marker of the article."""
    together: tuple[tuple[str, ...], ...]
    """Markers of places that must be tried together: one, or two that hold a half each."""

    def __str__(self) -> str:
        return "; ".join(f"{marker}: {text!r}" for marker, text in self.words.items())

    def without(self, markers: Collection[str]) -> Trial:
        """The same with fewer places."""
        kept = {marker: text for marker, text in self.words.items() if marker not in markers}
        return dataclasses.replace(self, words=kept)

    def parts(self) -> Iterator[Trial]:
        """A trial for each place, or for two."""
        for markers in self.together:
            words = {marker: self.words[marker] for marker in markers if marker in self.words}
            if words:
                yield dataclasses.replace(self, words=words, together=(markers,))


@dataclass(frozen=True)
class Page:
    """What was built."""

    data: bytes
    refused: frozenset[str]
    """Markers of the places that show the source, which a finding says."""
    noted: frozenset[str]
    """Markers of the places where a finding says that emphasis differs."""


def source(dialect: str) -> Source:
    """The article of a dialect."""
    name = "a.mdx" if dialect in ("docusaurus", "starlight") else "a.md"
    return read_source(Article(name, "a", f"source/{name}", ARTICLES[dialect].encode()), Rules(dialect))


def messages(article: Source) -> dict[str, str]:
    """The message of each marker."""
    return {marker: unit.msgid for unit in article.template for marker in MARKER.findall(unit.msgid)}


def trials(article: Source, harmful: Iterable[str], honest: Iterable[str]) -> Iterator[Trial]:
    """Each text alone and among words in every place, and over two places next to each other."""
    found = messages(article)
    groups = [[(marker,) for marker in list(found)[group::_GROUPS]] for group in range(_GROUPS)]
    pairs = [[pair for pair in group if set(pair) <= set(found)] for group in NEIGHBOURS]
    for texts, is_honest in ((harmful, False), (honest, True)):
        for text in texts:
            tried = [(said,) for said in (text, f"Wort {text} Ende")]
            halves = _halves(text, is_honest=is_honest)
            placed: list[tuple[Sequence[tuple[str, ...]], tuple[str, ...]]] = list(itertools.product(groups, tried))
            placed += itertools.product(pairs, halves)
            for many, said in placed:
                words = {marker: part for markers in many for marker, part in zip(markers, said, strict=True)}
                tried_words = {m: part for m, part in words.items() if not _is_accepted(article, m, part)}
                if tried_words:
                    yield Trial(tried_words, is_honest, found, tuple(many))


def _is_accepted(article: Source, marker: str, text: str) -> bool:
    tried = (article.dialect.name, marker, text)
    return any(all(map(re.search, patterns, tried)) for *patterns, _ in ACCEPTED)


def _halves(text: str, *, is_honest: bool) -> Iterator[tuple[str, ...]]:
    if is_honest:
        yield f"Wort {text}", f"{text} Ende"
        return
    for at in range(1, len(text), 1 + len(text) // 3):
        yield f"Wort {text[:at]}", f"{text[at:]} Wort"


def built(article: Source, trial: Trial) -> Page:
    """The page with the texts of a trial."""
    texts: dict[Key, str] = {}
    for unit in article.template:
        if any(marker in trial.words for marker in MARKER.findall(unit.msgid)):
            texts[unit.key] = MARKER.sub(lambda found: trial.words.get(found[1], found[0]), unit.msgid)
    units = {unit.key: dataclasses.replace(unit, msgstr=texts.get(unit.key, "")) for unit in article.template}
    result = compile_article(article, units, OPTIONS)
    said = {rule: frozenset(_markers(result.findings, rule)) for rule in ("structure", "emphasis")}
    return Page(result.data, said["structure"], said["emphasis"])


def _markers(findings: Iterable[Finding], rule: str) -> Iterator[str]:
    for finding in findings:
        if finding.rule == rule:
            yield from MARKER.findall(finding.msgid or "")


def body(data: bytes) -> tuple[str, str]:
    """The front matter and the body of a page."""
    match = re.match(r"---\n(.*?)^---\n(.*)", data.decode(), re.S | re.M)
    return (match[1], match[2]) if match else ("", data.decode())
