"""What becomes of a catalog when its article has changed? Nothing that a person wrote is lost."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from i18n.catalog import origin, pairing, urls
from i18n.model import Catalog, Unit
from i18n.words.folding import single_spaced


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalog brought up to date with its template, and how many messages changed in which way."""

    catalog: Catalog
    added: int
    """Messages that no old one became."""
    changed: int
    """Messages that an old one became: its text is carried over, as fuzzy where a translator must look at it."""
    obsolete: int
    """Messages that are gone; those with text became obsolete now."""
    revived: int
    """Obsolete messages that came back."""
    unchanged: int


def merge(catalog: Catalog, template: Catalog) -> Merged:
    """Bring a catalog up to date with a template: its messages in its order, obsolete ones last.

    Laws: every msgstr that a person wrote or accepted is in the result, at an equal message unchanged; merging again
    changes nothing. A machine's draft that nobody touched goes when its message changes. Header and header comments
    stay as they are (see `headers.dated`), the header's fuzzy flag aside, which only templates have. The keys of either
    catalog must be unique.
    """
    active = [unit for unit in catalog.units if not unit.obsolete]
    old = [*active, *(unit for unit in catalog.units if unit.obsolete)]
    new = [unit for unit in template.units if not unit.obsolete]
    pairs = pairing.paired(old, new)
    partner = {pair.new: pair for pair in pairs}
    taken = {pair.old for pair in pairs if not pair.copy}
    units = [
        _carried(old[pair.old], unit, copy=pair.copy) if (pair := partner.get(at)) else _untranslated(unit, ())
        for at, unit in enumerate(new)
    ]
    gone = [unit for at, unit in enumerate(active) if at not in taken]
    kept = [unit for at, unit in enumerate(old) if unit.obsolete and at not in taken and _is_worth_keeping(unit)]
    units += kept
    units += [_obsolete(unit) for unit in gone if origin.is_human(unit)]
    same = [pair for pair in pairs if old[pair.old].key == new[pair.new].key]
    revived = sum(old[pair.old].obsolete for pair in same)
    return Merged(
        dataclasses.replace(catalog, units=tuple(units), fuzzy=False),
        added=len(new) - len(pairs),
        changed=len(pairs) - len(same),
        obsolete=len(gone),
        revived=revived,
        unchanged=len(same) - revived,
    )


def share(template: Catalog, catalog: Catalog) -> float:
    """The share of the template's messages that the catalog holds, obsolete or not: 0 to 1; 0 for an empty template."""
    keys = {unit.key for unit in catalog.units}
    wanted = [unit.key for unit in template.units if not unit.obsolete]
    return sum(key in keys for key in wanted) / len(wanted) if wanted else 0.0


def _carried(old: Unit, new: Unit, *, copy: bool) -> Unit:
    """The new message with what the old one's translation still gives."""
    if copy:
        return started_from(old, new)
    if old.msgid == new.msgid or single_spaced(old.msgid) == single_spaced(new.msgid):
        return _with_text(origin.settle(old), new)
    msgstr = urls.relocated(old.msgid, new.msgid, old.msgstr)
    if msgstr is not None:
        return _with_text(origin.rewritten(origin.settle(old), msgstr), new)
    return started_from(old, new) if origin.is_human(old) else _untranslated(new, origin.adopt(old).comments)


def _with_text(old: Unit, new: Unit) -> Unit:
    """The old unit under the new message: the article's part is the new one's, everything else stays."""
    flags = old.flags if old.flags == new.flags else tuple(dict.fromkeys((*new.flags, *old.flags)))
    if (
        old.key == new.key
        and not old.obsolete
        and (old.extracted, old.references, old.flags) == (new.extracted, new.references, flags)
    ):
        return old
    return Unit(
        msgid=new.msgid,
        msgstr=old.msgstr,
        msgctxt=new.msgctxt,
        fuzzy=old.fuzzy,
        previous_msgid=old.previous_msgid,
        previous_msgctxt=old.previous_msgctxt,
        comments=old.comments,
        extracted=new.extracted,
        references=new.references,
        flags=flags,
        msgid_plural=old.msgid_plural or new.msgid_plural,
        msgstr_plural=old.msgstr_plural,
        line=old.line,
    )


def started_from(old: Unit, new: Unit) -> Unit:
    """The old text as a start for the new message, with the msgid that it was written for."""
    before, context = old.msgid, old.msgctxt
    if old.fuzzy and old.previous_msgid is not None:
        before, context = old.previous_msgid, old.previous_msgctxt
    same = (context, before) == new.key
    return dataclasses.replace(
        _with_text(origin.adopt(old), new),
        fuzzy=True,
        previous_msgid=None if same else before,
        previous_msgctxt=None if same else context,
    )


def _untranslated(new: Unit, comments: tuple[str, ...]) -> Unit:
    return dataclasses.replace(new, comments=comments, line=0) if comments or new.comments or new.line else new


def _obsolete(unit: Unit) -> Unit:
    """A message that is gone, with its translation; it stands nowhere in the article any more."""
    return dataclasses.replace(origin.settle(unit), obsolete=True, extracted=(), references=())


def _is_worth_keeping(unit: Unit) -> bool:
    return bool(unit.msgstr or any(unit.msgstr_plural))
