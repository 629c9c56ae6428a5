"""How does Python-Markdown make ids, by its own functions and by those of PyMdown Extensions?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import EMOJI, Title, said

_COUNTED = re.compile(r"(.*)_([0-9]+)", re.S)
_TAG = re.compile(r"</?[^>]*>")
_NO_WORD = re.compile(r"[^\w\- ]")
_UPPER = re.compile(r"[A-Z]+")


def plain(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`slugify` of the table of contents: ASCII alone."""
    return _made(titles, ids, lambda text: _toc(_ascii(text), ids.separator))


def unicode(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`slugify_unicode`: letters of any script."""
    return _made(titles, ids, lambda text: _toc(text, ids.separator))


def pymdownx(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`pymdownx.slugs.slugify` as it is without a case."""
    return _made(titles, ids, lambda text: _pymdownx(text, ids.separator, str))


def pymdownx_lower(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`case: lower`, which Material for MkDocs recommends."""
    return _made(titles, ids, lambda text: _pymdownx(text, ids.separator, str.lower))


def pymdownx_ascii(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`case: lower-ascii`."""
    return _made(titles, ids, lambda text: _pymdownx(text, ids.separator, _lower_ascii))


def pymdownx_fold(titles: Sequence[Title], ids: Ids) -> list[str]:
    """`case: fold`."""
    return _made(titles, ids, lambda text: _pymdownx(text, ids.separator, str.casefold))


def _made(titles: Sequence[Title], ids: Ids, slug: Callable[[str], str]) -> list[str]:
    """An id for each, numbered after an underscore; what the page gives is taken from the start."""
    taken = {title.own for title in titles if title.own}
    found = []
    for title in titles:
        text = said(title, "Text", "Entity", "Code", without=EMOJI if ids.emoji else None)
        if title.own or title.is_expanded or title.has_lines or "{{" in text or "{%" in text:
            found.append(title.own)
        else:
            found.append(_free(slug(" ".join(text.split())), taken))
    return found


def _free(slug: str, taken: set[str]) -> str:
    if not slug or slug in taken:
        match = _COUNTED.fullmatch(slug)
        base, number = (match[1], int(match[2])) if match else (slug, 0)
        while not slug or slug in taken:
            number += 1
            slug = f"{base}_{number}"
    taken.add(slug)
    return slug


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _toc(text: str, separator: str) -> str:
    text = re.sub(r"[^\w\s-]", "", text).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", separator, text)


def _pymdownx(text: str, separator: str, cased: Callable[[str], str]) -> str:
    text = cased(_TAG.sub("", unicodedata.normalize("NFC", text)).strip())
    return _NO_WORD.sub("", text).replace(" ", separator)


def _lower_ascii(text: str) -> str:
    return _UPPER.sub(lambda match: match[0].lower(), text)
