"""Menus and interface words in files of data: what is offered, and what is built."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from i18n.catalog.origin import mark
from i18n.compile.article import Compiled, Options, compile_article
from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.extract.template import kind
from i18n.model import Article, Unit
from i18n.project import Build
from i18n.project.sources import data_files
from tests.fixtures import cases


def read(entries: list[str], data: bytes, path: str = "", dialect: str = "hugo") -> Source:
    """Read the file that the first entry names, or the one at the path."""
    files = data_files().read(entries)
    path = path or files[0].glob.replace("**/", "").replace("*", "some")
    return read_source(Article(path, path, path, data), Rules(dialect, data=files))


def built(source: Source, translations: Mapping[str, str], **options: object) -> Compiled:
    units = [Unit(msgid, msgstr) for msgid, msgstr in translations.items()]
    build = Build(**options)  # type: ignore[arg-type]
    return compile_article(source, {unit.key: unit for unit in units}, Options("de", build))


def offered(source: Source) -> list[str]:
    return [f"{each.detail}: {each.msgid}" for each in source.extraction.segments]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("entry", "file", "messages", "expected"), cases("data_files.txt", 4))
def test_cases(entry: str, file: str, messages: str, expected: str, newline: str, mark: str) -> None:
    def as_file(text: str) -> bytes:
        return (mark + text.replace("\n", newline)).encode()

    lines = [line.replace("⏎", "\n").partition(" ⇒") for line in messages.splitlines()]
    source = read([entry.strip()], as_file(file))
    assert offered(source) == [said.rstrip() for said, _, _ in lines]
    assert source.extraction.findings == ()
    texts = {said.partition(": ")[2].rstrip(): text.strip(" ") for said, _, text in lines}
    compiled = built(source, texts)
    assert compiled.data == as_file(expected)
    assert compiled.findings == ()
    assert built(source, {}).data == as_file(file)


def test_translators_are_shown_the_key_path_and_what_the_file_says_to_them() -> None:
    data = b'{"a.title": {"message": "Go on", "description": "A button\\nbelow"}, "link": {"description": "Words"}}'
    source = read(["i18n/en/code.json: *.message, link.description"], data)
    assert [(kind(each), each.note) for each in source.extraction.segments] == [
        ("data value a.title.message", "A button\nbelow"),
        ("data value link.description", ""),
    ]
    assert source.template[0].extracted == ("data value a.title.message", "note: A button", "note: below")


def test_several_entries_for_one_file_add_up() -> None:
    source = read(["a.yml: title", "*.yml: name"], b"title: One\nname: Two\nother: Three\n")
    assert offered(source) == ["title: One", "name: Two"]


@pytest.mark.parametrize(
    ("entry", "data", "said"),
    [
        ("a.yml: [].titel", "- title: One\n", '"[].titel" of [source] data is not in this file. Is it “[].title”?'),
        ("a.yml: nav", "nav:\n- title: One\n", '"nav" of [source] data is not in this file. Is it “nav[].title”?'),
        ("a.yml: zzz", "title: One\n", '"zzz" of [source] data is not in this file.'),
        ("a.yml: weight", "weight: 12\n", '"weight" is no text but a number. Only texts are translated.'),
        ("a.json: tags", '{"tags": []}', '"tags" is no text but an empty list. Only texts are translated.'),
        ("a.toml: key()", "[some.words]\n", '"key()": “some” stands in a header or has dots, and stays as it is.'),
        ("a.toml: day", "day = 2026-11-30\n", '"day" is no text but a date. Only texts are translated.'),
        ("a.yml: one", "one: &x Words\n", '"one": “Words” has an anchor, an alias or a tag, and stays as it is.'),
    ],
)
def test_a_key_path_that_means_no_text_is_named(entry: str, data: str, said: str) -> None:
    (finding,) = read([entry], data.encode()).extraction.findings
    assert (finding.rule, finding.severity.name, finding.message) == ("data", "WARNING", said)


SHARED = """\
base: &base
  label: Shared label
