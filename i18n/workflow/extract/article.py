"""What do the template and the catalogs of one article become? Found from bytes, without any disk."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from i18n.catalog import carrying, codec, emptied, formats, headers, merge
from i18n.catalog.copied import copied
from i18n.errors import InputError
from i18n.extract import template
from i18n.extract.source import Source
from i18n.locales.quantities import writes_units_alike
from i18n.message.marks import plain
from i18n.message.wordless import has_units
from i18n.model import Catalog, Key, Unit
from i18n.project import Project

if TYPE_CHECKING:
    from i18n.catalog.stated import Stated

_DATE = "POT-Creation-Date"
_CREATED = re.compile(rb'"POT-Creation-Date: ([0-9 :+-]+)\\n"')
"""The field as it stands in a template of ours."""
_FORMAT = re.compile(rf'"{headers.FORMAT_FIELD}: \d+\\n"'.encode())
_OURS = rf'"{headers.FORMAT_FIELD}: {headers.FORMAT}\\n"'.encode()
"""The same field of catalogs, and what it is today, as it replaces the other."""


@dataclass(frozen=True, slots=True)
class ExtractContext:
    """What templates and catalogs are made by."""

    project: Project
    fresh: Mapping[str, tuple[tuple[str, str], ...]]
    """Headers of a new catalog by locale; of a new template under `""`."""
    now: datetime


class Why(enum.IntEnum):
    """Why a catalog was written, for the weightiest reason."""

    RULES = 0
    """Its header names the rules of another version; its messages are the same by ours."""
    FORM = 1
    """Somebody wrote it in another form, or people are named in it who are to be left out."""
    PLACES = 2
    """Messages stand elsewhere in the article, or other notes stand with them."""
    MESSAGES = 3


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the catalog of one article in one locale."""

    locale: str
    new: int = 0
    """Messages that were not there."""
    changed: int = 0
    """Messages whose source changed: fuzzy now."""
    obsolete: int = 0
    """Messages the article no longer has."""
    back: int = 0
    """Messages that were obsolete and are there again."""
    carried: int = 0
    """Messages that another version read in another form: their translations are as finished as they were."""
    why: Why = Why.MESSAGES

    def plus(self, other: Change) -> Change:
        """The sum with another one of the same locale."""
        counts = (self.new + other.new, self.changed + other.changed, self.obsolete + other.obsolete)
        again = (self.back + other.back, self.carried + other.carried)
        return Change(self.locale, *counts, *again, max(self.why, other.why))


@dataclass(frozen=True, slots=True)
class Template:
    """The template of an article."""

    catalog: Catalog
    data: bytes | None
    """None: an article without messages has none."""
    body: bytes
    """Its units as they are written, in every catalog that is new too."""
    stated: Mapping[str, Stated] = field(default_factory=dict)
    """What its messages state, by msgid, if catalogs are to say so."""


@dataclass(frozen=True, slots=True)
class MergedCatalog:
    """A catalog brought up to date with its article."""

    before: Catalog
    """What it was, with nothing in it if there was none."""
    data: bytes
    change: Change
    emptied: emptied.Emptied
    """What became of messages that lost their text."""


def make_template(context: ExtractContext, source: Source, before: bytes | None) -> Template:
    """Make the template of an article; its date is that of the one before unless its messages changed."""
    units = template.units(source.article, source.extraction.segments, context.project.catalogs.references)
    body = codec.body(units)
    made = _dated(context, Catalog(context.fresh[""], units, fuzzy=True), body, before)
    return Template(made, codec.with_body(made, body) if units else None, body, _found(context.project, units))


