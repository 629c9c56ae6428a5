"""What is known of Sphinx, which reads MyST by an extension?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from i18n.sites.configured import Configured, Folder, joined, not_excluded
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import text, texts
from i18n.sites.site import Sign, Site

_CONFIGURATION = "conf.py"


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """All Markdown next to its configuration and below is published."""
    file = configuration.first(read, (_CONFIGURATION,))
    missing = [f'"{name}"' for name in not_excluded(names, texts(file.table.get("exclude_patterns")))]
    return f"{file.name}:  exclude_patterns += [{', '.join(missing)}]" if file.name and missing else ""


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, (_CONFIGURATION,))
    catalogs = [joined(each) for each in texts(file.table.get("locale_dirs")) or ("locales", "locale")]
    return Configured(
        file=file.name,
        language=text(file.table.get("language")),
        key="language",
        locales=tuple(dict.fromkeys(_languages(folder, catalogs))),
        folders=(".",),
        outputs=("_build",),
        exclude=texts(file.table.get("exclude_patterns")),
        unread=(file.problem, *_rest(folder)),
    )


def _languages(folder: Folder, catalogs: Sequence[str]) -> Iterator[str]:
    """The languages that there are catalogs of."""
    for name in folder.names:
        above, found, _ = name.partition("/LC_MESSAGES/")
        if found and "/" in above and above.rpartition("/")[0] in catalogs:
            yield above.rpartition("/")[2]


def _rest(folder: Folder) -> Iterator[str]:
    number = sum(name.endswith(".rst") for name in folder.names)
    if number:
        yield f"Files in reStructuredText are not read: there {'is one' if number == 1 else f'are {number:,}'}."


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    file = configuration.first(read, (_CONFIGURATION,))
    return ids_by(file.table) if file.name else None


def ids_by(told: Mapping[str, object]) -> Ids:
    """What the settings of MyST-Parser say: without `myst_heading_anchors` there are those of docutils alone."""
    levels = str(told.get("myst_heading_anchors", ""))
    rule = _RULES.get(text(told.get("myst_heading_slug_func")), "sphinx")
    return Ids(rule=rule, form="target", levels=int(levels) if levels in _LEVELS else 0)


_RULES = {"": "myst", "github": "myst", "gitlab": "myst-gitlab", "docutils": "myst-docutils"}
_LEVELS = frozenset("1234567")
SPHINX = Site(
    "Sphinx",
    "myst",
    ".",
    (Sign(_CONFIGURATION),),
    unpublished=_unpublished,
    ids=Ids(rule="myst", form="target"),
    configured=_configured,
    configured_ids=_ids,
)
