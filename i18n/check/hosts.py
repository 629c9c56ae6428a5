"""May a translation lead readers to another address?"""

from __future__ import annotations

import fnmatch
import functools
import re

_ORIGIN = re.compile(r"((?:[A-Za-z][A-Za-z0-9+.-]*:)?//)(?:[^/?#\\]*@)?([^/?#\\:]*)(?::\d*)?")


def allowed(target: str, globs: tuple[str, ...]) -> bool:
    """Say whether one of the globs of `[check] hosts` matches a link target.

    `*.wikipedia.org` matches a host, `https://de.wikipedia.org/wiki/*` a whole target, `/de/*` a relative one.
    A star in the host part never reaches past the host, so that `https://*.example.org/*` cannot be met by
    `https://elsewhere.net/.example.org/`.
    """
    return any(_matches(target, glob) for glob in globs)


def _matches(target: str, glob: str) -> bool:
    origin = _ORIGIN.match(target)
    if "//" in glob:
        if origin is None:
            return False
        mark, _, rest = glob.partition("//")
        host, slash, path = rest.partition("/")
        scheme_and_host = f"{mark}//{host}".casefold()
        written = f"{origin[1]}{origin[2]}".casefold()
        return _like(written, scheme_and_host) and _like(target[origin.end() :], slash + path)
    if origin is None:
        return _like(target, glob)
    return "/" not in glob and _like(origin[2].casefold(), glob.casefold())


def _like(text: str, glob: str) -> bool:
    return _compiled(glob).match(text) is not None


@functools.lru_cache(maxsize=256)
def _compiled(glob: str) -> re.Pattern[str]:
    return re.compile(fnmatch.translate(glob))