one:
  <<: *base
  title: Own title
name: &name Named once
again: *name
tagged: !md Some text
"""


def test_what_an_anchor_or_a_tag_stands_with_stays_and_is_named() -> None:
    source = read(["a.yml: **"], SHARED.encode())
    assert offered(source) == ["one.title: Own title"]
    assert built(source, {"Own title": "Titel"}).data.decode() == SHARED.replace("Own title", "Titel")
    (finding,) = source.extraction.findings
    assert finding.message == '"**": “Shared label” has an anchor, an alias or a tag, and stays as it is.'


def test_key_paths_of_a_glob_may_each_mean_some_of_its_files_only() -> None:
    entry = ["**/_category_.json: label, link.title"]
    assert read(entry, b'{"label": "Boats"}', "a/_category_.json").extraction.findings == ()
    assert len(read(entry, b'{"lable": "Boats"}', "a/_category_.json").extraction.findings) == 2


@pytest.mark.parametrize(
    ("path", "data", "line", "problem"),
    [
        ("a.yml", b"one: two\nthree: [\n", 3, "not YAML"),
        ("a.yml", b"one: two\n---\nthree: four\n", 2, "not YAML: expected a single document"),
        ("a.json", b'{"one": "two",}', 1, "not JSON"),
        ("a.json", b"// why\n{}", 1, "not JSON"),
        ("a.toml", b"one = 'two'\nthree = four\n", 2, "not TOML"),
        ("a.json", b'{"one": "\xff"}', 1, "not UTF-8"),
    ],
)
def test_a_broken_file_cannot_be_read(path: str, data: bytes, line: int, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as caught:
        read([f"{path}: **"], data)
    assert (caught.value.path, caught.value.line) == (path, line)


def test_what_front_matter_says_to_this_program_is_data_here() -> None:
    data = b"mt: off\ntranslate: false\ndraft: true\ntitle: Words # for people\n"
    source = read(["a.yml: title"], data)
    assert offered(source) == ["title: Words"]
    assert (source.extraction.mt, source.is_private, source.remarks) == ("", False, ())
    assert built(source, {"Words": "Worte"}, comments="drop").data == data.replace(b"Words", b"Worte")


def test_drafts_are_not_published_where_no_notice_can_say_so() -> None:
    source = read(["a.yml: title"], b"title: Words\n")
    draft = mark(Unit("Words"), "Worte", "memory")
    compiled = compile_article(source, {draft.key: draft}, Options("de", Build(drafts=True)))
    assert (compiled.data, compiled.drafts) == (b"title: Words\n", 0)


def test_keys_that_would_be_one_stay_apart() -> None:
    """A program that reads a table takes one of two equal keys, and loses the other."""
    source = read(["a.yml: key()"], b"left: 1\nright: 2\n")
    compiled = built(source, {"left": "Seite", "right": "Seite"})
    assert compiled.data in (b"left: 1\nSeite: 2\n", b"Seite: 1\nright: 2\n")
    assert [each.rule for each in compiled.findings] == ["structure"]
    assert built(source, {"left": "right"}).data == b"left: 1\nright: 2\n"


@pytest.mark.parametrize(
    ("msgid", "msgstr", "is_shown"),
    [
        ("{count} posts", "Beiträge", False),
        ("One post|{count} posts", "{count} wpis|{count} wpisy|{count} wpisów", True),
        ("One post|{count} posts", "Ein Beitrag|viele Beiträge", False),
        ("Hello {name}", "Hallo {Name}", False),
        ("See <strong>us</strong>", "Siehe <script>x</script>", False),
    ],
)
def test_what_a_program_fills_in_stays(msgid: str, msgstr: str, is_shown: bool) -> None:
    source = read(["a.json: a"], f'{{"a": "{msgid}"}}'.encode(), dialect="docusaurus")
    assert (msgstr in built(source, {msgid: msgstr}).data.decode()) is is_shown
