"""What is known of VitePress?"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence

from i18n.sites import notices
from i18n.sites.configured import Configured, Folder, joined, not_excluded, others, spelled
from i18n.sites.ids import Ids
from i18n.sites.reading import configuration
from i18n.sites.reading.values import at, is_open, table, text, texts
from i18n.sites.site import Sign, Site

CONFIGURATIONS = (
    *configuration.of_script(".vitepress/config"),
    *configuration.of_script(".vitepress/config/index"),
)

_OWN_RULE = re.compile(rb"\bslugify\b")
_USUAL_RULE = b"@mdit-vue/shared"
"""The package whose function VitePress takes."""
_OWN_MARKS = re.compile(rb"\bleftDelimiter\b|\battrs\s*:\s*\{\s*disable\s*:\s*true")
_IMPORTED = re.compile(rb"""\bfrom\s*["'](\.\.?/[^"'\r\n]+)["']""")


def _unpublished(read: Callable[[str], bytes | None], names: Sequence[str]) -> str:
    """With its configuration in the root, VitePress publishes all Markdown below it."""
    file = configuration.first(read, CONFIGURATIONS)
    missing = [f"'{name}/**'" for name in not_excluded(names, texts(file.table.get("srcExclude")))]
    if not file.name or not missing or (joined(text(file.table.get("srcDir"))) or ".") != ".":
        return ""
    return f"{file.name}:  srcExclude: [{', '.join(missing)}]"


def _ids(read: Callable[[str], bytes | None]) -> Ids | None:
    """Ids by a function of the site's own are not known; with other marks of attributes none is written in braces."""
    name = configuration.first(read, CONFIGURATIONS).name
    said = b"\n".join(_with_imports(read, name))
    if _OWN_RULE.search(said) and _USUAL_RULE not in said:
        return Ids(rule="none", form="none")
    return Ids(rule="vitepress", form="anchor") if _OWN_MARKS.search(said) else None


def _with_imports(read: Callable[[str], bytes | None], name: str) -> Iterator[bytes]:
    """The configuration, and the files next to it that it imports."""
    data = read(name) or b"" if name else b""
    yield data
    for imported in _IMPORTED.findall(data):
        stem = posixpath.normpath(posixpath.join(posixpath.dirname(name), imported.decode(errors="replace")))
        yield from filter(None, map(read, (stem, *configuration.of_script(stem))))


def _is_elsewhere(language: object) -> bool:
    """Whether a language is a link to another site."""
    return text(at(language, "link")).partition(":")[0] in ("http", "https")


def _configured(folder: Folder) -> Configured:
    file = configuration.first(folder.read, CONFIGURATIONS)
    told = file.table
    top = joined(text(told.get("srcDir")) or ".") or "."
    languages = {name: each for name, each in table(told.get("locales")).items() if not _is_elsewhere(each)}
    root = "root" if "root" in languages or not languages else next(iter(languages))
    own = spelled(text(at(languages, root, "lang")), text(told.get("lang")), root if root != "root" else "")
    unread = f"{file.name} does not spell its locales out." if is_open(told, "locales") else ""
    return Configured(
        file=file.name,
        language=own,
        key="lang",
        locales=others(languages, root),
        folders=(posixpath.normpath(posixpath.join(top, "" if root == "root" else root)),),
        translated=tuple((each, posixpath.normpath(posixpath.join(top, each))) for each in others(languages, root)),
        layout="vitepress",
        tree=top,
        outputs=(joined(text(told.get("outDir")) or ".vitepress/dist"),),
        exclude=tuple(posixpath.normpath(posixpath.join(top, each)) for each in texts(told.get("srcExclude"))),
        unread=(file.problem, unread),
    )


VITEPRESS = Site(
    "VitePress",
    "vitepress",
    "docs",
    (Sign(".vitepress/config.*"), Sign(".vitepress/config/index.*")),
    unpublished=_unpublished,
    front_matter=(
        "titleTemplate", "hero.name", "hero.text", "hero.tagline", "hero.image.alt", "hero.actions[].text",
        "features[].title", "features[].details", "features[].linkText", "features[].icon.alt", "prev", "prev.text",
        "next", "next.text",
    ),
    ids=Ids(rule="vitepress", form="braces"),
    configured=_configured,
    configured_ids=_ids,
    notice=notices.container,
)  # fmt: skip
