"""Which answers with status 200 are errors all the same?"""

from __future__ import annotations

from typing import Any

from i18n.draft.engines.transport import Page, TransportError

_UNUSABLE = "its answer is not what it should be"
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
    """Let every answer pass: the status says it all."""
    del page


def mymemory_page(page: Page) -> None:
    """Refuse what MyMemory sends where a translation should be: warnings and errors."""
    data = _object(page)
    if data is None:
        return
    response = data.get("responseData")
    if not isinstance(response, dict):
        raise TransportError(_UNUSABLE)
    text = response.get("translatedText")
    status = str(data.get("responseStatus", ""))
    if data.get("quotaFinished") or status == "429" or (isinstance(text, str) and text.startswith("MYMEMORY WARNING")):
        raise TransportError("its free quota for today is spent", final=True)
    if status != "200":
        raise TransportError(f"its server answered {status[:3]}", final=status in ("401", "403"))


def baidu_page(page: Page) -> None:
    """Refuse Baidu's errors; 52000 is success."""
    data = _object(page)
    code = str((data or {}).get("error_code", "52000"))
    if code == "52000":
        return
    known = code if code.isascii() and code.isdigit() and len(code) == 5 else "an error"
    meaning = _BAIDU_FINAL.get(code)
    raise TransportError(f"its server answered {known}" + (f": {meaning}" if meaning else ""), final=bool(meaning))


def _object(page: Page) -> dict[str, Any] | None:
    """The JSON object that an answer is; None where its status is that of an error. Raises TransportError."""
    if page.status_code >= 300:
        return None
    try:
        data = page.json()
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise TransportError(_UNUSABLE)
    return data
