"""How does a program read findings?"""

from __future__ import annotations

import json as codec
import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from i18n.check.report.private import public
from i18n.model import Finding, Severity

FORMAT = 1
"""Raised when a field changes its meaning or goes; new fields do not raise it."""

_HIDDEN = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]")


def json(findings: Iterable[Finding], private: Collection[str] = ()) -> str:
    """Findings as one JSON object, UTF-8 text with sorted keys; those about private articles are only counted.

    ``{"counts": {"error": n, "info": n, "warning": n}, "findings": [...], "format": 1, "private": n}``, where
    `private` is how many of those that `counts` counts are left out. Each finding has
    `article` (path below the source folder, or ""), `line` (1-based; 0: the whole file), `locale` (BCP 47, or null),
    `message`, `msgctxt` (or null), `msgid` (or ""), `path` (relative to the project's root), `rule`,
    `severity` ("error", "warning", "info"). The order is that of the findings.
    """
    found = list(findings)
    counts = Counter(finding.severity for finding in found)
    shown, withheld = public(found, private)
    value = {
        "format": FORMAT,
        "counts": {severity.value: counts[severity] for severity in Severity},
        "findings": [_finding(finding) for finding in shown],
        "private": withheld,
    }
    return escaped(codec.dumps(value, ensure_ascii=False, indent=2, sort_keys=True)) + "\n"


def escaped(text: str) -> str:
    """Escape what cannot be seen in JSON text, which has such characters inside its strings only."""
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "locale": finding.locale,
        "article": finding.article,
        "msgctxt": finding.msgctxt,
        "msgid": finding.msgid,
    }
