"""Pictures and files that come along with pages: published clean, never by a link to the original, and named if not."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.commands import i18n, more_configuration, untouched, write
from tests.media.pictures import WORD, exif, saved, segment

PHOTO = saved("JPEG")
TELLING = PHOTO[:20] + segment(0xE1, b"Exif\0\0" + exif()) + PHOTO[20:] + WORD
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
HEIC = b"\0\0\0\x18ftypheic" + WORD
PAGE = "Some words.\n\n![a](images/gate.jpg) ![b](images/map.svg)\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es", "ko"]\n')
    write(tmp_path, "source/x.md", PAGE)
    put(tmp_path, "source/images/gate.jpg", TELLING)
    put(tmp_path, "source/images/map.svg", b"<!-- " + WORD + b" -->" + SVG)
    return tmp_path


def put(project: Path, name: str, data: bytes) -> Path:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def build(project: Path, *arguments: str) -> str:
    result = i18n(project, "build", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stderr


def holding(folder: Path) -> list[str]:
    """Files below a folder that hold the word, those in archives too."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                found += [name for name in packed.namelist() if WORD in packed.read(name)]
        elif path.is_file() and WORD in path.read_bytes():
            found.append(path.name)
    return found


def told(text: str) -> list[str]:
    """What was said about pictures."""
    return [line for line in text.splitlines() if "[image-metadata]" in line]


def test_nothing_that_tells_is_in_dist_or_in_bundles(site: Path) -> None:
    result = i18n(site, "run")
    assert result.exit_code == 0, result.stderr
    assert told(result.stderr + result.stdout) == []
    for locale in ("de", "es", "ko"):
        assert (site / f"dist/{locale}/images/gate.jpg").read_bytes() == PHOTO
        assert (site / f"dist/{locale}/images/map.svg").read_bytes() == SVG
    assert holding(site / "dist") == []
    assert holding(site / "bundles") == []
    assert (site / "source/images/gate.jpg").read_bytes() == TELLING


def test_the_manifest_knows_the_clean_bytes(site: Path) -> None:
    build(site)
    files = json.loads((site / "dist/manifest.json").read_bytes())["locales"]["es"]["files"]
    assert files["images/gate.jpg"] == hashlib.sha256(PHOTO).hexdigest()
    assert files["images/map.svg"] == hashlib.sha256(SVG).hexdigest()


def test_a_second_build_changes_nothing(site: Path) -> None:
    build(site)
    first = untouched(site / "dist")
    assert i18n(site, "build", "--check").exit_code == 0
    build(site)
    assert untouched(site / "dist") == first


def test_a_dry_run_counts_what_a_build_writes(site: Path) -> None:
    assert "10 files would be changed" in i18n(site, "build", "--dry-run").stdout
    assert not (site / "dist").exists()
    assert "10 files changed" in i18n(site, "build").stdout


def test_a_picture_is_no_link_to_the_original_even_if_it_was_clean(site: Path) -> None:
    picture = put(site, "source/images/gate.jpg", PHOTO)
    build(site)
    assert not (site / "dist/de/images/gate.jpg").samefile(picture)
    picture.write_bytes(TELLING)
    assert holding(site / "dist") == []
    build(site)
    assert holding(site / "dist") == []


def test_languages_share_one_clean_file(site: Path) -> None:
    build(site)
    assert (site / "dist/de/images/gate.jpg").samefile(site / "dist/ko/images/gate.jpg")
    build(site, "--locale", "es")
    assert holding(site / "dist") == []


def test_what_an_earlier_build_linked_is_cleaned_by_the_next(site: Path) -> None:
    more_configuration(site, '[build]\nimages = "keep"\n')
    build(site)
    assert (site / "dist/de/images/gate.jpg").samefile(site / "source/images/gate.jpg")
    write(site, "i18n.toml", '[project]\nlocales = ["de", "es", "ko"]\n')
    build(site)
    assert holding(site / "dist") == []
    assert (site / "source/images/gate.jpg").read_bytes() == TELLING


def test_a_page_that_is_kept_has_clean_pictures_too(site: Path) -> None:
    write(site, "i18n.toml", '[project]\nlocales = ["de"]\n[build]\nfallback = "last-good"\nimages = "keep"\n')
    i18n(site, "extract")
    catalog = site / "locales/de/LC_MESSAGES/x.po"
    text = catalog.read_text(encoding="utf-8")
    for msgid, msgstr in (("Some words.", "Ein paar Wörter."), ("a", "ä"), ("b", "bé")):
        text = text.replace(f'msgid "{msgid}"\nmsgstr ""', f'msgid "{msgid}"\nmsgstr "{msgstr}"')
    catalog.write_text(text, encoding="utf-8")
    build(site)
    assert "Ein paar" in (site / "dist/de/x.md").read_text(encoding="utf-8")
    assert holding(site / "dist") != []
    write(site, "source/x.md", f"Other words, many of them.\n\n{PAGE}")
    write(site, "i18n.toml", '[project]\nlocales = ["de"]\n[build]\nfallback = "last-good"\n')
    build(site)
    assert "Other words" not in (site / "dist/de/x.md").read_text(encoding="utf-8")
    assert holding(site / "dist") == []
    assert i18n(site, "bundle").exit_code == 0
    assert holding(site / "bundles") == []


