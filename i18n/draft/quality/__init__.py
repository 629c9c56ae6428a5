"""How far can a machine's draft be trusted, without asking a model?"""

from i18n.draft.quality.assessment import Assessment, assess

__all__ = ["Assessment", "assess"]
