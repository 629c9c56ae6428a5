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
def named(
    name: str,
    parameters: tuple[str, ...] = (),
    verbatim: tuple[str, ...] = (),
    data_shortcodes: tuple[str, ...] = (),
    breaks: bool = False,  # noqa: FBT001, FBT002 - pickle calls it by position
) -> Dialect:
    """The dialect of that name, with what a project says of its articles; raises `KeyError` for an unknown name.

    Only what is asked for is imported: the patterns of all of them take longer to compile than most commands.
    """
    if name not in NAMES:
        raise KeyError(name)
    dialect: Dialect = getattr(importlib.import_module(f"{__name__}.{name}"), name.upper())
    if not (parameters or verbatim or data_shortcodes or breaks):
        return dialect
    maskers = dialect.maskers
    if verbatim or data_shortcodes:
        from i18n.markdown.dialects import verbatim as own  # few projects have such

        maskers = (own.lines_and_spans(verbatim), *maskers, own.data_blocks)
    return dataclasses.replace(
        dialect,
        maskers=maskers,
        parameters=(*dialect.parameters, *(name.lower() for name in parameters)),
        verbatim=verbatim,
        data_shortcodes=data_shortcodes,
        breaks=breaks,
    )
