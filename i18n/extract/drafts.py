"""Does the site generator keep an article from readers? What it holds back must not leave this machine either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from i18n.markdown import frontmatter
from i18n.markdown.frontmatter import FrontMatter
from i18n.project.globs import matches

_DATE = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt ]\s*(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:(?i:z|utc)|([+-]\d\d):?(\d\d))?)?"
)
_DATED_NAME = re.compile(r"\d{4}-\d\d?-\d\d?(?=-)")
_FLAGS = {"draft": True, "unlisted": True, "published": False}
"""Front matter keys, and the value with which an article is no page for everybody. Each generator knows some of them;
an author who writes another one means the same."""
_FOLDER = "_drafts"
_SAID = {True: "true|yes|on", False: "false|no|off"}
_FLAG = re.compile(
    "|".join(
        rf"\b{key}\b[\"']?[ \t]*[:=](?![ \t]*[\"']?(?:{_SAID[not held]})\b)" for key, held in _FLAGS.items()
    ).encode(),
    re.IGNORECASE,
)
_FLAGGED = tuple(key.encode() for key in _FLAGS)
_DAY = re.compile(rb"-(?<=\b\d{4}-)\d\d?-\d\d?")
"""A day without its year, which stands before it: a pattern that begins with a byte of its own is found ten times as
fast."""
_FAR = 20_000
"""Bytes from the top of an article within which its front matter lies."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """Settings that some articles have without saying so."""

    fits: re.Pattern[str]
    """What `folder` and the path of such an article below the source folder, with a slash between, begin with."""
    settings: tuple[tuple[str, str], ...]
    """Key paths in lower case, and values as written: those that may hold an article back."""
    firm: bool = False
    """The article's own front matter does not change them."""
    folder: str = ""

    def concerns(self, path: str) -> bool:
        """Tell whether the article at a path below the source folder has them."""
        return self.fits.match(f"{self.folder}/{path}") is not None


@dataclass(frozen=True, slots=True)
class DraftRules:
    """What a generator holds back apart from what front matter calls a draft."""

    dates: tuple[str, ...] = ()
    """Front matter keys of the day from which an article is published, in lower case; the first one that stands there
    counts."""
    expiry: str = ""
    """The key of the day from which it is no longer."""
    dated_names: bool = False
    """A file's name begins with that day if no key says it."""
    patterns: tuple[str, ...] = ()
    """Lines as in a `.gitignore`, relative to the source folder."""
    now: datetime | None = None
    """With a time zone; None: no day is in the future."""
    excluded: tuple[str, ...] = ()
    """More lines as in a `.gitignore`, of files that are left out altogether."""
    inherited: tuple[Inherited, ...] = ()
    """From the farthest to the nearest, which goes before it."""


NO_RULES = DraftRules()


def held_back(settings: Mapping[str, str], rules: DraftRules) -> tuple[tuple[str, str], ...]:
    """Those of some settings, by their key paths in lower case, that may hold an article back."""
    keys = {*_FLAGS, *rules.dates, rules.expiry}
    return tuple((key, value) for key, value in settings.items() if key in keys)


def is_draft(front: FrontMatter | None, path: str, rules: DraftRules) -> bool:
    """Tell whether a generator calls the article at a path a draft; front matter that cannot be read might."""
    if front is not None and front.problem:
        return True
    if _FOLDER in path.split("/")[:-1] or _is_ignored(path, rules.patterns) or _is_ignored(path, rules.excluded):
        return True
    settings = _settings(frontmatter.settings(front), path, rules.inherited)
    flagged = any(frontmatter.truth(settings.get(key, "")) is value for key, value in _FLAGS.items())
    return flagged or _is_early(settings, path, rules)


def says_so_itself(front: FrontMatter | None, path: str, rules: DraftRules) -> bool:
    """Tell whether a page holds itself back wherever it is published: by its own front matter, or by its path."""
    if rules.patterns or rules.excluded or rules.inherited:
        rules = replace(rules, patterns=(), excluded=(), inherited=())
    return is_draft(front, path, rules)


