"""What do the checks say of one message and its translation?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from i18n.check import Where, findings
from i18n.check import settings as check_settings
from i18n.check.settings import Settings
from i18n.markdown.dialects import GFM, Dialect
from i18n.memory.glossary import Glossary
from i18n.model import Finding, Unit
from i18n.project import Build, Check

CATALOG = "locales/de/LC_MESSAGES/report.po"


def judge(
    msgid: str,
    msgstr: str,
    locale: str = "de",
    *,
    source_locale: str = "en",
    labels: tuple[str, ...] = (),
    hosts: Iterable[str] = (),
    configured: Settings | None = None,
    glossary: Glossary | None = None,
    dialect: Dialect = GFM,
    **fields: Any,
) -> tuple[Finding, ...]:
    """All findings about one unit."""
    where = Where(CATALOG, locale, source_locale, dialect, "report.md", labels, glossary)
    unit = Unit(msgid, msgstr, line=fields.pop("line", 12), **fields)
    return findings([unit], where, configured or settings(hosts=tuple(hosts)))


def settings(build: Build | None = None, **lists: tuple[str, ...]) -> Settings:
    """What a project configures with these lists under `[check]`, and this `[build]`."""
    return check_settings.settings(Check(**lists), build or Build())


def rules(*args: Any, **named: Any) -> set[str]:
    """Ids of the rules that have something to say, information left out."""
    return {finding.rule for finding in judge(*args, **named) if finding.severity.value != "info"}
