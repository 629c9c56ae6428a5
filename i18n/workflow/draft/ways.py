"""What could draft a language that no engine of the project serves, and which command gives that?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from i18n.draft.engine import Engine
from i18n.draft.engines.apertium import modes
from i18n.draft.engines.ctranslate2 import session
from i18n.draft.many.memory import NAME as MEMORY
from i18n.draft.models import offers
from i18n.errors import ConfigurationError
from i18n.project import Project
from i18n.workflow.draft.engines import engines_of

_RULES = "apertium"
_HERE = ("ctranslate2", "llm", "libretranslate", _RULES)
"""Engines whose texts need not leave this machine, the best first."""
_PRETENDS = "pseudo"
_LIBRARIES = 'pip install "manytongues[ctranslate2]"'


@dataclass(frozen=True, slots=True)
class BestWay:
    """The best engine that could draft a language without sending texts elsewhere."""

    locale: str
    engine: str
    reason: str
    """What it would be; completes "ctranslate2: …"."""
    command: str
    """One line to type."""


def best_ways(project: Project, names: Sequence[str]) -> tuple[BestWay, ...]:
    """Name one for each language that none of the engines of these names serves. Asks no server."""
    engines = tuple(_made(project, [name for name in names if name not in (MEMORY, _PRETENDS)]))
    open_ones = [locale for locale in project.locales if not _served(engines, project.source_locale, locale)]
    others = tuple(_made(project, [name for name in _HERE if name not in names])) if open_ones else ()
    here = tuple(engine for engine in others if engine.traffic.near)
    return tuple(_best(project, locale, here) for locale in open_ones)


def _served(engines: Iterable[Engine], source: str, locale: str) -> bool:
    return any(engine.readiness(source, locale).ready for engine in engines)


def _made(project: Project, names: Iterable[str]) -> Iterator[Engine]:
    """The engines of these names that can be made."""
    for name in names:
        with contextlib.suppress(ConfigurationError):
            yield from engines_of(project, (name,))


def _best(project: Project, locale: str, others: Sequence[Engine]) -> BestWay:
    """The first of: an engine that is ready, a model of the shipped table, Apertium, a model that the user finds."""
    source = project.source_locale
    ready = [engine.name for engine in others if _served((engine,), source, locale)]
    neural = next((name for name in ready if name != _RULES), "")
    add = f"i18n engines add ctranslate2 {locale}"
    if not session.installed():
        add = f"{_LIBRARIES} && {add}"
    offer = offers.nearest(offers.shipped(), "ctranslate2", source, locale)
    if offer is not None and not neural:
        size = sum(file.size for file in offer.files) / 1e6
        return BestWay(locale, "ctranslate2", f"a model of {size:,.0f} MB ({offer.licence})", add)
    if ready:
        name = neural or _RULES
        line = f"i18n draft --engine {MEMORY} --engine {name} --locale {locale}"
        return BestWay(locale, name, "it is ready, and the project does not name it", line)
    needed = modes.packages(source, locale)
    if needed:
        line = f"sudo apt-get install --no-install-recommends apertium {' '.join(needed)}"
        return BestWay(locale, _RULES, "rule-based, without a network", line)
    return BestWay(locale, "ctranslate2", "a model that you choose", f"{add} --from FILE|URL --sha256 HEX")
