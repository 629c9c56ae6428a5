"""How does the reference of all commands read? Made from the definitions that `--help` shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from i18n.cli.root import root

HEAD = """# Commands

Every command, with what `--help` says of it. This page is made by `make docs`; edit the help texts instead.

`--project`, `-v`, `-q`, `--jobs` and `--locale` stand before the command or after it: `i18n --jobs 1 build -v`.

"""


def reference() -> str:
    """The text of `docs/commands.md`."""
    context = click.Context(root, info_name="i18n")
    parts = [HEAD, *_section("i18n", root, context)]
    for name in root.list_commands(context):
        command = root.get_command(context, name)
        assert command is not None
        inner = click.Context(command, context, name)
        parts += _section(f"i18n {name}", command, inner)
        for part in command.commands.values() if isinstance(command, click.Group) else ():
            parts += _section(f"i18n {name} {part.name}", part, click.Context(part, inner, part.name))
    return "\n".join(parts).replace("\n\n\n", "\n\n").strip() + "\n"


def _section(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    if command is not root:
        yield f"## `{name} {usage}`\n"
        yield from map(_paragraph, (command.help or "").split("\n\n"))
    if isinstance(command, click.Group) and command is not root and not command.invoke_without_command:
        return
    rows = list(_options(command, context))
    yield from ("| option | does |\n|---|---|", *rows) if rows else ()
    yield ""


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option) and "--help" not in record[0]:
            yield f"| `{record[0].replace('|', '` or `')}` | {_cell(record[1])} |"


def _paragraph(text: str) -> str:
    """A paragraph on one line, and examples, which the help shows line by line, as code."""
    if not text.strip().startswith("\b"):
        return " ".join(text.split()) + "\n"
    lines = [line.strip() for line in text.replace("\b", "").strip().split("\n")]
    return "\n".join(("```console", *(line for line in lines if line != "Examples:"), "```", ""))


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", r"\|").strip()
