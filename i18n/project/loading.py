"""Where is the configuration of a project?"""

from __future__ import annotations

import posixpath

from i18n.errors import ConfigurationError
from i18n.project.values import Project
from i18n.store import places

_OWN = "i18n.toml"
_SHARED = "pyproject.toml"


def load(start: str, explicit: str | None = None) -> Project:
    """Load the configuration of the project `explicit`, or of the one that `start` lies in.

    Raises `ConfigurationError`, which names file, key and what was expected.
    """
    from i18n.project.reading import project_of  # worker processes, which get the project as a value, never need it

    return project_of(*read_configuration(start, explicit))


def read_configuration(start: str, explicit: str | None = None) -> tuple[str, dict[str, object], str]:
    """Find the configuration as `find_configuration` does; raises `ConfigurationError` if there is none."""
    found = find_configuration(start, explicit)
    if found:
        return found
    where = f"in {explicit}" if explicit else f"in {start} or a folder above it"
    raise ConfigurationError(
        f"There is no {_OWN} and no {_SHARED} with [tool.i18n] {where}.",
        "`i18n init --locale de` writes one; --project DIR names another folder.",
    )


def find_configuration(start: str, explicit: str | None = None) -> tuple[str, dict[str, object], str] | None:
    """Find the file that configures the project, the table in it, and the name that `pyproject.toml` gives (or `""`).

    Without `explicit` the folders from `start` upwards are asked, as git does. Raises `ConfigurationError` for what
    cannot be read, for two configurations in one folder, and where `explicit` is no folder.
    """
    if explicit and not places.is_folder(explicit):
        raise ConfigurationError(f"{explicit} is no folder.", "--project takes the folder that holds i18n.toml.")
    folders = places.upwards(explicit)[:1] if explicit else places.upwards(start)
    return next(filter(None, map(_in_folder, folders)), None)


def _in_folder(folder: str) -> tuple[str, dict[str, object], str] | None:
    own, shared = (posixpath.join(folder, name) for name in (_OWN, _SHARED))
    pyproject = _shared_table(shared)
    if places.is_file(own):
        if pyproject:
            raise ConfigurationError(
                f"Both {own} and [tool.i18n] in {shared} configure this project.", "Keep one of the two."
            )
        return own, _toml(own), ""
    return pyproject


def _shared_table(shared: str) -> tuple[str, dict[str, object], str] | None:
    if not places.is_file(shared) or b"i18n" not in places.read(shared):
        return None
    whole = _toml(shared)
    tool = whole.get("tool")
    table = tool.get("i18n") if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise ConfigurationError(f"{shared}: tool.i18n must be a table.")
    project = whole.get("project")
    name = project.get("name") if isinstance(project, dict) else None
    return shared, table, name if isinstance(name, str) else ""


def _toml(path: str) -> dict[str, object]:
    import tomllib  # worker processes, which get the project as a value, never need it

    data = places.read(path)
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not UTF-8 (byte {error.start}).", "Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path} is not TOML: {error}") from error
