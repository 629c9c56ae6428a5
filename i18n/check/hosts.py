"""May a translation lead readers to another address?"""

from __future__ import annotations

import fnmatch
import functools
import re

from i18n.words.hosts import host, needs_host, scheme

_UNSAFE = re.compile(r"[\\\x00-\x20\x7f]")
"""What browsers drop from an address, or take for a slash."""
_ORIGIN = re.compile(r"((?:[A-Za-z]+:)?//)(?:[^/?#]*@)?([^/?#:]+)(?::\d*)?")


def allowed(target: str, globs: tuple[str, ...]) -> bool:
    """Say whether one of the globs of `[check] hosts` matches a link target.

    `*.wikipedia.org` matches a host, `https://de.wikipedia.org/wiki/*` a whole target, `/de/*` a relative one, `*` all.
    A star in the host part never reaches past the host, so that `https://*.example.org/*` cannot be met by
    `https://elsewhere.net/.example.org/`. A host is one of http or https, and spelled so that everybody reads it alike.
    """
    return any(glob == "*" or _matches(target, glob) for glob in globs)


def _matches(target: str, glob: str) -> bool:
    if _UNSAFE.search(target):
        return False
    origin = _ORIGIN.match(target) if scheme(target) in ("", "http", "https") else None
    if "//" in glob:
        if origin is None:
            return False
        mark, _, rest = glob.partition("//")
        name, slash, path = rest.partition("/")
        scheme_and_host = f"{mark}//{name}".casefold()
        written = f"{origin[1]}{origin[2]}".casefold()
        return _like(written, scheme_and_host) and _like(target[origin.end() :], slash + path)
    if origin is None:
        return _has_no_host(target, glob) and _like(target, glob)
    return "/" not in glob and _like(origin[2].casefold(), glob.casefold())


def _has_no_host(target: str, glob: str) -> bool:
    """Whether a target is one of the same site, or of a scheme that the glob names, such as `mailto:`."""
    if scheme(target):
        return not needs_host(target) and scheme(glob) == scheme(target)
    return not host(target)


def _like(text: str, glob: str) -> bool:
    return _compiled(glob).match(text) is not None


@functools.lru_cache(maxsize=256)
def _compiled(glob: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(glob))
