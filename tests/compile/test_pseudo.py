from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given

from i18n.compile.article import Options, compile_article
from i18n.compile.pseudo import pseudo
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.markdown.dialects import GFM, named
from i18n.model import Article
from i18n.pseudo import ACCENTED, MIRRORED, PSEUDO_LOCALES
from tests.laws.markdown import articles


def test_words_change_and_grow_and_markup_stays() -> None:
    message = 'Check the **[list](l.md "t")** `code` {{< x >}} <b>twice</b>, &amp; {name} %(n)s :tada: ![alt](x)'
    changed = pseudo(message, GFM, ACCENTED)
    assert changed.startswith(
        'Çĥéçķ ţĥé **[ĺíšţ](l.md "t")** `code` {{< x >}} <b>ţŵíçé</b>, &amp; {name} %(n)s :tada: ![áĺţ](x)'
    )
    assert len(changed) > len(message)


def test_mirrored_words_are_closed_again() -> None:
    assert pseudo("Check *it*.", GFM, MIRRORED) == "\u202eCheck\u202c *\u202eit\u202c*."


@pytest.mark.parametrize("message", ["1 2 3", "`code`", "<https://example.org>", "{{ x }}"])
def test_what_has_no_words_stays(message: str) -> None:
    assert pseudo(message, GFM, ACCENTED) == message


def test_roles_of_a_dialect_stay() -> None:
    assert "{ref}`words`" in pseudo("See {ref}`words` here", named("myst"), ACCENTED)


def test_a_pseudo_article_keeps_its_structure_and_its_references() -> None:
    text = (
        "# The title\n\nRead [the guide] and `[ ]`, [other][^1].\n\n[the guide]: a.md\n[other]: b.md\n\n[^1]: A note\n"
    )
    source = read_source(Article("a.md", "a", "source/a.md", text.encode()), Rules())
    for locale in PSEUDO_LOCALES:
        units = {
            unit.key: dataclasses.replace(unit, msgstr=pseudo(unit.msgid, GFM, locale)) for unit in source.template
        }
        compiled = compile_article(source, units, Options(locale))
        assert not compiled.findings
        assert "[the guide]" in compiled.data.decode()
        assert not re.search(r"\bRead\b(?!\u202c)", compiled.data.decode())


@given(articles())
def test_any_article_has_a_pseudo_version(data: bytes) -> None:
    source = read_source(Article("a.md", "a", "source/a.md", data), Rules())
    units = {unit.key: dataclasses.replace(unit, msgstr=pseudo(unit.msgid, GFM, ACCENTED)) for unit in source.template}
    compile_article(source, units, Options(ACCENTED))
