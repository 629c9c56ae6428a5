"""Does the site generator keep an article from readers? What it holds back must not leave this machine either."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_DAY = re.compile(rb"\b\d{4}-\d\d?-\d\d?")
_FAR = 20_000
"""Bytes from the top of an article within which its front matter lies."""


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


NO_RULES = DraftRules()


def is_draft(front: FrontMatter | None, path: str, rules: DraftRules) -> bool:
    """Tell whether a generator calls the article at a path a draft; front matter that cannot be read might."""
    if front is not None and front.problem:
        return True
    flagged = any(frontmatter.truth(frontmatter.setting(front, key)) is value for key, value in _FLAGS.items())
    held = _FOLDER in path.split("/")[:-1] or _is_ignored(path, rules.patterns)
    return flagged or held or _is_early(front, path, rules)


def may_be_draft(data: bytes, rules: DraftRules) -> bool:
    """Tell cheaply whether front matter may hold an article back: most has no such flag and no day to come."""
    if _FLAG.search(data, 0, _FAR) or (rules.expiry and rules.expiry.encode() in data[:_FAR].lower()):
        return True
    if not rules.dates or rules.now is None:
        return False
    late = (rules.now - timedelta(days=2)).strftime("%Y-%m-%d").encode()  # no time zone is two days from another
    return any(len(day[0]) < len(late) or day[0] >= late for day in _DAY.finditer(data, 0, _FAR))


def _is_early(front: FrontMatter | None, path: str, rules: DraftRules) -> bool:
    """Whether the day has not come yet, or is over."""
    if rules.now is None:
        return False
    settings = frontmatter.settings(front)
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
