"""An article that was read once is the same article when it is taken from memory."""

from __future__ import annotations

import dataclasses
import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.errors import InputError
from i18n.extract import kept
from i18n.extract.article import Rules
from i18n.extract.drafts import DraftRules
from i18n.extract.kept import Kept
from i18n.extract.source import Source, read_source
from i18n.markdown.dialects import NAMES
from i18n.model import Article
from i18n.project import Known
from i18n.span import Span
from i18n.workflow import reading, rereading
from i18n.workflow.remembering import encoded
from tests.cli.commands import files, i18n, translate_all, write
from tests.hostile.articles import ARTICLES
from tests.laws.markdown import articles

KNOWN = Known("a.md", "a", "source/a.md", 0)
SPECIMENS = Path(__file__).parents[2] / "benchmarks/data/specimens"
SAMPLES = sorted(Path(__file__).parents[2].glob("source/**/*.md")) + sorted(SPECIMENS.glob("*.md"))


def read(data: bytes, rules: Rules) -> Source:
    return read_source(Article("a.md", "a", "source/a.md", data), rules)


def assert_is_the_same(data: bytes, rules: Rules) -> None:
    try:
        source = read(data, rules)
    except InputError:
        return
    found = rereading.read(source)
    assert found is not None
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "source_of", None)  # it is taken from memory alone
        other = rereading.source_of(KNOWN, data, rules, found)
    for name in ("article", "rules", "dialect", "parts", "extraction", "is_private", "template", "words", "remarks"):
        assert getattr(other, name) == getattr(source, name)
    assert (other.outline, other.skeleton) == (source.outline, source.skeleton)


@given(articles(), st.sampled_from(NAMES), st.booleans())
def test_an_article_from_memory_is_what_its_bytes_say(data: bytes, dialect: str, drop: bool) -> None:
    assert_is_the_same(data, Rules(dialect, drop_comments=drop))


def samples() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in SAMPLES)
    yield from (article.encode() for article in ARTICLES.values())


@pytest.mark.parametrize("dialect", NAMES)
def test_sample_articles_from_memory_are_what_their_bytes_say(dialect: str) -> None:
    for data in samples():
        for shape in (data, data.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + data):
            assert_is_the_same(shape, Rules(dialect, code="comments"))


ARTICLE = b"---\ntitle: A title of words\n---\n\n# Words\n\n<!-- i18n:note: so -->\nA paragraph of words.\n"


def changed(**parts: object) -> bytes:
    """What is remembered of the article, with something else in it."""
    digest = hashlib.sha256(ARTICLE).hexdigest()
    return encoded(dataclasses.replace(kept.kept(read(ARTICLE, Rules()), digest), **parts))  # type: ignore[arg-type]


def segments_at(*spans: tuple[int, int]) -> bytes:
    """The same with other places of the first messages."""
    extraction = read(ARTICLE, Rules()).extraction
    moved = [each._replace(span=Span(*span)) for each, span in zip(extraction.segments, spans, strict=False)]
    return changed(extraction=dataclasses.replace(extraction, segments=(*moved, *extraction.segments[len(moved) :])))


FRONT = read(ARTICLE, Rules()).parts.front
assert FRONT is not None


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"{}",
        b"\xff\x00",
        encoded(Kept("a.md", "", None, read(b"", Rules()).extraction)),
        changed(path="b.md"),
        changed(sha256="0" * 64),
        changed(front=dataclasses.replace(FRONT, text="title: Another")),
        changed(front=dataclasses.replace(FRONT, span=Span(4, 9_000))),
        changed(extraction=dataclasses.replace(read(ARTICLE, Rules()).extraction, unpublished=(Span(5, 9_000),))),
        segments_at((-1, 4)),
        segments_at((20, 10)),
        segments_at((20, 30), (5, 10)),
        segments_at((20, 30), (9_000, 9_001)),
    ],
)
def test_what_does_not_fit_the_bytes_is_found_in_them_again(found: bytes) -> None:
    source, other = read(ARTICLE, Rules()), rereading.source_of(KNOWN, ARTICLE, Rules(), found)
    assert (other.parts, other.extraction) == (source.parts, source.extraction)


def test_an_article_that_changed_is_read() -> None:
    found = rereading.read(read(ARTICLE, Rules()))
    assert found is not None
    other = rereading.source_of(KNOWN, b"# Others\n", Rules(), found)
    assert [segment.msgid for segment in other.extraction.segments] == ["Others"]


def test_an_article_with_a_day_to_come_is_not_remembered() -> None:
    rules = Rules(drafts=DraftRules(("date",), now=datetime(2026, 11, 30, tzinfo=UTC)))
    assert rereading.read(read(b"---\ndate: 2026-12-24\n---\nWords.\n", rules)) is None
    assert rereading.read(read(b"---\ndate: 2020-12-24\n---\nWords.\n", rules)) is not None


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was extracted and translated."""
    write(tmp_path, "i18n.toml", '[project]\nname = "Notes"\nlocales = ["de", "fr"]\n')
    write(tmp_path, "source/index.md", "# Welcome home\n\nA boat left the harbour at dawn.\n")
    write(tmp_path, "source/guide/pump.md", ARTICLE.decode())
    i18n(tmp_path, "extract")
    translate_all(tmp_path, "index")
    translate_all(tmp_path, "guide/pump")
    return tmp_path


def test_a_first_build_after_an_extract_parses_no_article(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(reading, "source_of", None)
        assert i18n(project, "build").exit_code == 0
        assert i18n(project, "check").exit_code == 0
    built = files(project / "dist")
    (project / ".i18n" / "state.sqlite").unlink()
    i18n(project, "build")
    assert files(project / "dist") == built


def test_what_somebody_wrote_into_the_memory_makes_no_page(project: Path) -> None:
    with sqlite3.connect(project / ".i18n" / "state.sqlite") as connection:
        changed = connection.execute("UPDATE done SET result = '{}' WHERE step = 'read articles'").rowcount
    connection.close()
    assert changed == 2
    assert i18n(project, "build").exit_code == 0
    assert "A boat" not in (project / "dist/de/index.md").read_text()
