"""Does drafting hold with the real Apertium, whatever is written, killed or hangs?

Measured on two processors: a quarter of a second until the first answer, then about 250 sentences a second.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import string
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Answer, Doubtful, Engine, Failure, Query, Translation, Why
from i18n.draft.engines.apertium import Apertium
from i18n.draft.engines.apertium.modes import FOLDER
from i18n.draft.engines.apertium.pipe import Pipe
from i18n.draft.engines.apertium.stream import BLANKS, SUPERBLANKS
from i18n.draft.many.fallback import direct
from i18n.markdown.dialects import named
from i18n.message.marks import Token
from i18n.model import Unit
from i18n.privacy.redaction import Redaction, parse
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.programs import needs

GFM = named("gfm")

pytestmark = needs("apertium")


@pytest.fixture(scope="module")
def engine() -> Iterator[Apertium]:
    with Apertium() as apertium:
        yield apertium


def ask(engine: Apertium, *tokens: Token, encoding: str = BLANKS) -> tuple[Token, ...]:
    (answer,) = engine.translate([Query(tokens)], "en", "es", encoding)
    assert isinstance(answer, Translation), answer
    return answer.tokens


def said(engine: Apertium, text: str) -> str:
    return "".join(token for token in ask(engine, text) if isinstance(token, str))


def group_members(group: int) -> list[int]:
    """Processes of a group that are no zombies."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except (OSError, ValueError):
                continue
            if int(of) == group and state != "Z":
                found.append(int(entry.name))
    return found


def groups(engine: Apertium) -> list[int]:
    return [pipe.group for pipe in engine._pipes.values() if pipe.group is not None]


def wait_until_gone(group: int) -> None:
    until = time.monotonic() + 10
    while group_members(group):
        assert time.monotonic() < until, f"processes of group {group} are still there"
        time.sleep(0.05)


def test_a_sentence_is_translated_with_its_markup_on_the_right_words(engine: Apertium) -> None:
    units = [
        Unit("We opened the **red door** and [the big window](map.md)."),
        Unit("The teacher *never* opened the `log` (Acts 1:8)[^1]."),
        Unit("He saw ***the black dog*** of *the doctor*."),
    ]
    outcomes = draft([Request(unit, "a", GFM) for unit in units], [engine], "en", "es")
    assert [outcome.unit.msgstr for outcome in outcomes] == [
        "Abrimos la **puerta roja** y [la ventana grande](map.md).",
        "El profesor *nunca* abrió el `log` (Acts 1:8)[^1].",
        "Vio ***el perro negro*** del *doctor*.",
    ]


def test_marks_are_bound_to_words(engine: Apertium) -> None:
    answer = ask(engine, "the ", open_mark(1), "red", close_mark(1), " house and ", hold_mark(2))
    assert answer == ("la casa ", open_mark(1), "roja", close_mark(1), " y ", hold_mark(2))
    answer = ask(engine, "the red house and ", hold_mark(2), ".", encoding=SUPERBLANKS)
    assert answer == ("la casa roja y ", hold_mark(2), ".")


@pytest.mark.parametrize("character", [*string.punctuation, "\\\\", "^x$", "[[/]]", "[[1]]", "[]", "{{}}", "<b>"])
def test_reserved_characters_come_back(engine: Apertium, character: str) -> None:
    for text in (f"the house {character} the dog", f"house{character}", f"{character} house", f"a{character}house"):
        answer = said(engine, text)
        assert character in answer, (text, answer)
    assert said(engine, "the red house") == "la casa roja"


def test_every_character_of_the_first_planes_leaves_the_pipeline_whole(engine: Apertium) -> None:
    texts = ["house " + "".join(map(chr, range(start, start + 64))) for start in range(0x20, 0x3000, 64)]
    texts += ["the 😀 house 👩‍👩‍👧 🇰🇷 dog", "日本語 한국어 العربية עברית", "a\u0301e\u0308 ﬁ Ａ ①"]
    answers = engine.translate([Query((text,)) for text in texts], "en", "es", BLANKS)
    assert len(answers) == len(texts)
    assert said(engine, "the red house") == "la casa roja"
    assert "😀" in said(engine, "the 😀 house")


