"""Which files of a project are nothing but data, and which of their values are for readers?"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from i18n.project import keypaths
from i18n.project.forms import GLOB, Form, Schema, Unexpected, strings
from i18n.project.globs import has_wildcards, matches

_FORMS = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml"}
_ENDING = r"\.(?:json|ya?ml|toml)"
_ENTRY = re.compile(rf"({GLOB}{_ENDING})[ ]*:[ ]*(.*\S)[ ]*")
_EXPECTED = 'files of data with key paths, such as "_data/nav.yml: [].title, [].children[].title"'


@dataclass(frozen=True, slots=True)
class DataFiles:
    """Files of data, and what of them is translated."""

    glob: str
    """Relative to the project's root."""
    keys: tuple[str, ...]
    """Key paths of the values."""

    @property
    def has_wildcards(self) -> bool:
        """Whether it may mean several files."""
        return has_wildcards(self.glob)

    def concerns(self, path: str) -> bool:
        """Tell whether a file at a path relative to the root is one of them."""
        return bool(form_of(path)) and matches(path, [self.glob])


def form_of(path: str) -> str:
    """The language of a file of data by its name: `json`, `yaml` or `toml`; empty for any other file."""
    return _FORMS.get(posixpath.splitext(path)[1], "")


def data_files() -> Form[tuple[DataFiles, ...]]:
    """A list of files with key paths."""
    given = strings(_EXPECTED, rf"^{GLOB}{_ENDING}[ ]*:.*\S", uniqueItems=True)

    def read(value: object) -> tuple[DataFiles, ...]:
        entries = given.read(value)
        for one in entries:
            if entries.count(one) > 1:
                raise Unexpected(f'each of them once, but "{one}" is there twice', quote=False)
        return tuple(map(_entry, entries))

    def schema() -> Schema:
        return given.schema()

    return Form(read, schema)


def _entry(written: str) -> DataFiles:
    match = _ENTRY.fullmatch(written)
    if match is None:
        raise Unexpected(f'{_EXPECTED} ("{written}" is none)', quote=False)
    paths = keypaths.split(match[2])
    for path in paths:
        if wrong := keypaths.objection(path):
            raise Unexpected(f'key paths, and "{path}" is none: {wrong}', quote=False)
    if not paths:
        raise Unexpected(f'key paths with commas between them after the colon ("{written}")', quote=False)
    return DataFiles(match[1], paths)
