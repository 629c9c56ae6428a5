"""`i18n check`: what is wrong, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from i18n.cli.options import narrowed, verifying
from i18n.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Collection

    from i18n.project import Project
    from i18n.workflow.check.check import Checked
    from i18n.workflow.selection import Selection
    from i18n.workflow.session import Session


def _explain(ctx: click.Context, option: click.Parameter, name: str | None) -> None:
    """Explain a rule instead of checking."""
    del option
    if name is None:
        return
    from i18n.check.explanation import explained
    from i18n.check.rules import RULES
    from i18n.cli.output import say
    from i18n.project.forms import suggestion

    rules = {rule.id: rule for rule in RULES}
    if name not in rules:
        raise click.BadParameter(f'there is no rule "{name}"{suggestion(name, rules)}.')
    say(explained(rules[name]))
    ctx.exit()


@click.command()
@narrowed
@click.option(
    "--explain",
    metavar="RULE",
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help="Say what a rule means, with an example, and what its finding does to the page; check nothing.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "github", "sarif")),
    default="table",
    show_default=True,
    help="How to print the findings.",
)
@click.option(
    "--built",
    is_flag=True,
    help="Follow the links of the pages that the last build made, and name what leads nowhere; check nothing else.",
)
@click.option(
    "--write-comments",
    "write",
    is_flag=True,
    help="Put the errors and warnings of each message into a comment of its catalog, for editors to show; those that"
    " are no longer true go.",
)
@verifying
@click.pass_obj
def command(
    settings: Settings, articles: tuple[str, ...], locales: tuple[str, ...], form: str, built: bool, write: bool
) -> int:
    """Report what is wrong with the translations, and with what `build` would make of them.

    Findings about private articles are counted, and shown only with --private, or for an article that is named. Exits
    with 1 if one of the findings is an error. [check] in the configuration makes rules more or less severe; a
    translator waives one for a message with the comment `# i18n-ignore: RULE`.

    \b
    Examples:
      i18n check
      i18n check guide/install --locale ko
      i18n check --built
      i18n check --explain links
      i18n check --write-comments --locale ko
      i18n check --format sarif > findings.sarif
    """
    from i18n.cli.target import carried_out, unnamed

    def work(session: Session, project: Project, selection: Selection) -> int:
        from i18n.cli.output import say
        from i18n.workflow.check.built import check_built
        from i18n.workflow.check.check import check_all

        if built and write:
            raise click.UsageError("--built is about pages, and --write-comments about messages: give one of them.")
        checked = (check_built if built else check_all)(session, project, selection)
        if write:
            checked = _with_comments(session, project, selection, checked)
        say(_printed(settings, checked, form, unnamed(settings, project, selection, checked.private)))
        return checked.status

    return carried_out(settings, articles, locales, work)


def _with_comments(session: Session, project: Project, selection: Selection, checked: Checked) -> Checked:
    """Write the comments; what was found then stands on other lines."""
    from dataclasses import replace

    from i18n.workflow.check.check import check_all
    from i18n.workflow.check.comments import write_comments

    done = write_comments(session, project, selection, checked.findings)
    again = check_all(session, project, selection) if done.catalogs else checked
    return replace(again, findings=(*again.findings, *done.findings))


def _printed(settings: Settings, checked: Checked, form: str, private: Collection[str]) -> str:
    from i18n import __version__
    from i18n.check import report
    from i18n.cli.output import is_shown, shows_colors, terminal_width

    found = checked.findings
    if form == "json":
        return report.json(found, private).rstrip("\n")
    if form == "github":
        return report.github(found, private).rstrip("\n")
    if form == "sarif":
        return report.sarif(found, __version__, private).rstrip("\n")
    shown, withheld = report.public((each for each in found if is_shown(settings, each)), private)
    width = terminal_width()
    body = report.table(shown, width, color=shows_colors()) if width else report.lines(shown)
    more = f"{report.kept_back(withheld)}\n" if withheld else ""
    return f"{body}{more}{report.summary(found)}"
