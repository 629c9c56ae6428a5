"""What may `[notices]` say, in which languages?

Annotations of fields are evaluated here, as they are read while the program runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from i18n.project.by_locale import PerLocale
from i18n.project.forms import Form, Schema, Unexpected, text
from i18n.project.keys import Key, entries

Wording = str | bool
"""A text; or whether the program's own is shown."""

TEXT = text("a text", r"^[\s\S]*\S[\s\S]*$")


def _wording(*, may_be_off: bool) -> Form[Wording]:
    def read(value: object) -> Wording:
        if value is True or (value is False and may_be_off):
            return value
        if isinstance(value, str):
            return TEXT.read(value)
        raise Unexpected("a text, true or false" if may_be_off else "a text or true, as such pages always say so")

    return Form(read, lambda: {"anyOf": [TEXT.schema(), {"type": "boolean"} if may_be_off else {"const": True}]})


ALWAYS, ASKED_FOR = _wording(may_be_off=False), _wording(may_be_off=True)


@dataclass(frozen=True, slots=True)
class Notices:
    """What pages say at their top: a text, true for the program's own, or false for nothing."""

    draft: Annotated[Wording, ALWAYS, Key("on pages with machine drafts, which always say so")] = True
    outdated: Annotated[
        Wording, ASKED_FOR, Key('on pages with translations whose source changed (outdated = "keep")')
    ] = False
    partial: Annotated[Wording, ASKED_FOR, Key("on pages that show the source text in places")] = False

    def all_told(self) -> "Notices":
        """The same, with the program's own words for what is not said otherwise."""
        return Notices(self.draft, self.outdated or True, self.partial or True)


NO_NOTICES = PerLocale(Notices())
"""The program's own on pages with machine drafts, and nothing else."""


def schema() -> Schema:
    """Describe `[notices]`: by locale a text for pages with machine drafts, or a table; `default` for all languages."""
    properties: dict[str, Schema] = {
        entry.name: {"description": f"What is said {entry.key.help}.", "default": entry.default, **entry.form.schema()}
        for entry in entries(Notices)
    }
    switches = {name: {**each, "anyOf": _without_text(each["anyOf"])} for name, each in properties.items()}
    return {
        "description": "What pages say at their top, by locale: a text for pages with machine drafts, or a table.",
        "type": "object",
        "properties": {"default": {"type": "object", "properties": switches, "additionalProperties": False}},
        "additionalProperties": {
            "anyOf": [
                TEXT.schema(),
                {"type": "object", "properties": properties, "additionalProperties": False},
            ]
        },
    }


def _without_text(forms: object) -> list[object]:
    return [each for each in forms if each != TEXT.schema()] if isinstance(forms, list) else []


def texts(table: Mapping[str, object]) -> list[str]:
    """The keys of a table whose values are texts, each of which is in one language."""
    return [key for key, value in table.items() if isinstance(value, str)]
