"""Which findings may leave the machine?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from i18n.model import Finding


def public(findings: Iterable[Finding], private: Collection[str]) -> tuple[list[Finding], int]:
    """Findings that anybody may see, and the number of those kept back.

    `private`: paths of private articles below the source folder. A finding about one of them is left out
    altogether, as its path may say as much as its text.
    """
    found = list(findings)
    shown = [finding for finding in found if finding.article not in private]
    return shown, len(found) - len(shown)


def kept_back(number: int) -> str:
    """Say that findings are missing here, and where they can be read."""
    what = "1 finding about a private article is" if number == 1 else f"{number} findings about private articles are"
    return f"{what} not shown here. Run “i18n check” on your own machine to read them."
