"""Does drafting hold with the real CTranslate2 and sentencepiece, by a model that is a dictionary?"""

from __future__ import annotations

import json
import shutil
import signal
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from i18n.draft import Request, draft
from i18n.draft.engine import Answer, Failure, Query, Traffic, Translation
from i18n.draft.engines.ctranslate2 import CTranslate2, session
from i18n.draft.engines.ctranslate2.alignment import GAPS, WORDS
from i18n.markdown.dialects import named
from i18n.message.marks import Token
from i18n.model import Unit
from tests.message.marks import close_mark, hold_mark, open_mark
from tests.real.dictionary import build, packed

GFM = named("gfm")
WORDS_OF_EN_ES = {
    "the": "la", "The": "La", "red": "roja", "house": "casa", "door": "puerta", "big": "grande", "and": "y",
    "we": "nosotros", "We": "Nosotros", "saw": "vimos", "window": "ventana", "old": "vieja", "city": "ciudad",
    "Run": "Ejecuta", "first": "primero", "in": "en",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("models") / "en-es", WORDS_OF_EN_ES)


@pytest.fixture(scope="module")
def swapping(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that writes the second and the third word in the other order, as Spanish does with adjectives."""
    return build(tmp_path_factory.mktemp("models") / "en-es", WORDS_OF_EN_ES, swapped=[(1, 2)])


@pytest.fixture(scope="module")
def engine(folder: Path) -> Iterator[CTranslate2]:
    with CTranslate2(folder) as made:
        yield made


@pytest.fixture(scope="module")
def swapper(swapping: Path) -> Iterator[CTranslate2]:
    with CTranslate2(swapping) as made:
        yield made


def ask(engine: CTranslate2, *tokens: Token, encoding: str = WORDS) -> Answer:
    (answer,) = engine.translate([Query(tokens)], "en", "es", encoding)
    return answer


def tokens(answer: Answer) -> tuple[Token, ...]:
    assert isinstance(answer, Translation), answer
    return answer.tokens


def drafted(engine: CTranslate2, message: str) -> str:
    (outcome,) = draft([Request(Unit(message), "a", GFM)], [engine], "en", "es")
    assert not outcome.reason
    return outcome.unit.msgstr


def test_words_are_translated_and_the_rest_comes_through(engine: CTranslate2) -> None:
    assert tokens(ask(engine, "We saw the red house.")) == ("Nosotros vimos la roja casa.",)
    assert tokens(ask(engine, 'We saw "zorg", 12 (x)!')) == ('Nosotros vimos "zorg", 12 (x)!',)
    assert tokens(ask(engine, "We saw 😀 and 한국어.")) == ("Nosotros vimos 😀 y 한국어.",)
    assert engine.traffic is Traffic.NONE


def test_several_sentences_and_long_texts(engine: CTranslate2) -> None:
    text = "We saw the house. The door, the window! 12. "
    said = "Nosotros vimos la casa. La puerta, la ventana! 12. "
    assert tokens(ask(engine, text.strip())) == (said.strip(),)
    assert tokens(ask(engine, (text * 300).strip())) == ((said * 300).strip(),)


def test_a_sentence_without_an_end_is_refused_rather_than_cut(engine: CTranslate2) -> None:
    assert ask(engine, "the house " * session.LONGEST) == Failure(f"a sentence has more than {session.LONGEST} pieces")


def test_tags_follow_their_words(swapper: CTranslate2) -> None:
    answer = ask(swapper, "the ", open_mark(1), "red", close_mark(1), " house and ", hold_mark(2), ".")
    assert tokens(answer) == ("la casa ", open_mark(1), "roja", close_mark(1), " y ", hold_mark(2), ".")
    answer = ask(swapper, "the red ", open_mark(1), "house", close_mark(1), " and the door")
    assert tokens(answer) == ("la ", open_mark(1), "casa", close_mark(1), " roja y la puerta")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("The **red** house.", "La casa **roja**."),
        ("The **red house** and *the door*.", "La **casa roja** y *la puerta*."),
        ("The red house and ***the** big* door.", "La casa roja y ***la** grande* puerta."),
    ],
)
def test_markup_of_whole_messages(swapper: CTranslate2, message: str, expected: str) -> None:
    assert drafted(swapper, message) == expected


def test_markup_at_the_ends_of_sentences(engine: CTranslate2) -> None:
    message = "The **house.** We saw [the *old* city](c.md 'The city')[^1], `x` and `y`."
    expected = "La **casa.** Nosotros vimos [la *vieja* ciudad](c.md 'La ciudad')[^1], `x` y `y`."
    assert drafted(engine, message) == expected


def test_words_of_a_pair_that_came_apart_are_refused(swapper: CTranslate2) -> None:
    answer = ask(swapper, open_mark(1), "the red", close_mark(1), " house")
    assert answer == Failure("its markup has no certain place in the translation")
    answer = ask(swapper, "We saw ", open_mark(1), "the old city", close_mark(1), ".")
    assert answer == Failure("its markup has no certain place in the translation")


def test_placeholders_without_a_word_of_their_own(swapper: CTranslate2, engine: CTranslate2) -> None:
    assert tokens(ask(engine, "Run ", hold_mark(1), " first.", encoding=GAPS)) == ("Ejecuta", hold_mark(1), " primero.")
    assert tokens(ask(engine, "Run ", hold_mark(1), ".", encoding=GAPS)) == ("Ejecuta", hold_mark(1), ".")
    assert tokens(ask(engine, hold_mark(1), " and the house", encoding=GAPS)) == (hold_mark(1), "y la casa")
    answer = ask(swapper, "the ", hold_mark(1), " red house", encoding=GAPS)
    assert answer == Failure("its markup has no certain place in the translation")


def test_a_text_may_hold_what_stands_for_placeholders(engine: CTranslate2) -> None:
    answer = ask(engine, "We saw XQ1S and ", hold_mark(1), ".")
    assert tokens(answer) == ("Nosotros vimos XQ1S y ", hold_mark(1), ".")


def test_the_score_is_the_probability(tmp_path: Path, engine: CTranslate2) -> None:
    sure = ask(engine, "the house")
    with CTranslate2(build(tmp_path / "en-es", WORDS_OF_EN_ES, doubt=7.0)) as other:
        unsure = ask(other, "the house")
    assert isinstance(sure, Translation)
    assert isinstance(unsure, Translation)
    assert sure.score == 100
    assert unsure.score is not None
    assert 20 < unsure.score < 80


def test_threads_get_their_own_answers(engine: CTranslate2) -> None:
    texts = [f"{number} {word}" for number in range(15) for word in ("house", "door", "city")]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: tokens(ask(engine, text)), texts))
    assert answers == [(f"{text.split()[0]} {WORDS_OF_EN_ES[text.split()[1]]}",) for text in texts]


def test_an_interruption_reaches_the_program(engine: CTranslate2, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the library works, the wait for it can be interrupted, and what is asked next is answered."""
    monkeypatch.setattr(session, "_POLL", 5.0)
    timer = threading.Timer(0.5, signal.pthread_kill, (threading.main_thread().ident, signal.SIGINT))
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            ask(engine, "the house " * 60)
    finally:
        timer.join()
    monkeypatch.undo()
    assert tokens(ask(engine, "the house")) == ("la casa",)


def test_calls_under_way_end_with_the_engine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that would look for its answer in a minute only is told that the engine was left."""
    with ThreadPoolExecutor(1) as pool:
        with CTranslate2(folder) as engine:
            assert tokens(ask(engine, "the house")) == ("la casa",)
            monkeypatch.setattr(session, "_POLL", 60.0)
            queries = [Query((f"{number} " + "the house " * 40,)) for number in range(8)]
            waiting = pool.submit(engine.translate, queries, "en", "es", WORDS)
            time.sleep(0.3)
        assert waiting.result(timeout=30) == (Failure("it was closed", broken=True),) * 8


def test_an_archive_is_read_where_it_lies(folder: Path, tmp_path: Path) -> None:
    metadata = {"from_code": "en", "to_code": "pb", "package_version": "1.0"}
    (copy := tmp_path / "copy").mkdir()
    shutil.copytree(folder, copy, dirs_exist_ok=True)
    (copy / "metadata.json").write_text(json.dumps(metadata))
    archive = packed(copy, tmp_path / "translate-en_pb-1_0.argosmodel")
    shutil.rmtree(copy)
    with CTranslate2(archive) as engine:
        assert engine.readiness("en", "pt-BR").ready
        assert engine.readiness("en", "pt").missing == "pt-BR-not-pt"
        (answer,) = engine.translate([Query(("the house",))], "en", "pt", WORDS)
        assert answer == Translation(("la casa",), 100, "translate-en_pb-1_0 pt-BR-not-pt")
    assert [path.name for path in tmp_path.iterdir()] == [archive.name]


def test_a_folder_of_models(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "opus-mt-en-es")
    packed(folder, tmp_path / "en_gl.argosmodel")
    (tmp_path / "notes").mkdir()
    (tmp_path / "readme.txt").write_text("mine")
    with CTranslate2(tmp_path) as engine:
        assert [engine.readiness("en", target).ready for target in ("es", "gl", "es-MX", "de")] == [True] * 3 + [False]
        assert engine.readiness("en", "de").missing == "no model translates from en to de; there are en-es, en-gl"
        (answer,) = engine.translate([Query(("the house",))], "en", "gl", WORDS)
        assert tokens(answer) == ("la casa",)
        before = engine.version
    (tmp_path / "en_gl.argosmodel").unlink()
    assert CTranslate2(tmp_path).version != before


def test_a_converted_model_without_folders(folder: Path, tmp_path: Path) -> None:
    """As converters leave them: everything in one folder, a tokenizer for each side, the end mark written out."""
    flat = tmp_path / "en-es"
    shutil.copytree(folder / "model", flat)
    for name in ("source.spm", "target.spm"):
        shutil.copy(folder / "sentencepiece.model", flat / name)
    config = json.loads((flat / "config.json").read_text())
    (flat / "config.json").write_text(json.dumps(config | {"add_source_eos": False, "decoder_start_token": "</s>"}))
    with CTranslate2(flat) as engine:
        assert tokens(ask(engine, "the house")) == ("la casa",)


def test_models_of_many_languages_need_to_be_told_one(tmp_path: Path) -> None:
    many = ("__de__", "__es__", "__fr__")
    model = build(tmp_path / "en-es", WORDS_OF_EN_ES, extra=many)
    readiness = CTranslate2(model).readiness("en", "es")
    assert not readiness.ready
    assert "target_prefix" in readiness.missing
    (answer,) = CTranslate2(model).translate([Query(("the house",))], "en", "es", WORDS)
    assert isinstance(answer, Failure)
    assert answer.final
    (model / "metadata.json").write_text(json.dumps({"from_code": "en", "to_code": "es", "target_prefix": "__es__"}))
    with CTranslate2(model) as engine:
        # The prefix takes the place of the first word of this model that goes by positions.
        assert tokens(ask(engine, "the red house")) == ("roja casa",)


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        ("model/model.bin", "lacks model.bin"),
        ("sentencepiece.model", "lacks its tokenizer"),
        ("metadata", "has a metadata.json that is no JSON object"),
        ("languages", "names languages that are not known: en, klingonish"),
        ("bpe", "cuts words by BPE codes"),
    ],
)
def test_what_a_folder_lacks_is_said(harm: str, reason: str, folder: Path, tmp_path: Path) -> None:
    model = tmp_path / "models" / "en-es"
    shutil.copytree(folder, model)
    if harm == "metadata":
        (model / "metadata.json").write_text("[")
    elif harm == "languages":
        (model / "metadata.json").write_text(json.dumps({"from_code": "en", "to_code": "klingonish"}))
    elif harm == "bpe":
        (model / "sentencepiece.model").rename(model / "bpe.model")
    else:
        (model / harm).unlink()
    for path in (model, model.parent):
        readiness = CTranslate2(path).readiness("en", "es")
        assert not readiness.ready
        assert f"the model en-es {reason}" in readiness.missing
        assert readiness.hint


@pytest.mark.parametrize(("name", "says"), [("model/model.bin", "model.bin"), ("sentencepiece.model", "sentencepiece")])
def test_a_broken_file_is_a_failure_that_names_it(name: str, says: str, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "en-es")
    (tmp_path / "en-es" / name).write_bytes(b"no model at all")
    for path in (tmp_path / "en-es", packed(tmp_path / "en-es", tmp_path / "en_es.argosmodel")):
        with CTranslate2(path) as engine:
            answer = ask(engine, "the house")
        assert isinstance(answer, Failure)
        assert (answer.broken, answer.final) == (True, True)
        assert says in answer.reason


def test_nothing_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert CTranslate2(None).readiness("en", "es").missing == "no model translates from en to es"
    assert "there is no" in CTranslate2(tmp_path / "nowhere").readiness("en", "es").missing
    assert CTranslate2(tmp_path).readiness("en", "es").missing == "no model translates from en to es"
    assert CTranslate2(tmp_path / "nowhere").version
    monkeypatch.setattr(session, "installed", lambda: False)
    assert 'pip install "manytongues[ctranslate2]"' in CTranslate2(tmp_path).readiness("en", "es").hint


def test_hostile_archives(folder: Path, tmp_path: Path) -> None:
    climbing = packed(folder, tmp_path / "en-es.argosmodel", root="../../en_es/")
    with zipfile.ZipFile(climbing, "a") as archive:
        archive.writestr("/etc/manytongues-test", "x")
        archive.writestr("../escaped", "x")
    before = sorted(tmp_path.rglob("*"))
    with CTranslate2(climbing) as engine:
        assert not engine.readiness("en", "es").ready
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/etc/manytongues-test").exists()
    assert not (tmp_path.parent / "escaped").exists()

    twice = packed(folder, tmp_path / "en-gl.argosmodel")
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(twice, "a") as archive:
        archive.writestr("translate-en_es-1_0/model/model.bin", b"another")
    assert "holds one file twice" in CTranslate2(twice).readiness("en", "gl").missing

    bomb = packed(folder, tmp_path / "en-ca.argosmodel")
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("translate-en_es-1_0/model/vmap.txt", bytes(60_000_000))
    assert "is compressed as no model can be" in CTranslate2(bomb).readiness("en", "ca").missing

    cut = tmp_path / "en-it.argosmodel"
    cut.write_bytes(climbing.read_bytes()[:5000])
    assert "is neither a folder nor a zip archive" in CTranslate2(cut).readiness("en", "it").missing
    with CTranslate2(tmp_path) as engine:
        assert engine.readiness("en", "es").missing.count("the model") == 4


def test_a_member_that_was_changed_is_noticed(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "en-es.argosmodel"
    with zipfile.ZipFile(archive, "w") as out:
        for path in folder.rglob("*"):
            if path.is_file():
                out.write(path, f"m/{path.relative_to(folder).as_posix()}")
    weights = (folder / "model/model.bin").read_bytes()
    data = bytearray(archive.read_bytes())
    at = data.index(weights[:1000]) + len(weights) - 10
    data[at] ^= 0xFF
    archive.write_bytes(data)
    with CTranslate2(archive) as engine:
        answer = ask(engine, "the house")
    assert isinstance(answer, Failure)
    assert "unreadable model/model.bin" in answer.reason
