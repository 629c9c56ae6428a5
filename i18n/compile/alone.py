"""What is wrong with a translation whatever surrounds it?"""

from __future__ import annotations

import functools
import re
from collections import Counter

from i18n.markdown import escape, html, inline
from i18n.markdown.dialects import Dialect, common, roles
from i18n.markdown.folding import folded
from i18n.model import Kind, Place, Segment

_ALONE = frozenset(Place) - {Place.PARAGRAPH, Place.HEADING, Place.CELL}
_READ_AS_MARKDOWN = frozenset((Place.LINE, Place.LABEL, Place.HTML, Place.PARAMETER, Place.QUOTED))
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


def wrong_alone(segment: Segment, text: str, dialect: Dialect, before: str) -> str:
    """What is wrong with a translation, as seen without its surroundings; empty when nothing is.

    `before` is the character before the segment: the quotation mark of a quoted one.
    """
    problem = _wrong_anywhere(segment, text, dialect)
    if problem or segment.place not in _ALONE:
        return problem
    return _wrong_as_value(segment, text) or _wrong_at_its_place(segment, text, dialect, before)


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
    if _protected(text, dialect) != _protected(segment.msgid, dialect):
        return "the code of the site generator in it is not that of the source."
    if segment.place is Place.CODE:
        from i18n.markdown import code  # few projects have what stands in code translated

        if code.escape_code(text, segment.kind, *segment.code) is None:
            return "it would end the comment or string it stands in."
    if segment.place is Place.QUOTED and (before in text or text.endswith("\\")):
        return "a quotation mark that would end it: use “ ” or ’."
    if segment.place in _WITH_TAGS and text.endswith("</") and not segment.msgid.endswith("</"):
        return "it ends as a tag begins."
    if segment.place in _WITH_TAGS and ("<" in text or "<" in segment.msgid):
        problem = _difference(_tags(segment.msgid), _tags(_spelled(text)))
        if problem:
            return problem
    if segment.place is Place.FRONT_MATTER and _MARKUP.search(text):
        return _difference(Counter(), _targets(text, dialect) - _targets(segment.msgid, dialect))
    if segment.place in _READ_AS_MARKDOWN and (_MARKUP.search(text) or _MARKUP.search(segment.msgid)):
        return _difference(_markup(segment.msgid, segment.place, dialect), _markup(text, segment.place, dialect))
    return ""


def _tags(text: str) -> Counter[str]:
    return Counter(f"the tag `{folded(tag)}`" for tag in html.tags(text))


def _markup(text: str, place: Place, dialect: Dialect) -> Counter[str]:
    """The links, images, code and tags of a text that no skeleton holds."""
    found: Counter[str] = Counter()
    text = _spelled(text)
    for node in inline.walk(inline.parse(text, dialect)):
        role = roles.name_at_end(text[: node.span.start]) if dialect.has_roles and node.kind == "code" else ""
        if node.kind in ("link", "image"):
            found[f"the {node.kind} to `{folded(node.value)}`"] += 1
        elif role:
            found[f"the role {role} `{roles.kept(role, node.value)}`"] += 1
        elif node.kind == "html" and place is not Place.HTML:
            found += _tags(node.value)
        elif node.kind in ("code", "math") and place is not Place.HTML:
            found[f"the {node.kind} `{node.value}`"] += 1
    return found


def _targets(text: str, dialect: Dialect) -> Counter[str]:
    """Where a text leads, should a theme read it as Markdown."""
    nodes = inline.walk(inline.parse(_spelled(text), dialect))
    return Counter(f"the {node.kind} to `{folded(node.value)}`" for node in nodes if node.kind in ("link", "image"))


def _protected(text: str, dialect: Dialect) -> Counter[bytes]:
    """The protected spans of a text, and every brace that could open another, in what looks like code too.

    In HTML a backtick is a character, and in an attribute it opens no code.
    """
    if dialect.protected is None:
        return Counter()
    data = text.encode("utf-8", "surrogatepass")
    spans = common.protected_spans(dialect.protected, data, dialect.parameters)
    return Counter((*spans, *_opening(dialect.protected).findall(data)))


@functools.cache
def _opening(protected: re.Pattern[bytes]) -> re.Pattern[bytes]:
    """What opens code of the generator: two marks, or one brace where any brace does, as in MDX."""
    return re.compile(rb"\{" if protected.search(b"{") else rb"\{[{%<]")


def _spelled(text: str) -> str:
    return " ".join(text.split())


def _difference(expected: Counter[str], got: Counter[str]) -> str:
    lost, new = list((expected - got).elements()), list((got - expected).elements())
    said = [f"{each} is missing" for each in lost[:2]] + [f"{each} is new" for each in new[:2]]
    return "; ".join(said) + "." if said else ""
