"""What does a file say besides what it shows, and how is that taken out?"""

from i18n.media.cleaning import clean
from i18n.media.embedded import embedded
from i18n.media.outcome import Clean

__all__ = ["Clean", "clean", "embedded"]
