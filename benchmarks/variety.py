"""Which translations bring out what the program does with good ones and bad ones? The same for every version of it.

What a message gets is chosen by a digest of its locale, its catalog and its msgid: no run, version or order changes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import polib

from benchmarks.filling import MARKUP, pseudo

WORDS = {
    "de": "Brunnen Straße Häuser öffnet größer mit der und Zeile Beispiel".split(),
    "ko": "우물 길 집 열다 크다 예제 줄 페이지 그리고 글".split(),
    "ar": "بئر طريق بيوت يفتح أكبر مثال سطر صفحة ثم نص".split(),
}
"""Of which translations are made; a language without an entry has those of German."""
PARTICLES = {"de": ("er", "s"), "ko": ("은", "를", "에서", "입니다"), "ar": ("ها", "ات")}
"""What a language writes without a space behind a word, and so behind the mark that closes it."""
OPENINGS = ("1. ", "# ", "- ", "> ", "+ ", "    ", "---\n", "``` ", "| ", "===\n", "<div>\n", ":::note ", "~~~\n")
"""What begins a block where a line begins with it."""
TARGETS = ("javascript:alert(1)", "https://example.net/", "data:text/html,x", "https://allowed.example/x")
"""Where links lead that lead elsewhere than the source's."""
LETTERS = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"(?<![(\"'<\w./:])(?:https?://[\w./-]*\w|[\w.]+@[\w.]+\w)")
INLINE = re.compile(r"(?<!!)\[([^\[\]]*)\]\([^()\s]*\)")

Weighted = TypeVar("Weighted", bound=tuple[int, *tuple[object, ...]])
Translate = Callable[[str, str, int], str]
"""Takes a msgid, a locale and a number to choose by; gives the msgstr."""


def number(*parts: str) -> int:
    """Give the number that texts always have: any, the same on every machine."""
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:8])


def foreign(msgid: str, locale: str, chance: int) -> str:
    """Write words of the language for all that cannot be markup."""
    words = WORDS.get(locale, WORDS["de"])

    def other(match: re.Match[str]) -> str:
        return words[(len(match[0]) + match.start() + chance) % len(words)]

    pieces, at = [], 0
    for match in MARKUP.finditer(msgid):
        pieces += [LETTERS.sub(other, msgid[at : match.start()]), match[0]]
        at = match.end()
    return "".join([*pieces, LETTERS.sub(other, msgid[at:])])


def glued(msgid: str, locale: str, chance: int) -> str:
    """Put particles behind marks, code, links, addresses and percentages, with quotation marks inside some of them."""
    particles = PARTICLES.get(locale, PARTICLES["de"])
    particle = particles[chance % len(particles)]
    text = foreign(msgid, locale, chance)
    if chance % 3 == 0:
        text = re.sub(r"\*\*([^*]+)\*\*", r"**“\1”**", text)
    text = ADDRESS.sub(lambda match: match[0] + particle, text)
    return re.sub(r"(?<=\S)(\*\*|[*`)_%}>])(?=[\s.,]|$)", rf"\1{particle}", text)


def _sub(pattern: str, replacement: str, *, count: int = 1) -> Translate:
    """Translate, then replace what a pattern finds."""
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda msgid, locale, chance: compiled.sub(replacement, foreign(msgid, locale, chance), count=count)


def _around(*pairs: tuple[str, str]) -> Translate:
    """Translate, and put one of the pairs before and behind."""

    def translate(msgid: str, locale: str, chance: int) -> str:
        before, behind = pairs[chance % len(pairs)]
        return f"{before}{foreign(msgid, locale, chance)}{behind}"

    return translate


def _counted(msgid: str, locale: str, chance: int) -> str:
    return re.sub(r"\d+", lambda match: str(int(match[0]) + 1), foreign(msgid, locale, chance), count=1)


def _localized(msgid: str, locale: str, chance: int) -> str:
    """Write numbers as the language does."""
    text = re.sub(r"(?<=\d)([.,])(?=\d)", lambda match: ".,"[match[1] == "."], foreign(msgid, locale, chance))
    return text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if locale == "ar" else text


