"""Which texts hold nothing for readers but an image, a label, a formula, code or an address?"""

from __future__ import annotations

import re

from i18n.markdown.blocks.page import Page, has_words
from i18n.markdown.blocks.text import Text
from i18n.words.addresses import is_address

_URL_STARTS = frozenset(b"<hwm")
_CODE_STARTS = frozenset(b"+$\\*:")


def is_alone(text: Text, page: Page) -> bool:
    """Whether a text is no message."""
    start, end = text.span
    first, seen = page.data[start], page.seen[start:end]
    return (
        (first in _URL_STARTS and is_address(page.data[start:end].decode()))
        or (text.images != () and _is_image(text, page))
        or (b"`][" in seen and _is_label(seen, page))
        or (b"$" in seen and _is_formula(seen, page))
        or (first in _CODE_STARTS and _is_code(text, page))
    )


def _is_image(text: Text, page: Page) -> bool:
    """Whether the words next to the images of a text are machinery, as `{ width="300" }` is."""
    machinery = page.dialect.machinery
    if machinery is None or machinery.search(page.seen, *text.span) is None:
        return False
    pieces, at = [], text.span.start
    for image in text.images:
        if not image.span.of(page.data).endswith(b")"):
            return False
        pieces.append(page.seen[at : image.span.start])
        at = image.span.end
    return not has_words(b"".join((*pieces, page.seen[at : text.span.end])), machinery)


def _is_label(seen: bytes, page: Page) -> bool:
    """Whether the only words of a text are labels that nobody defines here, as in ``[`x`][package.x]``."""
    return not has_words(seen, page.dialect.machinery)


def _is_formula(seen: bytes, page: Page) -> bool:
    formula = page.dialect.formula
    return formula is not None and not has_words(formula.sub(b"", seen), page.dialect.machinery)


def _is_code(text: Text, page: Page) -> bool:
    """Whether all the words of a text stand in code of the dialect, as in `++ctrl++` or a formula."""
    protected = page.dialect.protected
    if protected is None or page.dialect.has_roles:
        return False
    return not has_words(protected.sub(_quoting, text.span.of(page.data)), page.dialect.machinery)


def _quoting(code: re.Match[bytes]) -> bytes:
    """Code that holds a text between quotation marks; nothing of other code."""
    return code[0] if b'"' in code[0] else b""
