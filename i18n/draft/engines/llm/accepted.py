"""Which optional fields of a request does a server take? Learnt from what it refuses.

The protocol is one in name: LM Studio takes `json_schema` and not `json_object`, others the reverse or neither; models
that reason want `max_completion_tokens` and no `temperature`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from i18n.draft.engines.members import member

_SCHEMA, _OBJECT = "json_schema", "json_object"
_FORMATS = (_SCHEMA, _OBJECT, "")
_FORMAT_WORDS = ("response_format", _SCHEMA, _OBJECT, "structured", "grammar")
_LONG, _NEW = "max_tokens", "max_completion_tokens"
_TOO_LONG = ("context length", "context size", "context window", "context_length", "context_size", "prompt is too long")
_ROLES = re.compile(
    r"system (?:role|message|prompt)s? (?:is |are )?not (?:supported|allowed)|roles must alternate"
    r"|only user(?:, | and )assistant\b.{0,20} roles|does not support (?:a |the )?system",
    re.IGNORECASE,
)
"""What chat templates say, as those of Gemma and Mistral: servers pass it on with status 400 or 500."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class Accepted:
    """The optional fields that a server has not refused so far."""

    format: str = _SCHEMA
    """`json_schema`, `json_object`, or empty."""
    length: str = _LONG
    """Its name for the most tokens of an answer; empty: the field is left out."""
    temperature: bool = True
    seed: bool = True
    system: bool = True
    """Whether its model has a role for rules; else they stand above the texts."""

    def fields(self, ids: Sequence[str], tokens: int) -> dict[str, object]:
        """The optional fields of a request for the answers to `ids`; without ids the answer is no JSON."""
        fields: dict[str, object] = {}
        if ids and self.format == _SCHEMA:
            fields["response_format"] = {"type": _SCHEMA, _SCHEMA: _schema(ids)}
        elif ids and self.format == _OBJECT:
            fields["response_format"] = {"type": _OBJECT}
        if self.length:
            fields[self.length] = tokens
        if self.temperature:
            fields["temperature"] = 0
        if self.seed:
            fields["seed"] = _SEED
        return fields

    def without(self, complaint: str) -> Accepted | None:
        """What to try after a server refused a request with this text; None if there is nothing left to leave out.

        What the complaint names is left out first. If it names nothing, fields are left out in the order in which
        servers lack them.
        """
        said = complaint.casefold()
        if self.system and is_about_roles(complaint):
            return replace(self, system=False)
        if self.length and _NEW in said and self.length != _NEW:
            return replace(self, length=_NEW)
        if self.length and self.length in said:
            return replace(self, length="")
        if self.temperature and "temperature" in said:
            return replace(self, temperature=False)
        if self.seed and "seed" in said:
            return replace(self, seed=False)
        if self.format:
            return replace(self, format=_FORMATS[_FORMATS.index(self.format) + 1])
        if any(word in said for word in _FORMAT_WORDS):
            return None
        if self.seed:
            return replace(self, seed=False)
        if self.temperature:
            return replace(self, temperature=False)
        return replace(self, length="") if self.length else None


def written(accepted: Accepted) -> str:
    """Write down what a server takes; empty if it refused nothing."""
    return json.dumps(asdict(accepted), sort_keys=True) if accepted != Accepted() else ""


def read(text: str) -> Accepted:
    """Read what was written down; what is not in it, or cannot be, is taken as not refused."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return Accepted()
    usual = Accepted()
    form, length = member(found, "format"), member(found, "length")
    return Accepted(
        form if isinstance(form, str) and form in _FORMATS else usual.format,
        length if isinstance(length, str) and length in (_LONG, _NEW, "") else usual.length,
        *(member(found, name) is not False for name in ("temperature", "seed", "system")),
    )


def is_about_roles(complaint: str) -> bool:
    """Tell whether a server refused a request because its model has no role for rules."""
    return _ROLES.search(complaint) is not None


def is_too_long(complaint: str) -> bool:
    """Tell whether a server refused a request because the prompt does not fit its model."""
    said = complaint.casefold()
    return any(words in said for words in _TOO_LONG)


def _schema(ids: Sequence[str]) -> dict[str, object]:
    """An object with exactly these names: a model that is held to it can neither lose an answer nor invent one."""
    return {
        "name": "translations",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {each: {"type": "string"} for each in ids},
            "required": [*ids],
            "additionalProperties": False,
        },
    }
