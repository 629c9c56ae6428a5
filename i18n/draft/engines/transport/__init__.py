"""How are servers asked so that no server can block, flood or redirect us, and no error names a text or a key?"""

from i18n.draft.engines.transport.address import address, traffic
from i18n.draft.engines.transport.page import UNUSABLE, Page, Patience, TransportError
from i18n.draft.engines.transport.sender import AGENT, Transport

__all__ = ["AGENT", "UNUSABLE", "Page", "Patience", "Transport", "TransportError", "address", "traffic"]
