"""What is any text made of, before anybody reads it as a message: words, scripts, addresses?"""

from i18n.words.counting import count

__all__ = ["count"]
