"""What stands in the header of a catalog or template, and what in it would give away the people who translate?"""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeAlias

from i18n import locales
from i18n.catalog.origin import is_ours
from i18n.model import Unit
from i18n.project.tables import Translators

Headers: TypeAlias = tuple[tuple[str, str], ...]
"""Names and values of the fields, in the order of writing."""

FORMAT = "2"
"""Version of the rules by which messages are cut out of articles, raised once a release at most: see `formats`."""
FORMAT_FIELD = "X-Manytongues-Format"
GENERATOR = "Manytongues"

_CREATED, _REVISED = "POT-Creation-Date", "PO-Revision-Date"
_TRANSLATOR, _TEAM = "Last-Translator", "Language-Team"
_ORDER = (
    "Project-Id-Version",
    _CREATED,
    _REVISED,
    _TRANSLATOR,
    _TEAM,
    "Language",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "Plural-Forms",
    "X-Source-Language",
    "X-Generator",
    FORMAT_FIELD,
)
_PLACEHOLDER = "YEAR-MO-DA HO:MI+ZONE"
"""What gettext writes for a day that is not known; every editor knows it."""

_LOCALE = r"[a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Z]{2}|\d{3}))?$"
_NUMBER = r"\d{1,9}$"
_CHARSET = (
    r"(?i:utf-?\d{1,2}|us-ascii|iso-8859-\d{1,2}|windows-\d{3,4}|cp\d{3,4}|koi8-[ru]|gb(?:k|\d{4,5})|big5|euc-(?:jp|kr)"
    r"|shift_jis)$"
)
_GENERATOR = (
    r"(?:Manytongues|Poedit|Lokalize|KBabel|KAider|Weblate|[Cc]rowdin(?:\.com)?|Transifex|Pontoon|OmegaT|G[Tt]ranslator"
    r"|Virtaal|Pootle|Zanata|Launchpad|Loco|GlotPress|Babel|Translate Toolkit|POEditor(?:\.com)?|Localazy|Lokalise"
    r"|Phrase|Emacs|Vim|msgmerge)(?![\w@])"
    r"(?:,? (?:\(build )?[vV]?\d[\d.]{0,12}(?:[-~]?(?:alpha|beta|rc|dev|git)\.?\d*)?\)?(?=$|[\s;,]))?"
)
"""A program that names itself, with its version; what follows goes."""
_FORMS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(form)
    for name, form in {
        "X-Generator": _GENERATOR,
        "Generated-By": _GENERATOR,
        FORMAT_FIELD: r"\d{1,4}$",
        "X-Poedit-SourceCharset": _CHARSET,
        "X-Source-Charset": _CHARSET,
        "X-Language": _LOCALE,
        "X-Crowdin-Language": _LOCALE,
        "X-Loco-Fallback": _LOCALE,
        "X-Accelerator-Marker": r"[&_~^]$",
        "X-Text-Markup": r"(?:kde[345]|qtrich|xml|html|markdown|docbook\d?)$",
        "X-Project-Style": r"(?:kde|gnome|openoffice|libreoffice|mozilla|drupal|moodle|wordpress|standard)$",
        "X-Pootle-Revision": _NUMBER,
        "X-Crowdin-Project-ID": _NUMBER,
        "X-Crowdin-File-ID": _NUMBER,
        "X-Qt-Contexts": r"(?:true|false)$",
        "X-Loco-Version": r"\d[\d.]*(?:; wp-\d[\d.]*)?$",
    }.items()
}
"""Fields that say nothing about a person, a machine or a time, of ours and of known editors; what is kept of each."""


class Moment(Protocol):
    """A point in time, such as an aware `datetime`; here only the caller knows the clock."""

    def utctimetuple(self) -> tuple[int, ...]:
        """Year, month, day and more, in UTC."""

    def strftime(self, format: str, /) -> str:  # noqa: A002  # as datetime has it
        """Write it as `format` says, in its own time zone."""


def fresh(project: str, locale: str | None, source_locale: str, personal: Translators, now: Moment) -> Headers:
    """The header of a new catalog, or of a new template if `locale` is None; locales are canonical BCP 47."""
    return complete((), project, locale, source_locale, personal, now)


def complete(
    headers: Headers, project: str, locale: str | None, source_locale: str, personal: Translators, now: Moment
) -> Headers:
    """Bring a header up to date: set what the project says, keep what a person or an editor wrote as `clean` does.

    Dates that are there stay. The header of a catalog that this program wrote for the same project comes back equal.
    """
    there = {name: value for name, value in clean(headers, personal) if value}
    given = {
        "Project-Id-Version": project,
        "Language": locales.gettext_form(locale) if locale else "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": locales.plural_forms(locale) if locale else "nplurals=INTEGER; plural=EXPRESSION;",
        "X-Source-Language": locales.gettext_form(source_locale),
        FORMAT_FIELD: FORMAT,
    }
    today = stamp(now, personal)
    revised = there.get(_REVISED, _PLACEHOLDER)
    defaults = {
        _CREATED: today,
        _REVISED: _PLACEHOLDER if locale is None else today if revised == _PLACEHOLDER else revised,
        _TRANSLATOR: "",
        _TEAM: "",
        "X-Generator": GENERATOR,
    }
    revision = {_REVISED: defaults[_REVISED]}
    return _ordered(tuple((defaults | there | revision | given).items()))


def clean(headers: Headers, personal: Translators) -> Headers:
    """Put the fields into the order of writing; with `omit`, without anything that gives away a person.

    The translator and the team are emptied, not dropped (msgfmt warns where they are missing), dates keep their day
    in UTC. Fields that neither gettext nor a known editor's harmless ones name are dropped, as are values that have not
    the form of such a field.
    """
    if personal == "keep":
        return _ordered(headers)
    kept = ((name, _without_person(name, value)) for name, value in headers if name in _ORDER or name in _FORMS)
    return _ordered(tuple((name, value) for name, value in kept if value or name not in _FORMS))


