"""How do empty messages get a first translation, with their markup whole and nothing sent that must not be?"""

from i18n.draft.choice import Availability, available, choose
from i18n.draft.drafting import Outcome, Request, Source, draft, permitted, wanted
from i18n.draft.engine import Readiness, Traffic

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
