"""What if a catalog says the same message twice? One unit stays, and no text that a person wrote is lost."""

from __future__ import annotations

import dataclasses

from i18n.catalog.writing import quoted
from i18n.model import Key, Unit

_MARK = "duplicate: "


def united(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Unite units of the same key; returns the same tuple if all keys differ.

    The text kept is a finished one if there is one, else a fuzzy one, of several the first, at the place of the
    first that is not obsolete. Other texts become translator comments, `# duplicate: "…"`. gettext calls such a
    file broken, so that it comes from a merge by hand or by version control.
    """
    if len({(unit.msgctxt, unit.msgid) for unit in units}) == len(units):
        return units
    groups: dict[Key, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.key, []).append(unit)
    return tuple(_one(group) if len(group) > 1 else group[0] for group in groups.values())


def _one(group: list[Unit]) -> Unit:
    place = min(group, key=lambda unit: unit.obsolete)
    text = min(group, key=lambda unit: (not _texts(unit), unit.fuzzy, unit.obsolete))
    others = dict.fromkeys(_texts(unit) for unit in group if _texts(unit) not in ((), _texts(text)))
    notes = (_MARK + " ".join(map(quoted, texts)).replace("\n", "\\n") for texts in others)
    comments = dict.fromkeys((*(comment for unit in (text, *group) for comment in unit.comments), *notes))
    return dataclasses.replace(
        text,
        comments=tuple(comments),
        extracted=place.extracted,
        references=tuple(dict.fromkeys(reference for unit in group for reference in unit.references)),
        obsolete=place.obsolete,
        line=place.line,
    )


def _texts(unit: Unit) -> tuple[str, ...]:
    return tuple(filter(None, (unit.msgstr, *unit.msgstr_plural)))
