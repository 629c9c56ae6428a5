"""What does the publisher want of translations into a language: its guide, if there is one?"""

from __future__ import annotations

from i18n.errors import InputError
from i18n.project import Project
from i18n.store import Store

NAME = "guide.md"
MOST = 8000
"""Characters of a guide, inclusive: it goes along with every request."""


def guide(store: Store, project: Project, locale: str) -> str:
    """The text of `locales/<locale>/guide.md`; empty without one.

    Raises `InputError` for one that is not UTF-8 or too long.
    """
    path = guide_path(project, locale)
    data = store.read_if_there(path)
    if data is None:
        return ""
    try:
        text = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("not UTF-8", "Save the file as UTF-8.", path, line) from None
    if len(text) > MOST:
        said = f"the guide has {len(text):,} characters, and at most {MOST:,} go along with each request"
        raise InputError(said, "Say what matters most: tone, form of address, terms.", path)
    return text


def guide_path(project: Project, locale: str) -> str:
    """Where the guide of a locale lies: in the folder of its catalogs."""
    return project.catalogs.path.partition("{locale}")[0] + f"{project.folders[locale]}/{NAME}"
