"""What in the comments of a catalog names a person? It goes in the forms that tools write; all other words stay."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from i18n.privacy.credits import CREDIT
from i18n.words.scripts import HANGUL, IDEOGRAPHIC

_COPYRIGHT = regex.compile(r"\W*(?:copyright|\(c\)|©)\s*(?:\(c\)|©|\d{4}|YEAR|by\b|holder).*", regex.IGNORECASE)

_PARTICLE = r"(?:v[oa]n|der?|den|del|dell[ao]|di|d[aou]s?|l[ae]|el|al|bin|ibn|bint|ben|[ye]|zu|af|ter)"
_CASED = r"(?:\p{Lu}|\p{Lt})[\p{L}\p{M}’'.\-]*"
_CJK = IDEOGRAPHIC + HANGUL
_UNCASED = rf"(?:[{_CJK}・·]{{1,8}}|(?![{_CJK}])\p{{Lo}}[\p{{Lo}}\p{{M}}\u200c\-]*)"
_PART = rf"(?:{_CASED}|{_UNCASED})"
_NAME = rf"{_PART}(?:\s+(?:{_PARTICLE}\s+)*{_PART}){{0,3}}"
_AND = r"(?:\s*[,;&/،、]\s*|\s+(?:and|und|et|y|e|i|og|och|en|и|та|και|ve|و)\s+)"
_YEAR = r"(?:(?:19|20)\d\d|YEAR)"
_YEARS = rf"(?:\s*[,(]?\s*{_YEAR}(?:\s*[-–,]\s*{_YEAR})*\)?\.?)"
_NAMES = regex.compile(rf"{_NAME}(?:{_AND}{_NAME})*(?:\s*\([^()]{{0,40}}\))?{_YEARS}?[\s.,;]*(?:#\w+)?")
_NICK = regex.compile(rf"[\p{{L}}\p{{N}}_.\-]{{1,30}}{_YEARS}?[\s.,;]*")
_CREDITED = regex.compile(rf"{_CASED}(?:\s+(?:{_PARTICLE}\s+)*{_CASED}){{1,3}}(?:{_AND}{_NAME})*(?=[\s,.;:(])")
"""Names with more after them, in letters that have capitals; two words or more."""
_DATED = regex.compile(rf"{_NAME}\s*,?{_YEARS}\s*(?:#\w+)?")
_MACHINES = regex.compile(
    r"\W*(?:machines?|maschinell|hand|computers?|google|deepl|apertium|memory|nobody|the|ai)\b.*", regex.IGNORECASE
)
"""What translates and is no person."""

_DOMAIN = r"[\p{L}\p{N}](?:[\p{L}\p{N}\-]*[\p{L}\p{N}])?"
_AT_WORD, _DOT_WORD = "(?i:at|ät|arroba|chez)", "(?i:dot|punkt|punto|point)"
_ARTICLE = r"(?i:the|an?|this|that|each|every|der|die|das|el|la)\b"
_AT = rf"(?:\s*[(\[{{<]\s*{_AT_WORD}\s*[)\]}}>]\s*)"
_DOT = rf"(?:\s*[(\[{{<]\s*{_DOT_WORD}\s*[)\]}}>]\s*|\s+{_DOT_WORD}\s+)"
_MAIL = regex.compile(
    rf"(?:(?<![\w.+\-])(?:mailto:)?[\w.+\-]++(?:@{_DOMAIN}(?:\.{_DOMAIN})*|{_AT}{_DOMAIN}(?:(?:\.|{_DOT}){_DOMAIN})+"
    rf"|\s+{_AT_WORD}\s+(?!{_ARTICLE}){_DOMAIN}(?:{_DOT}{_DOMAIN})+))\s*[>)\]]?(?:\s*,{_YEARS})?(?:\s*#\w+$)?\s*(?P<colon>[:：])?"
)
_BEFORE_MAIL = regex.compile(rf"(?:(?<![^\s(\[])(?P<who>{_NAME}\s*)?[<(\[]?|^\W*[\w.\-]+\s*[<(\[])\s*$")
_BULLETS = " \t*-•·,;.()"
_LONGEST = 1000
"""Characters of a line of credits: a longer one is prose."""
_LOOK_BACK = 80
"""Characters before an address in which a name is looked for."""
_OPENERS = frozenset(
    "ask see cf from by per to contact write mail email note todo fixme xxx hack thanks frag frage siehe von an "
    "schreib voir demander contacter ver preguntar véase perguntar chiedere vedi спросить".split()
)
"""First words of a sentence that are no part of the name after them."""
_PROFILE = regex.compile(
    r"(?:https?://)?(?:www\.)?(?:(?:github|gitlab|twitter|x|facebook|instagram)\.com/[\w.\-]+|codeberg\.org/[\w.\-]+"
    r"|t\.me/\w+|linkedin\.com/in/[\w\-]+|launchpad\.net/~[\w.\-]+|(?<![\w.\-])[\w.\-]+\.\w+/(?:user/profile|users?|profile"
    r"|contributors|@)/?[\w.@\-]+)/?(?![\w/])"
)
_HANDLE = regex.compile(
    r"(?<![\p{L}\p{N}_@/.:`%&{\\])@\w[\w.\-]*\w(?:@[\w.\-]+\w|:[\w\-]+\.[\w.\-]*\w)?(?![\w/`(}])\s*(?P<colon>[:：])?"
)
_HANDLE_LINE = regex.compile(rf"\W*{_HANDLE.pattern}(?:\s+\(?(?:on|at|auf|bei|sur|en|in|su|em|на|@)\s+\w+\)?)?\W*")
_STAMP = regex.compile(
    r"(\d{4}-\d\d-\d\d)[ T,]+\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:[+-]\d\d:?\d\d|Z|UTC|GMT|CES?T))?(?!\d|:\d)"
)
_TASK = regex.compile(
    r"(?<!\w)(?P<task>(?:TODO|FIXME|XXX|HACK)\b)\s*(?:\([^()]{1,40}\)"
    rf"|{_NAME}(?=[\s,]+\d{{4}}-\d\d-\d\d)|[\w.\-]+(?=[\s,]+\d{{4}}-\d\d-\d\d[ T]\d))"
)
_CLOCK = r"\d{4}-\d\d-\d\d[ T,]+\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:[+-]\d\d:?\d\d|Z|UTC|GMT|CES?T))?"
_DAY = rf"\s*[,(]?\s*(?:on|at|am|le|el|em|il|den|op)?\s*(?:{_CLOCK}|\d{{4}}-\d\d-\d\d)\)?"
_LOGGED = regex.compile(
    r"(?i:\W*(?:last\s+)?(?:edit|modifi|chang|creat|approv|suggest|sav|updat|translat|review|validat|confirm)ed\s+by\s*:?)\s+"
    rf"(?:{_CASED}(?:\s+(?:{_PARTICLE}\s+)*{_CASED}){{1,3}}(?:{_DAY})?|(?:{_NAME}|[\w.\-]{{1,30}}){_DAY})[\s.]*"
)
"""What a tool notes of whoever saved: a whole name, or any with the day."""
_STAMPED = regex.compile(rf"^\W*(?:{_NAME}|[\w.\-]{{1,30}})\s*[,(]\s*{_CLOCK}\W*")
"""A remark that begins with who made it, and when."""
_BY_TOOL = regex.compile(r"\s+(?:with|using|via|mit|avec|con)\s+\p{Lu}[\w.\-]*\s*$")
_SURNAME = regex.compile(rf"\W*{_CASED},\s*")
_SIGNED = regex.compile(rf"(?<!\s)\s+--\s*{_NAME}{_YEARS}?\s*$")
_LEFT_OVER = regex.compile(r"[(\[<]\s*[)\]>]|(?<=\s)[,;:]+(?=\s|$)")


def without_people(lines: Sequence[str], *, header: bool = False, public: str = "") -> tuple[str, ...]:
    """Take names, addresses, handles and times of day out of comments; a line of which nothing is left goes.

    In a `header` a line that is a name with years goes too. What stands in the `public` text of the message may stand
    in its comments. A line that names nobody comes back as it is. Law: doing it twice changes nothing more.
    """
    kept: list[str] = []
    listed = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        credit = CREDIT.fullmatch(line) if len(line) <= _LONGEST else None
        label = credit is not None and not credit["who"] and bool(credit["label"])
        if (label and (header or _is_listed(following, header=False))) or (
            listed and line.strip() and _is_listed(line, header=header)
        ):
            listed = True
            continue
        left = _without(line, credit, header=header, public=public)
        listed = credit is not None and not left
        if left or not line.strip():
            kept.append(left)
    return tuple(kept)


def _is_listed(line: str, *, header: bool) -> bool:
    """Whether a line is one of a list of people: names, addresses, handles and nothing else."""
    if _HANDLE_LINE.fullmatch(line):
        return True
    bare = _PROFILE.sub("", _without_mail(line)).strip(_BULLETS)
    return (not bare and bool(line.strip(_BULLETS))) or _is_name(bare, nick=header)


def _is_name(text: str, *, nick: bool) -> bool:
    if len(text) > _LONGEST:
        return False
    named = _NAMES.fullmatch(text) or (nick and _NICK.fullmatch(text))
    return bool(text and named) and not _MACHINES.fullmatch(text)


def _without(line: str, credit: regex.Match[str] | None, *, header: bool, public: str) -> str:
    """A line without its people; the very line if it names nobody."""
    if _LOGGED.fullmatch(line):
        return ""
    if credit is not None and credit["who"]:
        if _is_credited(credit, header=header):
            return ""
        if (found := _CREDITED.match(credit["who"])) and not credit["work"] and not _MACHINES.match(credit["who"]):
            line = f"{line[: credit.start('who')]}… {credit['who'][found.end() :].lstrip(' ,;:')}"
    if _COPYRIGHT.fullmatch(line) or (header and _DATED.fullmatch(line.strip(" \t*-"))):
        return ""
    if _HANDLE_LINE.fullmatch(line) and not _is_public(line, public):
        return ""
    left = _STAMPED.sub("", line)
    left = _SIGNED.sub("", _TASK.sub(lambda found: found["task"], left))
    left = _without_mail(left, public)
    left = _PROFILE.sub("", left)
    left = _HANDLE.sub(lambda found: found[0] if _is_public(found[0], public) else "", left)
    left = _STAMP.sub(r"\1", left)
    if left == line:
        return line
    tidy = " ".join(_LEFT_OVER.sub("", left).split()).strip(" ,;")
    return tidy if regex.search(r"[\p{L}\p{N}]", tidy) else ""


def _is_credited(credit: regex.Match[str], *, header: bool) -> bool:
    """Whether what follows "translated by" or "translators:" is people alone.

    In front of a message, "Translation: Dorf" proposes one, and "translation of Dorf" speaks of one.
    """
    who = _BY_TOOL.sub("", credit["who"]) if header else credit["who"]
    bare = _PROFILE.sub("", _without_mail(_HANDLE.sub("", who))).strip(" \t,;.&")
    if bare != who.strip(" \t,;.&"):
        return not bare or _is_name(bare, nick=False)
    if credit["work"] and not header:
        return not credit["label"] and len(bare.split()) > 1 and _is_name(bare, nick=False)
    return _is_name(bare, nick=header or not credit["label"])


def _without_mail(line: str, public: str = "") -> str:
    """A line without addresses, and without the names in front of them."""
    done, at = "", 0
    for found in _MAIL.finditer(line):
        if found[0].strip("<>()[]:, ") in public and public:
            continue
        before = line[at : found.start()]
        named = _BEFORE_MAIL.search(before, max(0, len(before) - _LOOK_BACK))
        kept = before[: named.start()] if named else before
        kept = "" if named and not done and _SURNAME.fullmatch(kept) else kept
        first, _, rest = ((named and named["who"]) or "").partition(" ")
        opener = first if rest and first.casefold().rstrip(":") in _OPENERS else ""
        colon = "" if not (done + kept).strip(" \t*-") or not found["colon"] else found["colon"]
        done, at = f"{done}{kept}{opener}{colon} ", found.end()
    return done + line[at:]


def _is_public(text: str, public: str) -> bool:
    handle = regex.search(r"@[\w.@:\-]*\w", text)
    return bool(public and handle and handle[0] in public)
