"""Who wrote a msgstr, and what may be done to it? Read from the translator comments, which every editor keeps."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from i18n.catalog.advice import is_advice
from i18n.catalog.remarks import is_remark
from i18n.model import Key, Unit

_DRAFT = re.compile(r"draft: (?P<engine>\S+)(?: (?P<detail>.*))? sha=(?P<digest>[0-9a-f]{8})")
_REFUSAL = "draft refused: "
_OFFER = re.compile(r"given back: .* sha=(?P<digest>[0-9a-f]{8})")
_REVIEWED = re.compile(r"reviewed: (?P<alias>.*) (?P<digest>[0-9a-f]{8})")
_SCORE = re.compile(r"(?<!\S)(?:score|match)=(?P<score>\d{1,3})(?!\S)")
_NOTES = re.compile(r"(?<!\S)notes=(?P<notes>[a-z,-]+)(?!\S)")
_WAIVER = re.compile(r"i18n-ignore:(.*)")


@dataclass(frozen=True, slots=True)
class Origin:
    """What the comment of a draft says."""

    engine: str
    detail: str
    """What the engine had to add, such as the score of a match; may be empty."""
    digest: str
    """First eight hexadecimal digits of the SHA-256 of the msgstr that was written."""

    @property
    def score(self) -> int | None:
        """How far the draft can be trusted, 0-100: orders a reviewer's queue. None if the comment does not say."""
        found = _SCORE.search(self.detail)
        return min(100, int(found["score"])) if found else None

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reviewer should look at, such as `numbers` or `length`."""
        found = _NOTES.search(self.detail)
        return tuple(filter(None, found["notes"].split(","))) if found else ()


def mark(unit: Unit, msgstr: str, engine: str, detail: str = "", advice: str = "") -> Unit:
    """Write a machine's draft into a unit: fuzzy, with its origin; comments of earlier drafts and refusals go.

    `advice` tells a translator what to look at, in a line of its own.
    """
    words = " ".join(f"draft: {engine} {detail}".split())
    comments = (*_without_machine(unit.comments), f"{words} sha={digest(msgstr)}", *filter(None, (advice,)))
    return dataclasses.replace(
        unit, msgstr=msgstr, fuzzy=True, previous_msgid=None, previous_msgctxt=None, comments=comments
    )


def refusal(unit: Unit, reason: str) -> Unit:
    """Leave a unit empty, with a comment that says why no draft was good enough; the next try replaces it."""
    comments = (*_without_machine(unit.comments), _REFUSAL + " ".join(reason.split()))
    return dataclasses.replace(
        unit, msgstr="", fuzzy=False, previous_msgid=None, previous_msgctxt=None, comments=comments
    )


def offer(unit: Unit, msgstr: str, previous: Key | None) -> Unit:
    """Give an empty unit back, as fuzzy, the text that a person gave it, with the message that it was written for."""
    said = "given back: the catalog came back without this text; finish it, or empty it once more"
    context, msgid = previous or (None, None)
    return dataclasses.replace(
        unit,
        msgstr=msgstr,
        fuzzy=True,
        previous_msgid=msgid,
        previous_msgctxt=context,
        comments=(*_without_machine(unit.comments), f"{said} sha={digest(msgstr)}"),
    )


def origin(unit: Unit) -> Origin | None:
    """What the unit's draft comment says, whether or not the msgstr is still the one that it speaks of."""
    for comment in unit.comments:
        if match := _DRAFT.fullmatch(comment):
            return Origin(match["engine"], match["detail"] or "", match["digest"])
    return None


def is_untouched_draft(unit: Unit) -> bool:
    """Whether the msgstr is a machine's, nobody has changed it, and nobody has accepted it."""
    if not (unit.fuzzy and unit.comments and unit.msgstr):
        return False
    made = origin(unit)
    return made is not None and made.digest == digest(unit.msgstr)


def is_human(unit: Unit) -> bool:
    """Whether the unit holds text that a person wrote or accepted, so that it must never be lost."""
    return bool(unit.msgstr or any(unit.msgstr_plural)) and not is_untouched_draft(unit)


