"""How does a finding stand in a catalog, so that a translator reads it and the next check takes it out?"""

from __future__ import annotations

import re

_REMARK = re.compile(r"i18n-check: [a-z]+(?:-[a-z]+)*: .*")


def remark(rule: str, message: str) -> str:
    """A finding as a translator comment: `i18n-check: numbers: Numbers differ: …`."""
    return f"i18n-check: {rule}: {' '.join(message.split())}"


def is_remark(comment: str) -> bool:
    """Tell whether a comment is such a finding."""
    return comment.startswith("i18n-check: ") and _REMARK.fullmatch(comment) is not None