def _settings(own: dict[str, str], path: str, inherited: Iterable[Inherited]) -> dict[str, str]:
    """What an article's front matter says, and what it inherits."""
    found: dict[str, str] = {}
    firm: dict[str, str] = {}
    for each in inherited:
        if each.concerns(path):
            (firm if each.firm else found).update(each.settings)
    return {**found, **own, **firm}


def may_be_draft(data: bytes, path: str, rules: DraftRules) -> bool:
    """Tell cheaply whether front matter may hold an article back: most has no such flag and no day to come."""
    return is_flagged(data, path, rules) or depends_on_day(data, path, rules)


def is_flagged(data: bytes, path: str, rules: DraftRules) -> bool:
    """Tell cheaply whether front matter, or what it inherits, may hold an article back whatever the day."""
    if any(each.concerns(path) for each in rules.inherited):
        return True
    top = data[:_FAR].lower()
    return any(key in top for key in _FLAGGED) and _FLAG.search(data, 0, _FAR) is not None


def depends_on_day(data: bytes, path: str, rules: DraftRules) -> bool:
    """Tell cheaply whether another day may hold the article at a path back, or no longer; some it may not after all."""
    if rules.expiry and rules.expiry.encode() in data[:_FAR].lower():
        return True
    days = {*rules.dates, rules.expiry}
    if any(key in days for each in rules.inherited if each.concerns(path) for key, _ in each.settings):
        return True
    return _has_late_day(data, path, rules)


def _has_late_day(data: bytes, path: str, rules: DraftRules) -> bool:
    """Whether there is a day in the front matter or the file's name that has not passed everywhere."""
    if not rules.dates or rules.now is None:
        return False
    name = path.rpartition("/")[2].encode() if rules.dated_names else b""
    found = (*_DAY.finditer(data, 0, _FAR), *_DAY.finditer(name))
    if not found:
        return False
    late = (rules.now - timedelta(days=2)).strftime("%Y-%m-%d").encode()  # no time zone is two days from another
    days = (day.string[day.start() - len("2001") : day.end()] for day in found)
    return any(len(day) < len(late) or day >= late for day in days)


def _is_early(settings: Mapping[str, str], path: str, rules: DraftRules) -> bool:
    """Whether the day has not come yet, or is over."""
    if rules.now is None:
        return False
    written = next((settings[key] for key in rules.dates if settings.get(key)), "")
    if not written and rules.dated_names and (match := _DATED_NAME.match(path.rpartition("/")[2])):
        written = match[0]
    return _is_future(written, rules.now) or (
        bool(settings.get(rules.expiry)) and not _is_future(settings[rules.expiry], rules.now)
    )


def _is_future(written: str, now: datetime) -> bool:
    """Whether a moment is to come; without a time zone, in UTC or where this machine is. What is no date has passed."""
    match = _DATE.fullmatch(written.strip())
    if match is None:
        return False
    year, month, day, hour, minute, second = (int(match[number] or 0) for number in range(1, 7))
    try:
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return False
    if match[7]:
        shift = timedelta(hours=int(match[7]), minutes=int(match[7][0] + match[8]))
        return moment.replace(tzinfo=timezone(shift)) > now
    if match[4] and re.search(r"(?i)(?:z|utc)$", match[0]):
        return moment.replace(tzinfo=UTC) > now
    return moment > min(now.astimezone(UTC).replace(tzinfo=None), now.replace(tzinfo=None))


def _is_ignored(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path is one of those that lines as in a `.gitignore` name; the last line that fits counts."""
    ignored = False
    for line in patterns:
        pattern = line.strip().removeprefix("!")
        if pattern and not pattern.startswith("#") and _fits(path, pattern):
            ignored = not line.strip().startswith("!")
    return ignored


def _fits(path: str, pattern: str) -> bool:
    anywhere = "" if "/" in pattern.rstrip("/") else "**/"
    whole = anywhere + pattern.strip("/")
    return matches(path, [f"{whole}/**"] if pattern.endswith("/") else [whole, f"{whole}/**"])