def clean_comments(comments: tuple[str, ...], personal: Translators) -> tuple[str, ...]:
    """Take people out of a header's comments, if `omit` says so; what names nobody stays as it is."""
    if personal == "keep" or not comments:
        return comments
    kept = list(_without_people(comments, header=True))
    while kept and len(kept) < len(comments) and not kept[-1]:
        del kept[-1]
    return tuple(kept)


def clean_unit(unit: Unit, personal: Translators) -> Unit:
    """Take people out of a unit's comments, if `omit` says so; the comments that this program writes or reads stay.

    What other programs extracted stands at obsolete units alone: at all others it is the article's.
    """
    extracted = unit.extracted if unit.obsolete else ()
    if personal == "keep" or not (unit.comments or extracted):
        return unit
    public = "\n".join((unit.msgid, unit.msgid_plural or "", unit.msgstr, *unit.msgstr_plural))
    kept: list[str] = []
    for ours, some in itertools.groupby(unit.comments, is_ours):
        lines = tuple(some)
        kept += lines if ours else _without_people(lines, public=public)
    told = _without_people(extracted, public=public) if extracted else unit.extracted
    same = tuple(kept) == unit.comments and told == unit.extracted
    return unit if same else replace(unit, comments=tuple(kept), extracted=told)


def _without_people(lines: tuple[str, ...], *, header: bool = False, public: str = "") -> tuple[str, ...]:
    from i18n.privacy import people  # its patterns take 30 ms, and most catalogs hold this program's comments alone

    return people.without_people(lines, header=header, public=public)


def stamp(now: Moment, personal: Translators) -> str:
    """Write a moment as gettext does: `2019-02-07 14:30+0100`; with `omit` the day in UTC, `2019-02-07 00:00+0000`."""
    if personal == "keep":
        return now.strftime("%Y-%m-%d %H:%M%z")
    year, month, day = now.utctimetuple()[:3]
    return f"{year:04}-{month:02}-{day:02} 00:00+0000"


def dated(
    headers: Headers,
    before: Sequence[Unit],
    after: Sequence[Unit],
    personal: Translators,
    now: Moment,
    template: Headers | None = None,
) -> Headers:
    """Set the dates of a header whose units go from `before` to `after`; nothing changes if no message does.

    For a catalog give the `template` it was merged with: its POT-Creation-Date is taken over, and PO-Revision-Date
    becomes `now` if a text or a state changed. For a template (None) POT-Creation-Date becomes `now` if its messages
    changed. Comments, references and flags are no part of a message.
    """
    if template is None:
        changed = _differ(before, after, _message)
        return _replaced(headers, _CREATED, stamp(now, personal)) if changed else headers
    if _differ(before, after, _translation):
        headers = _replaced(headers, _REVISED, stamp(now, personal))
    created = dict(template).get(_CREATED, "")
    return _replaced(headers, _CREATED, created) if created else headers


def days(headers: Headers) -> tuple[str, str]:
    """Read on which day the messages, and then the translations, changed last: `2026-11-30`; empty if not said."""
    fields = dict(headers)
    found = (_DATE.match(fields.get(name, "").strip()) for name in (_CREATED, _REVISED))
    created, revised = (match[0][:10] if match else "" for match in found)
    return created, revised


def _differ(before: Sequence[Unit], after: Sequence[Unit], part: Callable[[Unit], object]) -> bool:
    pairs = zip(before, after, strict=False)
    return len(before) != len(after) or any(one is not other and part(one) != part(other) for one, other in pairs)


def _message(unit: Unit) -> object:
    return unit.msgctxt, unit.msgid, unit.msgid_plural


def _translation(unit: Unit) -> object:
    text = (unit.msgstr, unit.msgstr_plural)
    return unit.key, unit.msgid_plural, text, unit.fuzzy, unit.obsolete, unit.previous_msgid, unit.previous_msgctxt


def _replaced(headers: Headers, name: str, value: str) -> Headers:
    return tuple((field, value if field == name else text) for field, text in headers)


def _ordered(headers: Headers) -> Headers:
    values = dict(headers)
    return tuple((name, values.pop(name)) for name in _ORDER if name in values) + tuple(values.items())


def _without_person(name: str, value: str) -> str:
    if name in (_TRANSLATOR, _TEAM):
        return ""
    if name in (_CREATED, _REVISED):
        return _day_in_utc(value)
    if name not in _FORMS:
        return value
    found = _FORMS[name].match(value)
    return found[0] if found else GENERATOR if name == "X-Generator" else ""


_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)(?:[ T](\d\d):(\d\d)(?::\d\d)?\s*(?:([+-])(\d\d):?(\d\d)|Z)?)?")


def _day_in_utc(date: str) -> str:
    """The day in UTC of a date as gettext and the editors write it; the placeholder for anything else."""
    match = _DATE.fullmatch(date.strip())
    if match is None:
        return _PLACEHOLDER
    hours, minutes, zone_hours, zone_minutes = (int(match[group] or 0) for group in (4, 5, 7, 8))
    ahead = (zone_hours * 60 + zone_minutes) * (-1 if match[6] == "-" else 1)
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    day += (hours * 60 + minutes - ahead) // (24 * 60)
    if day < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        day = calendar.monthrange(year, month)[1]
    elif day > calendar.monthrange(year, month)[1]:
        year, month, day = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
    return f"{year:04}-{month:02}-{day:02} 00:00+0000"