def test_nul_and_controls_do_not_upset_the_order(engine: Apertium) -> None:
    units = [Unit("the house \x00 is red"), Unit("the\x01dog\x1b"), Unit("the tree")]
    outcomes = list(draft([Request(unit, "a", GFM) for unit in units], [engine], "en", "es"))
    assert outcomes[0].unit.msgstr == "la casa \x00 es rojo"
    assert outcomes[2].unit.msgstr == "el árbol"
    assert [isinstance(a, Translation) for a in engine.translate([Query(("a\x00b house",))], "en", "es", BLANKS)] == [
        True
    ]


def test_what_is_reserved_never_shifts_the_answers(engine: Apertium) -> None:
    """Heaps of reserved characters between sentences whose translations are known: each stays where it belongs."""
    randomly = random.Random(7)
    heaps = ["".join(randomly.choices("\\[]{}^$/@<>*#~+|\x00\x07\x1b \t.’'t:g1[[/]]", k=60)) for _ in range(100)]
    texts = [text for heap in heaps for text in (f"the house {heap}", "the red house")]
    for encoding in (BLANKS, SUPERBLANKS):
        answers = engine.translate([Query((text,)) for text in texts], "en", "es", encoding)
        assert [answer.tokens for answer in answers[1::2] if isinstance(answer, Translation)] == [
            ("la casa roja",)
        ] * 100


def test_sixty_thousand_characters(engine: Apertium) -> None:
    text = "The red house has a very big door. " * 1715
    assert len(text) > 60_000
    answer = said(engine, text)
    assert answer.count("La casa roja") == 1715


def test_unknown_words_are_named_and_leave_no_stars(engine: Apertium) -> None:
    (answer,) = engine.translate([Query(("The zorglub house is red.",))], "en", "es", BLANKS)
    assert isinstance(answer, Translation)
    assert answer.score is None
    assert answer.doubtful == (Doubtful("zorglub", Why.UNKNOWN),)
    assert "*" not in "".join(token for token in answer.tokens if isinstance(token, str))
    (answer,) = engine.translate([Query(("Zorglub flimp vroomish",))], "en", "es", BLANKS)
    assert answer == Failure("it knows too few of the words")


def test_stars_of_the_text_are_not_taken_for_unknown_words(engine: Apertium) -> None:
    assert said(engine, "2 * 3 books, *a tree* and #trees, @dogs") == "2 * 3 libros, *un árbol* y #árboles, @perros"


def test_a_text_that_begins_small_stays_small(engine: Apertium) -> None:
    assert said(engine, "the house") == "la casa"
    assert said(engine, "The house") == "La casa"


def test_a_killed_stage_is_noticed_and_replaced() -> None:
    with Apertium() as engine:
        assert said(engine, "the house") == "la casa"
        (group,) = groups(engine)
        victims = [pid for pid in group_members(group) if pid != group]
        os.kill(victims[len(victims) // 2], signal.SIGKILL)
        assert said(engine, "the red house") == "la casa roja"
        assert groups(engine) != [group]
        wait_until_gone(group)


def test_a_stopped_stage_is_noticed_at_the_deadline() -> None:
    with Apertium(seconds=1.0) as engine:
        assert said(engine, "the house") == "la casa"
        (group,) = groups(engine)
        os.kill(next(pid for pid in group_members(group) if pid != group), signal.SIGSTOP)
        assert said(engine, "the red house") == "la casa roja"
        wait_until_gone(group)


def test_eight_threads_get_their_own_answers() -> None:
    words = {"house": "casa", "dog": "perro", "tree": "árbol", "river": "río", "book": "libro", "door": "puerta"}
    texts = [f"number {n} {word}" for n in range(25) for word in words]

    with Apertium() as engine, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: said(engine, text), texts))
        assert len(groups(engine)) == 1
    for text, answer in zip(texts, answers, strict=True):
        _, number, word = text.split()
        assert number in answer.split()
        assert words[word] in answer


def test_no_process_is_left_behind() -> None:
    with Apertium() as engine:
        said(engine, "the house")
        (group,) = groups(engine)
        assert len(group_members(group)) > 5
    wait_until_gone(group)
    assert groups(engine) == []


def test_no_process_is_left_behind_by_an_interruption() -> None:
    """A KeyboardInterrupt while the pipeline works: it is raised, and everything is cleaned up."""
    with Apertium(seconds=60) as engine:
        said(engine, "the house")
        (group,) = groups(engine)
        os.kill(next(pid for pid in group_members(group) if pid != group), signal.SIGSTOP)
        timer = threading.Timer(0.5, signal.pthread_kill, (threading.main_thread().ident, signal.SIGINT))
        timer.start()
        try:
            with pytest.raises(KeyboardInterrupt):
                said(engine, "the red house")
        finally:
            timer.join()
        wait_until_gone(group)
        assert said(engine, "the red house") == "la casa roja"


