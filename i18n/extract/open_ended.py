"""Which comments and directives of an article begin and never end?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from i18n.extract.directives import Directives, ending
from i18n.markdown.blocks import Blocks
from i18n.model import Article, Finding, Severity
from i18n.span import line_ends

_RULE = "directive"
_COMMENT = "This comment never ends, and takes all below it from readers and translators: end it with -->."
_MDX_COMMENT = "This comment never ends, so that the generator refuses the page: end it with */}."
_BEGINS_DIRECTIVE = re.compile(rb"(?P<marks>[:`~/]+)[ \t]*[^\s]+")


def findings(article: Article, found: Blocks, told: Directives) -> Iterator[Finding]:
    """Say of each at its line what is missing; `found` was read without the comments that `told` sorts out."""
    for position, said in told.unclosed:
        text = f"Everything below this {said} is left untranslated: no {ending(said)} follows. Add one."
        yield _finding(article, position, Severity.ERROR, text)
    for position in map(told.before, found.open_ended):
        yield _open_ended(article, position)


def _open_ended(article: Article, position: int) -> Finding:
    directive = _BEGINS_DIRECTIVE.match(article.data, position)
    if directive is None:
        is_html = article.data.startswith(b"<", position)
        return _finding(article, position, Severity.ERROR, _COMMENT if is_html else _MDX_COMMENT)
    begin, marks = directive[0].decode(), directive["marks"].decode()
    text = f"{begin} never ends, so that all below it belongs to it: end it with a line of {marks}."
    return _finding(article, position, Severity.WARNING, text)


def _finding(article: Article, position: int, severity: Severity, text: str) -> Finding:
    line = 1 + line_ends(article.data, 0, position)
    return Finding(_RULE, severity, text, article.reference, line, article=article.path)
