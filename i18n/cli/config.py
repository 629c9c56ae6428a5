"""`i18n config`: what the configuration may say."""

from __future__ import annotations

import click


@click.command()
@click.option("--schema", is_flag=True, required=True, help="Print the JSON Schema of the configuration.")
def command(schema: bool) -> None:
    """Print what the configuration may say, in the form that editors read.

    With the schema an editor completes the keys of i18n.toml, shows what each is for and marks what i18n would refuse.

    \b
    Examples:
      i18n config --schema > i18n.schema.json
    """
    import json

    from i18n.cli.output import say
    from i18n.project.schema import json_schema

    say(json.dumps(json_schema(), ensure_ascii=False, indent=2))
