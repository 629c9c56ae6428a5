"""What does a table of the configuration say of its keys?"""

from __future__ import annotations

from dataclasses import fields
from typing import Literal, NamedTuple, get_args, get_origin

from i18n.project.forms import Form, one_of, some_of, truth


class Key(NamedTuple):
    """What a field's annotation says of the key of its name."""

    help: str
    """Noun phrase for the documentation and for editors."""
    later: tuple[str, ...] = ()
    """Words of the contract that this version does not have."""
    instead: str = ""
    """What is done instead of what those words ask for; a sentence."""
    example: object = None
    """For the documentation, in place of the default."""


class Setting(NamedTuple):
    """A key as its table defines it."""

    name: str
    key: Key
    form: Form[object]
    default: object
    """`dataclasses.MISSING` for a key that must be given."""


def entries(table: type) -> list[Setting]:
    """Every key of a table, which is a dataclass whose annotations are evaluated."""
    found = []
    for field in fields(table):
        kind, *more = get_args(field.type)
        *forms, key = more
        found.append(Setting(field.name, key, forms[0] if forms else _form(kind, key.later), field.default))
    return found


def _form(kind: object, later: tuple[str, ...]) -> Form[object]:
    """The kind of value that a plain type asks for: `bool`, words, or a tuple of words."""
    if kind is bool:
        return truth()
    if get_origin(kind) is Literal:
        return one_of(get_args(kind), later)
    return some_of(lambda: get_args(get_args(kind)[0]), later)
