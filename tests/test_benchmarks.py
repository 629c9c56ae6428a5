"""Do the benchmarks measure what their tables say?"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import sys
from pathlib import Path

import polib
import pytest

from benchmarks import recall
from benchmarks.corpus import VARIANTS, Corpus, copied, from_folders, from_spec, varied
from benchmarks.dialects import REFERENCE, dialects
from benchmarks.drafts import Marked, marked, marked_texts, placed, sentences
from benchmarks.fidelity import fidelity
from benchmarks.filling import accents, fill, pseudo
from benchmarks.findings import difference, findings
from benchmarks.measure import FailedError, resident, run
from benchmarks.merge import edits, found, german, invented, unharmed
from benchmarks.speed import speed
from benchmarks.table import table
from benchmarks.tools import Tool

CORPUS = Corpus("two", (("a.md", b"# Alpha\n\nSome words.\n"), ("b/c.md", b"Other words.\r\n")))

COPYING = """
import pathlib, shutil, sys
for article in pathlib.Path("source").rglob("*.md"):
    path = article.relative_to("source")
    if sys.argv[1] == "extract":
        target = pathlib.Path("catalogs", f"{path}.po")
        text = 'msgid ""\\nmsgstr "Content-Type: text/plain; charset=UTF-8\\\\n"\\n\\nmsgid "words"\\nmsgstr ""\\n'
    else:
        target = pathlib.Path("built", path)
        text = article.read_bytes().decode() + ("changed" if path.name == "c.md" else "")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode())
