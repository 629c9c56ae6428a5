"""Which folders of a project hold what other people's programs put there?"""

from __future__ import annotations

from collections.abc import Container

_INSTALLED = frozenset({"node_modules", "bower_components", "jspm_packages", "site-packages", "__pycache__"})
"""Wherever they lie."""
_COPIED = frozenset({"vendor", "third_party", "third-party"})
"""In the root of a project; below it they may be a chapter."""
_BUNDLED = frozenset({"vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby"})
"""What Bundler makes, wherever it lies."""
_ENVIRONMENT = "pyvenv.cfg"
"""The file that makes a folder an environment of Python."""


def is_foreign(folder: str) -> bool:
    """Tell whether a folder of a project is of that kind, by its path."""
    above, _, name = folder.rpartition("/")
    return name in _INSTALLED or folder in _COPIED or f"{above.rpartition('/')[2]}/{name}" in _BUNDLED


def is_environment(names: Container[str]) -> bool:
    """Tell whether a folder is of that kind, by the names of its files."""
    return _ENVIRONMENT in names
