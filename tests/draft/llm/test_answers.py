from __future__ import annotations

import json

import pytest

from i18n.draft.engines.llm.answers import bare, read, spoken

IDS = {"t1", "t2", "t3"}
BOTH = {"t1": "das rote Haus", "t2": "die Brücke"}
PLAIN = json.dumps(BOTH, ensure_ascii=False)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        json.dumps(BOTH),
        json.dumps(BOTH, indent=4),
        f"```json\n{PLAIN}\n```",
        f"```\n{PLAIN}\n```\nI hope that helps!",
        f"Here you are:\n\n{PLAIN}",
        f"{PLAIN}\n\nNote: “Brücke” may also be {{bridge}}.",
        f'<think>Is it {{"t1": "das Haus"}}?</think>{PLAIN}',
        f"I start with a { {'t1': 1} }.\n</think>\n\n{PLAIN}",
        f'<|channel|>analysis<|message|>{{"t1": "x"}}<|end|><|channel|>final<|message|>{PLAIN}',
        '{"t1": "das rote Haus", "t2": "die Brücke",}',
        '{\n  "t1": "das rote Haus",\n  "t2": "die Brücke",\n}\n',
        '{"t2": "die Brücke", "t1": "das rote Haus"}',
        '{"translations": {"t1": "das rote Haus", "t2": "die Brücke"}}',
        '[{"id": "t1", "text": "das rote Haus"}, {"id": "t2", "text": "die Brücke"}]',
        '{"items": [{"translation": "die Brücke", "id": "t2"}, {"id": "t1", "translation": "das rote Haus"}]}',
        '[{"id": "t1", "text": "red", "translation": "das rote Haus"}, {"id": "t2", "target": "die Brücke"}]',
        '{"t1": {"text": "das rote Haus"}, "t2": {"text": "die Brücke"}}',
        '{"t1": "das rote Haus"}\n{"t2": "die Brücke"}',
        '{"t1": "das rote Haus", "t1": "das rote Haus", "t2": "die Brücke"}',
        '{"t1": " das rote Haus ", "t2": "die Brücke\\n"}',
        '{"t1": "das rote Haus", "t2": "die Brücke", "t4": "mehr", "note": "t3"}',
        '{"t1": "das rote Haus", "t2": "die Brücke", "t3": null}',
        '{"t1": "das rote Haus", "t2": "die Brücke", "t3": ""}',
        '{"t1": "das rote Haus", "t2": "die Brücke", "t3": 3}',
    ],
)
def test_answers_are_found_by_their_ids(content: str) -> None:
    assert read(content, IDS) == BOTH


@pytest.mark.parametrize(
    "content",
    [
        "",
        "das rote Haus",
        "I'm sorry, but I can't help with that.",
        "{}",
        "[]",
        "null",
        '"t1"',
        '{"t4": "x"}',
        '{"T1": "x"}',
        '{"1": "x"}',
        '["x", "y"]',
        '{"t1": "one", "t1": "another"}',
        '[{"id": "t1", "text": "one"}, {"id": "t1", "text": "another"}]',
        '[{"id": "t1", "id": "t2", "text": "which?"}]',
        '[{"id": "t1", "text": "one", "text": "another"}]',
        '{"t1": "He said "yes" to it"}',
        '{"t1": "half',
        '{"t1": "\\ud83d"}',
        '{"t1": ["one"]}',
        '<think>It could be {"t1": "one"}, or',
        "{" * 100_000,
        '[{"id":' * 50_000,
        '{"t1":' * 50_000,
        '{"a' + '\\"' * 50_000,
    ],
)
def test_what_is_not_said_of_an_id_is_no_answer(content: str) -> None:
    assert read(content, IDS) == {}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('{"t1": "das Haus", "t2": "die Br', {"t1": "das Haus"}),
        ('{"t1": "das Haus", "t2": ', {"t1": "das Haus"}),
        ('{"t1": "das Haus", "t2', {"t1": "das Haus"}),
        ('{"t1": "das Haus", ', {"t1": "das Haus"}),
        ('{"t1": "das Haus"', {}),
        ('{"t1": "das „Haus“, \\"so\\"", "t2": "x\\', {"t1": 'das „Haus“, "so"'}),
        ('{"t1": "He said ", "hello" to him", "t2": "x', {}),
        ('```json\n{"t1": "das Haus",\n "t2": "die Brücke",\n "t3', {"t1": "das Haus", "t2": "die Brücke"}),
        ('{"t1": "das Haus"}', {"t1": "das Haus"}),
        ("<think>\nSo the first", {}),
    ],
)
def test_of_an_answer_that_was_cut_whole_entries_count(content: str, found: dict[str, str]) -> None:
    assert read(content, IDS, cut=True) == found


def test_a_text_may_speak_of_json_and_of_other_ids() -> None:
    said = {"t1": 'Schreib {"t2": "falsch"} </think> und ```json', "t2": "richtig"}
    assert read(json.dumps(said), IDS) == said


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("das rote Haus", "das rote Haus"),
        ("\n das rote Haus \n", "das rote Haus"),
        ("“das rote Haus”", "das rote Haus"),
        ('"das rote Haus"', "das rote Haus"),
        ("Translation:\n\ndas rote Haus", "das rote Haus"),
        ("```\ndas rote Haus\n```", "das rote Haus"),
        ("<think>red, house</think>\ndas rote Haus", "das rote Haus"),
        ('{"t1": "das „rote" Haus"}', 'das „rote" Haus'),
        ('```json\n{\n"t1": "das "rote" \\"Haus\\"",\n}\n```', 'das "rote" "Haus"'),
    ],
)
def test_a_bare_text_is_the_translation_of_the_only_one_sent(content: str, text: str) -> None:
    assert bare(content, "the red house") == text


@pytest.mark.parametrize(
    "content",
    [
        "",
        "—",
        "{}",
        '{"text": "das rote Haus"',
        '{"t1": "das "rote" Haus", "t2": "x"}',
        "I'm sorry, but I can't translate this.",
        "I cannot help with that.",
        "das rote Haus\n\nNote: I chose the neuter.",
        "das rote Haus " * 9,
        "<think>red, house",
    ],
)
def test_other_words_are_not(content: str) -> None:
    assert bare(content, "the red house") == ""


def test_quotation_marks_of_the_text_stay() -> None:
    assert bare("„Rot“ und „Haus“", "“Red” and “house”") == "„Rot“ und „Haus“"


def test_lines_of_the_text_stay() -> None:
    assert bare("eins\nzwei", "one\ntwo") == "eins\nzwei"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<thinking>a</thinking>b", "b"),
        ("a</think>b", "b"),
        ("<think>a", ""),
        ("a <think> b", "a <think> b"),
        ('{"t1": "</think>"}', '{"t1": "</think>"}'),
        ("plain", "plain"),
    ],
)
def test_thoughts_are_left_out(content: str, said: str) -> None:
    assert spoken(content) == said
