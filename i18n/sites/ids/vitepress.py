"""How does VitePress make ids?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from i18n.sites.ids.numbered import probed
from i18n.sites.ids.settings import Ids
from i18n.sites.ids.titles import EMOJI, Title, said

_COMBINING = re.compile("[\u0300-\u036f]")
_CONTROL = re.compile("[\x00-\x1f]")
_SPECIAL = re.compile("""[\\s\ufeff~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:"'“”‘’<>,.?/]+""")
_DIGIT = re.compile("^([0-9])")


def vitepress(titles: Sequence[Title], ids: Ids) -> list[str]:
    """Without accents, a hyphen for marks and blanks, an underscore before a digit; entities as they are written."""
    del ids
    return probed(titles, lambda title: None if title.is_expanded else _slug(_shown(title)), reserves=True)


def _shown(title: Title) -> str:
    parts = tuple(("Text", f"[^{text}]") if what == "Footnote" else (what, text) for what, text in title.parts)
    kinds = ("Text", "Entity", "Code")
    return said(title._replace(parts=parts), *kinds, without=EMOJI, written=("Entity",))


def _slug(text: str) -> str:
    text = _CONTROL.sub("", _COMBINING.sub("", unicodedata.normalize("NFKD", text)))
    return _DIGIT.sub(r"_\1", _SPECIAL.sub("-", text).strip("-")).lower()
