"""Which articles are not for readers? Found before any page is made, as pages link to others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from i18n.compile.withheld import Withheld, withheld
from i18n.errors import FileError
from i18n.extract.article import Rules, dialect_of
from i18n.extract.drafts import is_draft, may_be_draft
from i18n.markdown import frontmatter
from i18n.project import Project
from i18n.workflow import reading
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session


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
    if not may_be_draft(data, rules.drafts):
        return None
    return frontmatter.find(data.decode(errors="replace").removeprefix("\ufeff"), 0, dialect_of(rules).front_matter)
