"""How does a finding stand in a catalog, so that a translator reads it and the next check takes it out?"""

from __future__ import annotations

import re

_BEGIN = "i18n-check: "
_REMARK = re.compile(rf"{_BEGIN}[a-z]+(?:-[a-z]+)*: .*")


def remark(rule: str, message: str) -> str:
    """A finding as a translator comment: `i18n-check: numbers: Numbers differ: …`."""
    return f"{_BEGIN}{rule}: {' '.join(message.split())}"


def is_remark(comment: str) -> bool:
    """Tell whether a comment is such a finding."""
    return comment.startswith(_BEGIN) and _REMARK.fullmatch(comment) is not None


def may_hold_remarks(catalog: bytes) -> bool:
    """Tell of a catalog that was not parsed whether there could be one."""
    return _BEGIN.encode() in catalog
