"""Which articles say themselves at which address their page is?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from i18n.errors import FileError
from i18n.extract.article import Rules, dialect_of
from i18n.markdown import frontmatter
from i18n.project import Known, Project
from i18n.sites.linking import linking
from i18n.store import Store
from i18n.workflow import reading
from i18n.workflow.remembering import Repeated, Step, remembered
from i18n.workflow.session import Session

_SAYS_SO = re.compile(rb"""(?im)^[ \t{]*["']?(?:slug|url|permalink|path)["']?[ \t]*[:=]""")
_NO_PATTERN = re.compile(r"/?[^:{}?#]+")
"""An address; not one of another site, or what a generator fills in."""


@dataclass(frozen=True, slots=True)
class _Plan:
    store: Store
    rules: Rules
    keys: tuple[str, ...]


def own_addresses(session: Session, project: Project, articles: Sequence[Known]) -> Mapping[str, str]:
    """Find the addresses in front matter that links from the site's root may use, by the path of the article.

    One with a slash in it is whole; another one stands for the name of the file.
    """
    keys = linking(project).own
    if not keys:
        return {}
    plan = _Plan(session.store, reading.rules(session, project), keys)
    step: Step[_Plan, Known, str] = Step("addresses", _address, str, Repeated)
    found = remembered(session.silent, "", step, lambda: plan, articles, (keys, project.source.dialect))
    return {known.path: own for known, own in zip(articles, found, strict=True) if own}


def _address(plan: _Plan, known: Known) -> str:
    try:
        data = plan.store.read(known.reference)
    except FileError:
        return ""  # whoever needs it says so
    if not _SAYS_SO.search(data):
        return ""
    kinds = dialect_of(plan.rules).front_matter
    front = frontmatter.of_bytes(data, kinds)
    said = frontmatter.settings(front)
    return next((said[key] for key in plan.keys if _NO_PATTERN.fullmatch(said.get(key, ""))), "")
