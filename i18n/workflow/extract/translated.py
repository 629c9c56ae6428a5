"""Which articles look like translations of others? Said once for each language and way to name files."""

from __future__ import annotations

from operator import attrgetter

from i18n.model import Finding, Severity
from i18n.project import Found, Known, Project
from i18n.workflow.translations import place_of, spellings

RULE = "translation-as-source"


def found(project: Project, there: Found) -> list[Finding]:
    """Name articles whose name, or a folder of theirs, ends in a language of the project, and how to leave them out."""
    known = spellings(project.locales, {project.placement.spelling(locale): locale for locale in project.locales})
    groups: dict[tuple[str, str], dict[str, Known]] = {}
    for article in sorted(there.articles, key=attrgetter("private")):
        place = place_of(article.path, known)
        if place:
            folder = place.glob.removesuffix("/**").rpartition("/")[2]
            general = place.glob if place.glob.startswith("**/") else f"**/{folder}/**"
            groups.setdefault((place.locale, general), {}).setdefault(place.glob, article)
    return [_finding(locale, general, places) for (locale, general), places in groups.items()]


def _finding(locale: str, general: str, places: dict[str, Known]) -> Finding:
    glob = general if len(places) > 1 else next(iter(places))
    first = next(iter(places.values()))
    said = (
        f"By its name this is a translation into {locale}, and it is read as an article to translate. If it is one,"
        f' leave it and its like out: [source] exclude = ["{glob}"].'
    )
    return Finding(RULE, Severity.WARNING, said, first.reference, article=first.path)
