"""`i18n init` where configurations are broken, odd or in the way: it says what it could not read, and goes on."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from i18n.errors import InputError
from i18n.project import find_articles, load
from i18n.store import LocalStore
from tests.cli.commands import files, i18n, write

_ODD = [
    "", "{", "[", "- a\n- b\n", "a: b: c\n", "\t\tx", "= = =\n", "'", "null", "3", "true", "&a [*a]",
    "!!python/object:os.system x", "a: &a [*a]\n", "\0", "\ufeff", "---\n---\n---\n", "{" * 3000, "- " * 3000,
    "[" * 3000, "a." * 3000 + "b = 1", "docs_dir: [1]\ntheme: 3\nplugins: {i18n: [x]}\nextra: {alternate: {a: 1}}\n",
    "plugins: [{i18n: {languages: [3, {locale: [x]}, {locale: '', default: true}], docs_structure: [folder]}}]\n",
    "docs_dir: ../../etc\nsite_dir: /\n", "docs_dir: /etc\n", "docs_dir: .\nsite_dir: .\n", "docs_dir: 'a\\b'\n",
    "INHERIT: mkdocs.yml\n", "INHERIT: ../x.yml\n", "INHERIT: conf.py\n", "theme: {language: [de]}\n",
    "theme: {language: klingon}\n", "source: [x]\ncollections: 3\nlanguages: {a: b}\nexclude: {a: b}\nlang: [x]\n",
    "collections_dir: ../x\nsource: ..\n", "exclude: ['**/**x', '../x', '/', '[', '*', 'a\\b', '']\nlang: de\n",
    "lang: '\\e[31m'\n", 'lang: "\\e[31m"\n',
    'defaultContentLanguage = "\\u001b"\n[languages."\\u001b[31m"]\n',
    "contentDir = 3\nlanguages = 3\nmodule = 3\nbaseURL = 3\n",
    "[languages]\nde = 3\nfr = []\n[[module.mounts]]\nsource = 3\n",
    "defaultContentLanguage = 3\n[languages.de]\ncontentDir = '../..'\n[languages.fr]\nbaseURL = 3\n",
    "base_url = 'x'\ndefault_language = ['x']\nlanguages = [{code = 'fr'}]\n",
    "[book]\nlanguage = 3\nsrc = ['x']\n[build]\nbuild-dir = 3\n", "project: 3\nsite: 3\n",
    "project: {toc: [{file: 3}, {file: ../x}, x], exclude: 3}\n", "project: {toc: {toc: {toc: 3}}}\n",
    "export default 3", "export default {i18n: 3, presets: 3, plugins: 3}",
    "export default {presets: [3, [], [[]], {}], plugins: [[3]]}",
    "export default {i18n: {defaultLocale: ['x'], locales: 'x', localeConfigs: 3, path: '..'}}",
    "export default {srcDir: '../..', outDir: '.', locales: [3], lang: {}, srcExclude: [3, '../x', '**/**x']}",
    "export default {locales: {root: 3, fr: null}, integrations: [starlight(3), starlight()]}",
    "export default {integrations: [starlight({defaultLocale: 3, locales: [1]})], i18n: {locales: [3, {}]}}",
    "module.exports = c => ({dir: 3})",
    "module.exports = c => { c.setInputDirectory(3); return {dir: {input: '..', output: '.'}} }",
    "language = 3\nexclude_patterns = 'x'\nlocale_dirs = 3\n",
    "language = '../../x'\nexclude_patterns = ['../x', '[', '**x']\n",
]  # fmt: skip
_NAMES = (
    "hugo.toml", "hugo.yaml", "config.toml", "_config.yml", "mkdocs.yml", "zensical.toml", "docusaurus.config.ts",
    "astro.config.mjs", ".vitepress/config.mts", "book.toml", "myst.yml", "conf.py", "eleventy.config.js",
)  # fmt: skip


def verify(folder: Path, *arguments: str) -> None:
    """Begin a project, and do what comes next."""
    result = i18n(folder, "init", "--locale", "fr", *arguments)
    assert result.exit_code == 0, result.output
    assert "\x1b" not in result.output
    project = load(str(folder), str(folder))
    if all((folder / place).is_dir() for place in project.source.folders):
        find_articles(LocalStore(str(folder)), project)


@pytest.mark.parametrize("name", _NAMES)
def test_an_odd_configuration_is_no_fault(name: str, tmp_path: Path) -> None:
    for at, text in enumerate(_ODD):
        folder = tmp_path / str(at)
        write(folder, name, text)
        for path in ("content/a.md", "docs/a.md", "index.md", "_posts/2024-01-01-a.md", "src/b.md"):
            write(folder, path, '---\ntitle: A well\nlang: "\\e[31mde"\n---\n')
        verify(folder)


@pytest.mark.parametrize("name", _NAMES)
def test_what_is_no_text_or_no_file_is_said(name: str, tmp_path: Path) -> None:
    for at, data in enumerate((b"\xff\xfe\x00", "lang: de\n".encode("utf-16"), b"\x80 = 1\n[markdown]\nbaseURL")):
        write(tmp_path / str(at), "docs/a.md", "# A well\n")
        write(tmp_path / str(at), name, "")
        (tmp_path / str(at) / name).write_bytes(data)
        result = i18n(tmp_path / str(at), "init", "--locale", "fr")
        assert result.exit_code == 0
        assert f"{name} is not UTF-8 (byte 0)." in result.stdout or (name == "config.toml" and at != 2)
    (tmp_path / "folder" / name).mkdir(parents=True)
    verify(tmp_path / "folder")
    circle = tmp_path / "circle" / name
    circle.parent.mkdir(parents=True)
    circle.symlink_to(circle.name)
    verify(tmp_path / "circle")


def test_a_configuration_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_self: LocalStore, name: str) -> bytes | None:
        if name == ".gitignore":
            return None
        raise InputError("may not be read", path=name)

    write(tmp_path, "docs/a.md", "# A well\n")
    write(tmp_path, "mkdocs.yml", "theme: {language: es}\n")
    monkeypatch.setattr(
        LocalStore, "read_if_there", lambda self, name: closed(self, name) if "mkdocs" in name else None
    )
    result = i18n(tmp_path, "init", "--locale", "fr")
    assert (result.exit_code, "mkdocs.yml: may not be read." in result.stdout) == (0, True)


def test_circles_of_links_and_names_that_are_no_text(tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md", "# A well\n")
    (tmp_path / "docs" / "again").symlink_to("..", target_is_directory=True)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "docs" / "line\nend.md").write_text("# A\n", encoding="utf-8")
    with contextlib.suppress(OSError):  # some file systems take text alone
        Path(f"{tmp_path}/docs/\udcff.md").write_text("# A\n", encoding="utf-8")
    assert i18n(tmp_path, "init", "--locale", "fr").exit_code == 0
    assert 'path = "docs"' in (tmp_path / "i18n.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["[a]", "a*b", "a b", "ä", "a'b", "{locale}", "#a", "$a"])
def test_folders_of_any_name(name: str, tmp_path: Path) -> None:
    write(tmp_path, f"{name}/mkdocs.yml", "theme: {language: de}\n")
    write(tmp_path, f"{name}/docs/a.md", "# Ein Brunnen\n")
    write(tmp_path, f"{name}/docs/fr/a.md", "# Un puits\n")
    result = i18n(tmp_path, "init", "--locale", "fr")
    assert f"This looks like a MkDocs site in {name}/" in result.stdout
    assert i18n(tmp_path, "extract").stdout.endswith("1 article, 1 message: 1 template and 1 catalog written.\n")


def test_nothing_is_ever_run(tmp_path: Path) -> None:
    write(tmp_path, "conf.py", f"open({str(tmp_path / 'ran')!r}, 'w')\nlanguage = 'de'\n")
    write(tmp_path, "index.md", "# Ein Brunnen\n")
    before = files(tmp_path)
    verify(tmp_path)
    assert set(before) <= set(files(tmp_path))
    assert not (tmp_path / "ran").exists()
