"""The documentation says what the program does: every command and option, and links that lead somewhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from i18n.check.rules import RULES
from i18n.cli.root import COMMANDS, root
from i18n.draft.registry import names
from tests.docs import configuration
from tests.docs.pages import DOCS, PAGES
from tests.fixtures import cases

ROOT = DOCS.parent
WRITTEN = [
    path
    for path in (*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
    if path not in PAGES or path == configuration.PAGE or path.parent.name == "sites"
]
"""Pages that people write, if only in part."""
PROSE = "\n".join(path.read_text(encoding="utf-8") for path in WRITTEN if "decisions" not in path.parts)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
MODULE = re.compile(r"`((?:[a-z_]+\.)+[a-z_]+)`")
OPTION = re.compile(r"`i18n (?:[a-z]+ )?[^`]*?(--[a-z-]+)")


@pytest.mark.parametrize(("path", "made"), PAGES.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_page_that_is_made_is_up_to_date(path: Path, made: Callable[[], str]) -> None:
    assert path.read_text(encoding="utf-8") == made(), "run `make docs`"


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_every_command_is_explained_to_somebody(name: str) -> None:
    assert f"`i18n {name}" in PROSE or f"$ i18n {name}" in PROSE


@pytest.mark.parametrize("name", names())
def test_every_engine_is_in_the_page_about_drafts(name: str) -> None:
    assert f"| `{name}`" in (DOCS / "drafts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_links_lead_to_files(path: Path) -> None:
    text = CODE.sub("", path.read_text(encoding="utf-8"))
    assert [target for target in LINK.findall(text) if not (path.parent / target).exists()] == []


def test_no_option_is_promised_that_there_is_not() -> None:
    context = click.Context(root)
    commands = [root, *filter(None, (root.get_command(context, name) for name, _ in COMMANDS))]
    there = {option for command in commands for parameter in command.params for option in parameter.opts}
    assert set(OPTION.findall(PROSE)) <= there
    assert set(OPTION.findall("say `i18n draft --estimate`")) == {"--estimate"}


def test_the_picture_of_the_house_names_every_room_and_none_that_is_gone() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "i18n"
    rooms = {path.name + "/" for path in package.iterdir() if (path / "__init__.py").exists()}
    files = {path.name for path in package.glob("*.py")} - {"__init__.py", "__main__.py"}
    table = " ".join(re.findall(r"^\| (`[^|]*`) \|", text, re.MULTILINE))
    assert set(re.findall(r"`([^`]+)`", table)) == rooms | files
    modules = {name for name in MODULE.findall(text) if f"{name.partition('.')[0]}/" in rooms}
    gone = [name for name in modules if not _is_there(package, name.split("."))]
    assert len(modules) > 15
    assert gone == []


def _is_there(package: Path, parts: list[str]) -> bool:
    """Whether a dotted name is a module, or a function in one."""
    path = package.joinpath(*parts)
    module = path.parent.with_suffix(".py")
    return path.with_suffix(".py").exists() or path.is_dir() or f"def {parts[-1]}(" in module.read_text("utf-8")


def test_rules_have_a_reason() -> None:
    assert all(rule.summary and rule.doc for rule in RULES)


def test_the_lines_about_files_of_data_are_those_that_are_tried() -> None:
    """Each entry for a generator is the one of a case, or a part of it."""
    page = (DOCS / "menus.md").read_text(encoding="utf-8")
    shown = [entry for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL) for entry in _entries(block)]
    tried = {entry.strip(): None for each in cases("data_files.txt", 4) for entry in each.values[:1]}
    no_generators = {"_data/tags.json: []", "docs/**/_category_.json: label, link.title, link.description"}
    assert set(tried) - set(shown) == no_generators
    for entry in set(shown) - set(tried):
        file, _, paths = entry.partition(": ")
        assert any(each.startswith(f"{file}: ") and set(paths.split(", ")) <= set(_paths(each)) for each in tried), (
            entry
        )


def _entries(block: str) -> list[str]:
    table = tomllib.loads(block)
    return list(table.get("source", table)["data"])


def _paths(entry: str) -> list[str]:
    return entry.partition(": ")[2].split(", ")
