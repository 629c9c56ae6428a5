"""Requests that no server can hold, flood or lead elsewhere, and that name neither texts nor keys when they fail."""

from i18n.draft.engines.transport.address import address, traffic
from i18n.draft.engines.transport.page import UNUSABLE, Page, Patience, TransportError
from i18n.draft.engines.transport.sender import AGENT, Transport

__all__ = ["AGENT", "UNUSABLE", "Page", "Patience", "Transport", "TransportError", "address", "traffic"]
