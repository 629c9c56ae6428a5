"""How are results, notes and progress shown? Results on stdout, everything else on stderr."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import click

from i18n.cli.settings import Settings
from i18n.model import Finding, Severity

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


_SAID = "i18n.said"
"""Where a click context keeps what a command said."""


def recorded() -> list[tuple[bool, str]]:
    """Begin to keep what the command says: whether on stderr, and the text."""
    said: list[tuple[bool, str]] = []
    click.get_current_context().meta[_SAID] = said
    return said


def say_again(said: Iterable[tuple[bool, str]]) -> None:
    """Print what was kept."""
    for err, text in said:
        _echo(text, err=err)


def _echo(text: str, *, err: bool = False) -> None:
    context = click.get_current_context(silent=True)
    if context is not None and _SAID in context.meta:
        context.meta[_SAID].append((err, text))
    click.echo(text, err=err, color=_color())


def say(text: str = "") -> None:
    """Print a result."""
    _echo(text)


def note(settings: Settings, text: str) -> None:
    """Print a remark, unless `-q` was given."""
    if not settings.quiet:
        _echo(text, err=True)


def detail(settings: Settings, text: str) -> None:
    """Print a detail, only if `-v` was given."""
    if settings.verbose:
        _echo(text, err=True)


def called(article: str, private: Collection[str]) -> str:
    """What to call an article, by its path."""
    return "A private article" if article in private else article


def show_findings(settings: Settings, findings: Iterable[Finding], private: Collection[str]) -> None:
    """Print findings as editors follow them: `path:line: severity: message [rule]`. With `-q` only errors.

    Those that concern a name in `private` are counted.
    """
    found = [each for each in findings if is_shown(settings, each)]
    if not found:
        return
    from i18n.check.report import kept_back, public  # all checks come with it

    shown, withheld = public(found, private)
    for finding in shown:
        place = f"{finding.path}:{finding.line}" if finding.line else finding.path
        severity = click.style(finding.severity.value, fg=_COLORS[finding.severity])
        locale = f" ({finding.locale})" if finding.locale else ""
        _echo(f"{place}: {severity}: {finding.message}{locale} [{finding.rule}]", err=True)
    if withheld:
        _echo(kept_back(withheld), err=True)


def is_shown(settings: Settings, finding: Finding) -> bool:
    """Whether a finding is bad enough to be printed."""
    return not settings.quiet or finding.severity is Severity.ERROR


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0, folded: int | None = None) -> str:
    """Lay out a table; the last `numbers` columns are flush right. A wide letter counts as two, as on a terminal.

    Where it is too wide for the terminal, the words of the `folded` column go on in the lines below.
    """
    lines = [[*map(str, head)], *([*map(str, row)] for row in rows)]
    if folded is not None and (room := terminal_width()):
        others = (max(_width(line[column]) for line in lines) + 2 for column in range(len(head)) if column != folded)
        lines = _folded(lines, folded, room - sum(others))
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    right = len(head) - numbers

    def cell(text: str, column: int) -> str:
        gap = " " * (widths[column] - _width(text))
        return gap + text if column >= right else text + gap

    return "\n".join("  ".join(cell(text, column) for column, text in enumerate(line)).rstrip() for line in lines)


def _width(text: str) -> int:
    if text.isascii() or not text.isprintable():
        return len(text)
    from wcwidth import wcswidth  # takes longer than many a command, and most names are ASCII

    return max(wcswidth(text), 0)


def _folded(lines: Iterable[list[str]], column: int, room: int) -> list[list[str]]:
    """The same lines with the words of a column within so much room, though at least one a line."""
    import textwrap  # few tables are that wide

    found = []
    for line in lines:
        first, *more = textwrap.wrap(line[column], max(room, 1), break_long_words=False, break_on_hyphens=False) or [""]
        found.append([*line[:column], first, *line[column + 1 :]])
        found += [["" if at != column else words for at in range(len(line))] for words in more]
    return found


@contextlib.contextmanager
def progress(settings: Settings, label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Show a bar while the context lasts, on a terminal only; gives the function that moves it on.

    It says how much is done and how long the rest may take.
    """
    if settings.quiet or not sys.stderr.isatty() or length < 2:
        yield lambda _steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr, show_pos=True) as bar:
        yield bar.update
    if os.name == "posix" and os.environ.get("TERM", "dumb") != "dumb":
        click.echo("\033[A\033[2K", nl=False, err=True)  # up to the line of the bar, and that away


def plural(number: int, one: str, many: str = "") -> str:
    """Spell a count with its noun: `1 article`, `3 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def bold(text: str) -> str:
    """Make a headline of a text, where stdout is a terminal that may be coloured."""
    return click.style(text, bold=True)


def terminal_width() -> int:
    """Width in columns of the terminal behind stdout; 0 when stdout is no terminal."""
    return shutil.get_terminal_size().columns if sys.stdout and sys.stdout.isatty() else 0


def shows_colors() -> bool:
    """Whether stdout is a terminal that may be coloured (`NO_COLOR`)."""
    return bool(sys.stdout) and sys.stdout.isatty() and _color() is None


def _color() -> bool | None:
    return False if os.environ.get("NO_COLOR") else None
