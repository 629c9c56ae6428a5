"""What the program knows of site generators must fit what the rest of it knows."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import i18n.sites
from i18n.project.tables import DIALECTS
from i18n.sites import PLAIN, SITES, Site, of_dialect


def test_every_file_of_the_room_that_defines_a_generator_is_listed() -> None:
    modules = [
        importlib.import_module(f"i18n.sites.{found.name}") for found in pkgutil.iter_modules(i18n.sites.__path__)
    ]
    defined = {value.name for module in modules for value in vars(module).values() if isinstance(value, Site)}
    assert defined == {site.name for site in SITES}


@pytest.mark.parametrize("site", [*SITES, PLAIN], ids=lambda site: site.name)
def test_a_generator_reads_a_dialect_that_there_is(site: Site) -> None:
    assert site.dialect in DIALECTS
    assert of_dialect(site.dialect).dialect == site.dialect


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_dialect_of_a_generator_belongs_to_the_first_that_reads_it(dialect: str) -> None:
    own = {"gfm": "Markdown", "commonmark": "Markdown", "hugo": "Hugo", "jekyll": "Jekyll", "mkdocs": "MkDocs"}
    own |= {"docusaurus": "Docusaurus", "starlight": "Starlight", "myst": "MyST", "mdbook": "mdBook"}
    assert of_dialect(dialect).name == (own | {"zola": "Zola", "vitepress": "VitePress"})[dialect]


def test_a_dialect_of_no_generator_has_the_plain_rules() -> None:
    assert of_dialect("commonmark") is PLAIN
