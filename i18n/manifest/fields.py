"""Is this JSON object what it should be? Each field is asked for once, by type; what nobody asked for is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from i18n.errors import InputError
from i18n.project.names import objection

_SHA256 = re.compile(r"[0-9a-f]{64}")
_HINT = "Run “i18n build” to make it again."


class Fields:
    """The fields of one object of a manifest, and which of them were read.

    Every method raises `InputError`, naming the field, when it is missing or of another type.
    """

    def __init__(self, value: Any, path: str, place: str = "") -> None:
        self._path = path
        self._place = place
        self._read: set[str] = set()
        if not isinstance(value, dict):
            raise self.error("", "is not an object")
        self._value: dict[str, Any] = value

    def error(self, name: str, problem: str) -> InputError:
        """The error to raise about a field."""
        where = ".".join(filter(None, (self._place, name))) or "it"
        return InputError(f"The manifest is broken: {where} {problem}", _HINT, self._path)

    def finish(self) -> None:
        """Refuse fields that were not read."""
        for name in sorted(self._value.keys() - self._read):
            raise self.error(name, "is not known")

    def has(self, name: str) -> bool:
        """Whether there is such a field."""
        return name in self._value

    def text(self, name: str) -> str:
        """A string."""
        value = self._get(name)
        if not isinstance(value, str):
            raise self.error(name, "is not text")
        return value

    def whole_number(self, name: str) -> int:
        """A number from zero upwards."""
        value = self._get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.error(name, "is not a whole number")
        return value

    def truth(self, name: str) -> bool:
        """True or false."""
        value = self._get(name)
        if not isinstance(value, bool):
            raise self.error(name, "is neither true nor false")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        value = self._get(name)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.error(name, "is not a list of texts")
        return tuple(value)

    def digest(self, name: str) -> str:
        """A SHA-256 in hexadecimal digits."""
        value = self.text(name)
        if _SHA256.fullmatch(value) is None:
            raise self.error(name, "is not a SHA-256")
        return value

    def path(self, name: str, leaving: re.Pattern[str] | None = None) -> str:
        """A path that stays inside its folder, but for what it may begin with."""
        value = self.text(name)
        self._checked(name, leaving.sub("", value) if leaving else value)
        return value

    def paths(self, name: str) -> tuple[str, ...]:
        """A list of such paths."""
        return tuple(self._checked(name, value) for value in self.texts(name))

    def inner(self, name: str) -> Fields:
        """An object."""
        return Fields(self._get(name), self._path, self._at(name))

    def mapping(self, name: str) -> Iterator[tuple[str, Fields]]:
        """An object of objects, sorted by key."""
        inner = self.inner(name)
        for key in inner.names():
            yield key, inner.inner(key)

    def digests(self, name: str) -> tuple[tuple[str, str], ...]:
        """An object of digests whose keys are paths that stay inside their folder, sorted by key."""
        inner = self.inner(name)
        return tuple((inner.name(key), inner.digest(key)) for key in inner.names())

    def names(self) -> tuple[str, ...]:
        """The names of all fields, sorted."""
        return tuple(sorted(self._value))

    def name(self, name: str) -> str:
        """The name itself, if it is a path that stays inside its folder."""
        return self._checked(name, name)

    def _get(self, name: str) -> Any:
        self._read.add(name)
        if name not in self._value:
            raise self.error(name, "is missing")
        return self._value[name]

    def _checked(self, name: str, path: str) -> str:
        if reason := objection(path):
            raise self.error(name, reason)
        return path

    def _at(self, name: str) -> str:
        return f"{self._place}.{name}" if self._place else name
