"""How are messages listed that are not finished?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from i18n.workflow.missing import Missing


def as_lines(found: Sequence[Missing], withheld: int, width: int) -> str:
    """List them as editors follow them, `path:line: state: message (article:line)`, and count them.

    On a terminal of `width` columns (0: no terminal) long messages are cut.
    """
    lines = [_line(each, width) for each in found]
    return "\n".join((*lines, *_sum(found, withheld)))


def as_markdown(found: Sequence[Missing], withheld: int) -> str:
    """List them as tasks, those of each catalog under its name."""
    lines: list[str] = []
    path = ""
    for each in found:
        if each.path != path:
            path = each.path
            lines += ["", f"`{path}`", ""]
        lines.append(
            f"- [ ] line {each.line}, {each.state}: {_code(_one_line(each.msgid))} ({each.source}:{each.source_line})"
        )
    return "\n".join((*lines[1:], *([""] if lines else []), *_sum(found, withheld)))


def as_json(found: Sequence[Missing], withheld: int) -> str:
    """Give them as JSON with sorted keys; `private` counts those that are not listed."""
    value = {"format": 1, "messages": [asdict(each) for each in found], "private": withheld}
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)


def _line(each: Missing, width: int) -> str:
    start, end = f"{each.path}:{each.line}: {each.state}: ", f" ({each.source}:{each.source_line})"
    return f"{start}{_cut(_one_line(each.msgid), width - len(start) - len(end) if width else 0)}{end}"


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _cut(text: str, room: int) -> str:
    """The begin of a text that has at most so many letters, but for the shortest begin that says anything."""
    room = max(room, 20) if room else 0
    return text if not room or len(text) <= room else f"{text[: room - 1].rstrip()}…"


def _code(text: str) -> str:
    """A code span, whatever backticks there are in it."""
    marks = "`" * (max(map(len, "".join(letter if letter == "`" else " " for letter in text).split()), default=0) + 1)
    gap = " " if "`" in text else ""
    return f"{marks}{gap}{text}{gap}{marks}"


def _sum(found: Sequence[Missing], withheld: int) -> Iterator[str]:
    from i18n.cli.output import plural

    yield f"{plural(len(found), 'message')} to finish, {plural(sum(each.words for each in found), 'word')}."
    if withheld:
        yield f"{plural(withheld, 'message')} of private articles: --private lists them, on your own machine."
