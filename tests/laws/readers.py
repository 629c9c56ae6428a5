"""What do the programs of others read in front matter? YAML as of old and as of today, TOML, JSON."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from typing import Any

import yaml

_MAYBE = re.compile(
    r"(?P<null>~|null|Null|NULL|)|(?P<bool>true|True|TRUE|false|False|FALSE)"
    r"|(?P<int>[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema (§10.3.2), which knows no `yes`, no `12:30` and no dates, but `0o7`."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Tell the type of a plain scalar by its spelling."""
        if kind is not yaml.ScalarNode or not implicit[0]:
            return super().resolve(kind, value, implicit)  # type: ignore[no-untyped-call]
        match = _MAYBE.fullmatch(value)
        return f"tag:yaml.org,2002:{match.lastgroup if match else 'str'}"


def _core(text: str) -> Any:
    return yaml.load(text, CoreLoader)


READERS: dict[str, tuple[Callable[[str], Any], ...]] = {
    "yaml": (yaml.safe_load, _core),
    "toml": (tomllib.loads,),
    "json": (lambda text: json.loads(text, object_pairs_hook=list),),
}


def flat(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Path and value of all that holds nothing else, in order; types are told apart."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from flat(value, f"{path}.{key!r}")
    elif isinstance(tree, list | tuple):
        for at, value in enumerate(tree):
            yield from flat(value, f"{path}[{at}]")
    else:
        yield path, tree if isinstance(tree, str) else repr(tree)
