"""Which words of a text are a note of its translator to somebody, and none for readers?"""

from __future__ import annotations

import re

from i18n.locales import language

_ALWAYS = r"(?<![\w$])(?:TODO|FIXME|XXX|TBD|TBC)\b|\?{3}|？{3}"
_WORDS = (
    "bitte|prüfen|überprüfen|übersetzen|klären|unsicher|nachsehen|nachfragen"  # de
    "|revisar|verificar|comprobar|confirmar|conferir|checar|traducir|traduzir|pendiente|pendente|dudoso"  # es, pt
    "|vérifier|traduire|relire|verificare|controllare|tradurre|controleren|nakijken|vertalen"  # fr, it, nl
    "|check|verify|translate|unsure|untranslated"
    "|проверить|уточнить|перевести|перевірити|уточнити"
    "|확인|검토|번역|미정|要確認|要検討|未訳|待确认|待翻译|待確認|待翻譯|待定"
    "|راجع|مراجعة|للمراجعة|تحقق|ترجم|بررسی|ترجمه"
)
_FEW = r"[^\[\]()（）【】\n]{0,20}"
_IN_BRACKETS = rf"[\[(（【]{_FEW}(?<!\w)(?:{_WORDS})(?:[가-힣]{{0,3}}|(?!\w)){_FEW}[\])）】]|[\[(（【]\?+[\])）】]"
_NOTE = re.compile(f"{_ALWAYS}|{_IN_BRACKETS}")
_GATE = re.compile(r"[\[(（【?？TFX]")
"""What each of them has."""
_SHORT = re.compile(r"\S+")
_EVERYTHING = frozenset({"es", "gl", "pt"})
_MOST = 4
"""Words of a note in brackets."""
_BRACKETS = re.compile(r"[\[(（【]")


def note(source: str, target: str, locale: str) -> str:
    """The first note in a translation that its source has none of; empty without one.

    A note in words stands in brackets that the source has not. In Spanish and Portuguese TODO is a word, too.
    """
    if _GATE.search(target) is None or _NOTE.search(target) is None:
        return ""
    more = len(_BRACKETS.findall(target)) > len(_BRACKETS.findall(source))
    for found in _NOTE.finditer(target):
        text = found[0]
        if _BRACKETS.match(text):
            if more and len(_SHORT.findall(text)) <= _MOST:
                return text
        elif text not in source and not (text == "TODO" and _is_word(target, found, locale)):
            return text
    return ""


def _is_word(target: str, found: re.Match[str], locale: str) -> bool:
    """Whether TODO means everything."""
    apart = target[: found.start()].rstrip()[-1:] in "[(" or target[found.end() :].lstrip()[:1] in ":]"
    return language(locale) in _EVERYTHING and not apart
