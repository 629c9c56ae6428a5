"""Which languages are at home with a quotation mark that others do not know?"""

from __future__ import annotations

from i18n.locales.tags import language

_BY_CLDR = {
    "„": "agq bas be bg bs bua cs de dsb et ff hr hsb hu is ka ksh ky lb lt luy mk nds nmg os pl prg ro ru sah sgs shi"
    " sk sl sr szl tyv uk zgh",
    "«": "am ast az bas be blo bm br bua ca cv dua dyo el eo es eu ewo fa fr gsw ht hu hy ie it jgo ka kab kk kkj ksf"
    " ky lij mg mua mzn nb nmg nn nnh no oc os pl pms pt rm ro ru rw sah sc sdh sg shi szl ti tyv ug uk wae yav zgh",
    "「": "ja yue zh",
}
"""CLDR 48.2, `delimiters`: languages that open a quotation, or one within it, with the mark or its mirrored form."""
_BY_CUSTOM = {
    "„": "af da nl sv fi sq az tr el hy he kk",
    "«": "ar bg bs cs da de dsb et fi gl he hr hsb id is lb lt lv mk nds ps sk sl sq sr sv tr ur vi",
    "「": "ko",
}
"""Languages in whose books the mark is common too."""
_AT_HOME = {mark: frozenset(f"{languages} {_BY_CUSTOM[mark]}".split()) for mark, languages in _BY_CLDR.items()}
_LIKE = {"„": "„‟", "«": "«»", "「": "「」『』"}
_MARK_OF = {like: mark for mark, all_ in _LIKE.items() for like in all_}
MARKS = frozenset(_MARK_OF)
"""Quotation marks that some languages write and others never do."""


def is_at_home(mark: str, tag: str) -> bool:
    """Whether the language of a tag writes one of `MARKS`."""
    return language(tag) in _AT_HOME[_MARK_OF[mark]]
