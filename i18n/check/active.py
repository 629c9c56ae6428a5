"""Does a translation bring anything that runs, or that loads another page?"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.markdown.elements import TEXT_ATTRIBUTES
from i18n.markdown.tokenizer import tags

_GATE = re.compile(r"<|\]")
_ELEMENTS = re.compile(r"<(script|iframe|frame|object|embed|applet|base|meta|link|style|form)(?![\w-])", re.IGNORECASE)
_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
_DEFINITION = re.compile(r"^[ \t>]*\[[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
_IGNORED = re.compile(r"[\x00-\x20\x7f]+")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]")
_SCHEMES = ("javascript:", "vbscript:", "livescript:")


def active_content(pair: Pair) -> Iterator[Remark]:
    """Look for elements, event handlers and targets that run code and that the source does not have.

    The raw text is searched too, not only what Markdown makes of it: in an HTML block the browser reads
    what Markdown would have escaped.
    """
    if _GATE.search(pair.msgstr) is None:
        return
    new = Counter(_active(pair.msgstr, pair.target.tags, _targets(pair.msgstr, pair, target=True)))
    if new:
        new -= Counter(_active(pair.msgid, pair.source.tags, _targets(pair.msgid, pair, target=False)))
    if new:
        yield Remark(f"The translation brings {quoted(new)}, which the source does not have. Take it out.")


def _targets(message: str, pair: Pair, *, target: bool) -> list[str]:
    parsed = pair.target.targets if target else pair.source.targets
    return [one.value for one in parsed if not one.reference] + _DEFINITION.findall(message)


def _active(message: str, elements: tuple[str, ...], targets: list[str]) -> Iterator[str]:
    yield from (f"<{name.lower()}>" for name in _ELEMENTS.findall(message))
    handlers: Counter[str] = Counter()
    for text in (message, "\n".join(elements)):
        # The longer of two views: a tag may hide from one of them inside what it takes for a quoted value.
        handlers |= Counter(_handlers(text))
    yield from handlers.elements()
    yield from (f"{_scheme(target)}…" for target in targets if _runs(target))


def _handlers(text: str) -> Iterator[str]:
    for tag in tags(text):
        for name, value, *_ in tag.attributes:
            if name in TEXT_ATTRIBUTES:
                continue
            if value and _HANDLER.fullmatch(name):
                yield f"{name}="
            elif name == "srcdoc":
                yield "srcdoc="
            elif _runs(value):
                yield f'{name}="{_scheme(value)}…"'


def _runs(target: str) -> bool:
    """Browsers drop white space and controls from a target before they look at its scheme."""
    address = _IGNORED.sub("", html.unescape(target)).lower()
    return address.startswith(_SCHEMES) or (address.startswith("data:") and not _PICTURE.match(address))


def _scheme(target: str) -> str:
    return _IGNORED.sub("", html.unescape(target)).partition(":")[0].lower() + ":"
