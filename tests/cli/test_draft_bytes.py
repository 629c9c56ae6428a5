"""Does nothing of a private article leave the machine? Every byte that a server receives is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from i18n.draft.engine import Traffic
from tests.cli.commands import catalog, i18n, more_configuration, write
from tests.real.servers.deepl import DeepL
from tests.real.servers.libretranslate import LibreTranslate
from tests.real.servers.script import Handler, Script, serving

PRIVATE = {
    "guide/install": "# Quince harvest\n\nSumi hid the lantern, and the quince fell.\n",
    "home": "---\nmt: local\n---\n# Walnut\n\nThe walnut is cracked at home.\n",
    "off": "---\nmt: off\n---\n# Medlar\n\nThe medlar ripens late.\n",
    "soon": "---\ndraft: true\n---\n# Damson\n\nThe damson is not told yet.\n",
}
WORDS = ("Quince", "quince", "Sumi", "lantern", "Walnut", "walnut", "Medlar", "medlar", "Damson", "damson")


@pytest.mark.parametrize("name", ["libretranslate", "deepl"])
def test_a_server_elsewhere_receives_nothing_of_private_articles(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    protocol: type[Handler] = LibreTranslate if name == "libretranslate" else DeepL
    script = Script()
    module = f"i18n.draft.engines.{name}" + (".engine" if name == "deepl" else "")
    monkeypatch.setattr(f"{module}.traffic", lambda _: Traffic.THIRD_PARTY)  # as if it were elsewhere
    monkeypatch.setenv("DEEPL_AUTH_KEY", "")
    for article, text in PRIVATE.items():
        write(project, f"source/{article}.md", text)
    with serving(script, protocol) as url:
        more_configuration(project, f'[source]\nprivate = ["guide/*"]\n[engine.{name}]\nurl = "{url}"\n')
        if name == "deepl":
            monkeypatch.setenv("DEEPL_AUTH_KEY", "kkk-0123456789")
            # A key is sent unencrypted to this machine alone, which the transport finds out by itself.
        i18n(project, "extract")
        result = i18n(project, "draft", "--engine", name, "--locale", "de", "--yes")
    assert catalog(project, "index").units[1].msgstr, result.output
    received = bytes(script.received)
    assert b"A boat left the harbour at dawn." in received
    assert not [word for word in WORDS if word.encode() in received]
    for article in PRIVATE:
        assert not any(unit.msgstr for unit in catalog(project, article).units), article
