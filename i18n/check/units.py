"""What do the checks find in these units, and how bad is it in this project?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from i18n.catalog import origin, published
from i18n.check.rule import Pair, Remark, Rule
from i18n.check.rules import RULES
from i18n.check.settings import Settings
from i18n.locales.quotations import house
from i18n.markdown import dialects, inline
from i18n.message.markup import Markup, read, read_once
from i18n.model import Finding, Key, Severity, Unit
from i18n.project.forms import suggestion

if TYPE_CHECKING:
    from i18n.memory.glossary import Glossary

_ALL = {rule.id: rule for rule in RULES}
_CHECKS = tuple((rule, rule.check) for rule in RULES if rule.check is not None)


@dataclass(frozen=True, slots=True)
class Where:
    """Where units come from: what findings name, and how the text is read."""

    path: str
    """The catalog, relative to the project's root, POSIX form."""
    locale: str
    """BCP 47."""
    source_locale: str
    """BCP 47."""
    dialect: dialects.Dialect
    article: str = ""
    """Path below the source folder."""
    labels: tuple[str, ...] = ()
    """Labels of the article's reference definitions."""
    glossary: Glossary | None = None
    """The glossary of the locale, if the project has one."""
    codes: frozenset[str] = frozenset()
    """What stands between code marks anywhere in the article."""
    messages: dict[str, Markup] = field(default_factory=dict)
    """What the article's messages are made of, as far as that was asked in any locale."""

    def message(self, msgid: str) -> Markup:
        """What a message is made of; found once for all the locales that share `messages`."""
        return read_once(msgid, self.dialect, self.labels, self.messages)


def findings(units: Iterable[Unit], where: Where, settings: Settings) -> tuple[Finding, ...]:
    """What all checks find in units, in their order, with severities and waivers applied."""
    return tuple(finding for unit in units for finding in check_unit(unit, where, settings))


def check_unit(unit: Unit, where: Where, settings: Settings) -> Iterator[Finding]:
    """What all checks find in one unit.

    Obsolete units, units with plural forms (which no article has) and, but for one rule, untranslated ones are not
    looked at. What is not published is a warning at most, save for locked rules.
    """
    if unit.obsolete or unit.msgid_plural is not None:
        return
    if not unit.msgstr and not unit.fuzzy:
        return
    if unit.comments:
        yield from _unknown_waivers(unit, where, settings)
    source = where.message(unit.msgid)
    try:
        translation = read(unit.msgstr, where.dialect, where.labels)
    except inline.NestingError as error:
        yield placed("structure", Severity.ERROR, f"{error.message} {error.hint}", unit, where)
        return
    pair = Pair(
        unit,
        source,
        translation,
        where.locale,
        where.source_locale,
        settings.hosts,
        where.glossary.concerning(source.prose) if where.glossary else (),
        where.dialect.links_names,
        house(settings.typography.quotes.of(where.locale)),
        codes=where.codes,
        tradition=settings.scripture.tradition.of(where.locale),
    )
    for rule, check in _CHECKS:
        if not unit.msgstr and not rule.empty:
            continue
        for remark in check(pair):
            severity = _severity(rule, remark, unit, settings)
            if severity is Severity.ERROR and not rule.locked and not published.is_published(unit, settings.build):
                severity = Severity.WARNING
            if severity is not None:
                yield placed(rule.id, severity, remark.text, unit, where)


def _unknown_waivers(unit: Unit, where: Where, settings: Settings) -> Iterator[Finding]:
    rule = _ALL["waiver"]
    for name in sorted(origin.waivers(unit) - _ALL.keys()):
        remark = Remark(f"There is no rule “{name}” to waive{suggestion(name, _ALL)}.")
        severity = _severity(rule, remark, unit, settings)
        if severity is not None:
            yield placed(rule.id, severity, remark.text, unit, where)


def placed(rule: str, severity: Severity, text: str, unit: Unit, where: Where) -> Finding:
    """What a rule says of a unit, with its place."""
    return Finding(rule, severity, text, where.path, unit.line, where.locale, where.article, unit.msgctxt, unit.msgid)


def adjusted(found: Iterable[Finding], units: Mapping[Key, Unit], settings: Settings) -> tuple[Finding, ...]:
    """Apply the project's severities and the units' waivers to findings that arrived from elsewhere.

    Findings of rules that are not in `RULES` pass unchanged.
    """
    kept = []
    for finding in found:
        rule = _ALL.get(finding.rule)
        severity: Severity | None = finding.severity
        if rule is not None:
            unit = units.get((finding.msgctxt, finding.msgid)) if finding.msgid else None
            severity = _severity(rule, Remark(finding.message, finding.severity), unit, settings)
        if severity is not None:
            kept.append(dataclasses.replace(finding, severity=severity))
    return tuple(kept)


def _severity(rule: Rule, remark: Remark, unit: Unit | None, settings: Settings) -> Severity | None:
    """The severity to report, or None to stay silent; the only place that decides it."""
    if rule.locked or remark.locked:
        return rule.severity
    if unit is not None and rule.id in origin.waivers(unit):
        return None
    severity = remark.severity or rule.severity
    configured = settings.severities.get(rule.id, severity)
    return severity if severity is Severity.INFO and configured is not None else configured
