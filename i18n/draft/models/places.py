"""Where on this machine do models lie that were installed? In one folder for all projects of a user."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

from i18n.store import places

VARIABLE = "MANYTONGUES_MODELS"
"""Names the folder, in place of the usual one."""
ENGINES = ("ctranslate2",)
"""The engines that models are installed for; each has a folder of its name."""
_ASKED = (VARIABLE, "XDG_DATA_HOME", "LOCALAPPDATA")


def home() -> Path:
    """The folder of all models that were installed, which may not be there."""
    return located(places.environment(_ASKED), sys.platform, Path.home())


def located(environment: Mapping[str, str], platform: str, user: Path) -> Path:
    """The folder by what the environment says, `sys.platform`, and the folder of the user.

    XDG Base Directory Specification 0.8: a relative `XDG_DATA_HOME` is passed over.
    """
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE]).expanduser().absolute()
    data = environment.get("XDG_DATA_HOME", "")
    if platform == "win32":
        above = Path(environment.get("LOCALAPPDATA") or user / "AppData" / "Local")
    elif platform == "darwin":
        above = user / "Library" / "Application Support"
    else:
        above = Path(data) if PurePath(data).is_absolute() else user / ".local" / "share"
    return above / "manytongues" / "models"


def folder_of(engine: str) -> Path:
    """The folder of the models of an engine."""
    return home() / engine
