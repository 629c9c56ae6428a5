"""Findings as text: for people, for programs, and for the places where code is reviewed.

Each format is a pure function from findings to text that ends with a newline, or is empty.
"""

from i18n.check.report.github import github
from i18n.check.report.json import json
from i18n.check.report.sarif import sarif
from i18n.check.report.table import lines, summary, table

FORMATS = ("table", "json", "github", "sarif")
"""What `check --format` takes."""

__all__ = ["FORMATS", "github", "json", "lines", "sarif", "summary", "table"]
