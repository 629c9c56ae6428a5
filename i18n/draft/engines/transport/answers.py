"""What does an answer, or no answer, mean for the next request?"""

from __future__ import annotations

import email.utils
import time

from i18n.draft.engines.transport.page import LATE, Page, TransportError

RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
BUSY = frozenset({429, 529})
"""Too many requests: a server that stays busy is asked nothing more."""
_FINAL = frozenset({401, 402, 403, 407, 451, 456})
_MEANINGS = {
    401: "the key is missing or wrong",
    402: "payment is due",
    403: "access is refused",
    404: "nothing is at its address",
    407: "the proxy wants a password",
    413: "the text is too long",
    429: "too many requests",
    456: "the quota is spent",
    529: "too many requests",
}


class UnansweredError(Exception):
    """No answer came; another try may get one."""


def accepted(page: Page) -> Page:
    """Let an answer pass if its status is below 300. Raises TransportError for any other."""
    if page.status_code >= 300:
        raise TransportError(said(page), final=page.status_code in _FINAL, page=page)
    return page


def said(page: Page) -> str:
    """What a status says, in words."""
    meaning = _MEANINGS.get(page.status_code)
    return f"its server answered {page.status_code}" + (f": {meaning}" if meaning else "")


def wait(header: str | None) -> float | None:
    """Seconds a server asks to wait: `Retry-After` as a number or as a date (RFC 9110 §10.2.3)."""
    if not header:
        return None
    if header.isascii() and header.strip().isdigit():
        return float(header)
    try:
        until = email.utils.parsedate_to_datetime(header)
        return max(0.0, until.timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def charset(kind: str) -> str:
    """The encoding that a `Content-Type` names; UTF-8 if it names none."""
    _, found, rest = kind.lower().partition("charset=")
    return rest.partition(";")[0].strip(" \"'") if found else "utf-8"


def unanswered(error: Exception) -> UnansweredError | TransportError:
    """Why there is no answer: one reason for each kind of error, without its own words.

    A certificate that cannot be trusted will not be trusted the next time either.
    """
    from urllib3 import exceptions

    if isinstance(error, UnansweredError):
        return error
    if isinstance(error, exceptions.SSLError) and "CERTIFICATE_VERIFY_FAILED" in repr(error):
        return TransportError("its certificate cannot be trusted", final=True)
    refused = isinstance(error, exceptions.NewConnectionError)  # which urllib3 counts among those that took too long
    if isinstance(error, exceptions.TimeoutError) and not refused:
        return UnansweredError(LATE)
    if isinstance(error, exceptions.DecodeError) or "IncompleteRead" in repr(error):
        return UnansweredError("its answer was cut off")
    if refused or isinstance(error, exceptions.ProtocolError | exceptions.ProxyError | exceptions.SSLError | OSError):
        return UnansweredError("its server cannot be reached")
    return UnansweredError("its answer is unusable")
