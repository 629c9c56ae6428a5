"""The promises of the compiler: byte-faithful, and structure-safe whatever a msgstr says."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from i18n.compile.article import Options, compile_article
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.markdown import document, outline, skeleton
from i18n.markdown.dialects import NAMES
from i18n.markdown.splice import Edit, splice
from i18n.model import Article, Place, Unit
from i18n.project import Build
from tests.laws.markdown import articles, translations
from tests.laws.promises import published

OPTIONS = Options("de", build=Build(anchors="keep"))
dialects = st.sampled_from(NAMES)


def read(data: bytes, dialect: str = "gfm") -> Source:
    return read_source(Article("a.md", "a", "source/a.md", data), Rules(dialect))


@given(articles(), dialects)
def test_segments_are_ascending_spans_within_the_article(data: bytes, dialect: str) -> None:
    at = 0
    for segment in read(data, dialect).extraction.segments:
        assert at <= segment.span.start < segment.span.end <= len(data)
        assert segment.msgid.strip()
        assert 1 <= segment.line <= 1 + data.count(b"\n") + data.count(b"\r")
        at = segment.span.end


@given(articles(), dialects)
def test_nothing_translated_changes_no_byte(data: bytes, dialect: str) -> None:
    source = read(data, dialect)
    assert compile_article(source, {}, OPTIONS).data == published(source)


@given(articles(), dialects)
def test_messages_translated_by_themselves_change_no_byte(data: bytes, dialect: str) -> None:
    source = read(data, dialect)
    units = {unit.key: dataclasses.replace(unit, msgstr=unit.msgid) for unit in source.template}
    compiled = compile_article(source, units, dataclasses.replace(OPTIONS, build=Build()))
    assert compiled.data == published(source)
    assert not [finding for finding in compiled.findings if finding.rule == "structure"]


@given(articles(), dialects, st.data())
@example(b"a `b\n", "gfm", None)
def test_no_translation_changes_the_structure(data: bytes, dialect: str, draw: st.DataObject | None) -> None:
    source = read(data, dialect)
    units = {
        unit.key: dataclasses.replace(unit, msgstr=draw.draw(translations) if draw else "7. Februar")
        for unit in source.template
    }
    compiled = compile_article(source, units, OPTIONS)
    expected = skeleton.read(document.read(published(source), source.dialect), source.dialect)
    built = skeleton.read(document.read(compiled.data, source.dialect), source.dialect)
    assert built.tokens == expected.tokens
    assert built.machinery == expected.machinery
    assert built.definitions == expected.definitions
    if compiled.data == published(source) and any(shown(unit) for unit in units.values()):
        assert compiled.findings


def shown(unit: Unit) -> bool:
    return " ".join(unit.msgstr.split()) not in ("", " ".join(unit.msgid.split()))


@settings(max_examples=30)
@given(articles(), st.data())
def test_compiling_twice_gives_the_same_bytes(data: bytes, draw: st.DataObject) -> None:
    source = read(data)
    units = {unit.key: dataclasses.replace(unit, msgstr=draw.draw(translations)) for unit in source.template}
    options = dataclasses.replace(OPTIONS, build=Build(outdated="keep"))
    assert compile_article(source, units, options) == compile_article(read(data), units, options)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_their_place(data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError:
        with pytest.raises(InputError, match="offset"):
            read(data)
    else:
        read(data)


@given(articles(), dialects, st.data())
def test_equal_outlines_have_equal_skeletons(data: bytes, dialect: str, draw: st.DataObject) -> None:
    source = read(data, dialect)
    segments = [segment for segment in source.extraction.segments if segment.place is Place.PARAGRAPH]
    edits = [Edit(each.span, draw.draw(translations).encode("utf-8", "replace")) for each in segments]
    other = document.with_body(source.parts, splice(data, edits).data, source.dialect)
    seen = outline.outline(source.parts, source.dialect)
    if seen == outline.outline(other, source.dialect):
        one, two = (skeleton.read(each, source.dialect) for each in (source.parts, other))
        assert (one.tokens, one.emphasis, one.definitions) == (two.tokens, two.emphasis, two.definitions)
        assert one.machinery == two.machinery
