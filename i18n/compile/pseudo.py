"""What are the translations of an article into a language that nobody speaks?"""

from __future__ import annotations

from dataclasses import replace

from i18n.extract.source import Source
from i18n.message.pseudo import pseudo
from i18n.model import Key, Unit


def pseudo_units(source: Source, locale: str) -> dict[Key, Unit]:
    """The units of an article, all of them translated into a pseudo-locale."""
    return {unit.key: replace(unit, msgstr=pseudo(unit.msgid, source.dialect, locale)) for unit in source.template}
