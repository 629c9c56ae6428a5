"""How does a key give a value for all languages, and others for some of them?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from i18n.project.forms import GLOBS, PERCENT, Form, Schema, Unexpected, text

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PerLocale(Generic[Value]):
    """A value for all languages, and others for some of them."""

    default: Value
    others: tuple[tuple[str, Value], ...] = ()
    """Locale and its value, by locale."""

    def of(self, locale: str) -> Value:
        """The value for a language."""
        return next((value for tag, value in self.others if tag == locale), self.default)

    def changed(self, change: Callable[[Value], Value]) -> PerLocale[Value]:
        """The same with every value changed."""
        return PerLocale(change(self.default), tuple((tag, change(value)) for tag, value in self.others))


NO_PERCENT: PerLocale[int] = PerLocale(0)
NO_GLOBS: PerLocale[tuple[str, ...]] = PerLocale(())
NO_WORD: PerLocale[str] = PerLocale("")
DEFAULT = "default"
"""In a table by locale, the key of the value for languages that it does not name."""


def per_locale(form: Form[Value], default: Value) -> Form[PerLocale[Value]]:
    """A value, or a table of such values by locale; `default` is the value where the table has no such key.

    The locales are as the table writes them.
    """

    def read(value: object) -> PerLocale[Value]:
        if not isinstance(value, Mapping):
            return PerLocale(form.read(value))
        found = {tag: _at(tag, form, each) for tag, each in value.items()}
        general = found.pop(DEFAULT, default)
        return PerLocale(general, tuple(found.items()))

    def schema() -> Schema:
        one = form.schema()
        return {"anyOf": [one, {"type": "object", "additionalProperties": one}]}

    return Form(read, schema, form.words)


def _at(tag: str, form: Form[Value], value: object) -> Value:
    try:
        return form.read(value)
    except Unexpected as expected:
        raise Unexpected(str(expected), quote=expected.quote, one=expected.one, at=tag, found=value) from None


def plain(default: object) -> object:
    """The default of a key as a configuration would give it."""
    if default == NO_WORD:
        return {}
    return plain(default.default) if isinstance(default, PerLocale) else default


def by_locale(form: Form[Value], default: Value) -> Form[PerLocale[Value]]:
    """A table of values by locale; the languages that it does not name have the default."""
    one = per_locale(form, default)

    def read(value: object) -> PerLocale[Value]:
        if not isinstance(value, Mapping) or DEFAULT in value:
            raise Unexpected("a table by language", quote=False)
        return one.read(value)

    def schema() -> Schema:
        return {"type": "object", "additionalProperties": form.schema()}

    return Form(read, schema, one.words)


def _quotes() -> Form[str]:
    expected = "two quotation marks, or four for those within a quotation too, as in «»‹›"
    marks = text(expected, r"^[^\s\w]{2}([^\s\w]{2})?$")

    def read(value: object) -> str:
        from i18n.locales.quotations import house  # reads CLDR, which worker processes never need

        said = marks.read(value)
        if house(said) is None:
            raise Unexpected(f"{expected}, of which each opens or closes one of both")
        return said

    return Form(read, marks.schema)


LocalGlobs = Annotated[PerLocale[tuple[str, ...]], per_locale(GLOBS, ())]
LocalPercent = Annotated[PerLocale[int], per_locale(PERCENT, 0)]
LocalQuotes = Annotated[PerLocale[str], by_locale(_quotes(), "")]
LocalWord = Annotated[PerLocale[str], by_locale(text("a name of small letters", r"^[a-z][a-z-]*$"), "")]