def _turned(msgid: str, locale: str, chance: int) -> str:
    """Let the second half come first."""
    words = foreign(msgid, locale, chance).split(" ")
    middle = len(words) // 2
    return " ".join([*words[middle:], *words[:middle]])


def _loaded(msgid: str, locale: str, chance: int) -> str:
    """Turn the first link into one that runs code, or leads elsewhere."""
    target = ("javascript:alert(1)", "https://example.net/", "data:text/html,x", "https://allowed.example/x")[
        chance % 4
    ]
    return INLINE.sub(rf"[\1]({target})", foreign(msgid, locale, chance), count=1)


def _cased(msgid: str, _locale: str, _chance: int) -> str:
    return pseudo(msgid.upper())


KINDS: tuple[tuple[int, Translate], ...] = (
    # What translators do rightly, in most of the messages.
    (6, lambda msgid, _locale, _chance: pseudo(msgid)),
    (8, foreign),
    (8, glued),
    (2, _turned),
    (2, _localized),
    (2, lambda msgid, _locale, _chance: msgid),
    (4, lambda _msgid, _locale, _chance: ""),
    # What they do by mistake, or because their language wants it.
    (1, _sub(r"(?<!!)\[([^\[\]]*)\](\([^()]*\)|\[[^\[\]]*\])", r"\1")),  # a link is gone
    (1, _loaded),
    (1, _sub(r"\]\(", "](changed/")),
    (1, _counted),
    (1, _sub(r"\{(\w+)\}|%[sd]", "{other}")),
    (1, _sub(r"\{\{|\{%|\}\}", "{ ")),
    (1, _sub(r"`", "", count=2)),
    (1, _sub(r"`([^`]+)`", r"`\1x`")),
    (1, _sub(r"[*_`<>\[\](){}|~^$]", "", count=0)),  # no markup at all
    (1, _sub(r"\*+|_+", "", count=2)),
    (1, _sub(r"(\w+)", r"**\1**")),
    (1, _sub(r"(\w+)", r"`\1`")),
    (1, _sub(r"</?\w[^<>]*>", "")),
    (1, _sub(r"\[\^[^\]]*\]|\[([^\]]*)\]\[[^\]]*\]", "[^other]")),
    (1, _sub(r"(?<=\w) (?=\w)", "  ")),
    (1, _sub(r"(?<=\w) (?=\w)", "\n")),
    (1, _sub(r"\n", " ")),
    (1, _sub(r"(?<=\w)\.", "...")),
    (1, _sub(r"(?<=\w)(?=\w)", "\u200b")),
    (1, _sub(r"&(\w+);|$", "&copy; & &lt;b")),
    (1, _around(("", " "), (" ", ""), ("\u00a0", "\u00a0"), ("", "\n"), ("„", "“"), ("“", "”"), ("«", "»"))),
    (1, _around(("<bdi>", "</bdi>"), ("<b>", "</b>"), ("<!-- ", " -->"), ("<span dir=rtl>", "</span>"))),
    (1, _around(("\u202b", ""), ("\u2067", "\u2069"), ("\u202e", "\u202c"), ("", "\u00ad"), ("\ufeff", ""))),
    (1, _around(("", " <script>alert(1)</script>"), ("", " <img src=x onerror=alert(1)>"), ("", "<iframe src=/x>"))),
    (1, _around(("", " https://example.org/a"), ("", " <team@example.org>"), ("", " ![x](x.png)"), ("", " [x]"))),
    (1, _around(("", " *a"), ("", " _b_ ~~c~~ ==d=="), ("", " `e"), ("", " [f"), ("", " \\"), ("", " $g$ ^h^"))),
    (
        1,
        _around(("", " {{ x }}"), ("", " {% raw %}"), ("", " {i}"), ("", " {#j}"), ("", " %k$s :l: @m #n"), ("", " |")),
    ),
    (1, _around(*((opening, "") for opening in OPENINGS))),
    (1, _around(*(("", f"\n{opening}") for opening in OPENINGS))),
    (1, _cased),
    (1, lambda _msgid, locale, _chance: WORDS.get(locale, WORDS["de"])[0]),
)
"""How often, and how a message is translated."""
RIGHT = 3
"""How many of the first kinds are right: some articles get no other, so that they are whole."""


