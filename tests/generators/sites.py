"""A generator publishes all that is public here, and nothing of what it holds back is public here.

The generators are Debian's Hugo and Jekyll, and what constraints-sites.txt pins: a newer Hugo, and MkDocs.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from i18n.project import load
from i18n.store import LocalStore
from i18n.workflow.selection import select
from i18n.workflow.session import Session
from i18n.workflow.withheld import withheld_of
from tests.cli.commands import i18n, write
from tests.generators.generator import BIN, Command, ran

LATER = "2199-01-01"


def page(path: str, front: str = "", *, opened: str = "---", said: str = "") -> str:
    """An article with a word in title and body by which it is known in what is published."""
    title = f'title = "T{word(path)}"' if opened == "+++" else f"title: T{word(path)}"
    return f"{opened}\n{title}\n{front}{opened}\n\nB{word(path)} stands here. {said}\n"


def word(path: str) -> str:
    return "q" + "".join(letter if letter.isalnum() else "x" for letter in path.lower()) + "q"


def pages(fronts: Mapping[str, str]) -> dict[str, str]:
    return {path: page(path, front) for path, front in fronts.items()}


HUGO_FILES = {
    "hugo.toml": (
        'baseURL = "https://example.org/"\ntitle = "x"\n'
        '[[cascade]]\ndraft = true\n[cascade._target]\npath = "/sitewide/*"\n'
    ),
    "layouts/_default/single.html": "{{ .Title }} {{ .Content }}",
    "layouts/_default/list.html": "{{ .Title }} {{ .Content }} {{ range .Pages }}{{ .Title }}{{ end }}",
    "layouts/index.html": "{{ .Title }} {{ .Content }} {{ range .Site.RegularPages }}{{ .Title }}{{ end }}",
}
HUGO = pages(
    {
        "_index.md": "", "public.md": "", "draft.md": "draft: true\n", "later.md": f"date: {LATER}\n",
        "published.md": f"publishDate: {LATER}\n", "expired.md": "expiryDate: 2001-01-01\n",
        "shown.md": f"draft: false\nexpiryDate: {LATER}\ndate: 2001-01-01\n",
        "cascade/_index.md": "cascade:\n  draft: true\n", "cascade/one.md": "", "cascade/own.md": "draft: false\n",
        "cascade/deep/_index.md": "", "cascade/deep/x.md": "",
        "targets/_index.md": (
            "cascade:\n- _target:\n    path: '/targets/s*'\n  draft: true\n"
            "- _target:\n    path: '{/targets/a,/targets/a.md}'\n"
            f"  publishDate: {LATER}\n- _target:\n    kind: section\n    path: /targets/deep/**\n  draft: true\n"
        ),
        "targets/secret.md": "", "targets/a.md": "", "targets/b.md": "", "targets/deep/_index.md": "",
        "targets/deep/c.md": "", "targets/sun.md": "draft: false\n",
        "kinds/_index.md": f"cascade:\n- _target:\n    kind: page\n  publishDate: {LATER}\n", "kinds/p.md": "",
        "kinds/own.md": "publishDate: 2001-01-01\n", "kinds/date.md": "date: 2001-01-01\n",
        "over/_index.md": "cascade:\n- expiryDate: 2001-01-01\n", "over/p.md": "",
        "nearest/_index.md": "cascade:\n- _target:\n    kind: page\n  draft: true\n", "nearest/p.md": "",
        "nearest/off/_index.md": "cascade:\n- _target:\n    kind: page\n  draft: false\n", "nearest/off/p.md": "",
        "bundle/index.md": "draft: true\n", "bundle/part.md": "",
        "section/_index.md": "draft: true\n", "section/p.md": "", "section/inner/_index.md": "",
        "section/inner/p.md": "",
        "sitewide/p.md": "",
    }
)  # fmt: skip
HUGO |= {
    path: page(path, front, opened="+++") for path, front in (("toml.md", "draft = true\n"), ("fine.md", "x = 1\n"))
}
JEKYLL_FILES = {
    "_config.yml": (
        "source: site\ndefaults:\n- scope: {path: hidden}\n  values: {published: false}\n"
        "- scope: {path: hidden/shown}\n  values: {published: true}\n"
        "- scope: {path: '', type: drafts}\n  values: {published: false}\n"
        "exclude: [left-out, gone.md, '*.bak.md', i18n.toml, locales, dist, bundles, .i18n]\n"
    ),
}
JEKYLL = pages(
    {
        "index.md": "", "public.md": "", "not.md": "published: false\n", "hidden/a.md": "", "hidden/shown/b.md": "",
        "hidden/own.md": "published: true\n", "left-out/c.md": "", "gone.md": "", "old.bak.md": "", "deep/d.md": "",
        "_posts/2020-01-01-old.md": "", f"_posts/{LATER}-later.md": "",
        "_posts/2020-01-02-dated.md": f"date: {LATER}\n",
        "_posts/2020-01-03-not.md": "published: false\n", "_drafts/idea.md": "",
        f"_posts/{LATER}-now.md": "date: 2001-01-01\n",
    }
)  # fmt: skip
MKDOCS_FILES = {
    "mkdocs.yml": (
        "site_name: x\nplugins: []\nmarkdown_extensions: []\n"
        "draft_docs: |\n  soon/\n  _*.md\n  !_kept.md\n"
        "exclude_docs: |\n  private.md\n  /notes/*.md\n  !/notes/kept.md\n"
        "not_in_nav: |\n  quiet.md\n"
    ),
}
MKDOCS = pages(
    {
        "index.md": "", "quiet.md": "", "soon/a.md": "", "soon/deep/b.md": "", "_idea.md": "", "_kept.md": "",
        "private.md": "", "deep/private.md": "", "notes/a.md": "", "notes/kept.md": "", "notes/deep/c.md": "",
        "templates/t.md": "", ".hidden/h.md": "",
    }
)  # fmt: skip


def run(site: Path, *command: str) -> None:
    succeeded, said = ran(Command(command), site)
    assert succeeded, said


GENERATORS: dict[str, tuple[str, str, dict[str, str], dict[str, str], str, tuple[str, ...]]] = {
    "hugo of Debian": ("hugo", "content", HUGO_FILES, HUGO, "public", ("/usr/bin/hugo",)),
    "hugo": ("hugo", "content", HUGO_FILES, HUGO, "public", (str(BIN / "hugo"),)),
    "jekyll": ("jekyll", "site", JEKYLL_FILES, JEKYLL, "_site", ("jekyll", "build", "--quiet")),
    "mkdocs": ("mkdocs", "docs", MKDOCS_FILES, MKDOCS, "site", (str(BIN / "mkdocs"), "build", "--quiet")),
}


@pytest.fixture(params=GENERATORS)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    _, source, files, articles, _, _ = GENERATORS[request.param]
    for path, text in (*files.items(), *((f"{source}/{path}", text) for path, text in articles.items())):
        write(tmp_path, path, text.replace("\nbuild:", "\n_build:") if "Debian" in request.param else text)
    return request.param, tmp_path


def published(name: str, site: Path) -> str:
    """All that the generator publishes by default, names included."""
    *_, output, command = GENERATORS[name]
    shutil.rmtree(site / output, ignore_errors=True)
    run(site, *command)
    files = [path for path in sorted((site / output).rglob("*")) if path.is_file()]
    return "\n".join(f"{path.relative_to(site)}\n{path.read_bytes().decode(errors='replace')}" for path in files)


def configured(name: str, site: Path, more: str = "") -> None:
    dialect, source, *_ = GENERATORS[name]
    text = f'[project]\nname = "x"\nlocales = ["de"]\n[source]\npath = "{source}"\ndialect = "{dialect}"\n{more}'
    write(site, "i18n.toml", text)


def held_here(site: Path) -> tuple[set[str], set[str]]:
    """Articles of the site that are private here, and all others."""
    project, store = load(str(site)), LocalStore(str(site))
    selection = select(store, project, (), (), str(site))
    held = withheld_of(Session(store, datetime.now(UTC)), project, selection, {}).paths
    return set(held), {known.path for known in selection.found.articles} - held


def test_what_is_public_here_is_what_the_generator_publishes(site: tuple[str, Path]) -> None:
    name, folder = site
    configured(name, folder)
    said = published(name, folder)
    held, public = held_here(folder)
    shown = {path for path in held | public if f"T{word(path)}" in said or f"B{word(path)}" in said}
    assert public - shown == set(), "public here, and held back by the generator"
    assert len(public) >= 5
    assert len(held) >= 5
    counts = f"{len(held | public)} articles, {len(shown)} published; {len(held)} private here"
    print(f"\n{name}: {counts}, published of these: {sorted(held & shown)}")  # noqa: T201 - what `make sites` is for


SECRET = "vantage"
"""In all that speaks to this program, or to its authors."""


def test_keys_and_comments_for_this_program_are_not_published(site: tuple[str, Path]) -> None:
    name, folder = site
    _, source, files, *_ = GENERATORS[name]
    shutil.rmtree(folder / source)
    path = "_posts/2020-01-01-told.md" if name == "jekyll" else "told.md"
    fronts = {
        "local": f"mt: local   # the real {SECRET}\n", "off": f"# {SECRET}\nmt: 'off' # {SECRET}\n",
        "copied": f"translate: false # {SECRET}\n", "both": f"'mt': local # {SECRET}\n\"translate\": yes # {SECRET}\n",
        "block": f"mt: >-\n  local\n# {SECRET}\nweight: 7 # {SECRET}\n",
    }  # fmt: skip
    notes = f"<!-- i18n:note: {SECRET} --> and <!-- {SECRET} of Ann --> more"
    for key, front in fronts.items():
        write(folder, f"{source}/{path.replace('told', key)}", page(key, front, said=notes))
    configured(name, folder, 'exclude = ["README.md"]\n[draft]\nengines = ["memory"]\n[build]\ncomments = "drop"\n')
    assert i18n(folder, "run").exit_code == 0
    built = folder.parent / "built"
    shutil.copytree(folder / "dist/de", built / source, dirs_exist_ok=True)
    for file, text in files.items():
        write(built, file, text)
    said = published(name, built)
    assert [key for key in fronts if f"B{word(key)}" not in said] == []
    assert SECRET not in said


def test_jekyll_publishes_nothing_of_ours_with_the_line_that_init_says(tmp_path: Path) -> None:
    write(tmp_path, "_config.yml", "title: x\n")
    for path in ("_posts/2024-01-01-open.md", "index.md"):
        write(tmp_path, path, page(path))
    write(tmp_path, "_posts/2024-02-02-hidden.md", page("hidden", "published: false\n"))
    told = i18n(tmp_path, "init", "--locale", "de").stdout
    assert i18n(tmp_path, "run").exit_code == 0
    run(tmp_path, "jekyll", "build", "--quiet")
    assert (tmp_path / "_site" / "i18n.toml").exists(), "why it is said"
    assert list((tmp_path / "_site").rglob("*.po")) == []
    shutil.rmtree(tmp_path / "_site")
    write(tmp_path, "_config.yml", f"title: x\n{told.partition('_config.yml:')[2].partition(chr(10))[0].strip()}\n")
    run(tmp_path, "jekyll", "build", "--quiet")
    left = [
        path.relative_to(tmp_path / "_site").as_posix() for path in (tmp_path / "_site").rglob("*") if path.is_file()
    ]
    assert sorted(left) == ["2024/01/01/open.html", "index.html"]
