from __future__ import annotations

import pickle

import pytest

from i18n.errors import InputError
from i18n.extract.article import Rules
from i18n.extract.source import Source, read_source
from i18n.model import Article


def read(data: bytes, path: str = "a.md", rules: Rules = Rules()) -> Source:  # noqa: B008
    return read_source(Article(path, "a", f"source/{path}", data), rules)


def test_a_text_file_is_commonmark_whatever_the_project_reads() -> None:
    hugo = Rules("hugo", parameters=("caption",))
    text = b'{{< figure caption="Words" >}}\n\n| a |\n|---|\n'
    own = read(text, "a.txt", hugo)
    assert own.dialect.name == "commonmark"
    assert own.rules == Rules("commonmark")
    assert own.extraction == read(text, rules=Rules("commonmark")).extraction
    assert read(text, "a.md", hugo).rules == hugo


def test_what_is_published_lacks_comments_meant_for_the_program_and_is_found_once() -> None:
    source = read(b"One\n\n<!-- i18n:note: careful -->\n\nTwo\n")
    assert source.parts.data == b"One\n\nTwo\n"
    assert source.outline is source.outline
    assert source.skeleton is source.skeleton
    plain = read(b"One\n\nTwo\n")
    assert plain.outline == source.outline
    assert plain.skeleton == source.skeleton


def test_a_source_goes_to_another_process_with_what_it_knows() -> None:
    source = read(b"# One\n\nTwo\n")
    assert source.skeleton
    again = pickle.loads(pickle.dumps(source))
    assert (again.article, again.extraction, again.skeleton) == (source.article, source.extraction, source.skeleton)
    assert again.template == source.template


def test_bytes_that_are_no_text_are_named_by_line_and_offset() -> None:
    with pytest.raises(InputError, match="byte 0xff at offset 7") as caught:
        read(b"\xef\xbb\xbfOne\n\xff")
    assert (caught.value.path, caught.value.line) == ("source/a.md", 2)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_comments_for_people_are_found_on_their_lines_whatever_ends_a_line(newline: bytes) -> None:
    text = (
        b"---\ntitle: Owls\n# Ask Ann.\nmt: local # never published\ndate: 2020 # of birth\n---\n\n<!-- Told me. -->\n"
    )
    assert read(text.replace(b"\n", newline)).remarks == (3, 5, 8)
