"""How do code scanners read findings?"""

from __future__ import annotations

import hashlib
import json as codec
from collections.abc import Collection, Iterable
from typing import Any

from i18n.check.report.machine import escaped
from i18n.check.report.private import kept_back, public
from i18n.check.rules import RULES
from i18n.model import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def sarif(findings: Iterable[Finding], version: str, private: Collection[str] = ()) -> str:
    """Findings as SARIF 2.1.0, without those about private articles. `version` is this program's."""
    shown, withheld = public(findings, private)
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "Manytongues", "version": version, "rules": _rules(shown)}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in shown],
    }
    if withheld:
        notification = {"level": "note", "message": {"text": kept_back(withheld)}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notification]}]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return escaped(codec.dumps(log, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def _rules(findings: list[Finding]) -> list[dict[str, Any]]:
    described = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.doc},
            "help": {"text": rule.doc},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in RULES
    ]
    known = {rule.id for rule in RULES}
    return described + [{"id": id_} for id_ in sorted({finding.rule for finding in findings} - known)]


def _result(finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.path)}}
    if finding.line:
        physical["region"] = {"startLine": finding.line}
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
    }


def _uri(path: str) -> str:
    data = path.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in data)


def _fingerprint(finding: Finding) -> str:
    """The same as long as the message is, wherever its line moves to."""
    identity = (
        finding.rule,
        finding.path,
        finding.msgctxt or "",
        finding.msgid,
        "" if finding.msgid else finding.message,
    )
    return hashlib.sha256("\0".join(identity).encode("utf-8", "surrogatepass")).hexdigest()
