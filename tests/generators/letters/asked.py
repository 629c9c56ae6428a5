"""Do the tables of letters hold what the real programs write in ASCII?"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from i18n.sites.ids import Ids
from i18n.sites.ids.rules import RULES
from i18n.sites.ids.titles import Title
from tests.generators.generator import SITES
from tests.generators.letters.measured import PROGRAMS, wrong

GENERATORS = {"kramdown": "jekyll", "eleventy": "eleventy", "zola": "zola"}
"""Which target of `make test-sites` asks a program."""
TEXTS = (
    "Über uns", "Émile’s “quote”", "안녕하세요 세계", "مرحبا بالعالم", "你好,世界!", "हिन्दी पाठ", "16–18",
    "Straße & ﬁne", "Привет, Йод", "ЫЙ ъе", "1️⃣ ♥ 🦄", "ＦＵＬＬ ①② ½ Ⅷ", "İstanbul",
    "ΑΣ ΟΔΟΣ", "ไทย ქართული", "u\u0308 и\u0306",
)  # fmt: skip
_KRAMDOWN = """\
require "json"
require "kramdown"
texts = JSON.parse($stdin.read)
puts JSON.generate(texts.map { |text|
  Kramdown::Document.new("# a #{text} b", transliterated_header_ids: true).to_html[/id="([^"]*)"/, 1]
})
"""


_ELEVENTY = """\
import { readFileSync } from "node:fs";
const { default: slugify } = await import(`${process.argv[1]}/@11ty/eleventy/src/Filters/Slugify.js`);
console.log(JSON.stringify(JSON.parse(readFileSync(0)).map((text) => slugify(`a ${text} b`))));
"""


@pytest.mark.parametrize("name", [pytest.param(name, id=target) for name, target in GENERATORS.items()])
def test_the_table_is_what_the_program_writes(name: str) -> None:
    missing = [each for each in PROGRAMS[name].needs if shutil.which(each) is None]
    if missing:
        pytest.skip(f"{' and '.join(missing)} is not here")
    try:
        assert not wrong(name)
    except subprocess.CalledProcessError as ended:
        if name != "zola":
            raise
        pytest.skip(f"cargo cannot build it: {ended.stderr.strip().splitlines()[-1]}")


COMMANDS: Mapping[str, Sequence[str | Path]] = {
    "kramdown-transliterated": ("ruby", "-e", _KRAMDOWN),
    "eleventy": ("node", "--input-type=module", "-e", _ELEVENTY, SITES / "eleventy/node_modules"),
}


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=GENERATORS[rule.removesuffix("-transliterated")]) for rule in COMMANDS]
)
def test_ids_of_whole_texts_are_those_of_the_program(rule: str) -> None:
    done = subprocess.run(COMMANDS[rule], input=json.dumps(TEXTS), capture_output=True, text=True, check=True)
    assert dict(zip(TEXTS, json.loads(done.stdout), strict=True)) == made(rule)


def made(rule: str) -> dict[str, str]:
    titles = ([Title((("Text", f"a {text} b"),), f"a {text} b")] for text in TEXTS)
    return {text: RULES[rule][0](title, Ids(rule=rule))[0] for text, title in zip(TEXTS, titles, strict=True)}
