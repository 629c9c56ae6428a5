"""How do empty messages get a first translation, with their markup whole and nothing sent that must stay here?"""

from i18n.draft.engine import Readiness, Traffic
from i18n.draft.many.drafting import DraftOutcome, draft, permitted, wanted
from i18n.draft.many.request import Request
from i18n.draft.registry import choose

__all__ = ["DraftOutcome", "Readiness", "Request", "Traffic", "choose", "draft", "permitted", "wanted"]
