"""Which words of a code block are for readers, and how is their translation written so that it stays code?"""

from i18n.markdown.code.escape import escape_code
from i18n.markdown.code.fence import language
from i18n.markdown.code.runs import message, runs, written
from i18n.markdown.code.words import CodeWords, outline, words

__all__ = ["CodeWords", "escape_code", "language", "message", "outline", "runs", "words", "written"]
