"""How do findings show next to the lines of a pull request on GitHub?"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from i18n.check.report.private import kept_back, public
from i18n.check.wording import visible
from i18n.model import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(findings: Iterable[Finding], private: Collection[str] = ()) -> str:
    """Findings as workflow commands of GitHub Actions, one a line, without those about private articles."""
    shown, withheld = public(findings, private)
    commands = [_command(finding) for finding in shown]
    if withheld:
        commands.append(f"::notice::{_data(kept_back(withheld))}")
    return "".join(f"{command}\n" for command in commands)


def _command(finding: Finding) -> str:
    properties = {"file": finding.path, "line": str(finding.line or 1), "title": finding.rule}
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {named}::{_data(finding.message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
