"""Which commands are there? The group `i18n`, which imports a command only when it is asked for."""

from __future__ import annotations

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
    ("config", "Print the JSON Schema of the configuration."),
)
"""Every command and its line in `i18n --help`; each has a module of its name."""

LATER = (
    "review", "import", "export", "glossary", "normalize", "migrate", "purge", "doctor", "watch",
)  # fmt: skip
"""Names reserved for commands that this version does not have."""


class Root(click.Group):
    """The group: lazy, and with one boundary that turns what happens into an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of a day's work."""
        return [name for name, _ in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"i18n.cli.{cmd_name}").command
        return command

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
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 the answer is no, 2 usage or configuration, 3 an input could not be read, "
    "4 an engine failed, 70 a fault of this program, 130 interrupted.",
)
@click.option(
    "--project",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=str),
    help="The project's folder. Without it: the first folder with a configuration, from here upwards.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Say more: which configuration counts, and each article rather than sums."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Processes to work with. Without it: as many as there are processors.",
)
@click.version_option(__version__, prog_name="i18n", message="%(prog)s %(version)s")
@click.pass_context
def root(ctx: click.Context, project: str | None, verbose: bool, quiet: bool, jobs: int | None) -> None:
    """Translate Markdown articles through gettext catalogs.

    Articles are written in source/; `extract` brings their text into catalogs under locales/, translators fill
    those, and `build` compiles the articles of each language into dist/.

    \b
    Examples:
      i18n init --locale de --locale fr
      i18n run
      i18n status
    """
    if verbose and quiet:
        raise click.UsageError("-v and -q exclude each other.")
    ctx.obj = settings.Settings(project, jobs, verbose=verbose, quiet=quiet)