"""
"""A tool that builds `c.md` wrongly and everything else rightly."""


@pytest.fixture
def copier() -> Tool:
    driver = (sys.executable, "-c", COPYING)
    return Tool(name="copier 1", extraction=((*driver, "extract"),), building=((*driver, "build"),))


def test_fidelity_counts_what_is_the_same(copier: Tool, tmp_path: Path) -> None:
    said = "\n".join(fidelity(CORPUS, [copier], tmp_path, list(VARIANTS)))
    assert "two: 2 articles" in said
    assert said.splitlines()[-1].count("50.0 %") == 2 * len(VARIANTS)


def test_speed_compares_every_tool_with_the_first(copier: Tool, tmp_path: Path) -> None:
    said = "\n".join(speed(CORPUS, [copier, copier], tmp_path, rounds=2))
    assert said.count("copier 1 is") == 2
    assert "1.0 × as fast" in said
    assert sorted(path.name for path in (tmp_path / "speed-0").iterdir()) == [
        "fresh-0",
        "fresh-1",
        "place",
        "place-old",
        "pristine",
    ]


def test_a_tool_that_only_extracts_is_compared_at_that(copier: Tool, tmp_path: Path) -> None:
    said = "\n".join(
        speed(CORPUS, [copier, dataclasses.replace(copier, name="reader 2", building=())], tmp_path, rounds=1)
    )
    assert [said.count(f"\n| {name} ") for name in ("copier 1", "reader 2")] == [2, 1]


def test_dialects_are_compared_with_the_reference(copier: Tool, tmp_path: Path) -> None:
    said = "\n".join(dialects(CORPUS, {REFERENCE: copier, "other": copier}, tmp_path, rounds=2))
    [reference, other] = [line.split() for line in said.splitlines()[-2:]]
    assert reference[1] == REFERENCE
    assert [cell for cell in reference if cell == "1.00"] == ["1.00"] * 3
    assert [other.count("s"), other[1]] == [3, "other"]


def test_folders_are_one_corpus(tmp_path: Path) -> None:
    for folder in ("one/docs", "two/docs"):
        (tmp_path / folder / "deep").mkdir(parents=True)
        (tmp_path / folder / "deep" / "x.mdx").write_bytes(b"x")
        (tmp_path / folder / "picture.png").write_bytes(b"x")
    corpus = from_folders([tmp_path / "one/docs", tmp_path / "two/docs"])
    assert [path for path, _ in corpus.articles] == ["docs-2/deep/x.mdx.md", "docs/deep/x.mdx.md"]
    assert corpus.size == 2
    assert copied(corpus, 3).size == 6
    with pytest.raises(SystemExit, match="no Markdown"):
        from_folders([])


def test_examples_of_a_specification_are_articles(tmp_path: Path) -> None:
    spec = tmp_path / "spec.json"
    spec.write_text(json.dumps([{"markdown": "→\n", "example": 7}]), encoding="utf-8")
    assert from_spec(spec).articles == (("spec/007.md", "→\n".encode()),)


def test_variants_change_nothing_but_line_ends_and_the_mark() -> None:
    assert varied(CORPUS, "as is") == CORPUS
    assert dict(varied(CORPUS, "CRLF").articles) == {
        "a.md": b"# Alpha\r\n\r\nSome words.\r\n",
        "b/c.md": b"Other words.\r\n",
    }
    assert all(data.startswith(b"\xef\xbb\xbf") for _, data in varied(varied(CORPUS, "BOM"), "BOM").articles)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("Some words.", "Someé wordsé."),
        ("`code here` and <b>bold</b>", "`code here` andé <b>boldé</b>"),
        ("see [the page](there.md) now", "seeé [the pageé](there.md) nowé"),
        ("{0} of {name}", "{0} ofé {name}"),
        ("a-b don't x 12", "a-b don't x 12"),
    ],
)
def test_a_pseudo_translation_leaves_markup_alone(msgid: str, msgstr: str) -> None:
    assert pseudo(msgid) == msgstr


def test_filled_catalogs_are_finished(tmp_path: Path) -> None:
    catalog = tmp_path / "a.po"
    catalog.write_text('#, fuzzy\nmsgid "some words"\nmsgstr ""\n\n#~ msgid "old"\n#~ msgstr "alt"\n', encoding="utf-8")
    assert fill([catalog], pseudo) == 1
    [entry, obsolete] = polib.pofile(str(catalog))
    assert (entry.msgstr, entry.fuzzy) == ("someé wordsé", False)
    assert obsolete.msgstr == "alt"
    assert accents(tmp_path) == 2


def test_edits_are_told_from_what_nobody_edited(tmp_path: Path) -> None:
    old = invented(50)
    pairs = edits(old, 5)
    assert len(set(old)) == 50
    assert len(pairs) == 5
    new = [pairs.get(message, message) for message in old]
    right, wrong, *_ = pairs.items()
    merged = polib.POFile()
    for before, after in pairs.items():
        merged.append(polib.POEntry(msgid=after, msgstr=german(before), previous_msgid=before, flags=["fuzzy"]))
    merged.extend(polib.POEntry(msgid=message, msgstr=german(message)) for message in new if message in old)
    path = tmp_path / "merged.po"
    merged.save(str(path))
    assert (found(path, pairs), unharmed(path, pairs, new)) == (5, 45)
    entries = {entry.msgid: entry for entry in merged}
    entries[right[1]].flags = []
    entries[wrong[1]].msgstr = german(right[0])
    entries[old[1]].msgstr = ""
    merged.save(str(path))
    assert (found(path, pairs), unharmed(path, pairs, new)) == (3, 44)


def test_sentences_get_markup_whose_place_can_be_told() -> None:
    every = sentences()
    assert len(every) == len({one.message for one in every}) == 300
    assert all(len(marked_texts(one.message)) == len(one.stems) > 0 for one in every)
    assert not any("|" in one.message for one in every)
    line = "The [old bridge|puente] fell into [the river|río/arroyo]."
    assert marked(line, 0, 0) == Marked("The *old bridge* fell into the river.", ("puente",))
    assert marked(line, 0, 1).stems == ("río/arroyo",)


@pytest.mark.parametrize(
    ("draft", "verdicts"),
    [
        ("El *puente viejo* cayó al [Río](r.md).", ["right", "right"]),
        ("El *puente viejo* cayó al [arroyo](r.md).", ["right", "right"]),
        ("El puente *viejo* cayó al [río](r.md).", ["wrong", "right"]),
        ("El *viejo* cayó al [mar](r.md).", ["unknown", "unknown"]),
        ("El [puente](r.md) cayó al *río*.", ["wrong", "wrong"]),
    ],
)
def test_markup_on_other_words_is_noticed(draft: str, verdicts: list[str]) -> None:
    assert placed(Marked("The *old bridge* fell into [the river](r.md).", ("puente", "río/arroyo")), draft) == verdicts


PROSE = """\
# The well of the village

The elders met next to the well.
The elders of a village far away met on the road.

```
the_elders_met = next_to(the_well)
```

