"""When do two spellings of a target, a tag or a template tag say the same? When they do with white space folded."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\n\r\f\v]*\n[ \t]*>[> \t]*|[ \t\n\r\f\v]+")
"""White space; a line end in a block quote with the marks of the quote."""
_AT_MARKS = re.compile(
    r"(?<=\{\{)[ ](?![<%-])|(?<=\{\{[<%])[ ]|(?<=\{%)[ ](?!-)|(?<![>%-])[ ](?=\}\})|[ ](?=[>%]\}\})|(?<!-)[ ](?=%\})"
)
"""Next to the marks of a template tag, but for those that trim: `{{- 3` is not `{{-3` to Go."""


def single_spaced(text: str) -> str:
    """The text with each run of white space as one space, none at the ends."""
    return " ".join(text.split())


def folded(spelling: str) -> str:
    """The spelling with each run of white space as one space, and none next to the marks of a template tag.

    What a line break or a second space stands for there is the same to Liquid, Go templates, Vue and browsers.
    """
    text = _SPACES.sub(" ", spelling).strip(" ")
    return _AT_MARKS.sub("", text) if "{{" in text or "{%" in text else text
