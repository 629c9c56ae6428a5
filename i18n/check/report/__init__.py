"""Findings as text: for people, for programs, and for the places where code is reviewed.

Each format is a pure function from findings to text that ends with a newline, or is empty.
"""

from i18n.check.report.annotations import github
from i18n.check.report.machine import json
from i18n.check.report.private import kept_back, public
from i18n.check.report.scanner import sarif
from i18n.check.report.terminal import lines, summary, table

FORMATS = ("table", "json", "github", "sarif")
"""What `check --format` takes."""

__all__ = ["FORMATS", "github", "json", "kept_back", "lines", "public", "sarif", "summary", "table"]
