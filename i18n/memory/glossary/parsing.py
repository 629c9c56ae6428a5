"""What does a glossary file say for each language?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from i18n.errors import InputError
from i18n.memory.glossary import glossary, table
from i18n.memory.glossary.concept import source_tag, terms_by_locale


def parse(data: bytes, path: str, source_locale: str, locales: Sequence[str]) -> Mapping[str, glossary.Glossary]:
    """Read a glossary: CSV (`.csv`, `.tsv`) or TBX (`.tbx`, `.xml`), by the name of the file.

    `path` is named in errors; locales are canonical BCP 47 tags, and each has a glossary afterwards, though it may be
    empty. Raises `InputError` with the line where it is known.
    """
    ending = path.lower().rpartition(".")[2]
    if ending in ("csv", "tsv"):
        concepts = table.parse(data, path, source_locale, locales)
    elif ending in ("tbx", "xml"):
        from i18n.memory.glossary import tbx  # XML is slow to import, and only here of use

        concepts = tbx.parse(data, path)
        tags = {word.tag for concept in concepts for word in concept.words}
        if concepts and not source_tag(tags, source_locale):
            there = ", ".join(sorted(tags)) or "none"
            raise InputError(
                f"The glossary has no terms of the source language “{source_locale}”.", f"Its languages: {there}.", path
            )
    else:
        raise InputError("A glossary is a .csv or a .tbx file.", "Rename it, or export it again.", path)
    terms = terms_by_locale(concepts, source_locale, locales)
    return {locale: glossary.Glossary(terms[locale], source_locale) for locale in locales}
