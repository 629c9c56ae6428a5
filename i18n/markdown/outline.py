"""Do two articles have plainly the same structure? A quick yes, before skeletons are compared."""

from __future__ import annotations

from typing import Any

from i18n.markdown import masking
from i18n.markdown.dialects import Dialect
from i18n.markdown.dialects.common import may_protect
from i18n.markdown.document import Document
from i18n.markdown.parser import events, reference_definitions


def outline(document: Document, dialect: Dialect) -> list[Any] | None:
    """What the parser and the maskers see, a mark in place of each stretch of text.

    Equal outlines have equal skeletons, since nothing is sorted or left out but the wording; unequal ones may. None
    where code of the generator stands in the text, which the parser knows nothing of.
    """
    if dialect.protected is not None and may_protect(dialect.protected, document.data):
        return None
    seen: list[Any] = [masking.machinery(document.data[document.body_start :], document.constructs)]
    if "]:" in document.body:
        definitions = reference_definitions(document.body, dialect.extensions)
        seen.append([(label, each["dest"], bool(each["title"])) for label, each in definitions.items()])
    in_text = verbatim = False
    for event, _span in events(document.body, dialect.extensions):
        if type(event) is str:
            if event == "Rule":
                seen.append(event)
                in_text = False
        elif not verbatim and "Text" in event:
            if not in_text and event["Text"].strip():
                seen.append("text")
                in_text = True
        else:
            in_text = False
            seen.append(event)
            block = event.get("Start")
            if block is not None:
                verbatim = block == "HtmlBlock" or (type(block) is dict and "CodeBlock" in block)
            elif verbatim:
                verbatim = "End" not in event
    return seen
