"""The guide of a language goes to a model with its texts, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import files, i18n, more_configuration, write
from tests.real.servers.openai import OpenAI
from tests.real.servers.script import Script, serving

GUIDE = "Address readers as du.\nA cold box is a Kühlbox. Nadi is our repairer.\n"
DRAFT = ("draft", "--engine", "llm", "--yes")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("I18N_LLM_API_KEY", raising=False)
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de", "es"]\n')
    write(tmp_path, "source/a.md", "# The cold box\n\nIt stays cold for two days.\n")
    write(tmp_path, "locales/de/guide.md", GUIDE)
    i18n(tmp_path, "extract")
    return tmp_path


def asked(site: Path, *more: str) -> list[str]:
    """What the model was told before each request, by language."""
    script = Script()
    with serving(script, OpenAI) as url:
        more_configuration(site, f'[engine.llm]\nurl = "{url}"\nmodel = "turned"\n')
        assert i18n(site, *DRAFT, *more).exit_code == 0
    posted = [one.json for one in script.asked if one.method == "POST"]
    return [body["messages"][0]["content"] for body in posted if "messages" in body]


def test_a_model_is_given_the_guide_of_its_language(site: Path) -> None:
    german, spanish = asked(site)
    assert german.endswith(GUIDE.strip())
    assert "guide for translations into German" in german
    assert "guide for translations" not in spanish


def test_names_that_must_not_leave_are_kept_out_of_it(site: Path) -> None:
    write(site, "names.txt", "Nadi\n")
    more_configuration(site, '[draft]\nredact = "names.txt"\n')
    (german,) = asked(site, "--locale", "de")
    assert "Kühlbox" in german
    assert "Nadi" not in german


def test_other_guidance_is_another_question(site: Path) -> None:
    asked(site, "--locale", "de")
    write(site, "locales/de/guide.md", "Address readers as Sie.\n")
    script = Script()
    with serving(script, OpenAI) as url:
        text = (site / "i18n.toml").read_text(encoding="utf-8")
        (site / "i18n.toml").write_text(
            text.partition("[engine.llm]")[0] + f'[engine.llm]\nurl = "{url}"\nmodel = "turned"\n'
        )
        i18n(site, *DRAFT, "--locale", "de", "--redo")
    assert b"as Sie" in script.received


def test_a_guide_is_no_article_and_is_on_no_page(site: Path) -> None:
    write(site, "i18n.toml", '[project]\nlocales = ["de"]\n\n[source]\npath = "."\n')
    write(site, "b.md", "# Another\n")
    i18n(site, "extract")
    i18n(site, "build", "--drafts")
    assert not [name for name in files(site) if "guide" in name and name != "locales/de/guide.md"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9\n", "locales/de/guide.md:1: not UTF-8"),
        (b"x" * 8001, "locales/de/guide.md: the guide has 8,001 characters"),
    ],
)
def test_what_is_wrong_with_a_guide_is_said(site: Path, data: bytes, said: str) -> None:
    (site / "locales/de/guide.md").write_bytes(data)
    more_configuration(site, '[engine.llm]\nurl = "http://127.0.0.1:9"\nmodel = "turned"\n')
    result = i18n(site, *DRAFT, "--locale", "de")
    assert result.exit_code == 3
    assert said in result.stderr
