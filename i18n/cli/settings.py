"""What did the options say that stand before a command or after it?"""

from __future__ import annotations

from dataclasses import dataclass, replace

import click


@dataclass(frozen=True, slots=True)
class Settings:
    """The options that every command has."""

    folder: str | None = None
    """`--project`."""
    wanted_jobs: int | None = None
    """`--jobs`."""
    locales: tuple[str, ...] = ()
    """Each `--locale` before the command."""
    verbose: bool = False
    quiet: bool = False
    private: bool = False
    """`--private`: private articles are named too."""
    verify: bool = False
    """`--verify`: no time stamp is believed."""

    @property
    def jobs(self) -> int:
        """How many processes to work with."""
        from i18n.work import processors

        return self.wanted_jobs or processors()


def noted(ctx: click.Context, option: click.Parameter, value: object) -> None:
    """Set the field of the settings that bears the option's name; the callback of such an option."""
    ctx.obj = ctx.obj or Settings()
    if value:
        ctx.obj = replace(ctx.obj, **{str(option.name): value})
    if ctx.obj.verbose and ctx.obj.quiet:
        raise click.UsageError("-v and -q exclude each other.", ctx)
