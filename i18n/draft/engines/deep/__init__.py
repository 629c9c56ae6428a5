"""Services that deep-translator speaks with."""

from i18n.draft.engines.deep.engine import Deep
from i18n.draft.engines.deep.services import BAIDU, GOOGLE, MICROSOFT, MYMEMORY, SERVICES, Service

__all__ = ["BAIDU", "GOOGLE", "MICROSOFT", "MYMEMORY", "SERVICES", "Deep", "Service"]
