"""What is said of private articles? They are counted, and neither they nor what concerns them is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from i18n.model import Finding


def public(findings: Iterable[Finding], private: Collection[str]) -> tuple[list[Finding], int]:
    """Findings that anybody may see, and the number of those kept back.

    `private`: paths of private articles below the source folder, and of their files. A finding about one of them is
    left out altogether, as its path may say as much as its text.
    """
    found = list(findings)
    shown = [each for each in found if each.article not in private and each.path not in private]
    return shown, len(found) - len(shown)


def kept_back(number: int) -> str:
    """Say that findings are missing here, and how they can be read."""
    if number == 1:
        return "1 finding about a private article is not shown here: --private shows it, on your own machine."
    return f"{number} findings about private articles are not shown here: --private shows them, on your own machine."
