"""What an article of a dialect holds for translators, and what becomes of it."""

from __future__ import annotations

import dataclasses
from typing import Any

from i18n.compile.article import Compiled, Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.extract.template import kind
from i18n.markdown.splice import Edit, splice
from i18n.model import Article, Unit
from i18n.project import Build


def read(text: str, dialect: str, **rules: Any) -> Source:
    return read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules(dialect, **rules))


def messages(text: str, dialect: str, **rules: Any) -> list[str]:
    """Each as `kind: msgid`, with ⏎ for a hard break."""
    segments = read(text, dialect, **rules).extraction.segments
    return [f"{kind(each)}: {each.msgid}".replace("\n", "⏎") for each in segments]


def compiled(text: str, dialect: str, *units: Unit, **rules: Any) -> Compiled:
    return compile_article(
        read(text, dialect, **rules),
        {unit.key: unit for unit in units},
        Options("de", build=Build(anchors="keep")),
    )


def assert_comes_through(text: str, dialect: str, **rules: Any) -> None:
    """Without translations, and with every message translated by itself, no byte but our comments' may change."""
    source = read(text, dialect, **rules)
    published = splice(source.article.data, [Edit(span, b"") for span in source.extraction.unpublished]).data
    assert compiled(text, dialect, **rules).data == published
    same = (dataclasses.replace(unit, msgstr=unit.msgid) for unit in source.template)
    result = compiled(text, dialect, *same, **rules)
    assert result.data == published
    assert result.findings == source.extraction.findings


def assert_every_message_lands(text: str, dialect: str, **rules: Any) -> None:
    """A word more in each message is in the article, and none is refused."""
    template = read(text, dialect, **rules).template
    more = (dataclasses.replace(unit, msgstr=f"{unit.msgid} ja") for unit in template)
    result = compiled(text, dialect, *more, **rules)
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
