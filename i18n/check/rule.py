"""What is a rule, what does it look at, and what does it answer?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from i18n.message.markup import Markup
from i18n.model import Severity, Unit

if TYPE_CHECKING:
    from i18n.locales.quotations import Quotation
    from i18n.memory.glossary import Term


@dataclass(frozen=True, slots=True)
class Pair:
    """A message and its translation, taken apart."""

    unit: Unit
    source: Markup
    """The msgid, taken apart."""
    target: Markup
    """The msgstr, taken apart."""
    locale: str
    """BCP 47: the language of the msgstr."""
    source_locale: str
    """BCP 47: the language of the msgid."""
    hosts: tuple[str, ...] = ()
    """Globs of link targets that a translation may change to."""
    terms: tuple[Term, ...] = ()
    """Terms of the glossary that concern this message."""
    links_names: bool = False
    """The name of a host alone becomes a link."""
    quotes: Quotation | None = None
    """The house's quotation marks, where it has its own."""
    codes: frozenset[str] = frozenset()
    """What stands between code marks anywhere in the article."""
    tradition: str = ""
    """In which the language refers to scripture; empty: its default one."""

    @property
    def msgid(self) -> str:
        """The message as written."""
        return self.unit.msgid

    @property
    def msgstr(self) -> str:
        """The translation as written."""
        return self.unit.msgstr


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of one pair; a `Finding` once it has a place and a severity."""

    text: str
    """What is wrong and what to do, in one or two sentences."""
    severity: Severity | None = None
    """None: the rule's own. Information stays information, whatever is configured."""
    locked: bool = False
    """Cannot be lowered, turned off or waived, whatever may be of its rule: it harms readers."""


Check: TypeAlias = Callable[[Pair], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked at, under the name by which people configure and waive it."""

    id: str
    """Kebab-case."""
    severity: Severity
    """Unless the configuration says otherwise."""
    summary: str
    """One line."""
    doc: str
    """Why it matters and what to do about a finding."""
    check: Check | None = None
    """None: the finding arrives as a value from extracting or building."""
    locked: bool = False
    """Cannot be lowered, turned off or waived."""
    empty: bool = False
    """Looks at units without a translation too; the others never see one."""
