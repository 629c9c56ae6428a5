"""How does the page on all rules of `check` read? Made from the explanations that `--explain` shows."""

from __future__ import annotations

from collections.abc import Iterator

from i18n.check.explanation import EXAMPLES, on_the_page
from i18n.check.rule import Rule
from i18n.check.rules import RULES

HEAD = """# What `check` finds

Every rule, with what `i18n check --explain RULE` says of it. This page is made by `make docs`.

A rule has a severity that `[check]` in the configuration may change, except where it says “always”. A translator
waives one for a message with the comment `# i18n-ignore: RULE`. `check` exits with 1 if a finding is an error.

"""


def page() -> str:
    """The text of `docs/checks.md`."""
    return "\n".join((HEAD.rstrip("\n"), "", *(line for rule in RULES for line in _section(rule)))).rstrip("\n") + "\n"


def _section(rule: Rule) -> Iterator[str]:
    example = EXAMPLES[rule.id]
    yield f"## `{rule.id}`\n"
    yield f"{rule.summary} ({'always ' * rule.locked}{rule.severity.value}). {rule.doc}\n"
    for name, text in (("The source", example.source), ("Found", example.fires), ("Right", example.passes)):
        if text:
            yield f"{name}:\n"
            yield f"~~~text\n{text}\n~~~\n"
    yield f"{on_the_page(rule)}\n"
