"""What is wrong with a translation whatever surrounds it?"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection
from typing import Any, TypeAlias

from i18n.compile import waiving
from i18n.compile.leading import MayLead, differ_in_targets
from i18n.markdown import escape, html, inline
from i18n.markdown.dialects import Dialect, protection, roles
from i18n.message import references
from i18n.message.placeholders import is_plural
from i18n.model import Kind, Place, Segment
from i18n.words.folding import folded, single_spaced

_ALONE = frozenset(Place) - {Place.PARAGRAPH, Place.HEADING, Place.CELL}
_READ_AS_MARKDOWN = frozenset((Place.LINE, Place.LABEL, Place.HTML, Place.PARAMETER, Place.QUOTED, Place.CSV))
"""Where a generator reads Markdown though the parser sees none: titles, captions, HTML that says so."""
_WITH_TAGS = frozenset((Place.HTML, Place.FRONT_MATTER))
_NEW_ATTRIBUTE = re.compile(r"""["']\s*[\w:-]+\s*=""")
"""A value that templates put between quotes as it is would end there, and the rest be attributes."""
_BLOCK = re.compile(r">|\[[^\]]+\]:|<[!?]|(?:=+|-+|#+|\d{1,9}[.)])\s*\Z|`{3}|~{3}|([-_*])(?:[ \t]*\1){2,}\s*\Z")
"""What begins a block of Markdown whatever the space after it is."""
_ADDRESS_ALONE = re.compile(r"[^ \t\r\n]+[ \t]*(?:(?:\"[^\"]*\"|'[^']*'|\([^()]*\))[ \t]*)?(?:\n|\Z)")
"""What may follow a label in the definition of a link (CommonMark 0.31.2 §4.7)."""
_SPELLED_OTHERWISE = re.compile(r"\\|&#?\w+;")
_UNLIKE_PLAIN = re.compile(r"(?:^|\s)#|^[\"'|>]|[\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What the value of a directive's option loses, or begins otherwise than as words."""
_MARKUP = re.compile(r"[\[<`$]")
_Item: TypeAlias = tuple[str, Any]
"""What a translation must keep: its kind, and a target, code, or the one tag."""
_Found = Counter[_Item]


def wrong_alone(
    segment: Segment,
    text: str,
    dialect: Dialect,
    before: str,
    labels: Collection[str],
    may_lead_to: MayLead,
    waived: Collection[str],
) -> str:
    """What is wrong with a translation, as seen without its surroundings; empty when nothing is.

    `before` is the character before the segment: the quotation mark of a quoted one. `labels` are those that the
    article defines, `waived` the rules that a translator waives.
    """
    problem = _wrong_anywhere(segment, text, dialect)
    if problem or segment.place not in _ALONE:
        return problem
    problem = _wrong_as_value(segment, text) or _wrong_at_its_place(segment, text, dialect, before)
    if problem:
        return problem
    wanted, got = _compared(segment, text, dialect, labels)
    return _difference(wanted, waiving.as_waived(wanted.elements(), got.elements(), waived), may_lead_to)


def _wrong_anywhere(segment: Segment, text: str, dialect: Dialect) -> str:
    if not text.strip():
        return "there is nothing in it to read."
    if dialect.lacks_footnotes and segment.kind is Kind.FOOTNOTE and _ADDRESS_ALONE.match(text.strip()):
        return "a note of one word would be taken for the address of a link."
    if dialect.plain_descriptions and _lost(segment, text, dialect) > _lost(segment, segment.msgid, dialect):
        return "a backslash, an entity or a single bracket in an image's description, which the generator leaves out."
    return ""


def _lost(segment: Segment, text: str, dialect: Dialect) -> int:
    """How many escapes and entities the descriptions of images in a text have as they are written."""
    if segment.place is Place.LABEL:
        return len(_SPELLED_OTHERWISE.findall(escape.label(text, dialect)))
    return (
        sum(len(_SPELLED_OTHERWISE.findall(each)) for each in escape.DESCRIPTION.findall(text)) if "![" in text else 0
    )


def _wrong_as_value(segment: Segment, text: str) -> str:
    is_parameter = segment.place is Place.PARAMETER
    if is_parameter and text.endswith("\\"):
        return "a backslash at its end, which would take the quotation mark after it for its own."
    is_plain = segment.kind is Kind.OPTION and segment.place is Place.LINE
    if is_plain and _UNLIKE_PLAIN.search(text) and not _UNLIKE_PLAIN.search(segment.msgid):
        return "“#”, a tab or a quotation mark at its begin, which the directive would take for its own."
    if is_parameter and _NEW_ATTRIBUTE.search(text) and not _NEW_ATTRIBUTE.search(segment.msgid):
        return "a quotation mark and a name after it, which could become an attribute: use “ ” or ’."
    if is_parameter and _BLOCK.match(text) and not _BLOCK.match(segment.msgid):
        return "it begins as a block does, which the generator may make of it."
    return ""


def _wrong_at_its_place(segment: Segment, text: str, dialect: Dialect, before: str) -> str:
    wanted, got = _protected(segment.msgid, dialect), _protected(text, dialect)
    if wanted != got and not (is_plural(segment.msgid) and wanted.keys() == got.keys()):
        return "the code of the site generator in it is not that of the source."
    if segment.place is Place.CODE:
        from i18n.markdown import code  # few projects have what stands in code translated

        if code.written(text, segment.kind, segment.code) is None:
            return "it would end the comment or string it stands in, or has fewer words than that has lines."
    if segment.place is Place.QUOTED and (before in text or text.endswith("\\")):
        return "a quotation mark that would end it: use “ ” or ’."
    if segment.place in _WITH_TAGS and text.endswith("</") and not segment.msgid.endswith("</"):
        return "it ends as a tag begins."
    return ""


def _compared(segment: Segment, text: str, dialect: Dialect, labels: Collection[str]) -> tuple[_Found, _Found]:
    """What the source and a translation have for a browser, a generator or a theme, and no skeleton holds."""
    msgid, place = segment.msgid, segment.place
    wanted, got = _Found(), _Found()
    if place in _WITH_TAGS and ("<" in text or "<" in msgid):
        wanted, got = _tags(msgid), _tags(single_spaced(text))
    if place is Place.FRONT_MATTER and _MARKUP.search(text):
        leads, led = _targets(text, dialect), _targets(msgid, dialect)
        if leads - led:
            wanted, got = wanted + led, got + leads
    if place in _READ_AS_MARKDOWN and (_MARKUP.search(text) or _MARKUP.search(msgid)):
        wanted += _markup(msgid, place, dialect, labels)
        got += _markup(references.resolve(msgid, text, dialect, labels), place, dialect, labels)
    return wanted, got


def _tags(text: str) -> _Found:
    return Counter(("html", (tag,)) for tag in html.tags(folded(text)))


def _markup(text: str, place: Place, dialect: Dialect, labels: Collection[str]) -> _Found:
    """The links, images, code and tags of a text that no skeleton holds."""
    found = _Found()
    text = single_spaced(text)
    for node in inline.walk(inline.parse(text, dialect, labels)):
        role = roles.name_at_end(text[: node.span.start]) if dialect.has_roles and node.kind == "code" else ""
        if node.kind in ("link", "image"):
            if labels or place is not Place.HTML or node.reference in ("", "autolink"):
                found[_target(node)] += 1
        elif role:
            found[f"role {role}", roles.kept(role, node.value)] += 1
        elif node.kind == "html" and place is not Place.HTML:
            found += _tags(node.value)
        elif node.kind in ("code", "math") and place is not Place.HTML:
            found[node.kind, node.value] += 1
    return found


def _targets(text: str, dialect: Dialect) -> _Found:
    """Where a text leads, should a theme read it as Markdown."""
    nodes = inline.walk(inline.parse(single_spaced(text), dialect))
    return Counter(_target(node) for node in nodes if node.kind in ("link", "image"))


def _target(node: inline.Inline) -> _Item:
    """A link or an image; the label of one by reference as Markdown compares it."""
    if node.reference in ("", "autolink"):
        return node.kind, folded(node.value)
    return f"{node.kind} by reference", inline.folded(node.value)


def _protected(text: str, dialect: Dialect) -> Counter[bytes]:
    """The protected spans of a text, and every brace that could open another, in what looks like code too.

    In HTML a backtick is a character, and in an attribute it opens no code.
    """
    data = text.encode("utf-8", "surrogatepass")
    opened = _opening(dialect.protected).findall(data) if dialect.protected is not None else ()
    return Counter((*protection.protected_spans(dialect, data), *opened))


@functools.cache
def _opening(protected: re.Pattern[bytes]) -> re.Pattern[bytes]:
    """What opens code of the generator: two marks, or one brace where any brace does, as in MDX."""
    return re.compile(rb"\{" if protected.search(b"{") else rb"\{[{%<]")


def _difference(expected: _Found, got: _Found, may_lead_to: MayLead) -> str:
    lost, new = list((expected - got).elements()), list((got - expected).elements())
    if not (lost or new) or differ_in_targets(lost, new, may_lead_to):
        return ""
    said = [f"{_named(each)} is missing" for each in lost[:2]] + [f"{_named(each)} is new" for each in new[:2]]
    return "; ".join(said) + "."


def _named(item: _Item) -> str:
    kind, value = item
    if kind == "html":
        return f"the tag `{value[0]}`"
    return f"the {kind} to `{value}`" if kind.startswith(("link", "image")) else f"the {kind} `{value}`"