def translated(msgid: str, locale: str, catalog: str) -> str:
    """Translate a message, rightly or wrongly; an empty text is none."""
    chance = number(locale, catalog, msgid)
    _, translate = _chosen(KINDS[:RIGHT] if _is_whole(locale, catalog) else KINDS, chance)
    return translate(msgid, locale, chance // 256)


def _chosen(weighted: Sequence[Weighted], chance: int) -> Weighted:
    """Choose one by its weight, which is its first item."""
    at = chance % sum(one[0] for one in weighted)
    for one in weighted:
        at -= one[0]
        if at < 0:
            return one
    raise AssertionError


STATES: tuple[tuple[int, bool, str], ...] = (
    (12, False, ""),
    (2, False, "reviewed: anna {review}"),
    (1, False, "A note of the translator's."),
    (1, False, "reviewed: anna 00000000"),
    (1, False, "draft: apertium eng-spa score=97 sha={draft}"),
    (1, False, "i18n-ignore: numbers, code, links, placeholders, html, unchanged, whitespace"),
    (2, True, ""),
    (2, True, "draft: apertium eng-spa score=97 sha={draft}"),
    (1, True, "draft: memory match=80 notes=numbers,length sha={draft}"),
    (1, True, "draft: apertium eng-spa sha=00000000"),
)
"""How often, whether it is fuzzy, and what a comment says of it; `{draft}` and `{review}` are digests that hold."""
FINISHED = 6
"""How many of the first states are finished."""
UNTRANSLATED = ("", "", "", "draft refused: apertium: a tag was lost.")
"""What comments say of what is empty."""


def fill(catalog: Path, name: str) -> None:
    """Translate what is empty in a catalog, in place; `name` is what it is called in every version's project."""
    file = polib.pofile(str(catalog), wrapwidth=0)
    locale = file.metadata.get("Language", "")
    if number(name) % 8 == 0:
        file.metadata |= {"Last-Translator": "Anna <anna@example.org>", "X-Poedit-Basepath": "/home/anna/project"}
    for entry in file:
        if entry.msgid and not entry.obsolete and not entry.msgstr:
            entry.msgstr = translated(entry.msgid, locale, name)
            _note(entry, number(name, locale, entry.msgid, "state"), finished=_is_whole(locale, name))
    file.save(str(catalog))


def _is_whole(locale: str, catalog: str) -> bool:
    return number(locale, catalog) % 2 == 0


def _note(entry: polib.POEntry, chance: int, *, finished: bool) -> None:
    """Say who wrote it, and how far it can be trusted."""
    if not entry.msgstr:
        entry.tcomment = UNTRANSLATED[chance % len(UNTRANSLATED)]
        entry.flags = ["fuzzy"] if chance % 7 == 0 else []
        return
    _, fuzzy, comment = _chosen(STATES[:FINISHED] if finished else STATES, chance)
    entry.flags = ["fuzzy"] if fuzzy else []
    entry.tcomment = comment.format(draft=_digest(entry.msgstr), review=_digest(f"{entry.msgid}\0{entry.msgstr}"))
    if fuzzy and not comment and chance % 2:
        entry.previous_msgid = f"{entry.msgid}."


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def edited(article: bytes) -> bytes:
    """Change a word or a target in some lines of an article, so that its messages change too."""
    lines = article.split(b"\n")
    return b"\n".join(_edit(line, line[:0].join(lines[max(at - 1, 0) : at])) for at, line in enumerate(lines))


def _edit(line: bytes, before: bytes) -> bytes:
    chance = number(line.decode("utf-8", "replace"), before.decode("utf-8", "replace")) % 60
    if chance in (0, 1):
        return line.replace(b" the ", b" this ", 1)
    if chance == 2:
        return line.replace(b"](", b"](moved/", 1)
    if chance == 3:
        return line.replace(b". ", b". More of this. ", 1)
    return line
