"""Which articles are not for readers? Found before any page is made, as pages link to others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from i18n.compile.withheld import Withheld, withheld
from i18n.errors import FileError
from i18n.extract.article import Rules, dialect_of
from i18n.extract.drafts import is_draft
from i18n.markdown import frontmatter
from i18n.project import Project
from i18n.workflow import reading
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session

_FLAG = re.compile(
    rb"(?i)\b(?:(?:draft|unlisted)\b[\"']?[ \t]*[:=](?![ \t]*[\"']?(?:false|no|off)\b)"
    rb"|published\b[\"']?[ \t]*[:=](?![ \t]*[\"']?(?:true|yes|on)\b)|expirydate\b)"
)
_DAY = re.compile(rb"\b\d{4}-\d\d?-\d\d?")
"""Front matter without such a flag and without a day to come holds nothing back, and need not be read for that."""
_FAR = 20_000
"""Bytes from the top of an article within which the keys stand."""


def withheld_of(session: Session, project: Project, selection: Selection, texts: Mapping[str, bytes]) -> Withheld:
    """Find the private articles, and what the generator holds back; `texts` are articles that were read, by path."""
    private = project.source.private
    held = {known.path for known in selection.found.articles if known.private}
    held |= set(_drafts(session, reading.rules(session, project), selection, texts))
    return withheld(held, private)


def _drafts(session: Session, rules: Rules, selection: Selection, texts: Mapping[str, bytes]) -> Iterator[str]:
    for known in selection.found.articles:
        try:
            data = texts.get(known.path) or session.store.read(known.reference)
        except FileError:
            continue  # whoever reads it says so
        if not known.private and is_draft(_front(data, rules), known.path, rules.drafts):
            yield known.path


def _front(data: bytes, rules: Rules) -> frontmatter.FrontMatter | None:
    """The front matter of an article, if it may hold the article back."""
    drafts = rules.drafts
    # No time zone is two days from another.
    late = (drafts.now - timedelta(days=2)).strftime("%Y-%m-%d").encode() if drafts.now else b""
    days = _DAY.finditer(data, 0, _FAR) if drafts.dates else ()
    if not _FLAG.search(data, 0, _FAR) and not any(len(day[0]) < len(late) or day[0] >= late for day in days):
        return None
    return frontmatter.find(data.decode(errors="replace").removeprefix("\ufeff"), 0, dialect_of(rules).front_matter)