def test_calls_under_way_end_with_the_engine() -> None:
    """Another thread waits for a pipeline that hangs; leaving the engine ends both, and starts nothing new."""
    with ThreadPoolExecutor(2) as pool:
        with Apertium(seconds=120) as engine:
            said(engine, "the house")
            (group,) = groups(engine)
            os.kill(next(pid for pid in group_members(group) if pid != group), signal.SIGSTOP)
            waiting = pool.submit(engine.translate, [Query(("the dog",)), Query(("a tree",))], "en", "es", BLANKS)
            time.sleep(0.3)
            assert not waiting.done()
        wait_until_gone(group)
        assert waiting.result(timeout=10) == (Failure("it was closed", broken=True),) * 2
        (late,) = engine.translate([Query(("the dog",))], "en", "es", BLANKS)
        assert isinstance(late, Failure)
        assert late.broken
        assert groups(engine) == []
    with engine:
        assert said(engine, "the dog") == "el perro"


def test_an_interruption_of_other_threads_leaves_no_process() -> None:
    """The main thread is interrupted while eight others translate."""
    script = textwrap.dedent(
        """
        import os, signal, threading
        from concurrent.futures import ThreadPoolExecutor
        from i18n.draft.engine import Query
        from i18n.draft.engines.apertium import Apertium
        pool = ThreadPoolExecutor(8)
        try:
            with Apertium() as engine:
                ask = lambda text: engine.translate([Query((text,))] * 50, "en", "es", "blanks")
                ask("the house")
                print(next(iter(engine._pipes.values())).group, flush=True)
                for each in [pool.submit(ask, "the red house of the doctor") for _ in range(200)]:
                    each.result()
        finally:
            pool.shutdown(cancel_futures=True)
        """
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        group = int(program.stdout.readline())
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=60)
    assert "KeyboardInterrupt" in errors
    wait_until_gone(group)