def test_a_bundle_is_refused_that_an_older_build_would_have_let_pass(site: Path) -> None:
    more_configuration(site, '[build]\nimages = "keep"\n')
    build(site)
    write(site, "i18n.toml", '[project]\nlocales = ["de", "es", "ko"]\n')
    result = i18n(site, "bundle")
    assert result.exit_code == 1
    assert "images/gate.jpg" in result.stderr
    assert "the last build did not clean it" in result.stderr
    assert not (site / "bundles").exists()


def test_keep_copies_and_says_what_stays(site: Path) -> None:
    more_configuration(site, '[build]\nimages = "keep"\n')
    lines = told(build(site))
    assert len(lines) == 2
    assert '"images/gate.jpg" is published with what it says besides (Exif, data after the end)' in lines[0]
    assert (site / "dist/de/images/gate.jpg").read_bytes() == TELLING
    assert i18n(site, "bundle").exit_code == 0


@pytest.mark.parametrize("command", ["build", "check", "run"])
def test_what_cannot_be_cleaned_is_named_by_every_command_that_looks(site: Path, command: str) -> None:
    put(site, "source/images/b.heic", HEIC)
    put(site, "source/images/c.png", HEIC)
    put(site, "source/images/d.png", b"\x89PNG\r\n\x1a\n")
    write(site, "source/x.md", "![](images/b.heic) ![](images/c.png) ![](images/d.png) [again](images/b.heic)\n")
    result = i18n(site, command)
    lines = told(result.stderr + result.stdout)
    assert len(lines) == 3
    assert lines[0].startswith('source/x.md: warning: "images/b.heic" is a HEIC picture, which cannot be cleaned')
    assert lines[1].startswith('source/x.md: warning: "images/c.png" is a HEIC picture, which cannot be cleaned')
    assert lines[2].startswith('source/x.md: warning: "images/d.png" is a PNG picture that ends before its last chunk')


@pytest.mark.parametrize(
    "form", ["![a](data:{})", "<img src='data:{}' alt='a'>", "![a][b]\n\n[b]: data:{}", "![a](<data:{}>)"]
)
def test_a_picture_within_an_article_is_named(site: Path, form: str) -> None:
    def article(data: bytes) -> str:
        return f"Some words.\n\n{form.format('image/jpeg;base64,' + base64.b64encode(data).decode())}\n"

    write(site, "source/x.md", article(TELLING))
    (line,) = told(i18n(site, "check").stdout)
    assert line.startswith(
        "source/x.md: warning: The text holds a picture that says more than it shows (Exif, data after"
    )
    assert "it is published as written." in line
    write(site, "source/x.md", article(PHOTO))
    assert told(build(site)) == []


def test_a_picture_is_known_by_its_bytes(site: Path) -> None:
    put(site, "source/images/gate.txt", TELLING)
    write(site, "source/x.md", "[a](images/gate.txt)\n")
    assert told(build(site)) == []
    assert (site / "dist/de/images/gate.txt").read_bytes() == PHOTO


def test_an_error_keeps_the_article_out_of_bundles(site: Path) -> None:
    put(site, "source/images/b.heic", HEIC)
    write(site, "source/x.md", "![](images/b.heic)\n")
    more_configuration(site, '[check]\nerror = ["image-metadata"]\n')
    assert i18n(site, "check").exit_code == 1
    assert i18n(site, "run").exit_code == 1
    assert not (site / "bundles/de.zip").exists()


def test_the_rule_can_be_turned_off(site: Path) -> None:
    put(site, "source/images/b.heic", HEIC)
    write(site, "source/x.md", "![](images/b.heic)\n")
    more_configuration(site, '[check]\noff = ["image-metadata"]\n')
    assert told(build(site)) == []


def test_required_articles_have_clean_pictures(site: Path) -> None:
    put(site, "source/images/b.heic", HEIC)
    write(site, "source/x.md", f"{PAGE}![](images/b.heic)\n")
    write(site, "source/y.md", "![](images/gate.jpg)\n")
    more_configuration(site, '[build]\nrequired = ["y.md"]\n')
    assert len(told(build(site))) == 1
    assert holding(site / "dist") == ["b.heic"] * 3
    assert (site / "dist/de/images/gate.jpg").read_bytes() == PHOTO


def test_private_articles_are_not_spoken_of_in_reports_for_others(site: Path) -> None:
    put(site, "source/secret/b.heic", HEIC)
    write(site, "source/secret/y.md", "![](b.heic)\n")
    more_configuration(site, '[source]\nprivate = ["secret/*"]\n')
    assert "heic" not in i18n(site, "check", "--format", "github").stdout


def test_a_pdf_is_named_where_its_reader_is_missing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, "source/a.pdf", b"%PDF-1.7\n" + WORD)
    write(site, "source/x.md", "[a](a.pdf)\n")
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    (line,) = told(build(site))
    assert "pikepdf is missing (pip install 'manytongues[pdf]')" in line


def test_a_file_that_cannot_be_written_is_named_and_the_other_languages_are_published(site: Path) -> None:
    put(site, "dist/de/images", b"in the way")
    result = i18n(site, "build")
    assert result.exit_code == 3
    assert "dist/de/images" in result.stderr
    assert (site / "dist/ko/images/gate.jpg").samefile(site / "dist/es/images/gate.jpg")
    assert holding(site / "dist") == []
