"""What an article of a dialect holds for translators, and what becomes of it."""

from __future__ import annotations

import dataclasses

from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.extract.template import kind
from i18n.markdown.splice import Edit, splice
from i18n.model import Article, Unit
from i18n.project import Build


def read(text: str, dialect: str) -> Source:
    return read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules(dialect))


def messages(text: str, dialect: str) -> list[str]:
    """Each as `kind: msgid`, with ⏎ for a hard break."""
    segments = read(text, dialect).extraction.segments
    return [f"{kind(each)}: {each.msgid}".replace("\n", "⏎") for each in segments]


def compiled(text: str, dialect: str, *units: Unit) -> Compiled:
    return compile_article(
        read(text, dialect),
        {unit.key: unit for unit in units},
        Options("de", build=Build(anchors="keep")),
    )


def assert_comes_through(text: str, dialect: str) -> None:
    """Without translations, and with every message translated by itself, no byte but our comments' may change."""
    source = read(text, dialect)
    published = splice(source.article.data, [Edit(span, b"") for span in source.extraction.unpublished]).data
    assert compiled(text, dialect).data == published
    result = compiled(text, dialect, *(dataclasses.replace(unit, msgstr=unit.msgid) for unit in source.template))
    assert result.data == published
    assert not result.findings


def assert_every_message_lands(text: str, dialect: str) -> None:
    """A word more in each message is in the article, and none is refused."""
    template = read(text, dialect).template
    result = compiled(text, dialect, *(dataclasses.replace(unit, msgstr=f"{unit.msgid} ja") for unit in template))
    assert not [finding for finding in result.findings if finding.rule == "structure"]
    assert all(unit.msgid.split()[-1] + " ja" in result.data.decode() for unit in template)


def translated(pairs: str) -> list[Unit]:
    """Units of `msgid ⇒ msgstr` lines."""
    split = (line.replace("⏎", "\n").partition(" ⇒ ") for line in pairs.splitlines())
    return [Unit(msgid, msgstr) for msgid, _, msgstr in split]


def assert_compiles(article: str, pairs: str, expected: str, dialect: str) -> None:
    """The article with these translations; where it stays as it is, they were refused and somebody is told."""
    units = translated(pairs)
    assert {unit.msgid for unit in units} <= {unit.msgid for unit in read(article, dialect).template}
    result = compiled(article, dialect, *units)
    assert result.data.decode() == expected
    assert any(finding.rule == "structure" for finding in result.findings) == (article == expected)


def assert_compiles_in_part(article: str, pairs: str, expected: str, dialect: str) -> None:
    """The article with those translations that are not refused, each of which shows."""
    units = translated(pairs)
    assert {unit.msgid for unit in units} <= {unit.msgid for unit in read(article, dialect).template}
    result = compiled(article, dialect, *units)
    assert result.data.decode() == expected
    refused = {finding.msgid for finding in result.findings if finding.rule == "structure"}
    kept = [unit for unit in units if unit.msgid not in refused]
    assert compiled(article, dialect, *kept).data.decode() == expected
    for unit in kept:
        assert compiled(article, dialect, unit).data.decode() != article, unit.msgid


def assert_all_refused(article: str, pairs: str, dialect: str) -> None:
    """The article stays as it is, and each translation has a finding."""
    assert_compiles(article, pairs, article, dialect)
    findings = compiled(article, dialect, *translated(pairs)).findings
    assert len([each for each in findings if each.rule == "structure"]) == len(pairs.splitlines())
