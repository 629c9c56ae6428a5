"""How is a letter known that is written without spaces, with endings close to it, or from right to left?"""

from __future__ import annotations

import re

import regex

from i18n.words.scripts import BREAKABLE, GLUING, IDEOGRAPHIC, SPACELESS

SPACELESS_LETTER = regex.compile(f"[{SPACELESS}]")
GLUING_LETTER = regex.compile(f"[{GLUING}]")
MAY_GLUE = re.compile("[\u02ea\u02eb\u0e00-\u1fff\u2e80-\U0010ffff]")
"""Where every such letter lies, and others too: looked for in a tenth of the time."""
BREAKABLE_LETTER = regex.compile(f"[{BREAKABLE}]")
WIDE = regex.compile(rf"[{IDEOGRAPHIC}\u3000-\u303f\uff00-\uffef]")
"""Letters and punctuation of Chinese and Japanese, next to which no space ends a sentence."""
RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
CURSIVE = re.compile("[\u0600-\u07ff\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
"""Letters that join, as in Arabic."""
INDIC = re.compile("[\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1cff\ua800-\uabff\U00011000-\U0001193f]")
"""Letters that form clusters, which joiners and non-joiners shape."""
