"""What does a program fill in, or read as code: `{name}`, `%s`, `%lld`, `${x}`, attributes, emoji codes?"""

from __future__ import annotations

import re

from i18n.words.folding import folded

GATE = re.compile(r"[{%$:]")
"""What a text with a placeholder has."""
TEMPLATE = re.compile(r"\{\{[<%].*?[%>]\}\}|\{\{.*?\}\}|\{%.*?%\}|\{\#.*?\#\}", re.DOTALL)
"""Tags of Jinja, Liquid, Go and their like, each from the first mark that opens one."""
ATTRIBUTES = re.compile(r"\{:?[ ]?[.\#][^{}\n]*\}|\{:[^{}\n]*\}")
"""A list of attributes: `{#id .class}`, `{: .class}`."""

FILLED = (
    r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}"  # Jinja, Liquid; Hugo's shortcodes {{< … >}} and {{% … %}}
    r"|\$\{[^{}]*\}"
    r"|\{:?\s*[#.][A-Za-z_-][^{}]*\}|\{\s*[a-z-]+=[^{}]*\}"  # attributes: {#id .class}, {: .class}, { width=200 }
    r"|\{\}|\{[A-Za-z0-9_][\w.\-\[\]]*(?:![ars])?(?::[^{}\s][^{}]*)?\}"
    r"|\{\s*[\w.-]+\s*,\s*(?:plural|selectordinal|select)\s*,|\{\s*[\w.-]+\s*,\s*(?:number|date|time)\b[^{}]*\}"  # ICU
    r"|%\([A-Za-z_]\w*\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]"
    # No space flag: in "100 % sure" there is nothing to fill. No digit before it: "20%d'entre eux" is typed like that.
    r"|(?<![\d%])%(?:\d+\$)?[-+#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[sdiuoxXfFeEgGcp@](?![A-Za-z0-9])"
)
_EMOJI = r"(?<![A-Za-z0-9:\[]):[a-z][a-z0-9_+-]*:(?![A-Za-z0-9:])"
PLACEHOLDER = re.compile(rf"{FILLED}|{_EMOJI}", re.DOTALL)
"""What a translation must have as its source has it, whatever letters stand close to it."""

LIKELY = r"\$?\{[^{}\n]*\}|%\(\w+\)[-+\#0]*\d*(?:\.\d+)?[a-zA-Z]|%\d+\$[a-zA-Z]|%%"
LIKELY_EMOJI = r"(?<![\w:]):[a-z0-9_+\-]*[a-z][a-z0-9_+\-]*:(?![\w:])"
"""What may be one too: a person may translate `{half of it}`, a machine had better not."""

_TEXT = re.compile(r"""(?<=[\s{:])(title|alt|aria-label)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""A text for readers in a list of attributes."""
_POSITION = re.compile(r"%\d+\$")


def compared_in(text: str) -> list[str]:
    """The placeholders of a text in the form in which two are compared: `%2$s` is `%s`, white space does not count."""
    return [_normal(match[0]) for match in PLACEHOLDER.finditer(text)] if GATE.search(text) else []


def compared(source: str, target: str) -> tuple[list[str], list[str]]:
    """The placeholders of a text and of its translation, as `compared_in` finds them.

    Where the text is forms of a plural with bars between them, as Docusaurus has it, each counts once: languages have
    other numbers of forms.
    """
    wanted, found = compared_in(source), compared_in(target)
    return (sorted({*wanted}), sorted({*found})) if is_plural(source) else (wanted, found)


def is_plural(text: str) -> bool:
    """Tell whether a text may be forms of a plural: `One post|{count} posts`."""
    return "|" in text and "{" in text and all(form.strip() for form in text.split("|")) and bool(compared_in(text))


def without(text: str) -> str:
    """The text with a space for each of its placeholders."""
    return PLACEHOLDER.sub(" ", text) if GATE.search(text) else text


def _normal(placeholder: str) -> str:
    if placeholder[0] == "%":
        return _POSITION.sub("%", placeholder)
    return folded(_TEXT.sub(r"\1=", placeholder) if "=" in placeholder else placeholder)
