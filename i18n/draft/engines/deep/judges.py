"""Which answers with status 200 are errors all the same?"""

from __future__ import annotations

from i18n.draft.engines.members import member, text
from i18n.draft.engines.transport import UNUSABLE, Page, TransportError

_BAIDU_SUCCESS = "52000"
_BAIDU_FINAL = {
    "52003": "the key is missing or wrong",
    "54001": "the key is missing or wrong",
    "54004": "the quota is spent",
    "58000": "access is refused",
    "58002": "access is refused",
    "90107": "access is refused",
}
"""Baidu's codes that no other text will change."""


def any_page(page: Page) -> None:
    """Let every answer pass: the status says enough."""
    del page


def mymemory_page(page: Page) -> None:
    """Refuse what MyMemory sends where a translation should be: warnings and errors."""
    data = _object(page)
    if data is None:
        return
    response = member(data, "responseData")
    if not isinstance(response, dict):
        raise TransportError(UNUSABLE)
    status = str(member(data, "responseStatus") or "")
    warned = text(member(response, "translatedText")).startswith("MYMEMORY WARNING")
    if member(data, "quotaFinished") or status == "429" or warned:
        raise TransportError("its free quota for today is spent", final=True)
    if status != "200":
        raise TransportError(f"its server answered {status[:3]}", final=status in ("401", "403"))


def baidu_page(page: Page) -> None:
    """Refuse Baidu's errors; 52000 is success."""
    code = str(member(_object(page), "error_code") or _BAIDU_SUCCESS)
    if code == _BAIDU_SUCCESS:
        return
    known = code if code.isascii() and code.isdigit() and len(code) == 5 else "an error"
    meaning = _BAIDU_FINAL.get(code)
    raise TransportError(f"its server answered {known}" + (f": {meaning}" if meaning else ""), final=bool(meaning))


def _object(page: Page) -> object:
    """The JSON object that an answer is; None if its status is that of an error. Raises TransportError."""
    if page.status_code >= 300:
        return None
    data = page.parsed()
    if not isinstance(data, dict):
        raise TransportError(UNUSABLE)
    return data
