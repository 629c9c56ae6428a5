"""A notice changes nothing of the page that it stands on, and none stands where nothing is translated."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from i18n.catalog.origin import mark
from i18n.compile import notices
from i18n.compile.article import Options, compile_article
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.markdown import document, skeleton
from i18n.markdown.dialects import NAMES
from i18n.markdown.splice import splice
from i18n.model import Article
from i18n.project import Build
from i18n.project.notices import Notices
from tests.laws.markdown import articles
from tests.laws.promises import published

ALL = Notices(True, True, True)
_ITEM = re.compile(rb"[ \t]*(?:[-*+]|\d+[.)]|[!?]{3}|===|///)(?:[+]?[ \t]|[\r\n]|\Z)")
dialects = st.sampled_from(NAMES)
locales = st.sampled_from([*notices.WORDS, "fr", "he"])
kinds: st.SearchStrategy[list[notices.Reason]] = st.lists(
    st.sampled_from(("draft", "outdated", "partial")), min_size=1, unique=True
)


def read(data: bytes, dialect: str) -> Source:
    return read_source(Article("a.md", "a", "source/a.md", data), Rules(dialect))


def inserted(before: Sequence[object], after: Sequence[object], what: Sequence[object]) -> bool:
    """Whether something was put into a sequence at one place, and nothing else."""
    number = len(after) - len(before)
    places = range(len(before) + 1) if number == len(what) else ()
    return any(
        after[:at] == before[:at] and after[at : at + number] == what and after[at + number :] == before[at:]
        for at in places
    )


@given(articles(), dialects, locales, kinds)
def test_a_notice_stands_by_itself(data: bytes, dialect: str, locale: str, reasons: list[notices.Reason]) -> None:
    source = read(data, dialect)
    # MDX has no indented code; of an indented first line of all, with nothing above, that is not seen.
    assume(not (dialect in ("docusaurus", "starlight") and source.parts.body.startswith(("    ", "\t"))))
    edit = notices.edit(source, reasons, ALL, locale)
    assert edit is not None
    # Our parser is shown the blocks of MkDocs as items of lists, which go on with the items below.
    assume(dialect != "mkdocs" or not _ITEM.match(source.parts.data, edit.span.start))
    page = document.read(splice(source.parts.data, [edit]).data, source.dialect)
    alone = document.read(edit.data.lstrip(b"\r\n"), source.dialect)
    before, after, told = (skeleton.read(each, source.dialect) for each in (source.parts, page, alone))
    assert inserted(before.tokens, after.tokens, told.tokens)
    assert after.definitions == before.definitions
    assert page.front == source.parts.front


@given(articles(), dialects, st.booleans())
def test_nothing_translated_changes_no_byte_whatever_is_told(data: bytes, dialect: str, itself: bool) -> None:
    source = read(data, dialect)
    units = {unit.key: dataclasses.replace(unit, msgstr=unit.msgid) for unit in source.template if itself}
    options = Options("de", Build(anchors="keep", drafts=True, outdated="keep"), ALL)
    assert compile_article(source, units, options).data == published(source)


@given(articles(), dialects, locales)
def test_drafts_never_come_without_a_notice(data: bytes, dialect: str, locale: str) -> None:
    source = read(data, dialect)
    units = {unit.key: mark(unit, "Ŵörd", "pseudo") for unit in source.template}
    compiled = compile_article(source, units, Options(locale, Build(anchors="keep", drafts=True)))
    words = notices.WORDS.get(locale, notices.WORDS["en"]).draft.encode()
    assert (words in compiled.data) == (compiled.data != published(source)) == bool(compiled.drafts)
