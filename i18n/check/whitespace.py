"""Is there white space in a translation that nobody meant?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.locales import language
from i18n.words.scripts import WITHOUT_SENTENCE_SPACES

_DOUBLE = re.compile(r"[^\S\n\u3000][^\S\n]|\u3000\u3000")
_AT_BREAK = re.compile(r"[^\S\n]\n|\n[^\S\n]")
_LITERAL = re.compile(r"(?<!\\)(?:\\\\)*\\[nt\"]")
"""What editors and tables that know no catalogs leave of an escape."""
_IDEOGRAPHIC = "\u3000"


def whitespace(pair: Pair) -> Iterator[Remark]:
    """Look for white space at the ends, around line breaks and twice in a row, where the source has none.

    A non-breaking space within the text is no finding: French puts one before `:` and `!`. Chinese and Japanese
    may begin a paragraph with ideographic spaces.
    """
    source, target = pair.msgid, pair.msgstr
    found = []
    if target[:1].isspace() and not source[:1].isspace() and not _is_indent(pair):
        found.append("at the beginning")
    if target[-1:].isspace() and not source[-1:].isspace():
        found.append("at the end")
    prose = pair.target.prose
    if "\n" in target and _AT_BREAK.search(target) and not _AT_BREAK.search(source):
        found.append("next to a line break")
    if _may_be_double(prose) and _DOUBLE.search(prose.strip()) and not _DOUBLE.search(pair.source.prose.strip()):
        found.append("twice in a row")
    if "\\" in prose and _LITERAL.search(prose) and not _LITERAL.search(source):
        yield Remark('A line break, a tab or a quotation mark is written as “\\n”, “\\t” or “\\"”. Type what is meant.')
    if found:
        yield Remark(f"White space {' and '.join(found)}, where the source has none. Take it out.")


def _may_be_double(text: str) -> bool:
    """Whether there is more white space than single spaces and line ends: a quick look before the pattern's."""
    return "  " in text or "\t" in text or not (text.isascii() and text.replace("\n", " ").isprintable())


def _is_indent(pair: Pair) -> bool:
    return pair.msgstr[0] == _IDEOGRAPHIC and language(pair.locale) in WITHOUT_SENTENCE_SPACES
