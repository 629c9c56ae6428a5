"""What is code that a role of MyST stands before: a formula, an abbreviation, the text of a link?"""

from __future__ import annotations

import re

from i18n.markdown.dialects import roles
from i18n.render.context import Context
from i18n.render.markup import Markup

_ELEMENTS = {
    "abbr": "abbr", "abbreviation": "abbr", "code": "code", "del": "del", "dfn": "dfn", "emphasis": "em", "kbd": "kbd",
    "literal": "code", "samp": "samp", "strong": "strong", "sub": "sub", "subscript": "sub", "sup": "sup",
    "superscript": "sup", "u": "u",
}  # fmt: skip
_ABBREVIATION = re.compile(r"(?P<short>.*?)\s*\((?P<long>[^()]*)\)\s*", re.S)
_NAME = re.compile(r"\{[\w:+.-]+\}")


def is_name(said: str) -> bool:
    """Whether that is the name of a role, which the code after it shows."""
    return _NAME.fullmatch(said) is not None


def name_before(context: Context, start: int) -> str:
    """The role of the code that begins at a byte; empty for code of no role."""
    if not context.shared.dialect.has_roles:
        return ""
    return roles.name_at_end(context.shared.data[max(0, start - roles.LONGEST) : start].decode(errors="replace"))


def write(markup: Markup, name: str, said: str) -> bool:
    """Write the content of a role as what it is; whether that is known."""
    element = _ELEMENTS.get(name)
    if element is not None:
        full = _ABBREVIATION.fullmatch(said) if element == "abbr" else None
        opened = markup.open(element, (("title", full["long"]),) if full else ())
        markup.text(full["short"] if full else said)
        markup.close(opened)
        return True
    text = roles.for_readers(name, said)
    if text:
        markup.text(text)
    return bool(text)