def test_no_process_is_left_behind_by_a_killed_program() -> None:
    script = textwrap.dedent(
        """
        import sys, time
        from i18n.draft.engine import Query
        from i18n.draft.engines.apertium import Apertium
        engine = Apertium()
        engine.translate([Query(("the house",))], "en", "es", "blanks")
        print(next(iter(engine._pipes.values())).group, flush=True)
        time.sleep(60)
        """
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        group = int(program.stdout.readline())
        assert group_members(group)
        program.kill()
    wait_until_gone(group)


@pytest.mark.parametrize(
    "command",
    [
        "exec cat >/dev/null",  # never answers
        "tr '\\0' '\\1'",  # answers without an end
        "exec true",  # ends at once
        "exec sh -c 'printf \"\\\\0\\\\0\\\\0\\\\0\"; exec cat >/dev/null'",  # NULs, as after a killed stage
        "sed -z -u 's/[0-9]//g'",  # loses what tells one answer from another
        "yes",  # floods
    ],
)
def test_a_pipeline_out_of_order_gives_no_answer(command: str) -> None:
    pipe = Pipe(command, seconds=0.5, seconds_to_start=0)
    start = time.monotonic()
    try:
        assert pipe.translate(["one", "two"]) == (None, None)
    finally:
        pipe.close()
    assert time.monotonic() - start < 10
    assert pipe.group is None


def test_one_bad_text_costs_only_its_own_answer() -> None:
    pipe = Pipe("sed -z -u 's/bad.*//'", seconds=2.0)
    try:
        assert pipe.translate(["one", "bad", "three"]) == ("one", None, "three")
    finally:
        pipe.close()


@pytest.fixture
def modes(tmp_path: Path) -> Path:
    """The real pair, and a pretended one from Spanish that marks each word that it has seen."""
    folder = tmp_path / "modes"
    folder.mkdir()
    shutil.copy(FOLDER / "eng-spa.mode", folder)
    (folder / "spa-por_BR.mode").write_text("sed -z -u -e 's/casa/lar/g' -e 's/Casa/Lar/g'\n")
    (folder / "spa-ita.mode").write_text("sed -z -u 's/\\[\\[[^]]*\\]\\]//g'\n")
    (folder / "eng-spa-tagger.mode").write_text("exit 1\n")
    return folder


def test_the_way_by_spanish(modes: Path) -> None:
    with Apertium(modes) as engine:
        outcomes = draft([Request(Unit("The **red house** of `x`."), "a", GFM)], [engine], "en", "pt-BR")
        (unit,) = (outcome.unit for outcome in outcomes)
        assert unit.msgstr == "La **lar roja** de `x`."
        assert unit.comments[0].startswith("draft: apertium eng-spa+spa-por_BR sha=")
        assert len(unit.comments) == 1, "that all of it came by way of Spanish is no word to look at"
        running = groups(engine)
        assert len(running) == 2
    for group in running:
        wait_until_gone(group)


def test_a_leg_that_loses_the_marks_is_refused(modes: Path) -> None:
    with Apertium(modes) as engine:
        outcomes = list(draft([Request(Unit("The *red* house."), "a", GFM)], [engine], "en", "it"))
    assert outcomes[0].unit.msgstr in ("", "La casa *roja*.")  # found again by its words, or not at all


def test_another_variant_is_said(modes: Path) -> None:
    with Apertium(modes) as engine:
        assert engine.readiness("en", "pt-BR").ready
        assert engine.readiness("en", "pt").missing == "pt-BR-not-pt, by way of Spanish"
        (outcome,) = draft([Request(Unit("The house."), "a", GFM)], [engine], "en", "pt")
        assert "pt-BR-not-pt" in outcome.unit.comments[0]


def test_the_version_follows_the_data(modes: Path) -> None:
    before = Apertium(modes).version
    assert before == Apertium(modes).version
    (modes / "spa-por_BR.mode").write_text("cat\n")
    assert Apertium(modes).version != before


def test_what_is_missing_is_said(modes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Apertium(modes)
    assert "apertium-eng-cat" in engine.readiness("en", "ca").hint
    assert "apertium-es-pt" in Apertium(modes / "nowhere").readiness("en", "pt-BR").hint
    assert engine.readiness("en", "ko").missing == "it does not translate from en to ko"
    (answer,) = engine.translate([Query(("house",))], "en", "ko", BLANKS)
    assert isinstance(answer, Failure)
    assert answer.final
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not engine.readiness("en", "es").ready
    assert "apt-get install" in engine.readiness("en", "es").hint


@pytest.mark.parametrize("target", ["es", "es-MX"])
def test_names_that_must_not_leave_are_kept_from_it_and_come_back_whole(engine: Apertium, target: str) -> None:
    """`Rose` and `Brown` are words of its dictionary, `Kowalskis` would be inflected."""
    file = b"Rose Brown, Rose\nKowalski\nGreen O'Hill\nWell House | es: Casa del Pozo\n"
    kept = Redaction(parse(file, "names"), target)
    given: list[Token] = []

    def send(engine: Engine, queries: Sequence[Query], source: str, target: str, encoding: str) -> tuple[Answer, ...]:
        given.extend(token for query in queries for token in query.tokens)
        return direct(engine, queries, source, target, encoding)

    messages = {
        "Rose Brown saw the house.": "Rose Brown",
        "The house of *Rose Brown* is red.": "*Rose Brown*",
        "We gave a book to Rose.": "Rose",
        "ROSE BROWN bought a house.": "ROSE BROWN",
        "The Kowalskis live in the house.": "Kowalskis",
        "Green O’Hill has a red house.": "Green O’Hill",
        "They live in the Well House.": "Casa del Pozo",
        "Rose Brown and Green O'Hill see the **house of Kowalski**.": "Green O'Hill",
    }
    requests = [Request(Unit(message), "a", GFM) for message in messages]
    outcomes = list(draft(requests, [engine], "en", target, names=kept, send=send))
    assert not [word for word in ("Rose", "Brown", "ROSE", "Kowalski", "Hill", "Well") if word in repr(given)]
    for outcome, name in zip(outcomes, messages.values(), strict=True):
        assert outcome.engine == "apertium", (outcome.request.unit.msgid, outcome.reason)
        assert name in outcome.unit.msgstr


def test_names_are_no_words(engine: Apertium) -> None:
    assert said(engine, "On that day Grace Hill met Mary Baker in the village.").count("Grace Hill") == 1
    assert "Mary Baker" in said(engine, "On that day **Grace Hill** met Mary Baker in the village.")
    assert said(engine, "They asked for help.") == "Pidieron ayuda."


def test_marks_that_come_back_escaped_are_none_of_the_text(engine: Apertium) -> None:
    assert said(engine, "In the 1990s they came.").startswith("En el 1990s")
    assert said(engine, "Write @ana or #help on *one* line.").count("@") == 1