ผู้เฒ่าพบกันข้างบ่อน้ำของหมู่บ้าน
-                                 -
"""


def test_what_a_memory_is_filled_with_is_prose_and_varies(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PROSE, encoding="utf-8")
    real = recall.sentences([tmp_path])
    assert real == [line for line in PROSE.splitlines() if line.startswith(("# The", "The", "ผู้"))]
    texts = list(recall.varied(real, 200, random.Random(1)))
    assert len(set(texts)) == len(texts) == 200
    assert texts[:4] == real
    assert all(recall.edited(text, real, random.Random(2)) for text in texts)


def test_a_memory_is_measured_next_to_a_look_at_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(PROSE, encoding="utf-8")
    monkeypatch.setattr(recall, "alone", lambda work, *arguments: work(*arguments))
    monkeypatch.setattr(recall, "PER_CATALOG", 2)
    said = "\n".join(recall.recall([tmp_path], 300, 20, tmp_path / "scratch"))
    assert "4 sentences, varied to 300; 20 of them edited" in said
    assert " = 100.0 %" in said


@pytest.mark.parametrize(
    ("text", "score"),
    [("the well is dry", 100), ("the well is dr", 96), ("the well is drier", 87), ("the road is long", 0)],
)
def test_a_look_at_everything_finds_the_best(text: str, score: int, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.write_text("the well is dry\nthe wall is dry\nno word of it\n", encoding="utf-8")
    assert recall.scan(texts, [text]) == [score]


@pytest.mark.measures
def test_a_run_is_timed_weighed_and_believed(tmp_path: Path) -> None:
    program = "import time; held = b'x' * 50_000_000; time.sleep(0.3)"
    weighed = run([sys.executable, "-c", program], tmp_path, sample=True)
    assert weighed.seconds >= 0.3
    assert 50_000_000 < weighed.largest <= weighed.together < 100_000_000
    with pytest.raises(FailedError, match=r"status 3(?s:.*)because"):
        run([sys.executable, "-c", "print('because'); raise SystemExit(3)"], tmp_path)


def test_memory_of_what_is_gone_is_none() -> None:
    [(now, peak), *_] = resident(os.getpid())
    assert 1_000_000 < now <= peak
    assert resident(2**22 + 1) == []


def test_a_table_is_aligned() -> None:
    assert table(("who", "n"), [("a", "1"), ("bcde", "1,000")]) == (
        "| who  |     n |\n| ---- | ----: |\n| a    |     1 |\n| bcde | 1,000 |"
    )


BROKEN = [
    ("See [oak](a.md).", "Siehe [Eiche](b.md).", "lost link a.md; new link b.md"),
    ("Run `make`.", "Führe make aus.", "lost code make"),
    ("The <b>oak</b>.", "Die <i>Eiche</i>.", "lost html <b>; lost html </b>; new html <i>; new html </i>"),
    ("See ![oak](a.png).", "Siehe Eiche.", "lost image a.png"),
    ("An *old* oak.", "Eine alte Eiche.", "lost em"),
    ("See [oak][1].", "Siehe Eiche.", "lost link label:1"),
]
CLEAN = [
    ("See [oak](a.md) and `b`.", "`b` und [Eiche](a.md)."),
    ("An oak.<br/>", "Eine *alte* Eiche.<br>"),
    ("See [oak][1].", "Siehe [Eiche][1]."),
    ("A  `b  c`", "`b c`"),
    ("[a](https://A.example/)", "[b](https://a.example)"),
]


@pytest.mark.parametrize(("msgid", "msgstr", "expected"), BROKEN)
def test_the_independent_reading_sees_what_is_broken(msgid: str, msgstr: str, expected: str) -> None:
    assert difference(msgid, msgstr, ["1"]) == expected


@pytest.mark.parametrize(("msgid", "msgstr"), CLEAN)
def test_the_independent_reading_calls_clean_what_is(msgid: str, msgstr: str) -> None:
    assert difference(msgid, msgstr, ["1"]) == ""


def test_what_keeps_the_direction_of_a_text_may_come_in_where_it_is_needed() -> None:
    pair = ("In C++.", "در <span dir=ltr>C++</span>.")
    assert difference(*pair, (), "fa") == ""
    assert difference(*pair, (), "de")


def test_findings_are_compared_with_another_reading(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: de\\n"\n'
    pairs = [
        ("See [oak](a.md).", "Siehe [Eiche](b.md)."),
        ("An *old* oak.", "Eine alte Eiche."),
        ("Take {count} sacks.", "Nimm {Anzahl} Säcke."),
        ("Sand.", "Sand."),
    ]
    units = "".join(f'\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in pairs)
    (tmp_path / "a.po").write_text(head + units + '\n#, fuzzy\nmsgid "`x`"\nmsgstr "y"\n', encoding="utf-8")
    counts, missed, alarms, drawn = findings([f"gfm={tmp_path}"], 2, 1)
    assert [cell.strip() for cell in counts.splitlines()[-1].split("|")[1:-1]] == [
        "all", "4", "2", "0", "2", "1", "250.00",
    ]  # fmt: skip
    assert missed == "Broken by the independent reading, and not found: 0."
    assert f"{tmp_path}/a.po:10: placeholders" in alarms
    assert drawn.startswith("2 of 2 messages with errors, drawn by 1:")
    with pytest.raises(FailedError, match="DIALECT=PATH"):
        list(findings([str(tmp_path)], 2, 1))
