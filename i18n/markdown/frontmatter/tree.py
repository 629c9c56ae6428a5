"""What does front matter, or a generator's configuration, hold, with tables in tables?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from i18n.markdown.frontmatter.json import JSON
from i18n.markdown.frontmatter.toml import TOML, reading
from i18n.markdown.frontmatter.values import Format, UnreadableError
from i18n.markdown.frontmatter.yaml import YAML

_FORMATS: Mapping[str, Format] = {"yaml": YAML, "yml": YAML, "toml": TOML, "json": JSON}


def tree(kind: str, text: str) -> dict[str, Any]:
    """The values as tables, lists and strings, keys in lower case; an empty table where the text cannot be read.

    `kind` is `yaml`, `yml`, `toml` or `json`. Tags of YAML mean nothing: some generators run programs for them.
    """
    form = _FORMATS[kind]
    try:
        # It refuses what would crash a library, or take all memory.
        if form.leaves(text) is None:
            return {}
        found = _plain(_loaded(form, text))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _loaded(form: Format, text: str) -> Any:
    if form is TOML:
        return reading.load(text)
    if form is JSON:
        import json

        return json.loads(text)
    import yaml

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings, lists and tables alone
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key).lower(): _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