def settle(unit: Unit) -> Unit:
    """Drop what the machine's comments say once it is no longer true.

    A draft comment goes when the msgstr is another text than the one it speaks of: a person wrote that. A refusal
    goes when there is a msgstr. What says that a text was given back goes when it is another one, or finished.
    """
    if not unit.comments or not any(map(_is_machine, unit.comments)):
        return unit
    present, made = digest(unit.msgstr), origin(unit)

    def holds(comment: str) -> bool:
        if comment.startswith(_REFUSAL):
            return not unit.msgstr
        if offered := _OFFER.fullmatch(comment):
            return unit.fuzzy and offered["digest"] == present
        if is_advice(comment):
            return made is not None and made.digest == present
        draft = _DRAFT.fullmatch(comment)
        return draft is None or draft["digest"] == present

    return _with_comments(unit, holds)


def rewritten(unit: Unit, msgstr: str) -> Unit:
    """Change the msgstr without asking anybody; an untouched draft stays one, with the digest of the new text.

    The comment of a draft that a person accepted goes: it does not speak of the new text.
    """
    if not is_untouched_draft(unit):
        return settle(dataclasses.replace(unit, msgstr=msgstr))
    present = digest(unit.msgstr)
    comments = (
        f"{comment.removesuffix(present)}{digest(msgstr)}" if _DRAFT.fullmatch(comment) else comment
        for comment in unit.comments
    )
    return dataclasses.replace(unit, msgstr=msgstr, comments=tuple(comments))


def moved(unit: Unit, msgid: str, msgstr: str, *, reviewed: bool) -> Unit:
    """Give a unit another form of its msgid and of its msgstr, the same words; a second reader's word may hold on."""
    made = dataclasses.replace(rewritten(unit, msgstr), msgid=msgid)
    if not (reviewed and is_reviewed(unit)):
        return made
    before, after = _review_digest(unit), _review_digest(made)
    comments = (
        f"{comment.removesuffix(before)}{after}"
        if _REVIEWED.fullmatch(comment) and comment.endswith(before)
        else comment
        for comment in made.comments
    )
    return dataclasses.replace(made, comments=tuple(comments))


def adopt(unit: Unit) -> Unit:
    """Drop the machine's comments: from here on the text counts as a person's."""
    return _with_comments(unit, lambda comment: not _is_machine(comment))


def waivers(unit: Unit) -> frozenset[str]:
    """The rules whose findings a translator has waived for this unit: `# i18n-ignore: numbers, unchanged`."""
    if not unit.comments:
        return frozenset()
    lists = (match[1] for comment in unit.comments if (match := _WAIVER.fullmatch(comment.strip())))
    return frozenset(rule for listed in lists for rule in listed.replace(",", " ").split())


def review(unit: Unit, alias: str) -> Unit:
    """Note that a second reader, known by `alias`, has confirmed the unit as it stands."""
    comments = tuple(comment for comment in unit.comments if not _REVIEWED.fullmatch(comment))
    note = f"reviewed: {' '.join(alias.split())} {_review_digest(unit)}"
    return dataclasses.replace(unit, comments=(*comments, note))


def is_reviewed(unit: Unit) -> bool:
    """Whether a second reader has confirmed this very msgid and msgstr, and nobody has marked it fuzzy since."""
    return bool(unit.comments and not unit.fuzzy and unit.msgstr) and any(
        match["digest"] == _review_digest(unit) for comment in unit.comments if (match := _REVIEWED.fullmatch(comment))
    )


def digest(text: str) -> str:
    """The first eight hexadecimal digits of the SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _review_digest(unit: Unit) -> str:
    # NUL stands in no PO file, so that no other pair of texts gives the same bytes.
    return digest(f"{unit.msgid}\0{unit.msgstr}")


def is_ours(comment: str) -> bool:
    """Whether it is a comment for this program: of a draft, a refusal, an offer, a finding, a reader, or a waiver."""
    forms = (_REVIEWED.fullmatch(comment), _WAIVER.fullmatch(comment.strip()))
    return _is_machine(comment) or is_remark(comment) or any(forms)


def _is_machine(comment: str) -> bool:
    if comment.startswith(_REFUSAL) or is_advice(comment):
        return True
    return any(form.fullmatch(comment) for form in (_DRAFT, _OFFER))


def _without_machine(comments: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(comment for comment in comments if not _is_machine(comment))


def _with_comments(unit: Unit, keep: Callable[[str], object]) -> Unit:
    comments = tuple(filter(keep, unit.comments))
    return unit if comments == unit.comments else dataclasses.replace(unit, comments=comments)
