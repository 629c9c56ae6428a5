"""Does a translation bring what runs, loads another page, takes what follows for its own, or orders this program?"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from i18n.check import html as tags_of_html
from i18n.check.foreign import foreign
from i18n.check.links import links
from i18n.check.plain import brings_nothing
from i18n.check.rule import Pair, Remark
from i18n.check.wording import quoted
from i18n.extract.directives import is_addressed
from i18n.markdown.elements import TEXT_ATTRIBUTES
from i18n.markdown.tokenizer import Comment, RawText, Tag, tags, tokens
from i18n.message.references import DEFINITION

_ELEMENTS = frozenset("script iframe frame frameset object embed applet base meta link style form portal".split())
_OTHERS = frozenset(
    "plaintext xmp textarea title noembed noframes noscript template svg math input button select".split()
)
"""Elements that swallow the page behind them, ask for words or hold other elements; documentation names them often."""
_HANDLER = re.compile(r"on[a-z]+|[@:].+|v-(?:on|bind|html|slot).*", re.IGNORECASE)
"""Attributes that hold code: of HTML, and of Vue."""
_NAMED = frozenset({"srcdoc", "formaction", "action", "style"})
"""Attributes that load, send or cover something."""
_IGNORED = re.compile(r"[\x00-\x20\x7f]+")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]")
_SCHEMES = ("javascript:", "vbscript:", "livescript:")


def active_content(pair: Pair) -> Iterator[Remark]:
    """Look for what runs code or speaks to this program and is not in the source, and for new hosts.

    The raw text is searched too, not only what Markdown makes of it: in an HTML block the browser reads
    what Markdown would have escaped.
    """
    if brings_nothing(pair.msgid, pair.msgstr):
        return
    new = Counter(_active(pair.msgstr, pair.target.tags, _targets(pair.msgstr, pair, target=True)))
    if new:
        new -= Counter(_active(pair.msgid, pair.source.tags, _targets(pair.msgid, pair, target=False)))
    if new:
        said = f"The translation brings {quoted(new)}, which the source does not have. Take it out."
        yield Remark(said, locked=True)
    new_hosts = foreign(pair)
    if new_hosts and not any(links(pair)) and not any(tags_of_html.html(pair)):
        said = f"The translation leads to {quoted(new_hosts)}, and the source does not. Take it out."
        yield Remark(said, locked=True)


def _targets(message: str, pair: Pair, *, target: bool) -> list[str]:
    parsed = pair.target.targets if target else pair.source.targets
    return [one.value for one in parsed if not one.reference] + DEFINITION.findall(message)


def _active(message: str, elements: tuple[str, ...], targets: list[str]) -> Iterator[str]:
    found: Counter[str] = Counter()
    for text in (message, "\n".join(elements)):
        # The longer of two views: a tag may hide from one of them inside what it takes for a quoted value.
        found |= Counter(kept for tag in tags(text) if not tag.is_closing for kept in _of_tag(tag))
    for name in found:
        yield from [name] * (1 if name.strip("<>") in _OTHERS else found[name])
    for token in tokens(message) if "<" in message else ():
        if isinstance(token, RawText) and token.is_finished and token.element in ("script", "style"):
            yield f"<{token.element}>{' '.join(token.span.of(message).split())}"
        elif isinstance(token, Comment) and is_addressed(token.said(message)):
            yield " ".join(token.span.of(message).split())
    yield from (f"{_scheme(target)}…" for target in targets if _runs(target))


def _of_tag(tag: Tag) -> Iterator[str]:
    if tag.name in _ELEMENTS or tag.name in _OTHERS:
        yield f"<{tag.name}>"
    for name, value, *_ in tag.attributes:
        if name in TEXT_ATTRIBUTES or not (value or name == "srcdoc"):
            continue
        if _HANDLER.fullmatch(name):
            yield f"{name}="
        elif name in _NAMED:
            yield f'{name}="{" ".join(value.split())}"'
        elif _runs(value):
            yield f'{name}="{_scheme(value)}…"'


def _runs(target: str) -> bool:
    """Browsers drop white space and controls from a target before they look at its scheme."""
    address = _IGNORED.sub("", html.unescape(target)).lower()
    return address.startswith(_SCHEMES) or (address.startswith("data:") and not _PICTURE.match(address))


def _scheme(target: str) -> str:
    return _IGNORED.sub("", html.unescape(target)).partition(":")[0].lower() + ":"
