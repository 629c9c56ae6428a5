"""A small project to run commands in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import write

CONFIGURATION = """\
[project]
name = "Field notes"
locales = ["de", "pt-BR"]
[draft]
engines = ["memory"]
"""

INDEX = """\
---
title: Field notes
---
# Welcome home

A boat left the harbour at dawn.

See [the guide](guide/install.md) and ![a map](images/map.png).
"""

GUIDE = """\
# Install the pump

1. Open the valve slowly.
2. Close it again.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two articles and a picture, to be translated into German and Brazilian Portuguese; nothing extracted yet."""
    write(tmp_path, "i18n.toml", CONFIGURATION)
    write(tmp_path, "source/index.md", INDEX)
    write(tmp_path, "source/guide/install.md", GUIDE)
    (tmp_path / "source/images").mkdir()
    (tmp_path / "source/images/map.png").write_bytes(b"\x89PNG a map")
    return tmp_path
