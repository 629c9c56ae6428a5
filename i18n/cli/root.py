"""Which commands are there? The group `i18n`, which imports a command only when it is asked for."""

from __future__ import annotations

import copy
import importlib
from typing import Any, NoReturn

import click

from i18n import __version__
from i18n.cli import boundary, settings

COMMANDS = (
    ("init", "Write the configuration, or add a language to it."),
    ("extract", "Bring templates and catalogs up to date with the articles."),
    ("draft", "Fill empty messages from memory and engines."),
    ("engines", "Show which engines there are, and what each would need."),
    ("check", "Report what is wrong with the translations."),
    ("build", "Compile localized articles."),
    ("bundle", "Pack the compiled articles, one archive a language."),
    ("status", "Show how far each article is in each language."),
    ("run", "Do all of it: extract, draft, check, build, bundle."),
    ("memory", "Ask what was translated before."),
    ("sites", "Print what the site generator's own configuration needs."),
    ("config", "Print the JSON Schema of the configuration."),
)
"""Every command and its line in `i18n --help`; each has a module of its name."""

LATER = (
    "review", "import", "export", "glossary", "normalize", "migrate", "purge", "doctor", "watch",
)  # fmt: skip
"""Names reserved for commands that this version does not have."""


def _general(*names: str, said: str, **more: Any) -> click.Option:
    return click.Option(names, help=said, expose_value=False, callback=settings.noted, **more)


_LOCALE = _general(
    "--locale", "locales", metavar="TAG", multiple=True, said="Only this language; may be given several times."
)
GENERAL = (
    _general(
        "--project",
        "folder",
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=str),
        said="The project's folder. Without it: the first folder with a configuration, from here upwards.",
    ),
    _general(
        "-v", "--verbose", is_flag=True, said="Say more: which configuration counts, and each article rather than sums."
    ),
    _general("-q", "--quiet", is_flag=True, said="Say nothing but results and errors."),
    _general(
        "--jobs",
        "wanted_jobs",
        metavar="N",
        type=click.IntRange(min=1),
        said="Processes to work with. Without it: as many as there are processors.",
    ),
)
"""Options that are taken before a command and after it."""


def _taking_general(command: click.Command) -> click.Command:
    """Have a command take the general options too, which the help of `i18n` describes."""
    if isinstance(command, click.Group):
        for each in command.commands.values():
            _taking_general(each)
    known = {name for option in command.params for name in option.opts}
    for option in GENERAL:
        if not known & set(option.opts):
            hidden = copy.copy(option)
            hidden.hidden = True
            command.params.append(hidden)
    return command


class Root(click.Group):
    """The group: lazy, and with one boundary that turns what happens into an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of a day's work."""
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return _taking_general(importlib.import_module(f"i18n.cli.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args and args[0] in LATER:
            ctx.fail(f"`i18n {args[0]}` is not available in this version.")
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.list_commands(ctx), n=1)
            ctx.fail(f'There is no command "{args[0]}"' + (f' (did you mean "{close[0]}"?).' if close else "."))
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run, and end the process with the exit status that the contract gives to what happened."""
        extra["standalone_mode"] = False
        raise SystemExit(boundary.guarded(lambda: super(Root, self).main(*args, **extra)))


@click.group(
    cls=Root,
    params=[*GENERAL, _LOCALE],
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 the answer is no, 2 usage or configuration, 3 an input could not be read, "
    "4 an engine failed, 70 a fault of this program, 130 interrupted.",
)
@click.version_option(__version__, prog_name="i18n", message="%(prog)s %(version)s")
@click.pass_context
def root(ctx: click.Context) -> None:
    """Translate Markdown articles through gettext catalogs.

    Articles are written in source/; `extract` brings their text into catalogs under locales/, translators fill
    those, and `build` compiles the articles of each language into dist/. The options here are taken after the command
    too.

    \b
    Examples:
      i18n init --locale de --locale fr
      i18n run
      i18n status
    """
    command = root.get_command(ctx, ctx.invoked_subcommand or "") if ctx.obj.locales else None
    if command and not isinstance(command, click.Group) and "locales" not in {each.name for each in command.params}:
        raise click.UsageError(f"`i18n {ctx.invoked_subcommand}` takes no --locale.")
