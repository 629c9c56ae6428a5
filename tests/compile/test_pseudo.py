from __future__ import annotations

import dataclasses
import re

from hypothesis import given

from i18n.compile.article import Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import read_source
from i18n.markdown.dialects import GFM
from i18n.message.pseudo import pseudo
from i18n.model import Article
from i18n.pseudo import ACCENTED, PSEUDO_LOCALES
from tests.laws.markdown import articles


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
