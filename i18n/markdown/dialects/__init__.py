"""Which Markdown does a site generator read? One file a dialect, which holds it under its name in upper case."""

from __future__ import annotations

import dataclasses
import functools
import importlib

from i18n.markdown.dialects.dialect import Dialect
from i18n.markdown.dialects.gfm import GFM
from i18n.project.tables import DIALECTS as NAMES

__all__ = ["GFM", "NAMES", "Dialect", "named"]


@functools.cache
def named(name: str, parameters: tuple[str, ...] = ()) -> Dialect:
    """The dialect of that name, with more parameters for readers; raises `KeyError` for an unknown one.

    Only what is asked for is imported: the patterns of all of them take longer to compile than most commands.
    """
    if name not in NAMES:
        raise KeyError(name)
    dialect: Dialect = getattr(importlib.import_module(f"{__name__}.{name}"), name.upper())
    if not parameters:
        return dialect
    return dataclasses.replace(dialect, parameters=(*dialect.parameters, *(name.lower() for name in parameters)))