def merge_catalog(
    context: ExtractContext, locale: str, template: Template, before: bytes | None, name: str, remembered: str
) -> MergedCatalog:
    """Merge a template into the catalog of a locale (None: there is none yet). Raises `InputError`, which names it.

    Messages that are empty get back the texts that are `remembered` of the catalog.
    """
    wanted = replace(template.catalog, units=_stated(context.project, locale, template))
    if before is None and not remembered:
        return _new(context, locale, replace(template, catalog=wanted))
    project, personal = context.project, context.project.privacy.translators
    header = context.fresh[locale]
    old = Catalog(header)
    if before is not None:
        old = codec.parse(before, name)
        header = headers.complete(old.headers, project.name, locale, project.source_locale, personal, context.now)
    same = carrying.carried(old, wanted, formats.marks(dict(old.headers).get(headers.FORMAT_FIELD, "")))
    merged = merge.merge(same.catalog, wanted)
    restored = emptied.restored(_copied(project, locale, merged.catalog.units), remembered)
    # Where the messages are the same, the date of the template is no news, even if the template was made again.
    dates = wanted.headers if _messages(old) != _messages(wanted) else old.headers
    header = headers.dated(header, old.units, restored.units, personal, context.now, dates)
    units = tuple(headers.clean_unit(unit, personal) for unit in restored.units)
    comments = headers.clean_comments(old.comments, personal)
    data = codec.serialize(replace(merged.catalog, headers=header, comments=comments, units=units))
    counts = (merged.added, merged.changed + same.offered, merged.obsolete, merged.revived, same.kept)
    if any(counts) or restored.offered:
        why = Why.MESSAGES
    elif merged.catalog.units != old.units:
        why = Why.PLACES
    else:
        why = Why.RULES if before and data == _FORMAT.sub(_OURS, before, 1) else Why.FORM
    change = Change(locale, *counts, why)
    return MergedCatalog(old, data, change, restored)


def _new(context: ExtractContext, locale: str, template: Template) -> MergedCatalog:
    """Make a catalog of the template as merging it into nothing would."""
    wanted, personal = template.catalog, context.project.privacy.translators
    header = context.fresh[locale]
    units = _copied(context.project, locale, wanted.units)
    made = Catalog(headers.dated(header, (), units, personal, context.now, wanted.headers), units)
    change = Change(locale, new=len(units))
    is_template = units == wanted.units and not template.stated
    data = codec.with_body(made, template.body) if is_template else codec.serialize(made)
    return MergedCatalog(Catalog(header), data, change, emptied.Emptied(units, ""))


def _found(project: Project, units: tuple[Unit, ...]) -> Mapping[str, Stated]:
    if not project.catalogs.facts:
        return {}
    from i18n.catalog.stated import found  # only where they are wanted

    return found(units, project.source_locale)


def _stated(project: Project, locale: str, template: Template) -> tuple[Unit, ...]:
    if not template.stated:
        return template.catalog.units
    from i18n.catalog.stated import stated  # only where they are wanted
    from i18n.locales.quotations import house

    own = house(project.typography.quotes.of(locale))
    traditions = dict(project.scripture.tradition.others)
    return stated(template.catalog.units, template.stated, project.source_locale, locale, traditions, own)


def _copied(project: Project, locale: str, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units with the text of those without words, unless the language writes their units or numbers otherwise."""
    source = project.source_locale
    units_alike = writes_units_alike(source, locale)
    return copied(units, lambda text: (units_alike or not has_units(text)) and _is_written_alike(text, source, locale))


def _is_written_alike(text: str, source: str, target: str) -> bool:
    from i18n.facts.finding import is_written_alike  # only where there is such a message

    return is_written_alike(plain(text), source, target)


def _dated(context: ExtractContext, fresh: Catalog, body: bytes, before: bytes | None) -> Catalog:
    """The template with the date of the one before, if that had the same messages."""
    date = _CREATED.search(before, 0, 2000) if before else None
    if before is None or date is None:
        return fresh
    created = tuple((name, date[1].decode() if name == _DATE else value) for name, value in fresh.headers)
    same = replace(fresh, headers=created)
    if codec.with_body(same, body) == before:  # most often; saves reading it
        return same
    try:
        old = codec.parse(before)
    except InputError:
        return fresh  # ours to make again, unlike a catalog
    personal = context.project.privacy.translators
    return replace(same, headers=headers.dated(created, old.units, fresh.units, personal, context.now))


def _messages(catalog: Catalog) -> list[Key]:
    return [unit.key for unit in catalog.units if not unit.obsolete]
