"""How do empty messages get a first translation, with their markup whole and nothing sent that must not be?"""

from i18n.draft.engine import Readiness, Traffic
from i18n.draft.many.drafting import Outcome, Request, Source, draft, permitted, wanted
from i18n.draft.registry import Availability, available, choose

__all__ = [
    "Availability",
    "Outcome",
    "Readiness",
    "Request",
    "Source",
    "Traffic",
    "available",
    "choose",
    "draft",
    "permitted",
    "wanted",
]
