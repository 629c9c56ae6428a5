"""How do MyST-Parser, docutils below it, and mystmd make ids?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from i18n.markdown.blocks import Part
from i18n.sites.ids.numbered import probed
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import Title, said

_ROLE = re.compile(r"\{0+\}\Z")
"""What the parser is shown for the name of a role."""
_NO_GITHUB = re.compile(r"[^\w\- ]")
_DIGITS = re.compile(r"\d+")
_HYPHENS = re.compile("-{2,}")
_NO_ASCII_ID = re.compile("[^a-z0-9]+")
_AT_ENDS = re.compile(r"^[-0-9]+|-+$")
_LETTERS = str.maketrans(
    dict(zip("øđħıłŧƀƃƈƌƒƙƚƞƥƫƭƴƶǥȥȴȵȶȷȼȿɀɇɉɋɍɏ", "odhiltbbcdfklnpttyzgzlntjcszejqry", strict=True))
    | {"ß": "sz", "æ": "ae", "œ": "oe", "ȸ": "db", "ȹ": "qp"}
)
"""What docutils writes for letters that do not come apart in a letter of ASCII and marks."""
_QUOTES = re.compile("['‘’\"“”]")
_NO_HTML_ID = re.compile("[^a-z0-9-]")
_NO_LETTER = re.compile("^([0-9-])")


def github(titles: Sequence[Title], ids: Ids) -> list[str]:
    """MyST-Parser's own, for headings down to `myst_heading_anchors`."""
    return _slugs(titles, ids, _github)


def gitlab(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`myst_heading_slug_func = "gitlab"`."""
    return _slugs(titles, ids, _gitlab)


def docutils_slugs(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`myst_heading_slug_func = "docutils"`."""
    return _slugs(titles, ids, docutils_id)


def docutils(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Ids of sections, as every page of Sphinx has them; those that are `id1`, `id2` hang on all else: unknown here."""
    del ids
    taken: set[str] = set()
    found = []
    for title in titles:
        slug = "" if _is_unknown(title) else docutils_id(said(title, "Text", "Entity", "Code", "Break"))
        found.append("" if slug in taken else slug)
        taken.add(slug)
    return found


def mystmd(titles: Sequence[Title], ids: Ids) -> list[str]:
    """ASCII alone without quotation marks, `id-` before what does not begin with a letter; targets are taken."""
    del ids

    def made(title: Title) -> str | None:
        text = said(title, "Text", "Entity", "Code", "Description", "Break")
        return None if _is_unknown(title) else html_id(text)

    return probed(titles, made, reserves=True, empty=False)


def _slugs(titles: Sequence[Title], ids: Ids, slug: Callable[[str], str]) -> list[str]:
    def made(title: Title) -> str | None:
        if title.level > ids.levels or _is_unknown(title):
            return None
        return slug(said(title._replace(parts=_without_roles(title.parts)), "Text", "Entity", "Code"))

    return probed([title._replace(own="") for title in titles], made, empty=False)


def _without_roles(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without roles, which MyST-Parser leaves out of ids."""
    found: list[Part] = []
    for what, text in parts:
        role = _ROLE.search(found[-1][1]) if found and what == "Code" else None
        if role:
            found[-1] = (found[-1][0], found[-1][1][: role.start()])
        else:
            found.append((what, text))
    return tuple(found)


def _is_unknown(title: Title) -> bool:
    """Whether something is put in by its name, or may be a formula, which is no part of an id."""
    text = said(title, "Text")
    return title.is_expanded or "{{" in text or "$" in text


def _github(text: str) -> str:
    return _NO_GITHUB.sub("", text.lower().replace(" ", "-"))


def _gitlab(text: str) -> str:
    slug = _HYPHENS.sub("-", _NO_GITHUB.sub("", text.strip().lower()).replace(" ", "-"))
    return f"anchor-{slug}" if _DIGITS.fullmatch(slug) else slug


def docutils_id(text: str) -> str:
    """What docutils makes an id of a text."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return _AT_ENDS.sub("", _NO_ASCII_ID.sub("-", plain))


def html_id(text: str) -> str:
    """What mystmd makes an id of a text."""
    text = _QUOTES.sub("", " ".join(text.split()))
    return _HYPHENS.sub("-", _NO_LETTER.sub(r"id-\1", _NO_HTML_ID.sub("-", text.lower()))).strip("-")
