"""What is known of MyST: of mystmd and of Jupyter Book?"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence

from i18n.sites import notices, sphinx
from i18n.sites.configured import Configured, Folder, is_of_repository, not_excluded
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, table, text, texts
from i18n.sites.site import Sign, Site

CONFIGURATIONS = ("myst.yml", "myst.yaml")


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """All Markdown below the root is published."""
    file = configuration.first(read, CONFIGURATIONS)
    missing = [f"{name}/**" for name in not_excluded(names, texts(at(file.table, "project", "exclude")))]
    return f"{file.name}:  project: exclude: [{', '.join(missing)}]" if file.name and missing else ""


def _configured(folder: Folder) -> Configured:
    """Jupyter Book 1 has its settings in two files of other names."""
    file = configuration.first(folder.read, (*CONFIGURATIONS, "_config.yml"))
    contents = configuration.first(folder.read, ("_toc.yml",)).table if file.name == "_config.yml" else {}
    told = at(file.table, "project", "toc") or contents
    listed = [name.removeprefix("./") for name in _listed(told)]
    is_book = file.name not in CONFIGURATIONS
    language = text(at(file.table, "project", "language")) or text(at(file.table, "sphinx", "config", "language"))
    return Configured(
        file=file.name,
        language=language,
        key="sphinx.config.language" if is_book else "project.language",
        folders=_folders(listed),
        layout="plain" if is_book else "myst",
        outputs=("_build",),
        exclude=(
            *texts(at(file.table, "project", "exclude")),
            *texts(file.table.get("exclude_patterns")),
            *(_unlisted(folder, listed) if listed else ()),
        ),
        unread=(file.problem,),
    )


def _listed(contents: object) -> Iterator[str]:
    """The files of a table of contents."""
    if isinstance(contents, list):
        for each in contents:
            yield from _listed(each)
    elif isinstance(contents, Mapping):
        yield from filter(None, (text(contents.get(key)) for key in ("file", "root")))
        for each in contents.values():
            yield from _listed(each) if isinstance(each, list | Mapping) else ()


def _unlisted(folder: Folder, listed: Sequence[str]) -> Iterator[str]:
    """Files about the repository that the table of contents does not name, by name or without its ending."""
    for name in folder.names:
        if is_of_repository(name) and not {name, posixpath.splitext(name)[0]} & {*listed}:
            yield name


def _folders(listed: Sequence[str]) -> tuple[str, ...]:
    """The folders of what is listed; the site's own where pages lie in that, or where nothing is listed."""
    tops = {name.partition("/")[0] if "/" in name else "." for name in listed}
    return (".",) if not tops or "." in tops or ".." in tops else tuple(sorted(map(posixpath.normpath, tops)))


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """Jupyter Book 1 is Sphinx, whose settings its own file holds."""
    if any(read(name) is not None for name in CONFIGURATIONS):
        return Ids(rule="mystmd", form="target")
    file = (
        configuration.first(read, ("_config.yml",)) if read("_toc.yml") is not None else configuration.Configuration()
    )
    return sphinx.ids_by(table(at(file.table, "sphinx", "config"))) if file.name else None


MYST = Site(
    "MyST",
    "myst",
    ".",
    (*map(Sign, CONFIGURATIONS), Sign("_toc.yml")),
    unpublished=_unpublished,
    front_matter=("subtitle", "short_title", "keywords[]", "thumbnailAlt"),
    ids=Ids(rule="myst", form="target"),
    configured=_configured,
    configured_ids=_ids,
    notice=notices.myst,
)
