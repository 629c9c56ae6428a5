"""Which catalogs may come? Arbitrary ones, with every character that has tripped a parser."""

from __future__ import annotations

from hypothesis import strategies as st

from i18n.model import Catalog, Reference, Unit

ODD = "aZ ü한\t\\\"'\n\r\a\b\v\f\x01\x1b\x1c\x1d\x1e\x7f\x85\xa0\u2028\u2029\u200b\u202e\u2068\ufeff🏳️#~|:,%{}"
"""Line ends of Unicode that are none in a PO file, controls, quotes, and the marks of PO syntax."""

texts = st.text(ODD, max_size=12)
some_text = texts.filter(bool)
comment_lines = st.one_of(
    st.text(ODD.replace("\n", ""), max_size=8),
    st.sampled_from(
        ["", "draft: apertium sha=01234567", "i18n-ignore: numbers", ", fuzzy", ": a", "| b", "~ c", ". d"]
    ),
)
paths = st.sampled_from(
    ["a.md", "source/ein Bericht.md", "x/é\xa0\u2003.md", "b:c.md", "source/" + "lang/" * 9 + "x.md"]
)
references = st.builds(Reference, paths, st.integers(0, 20_000))
flags = st.sampled_from([(), ("no-wrap",), ("c-format",), ("c-format", "no-wrap"), ("md-text", "max-length:9")])


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A unit in the form in which it is written (see `serialize`): what it drops is not there to begin with."""
    msgstr = draw(texts)
    fuzzy, obsolete = draw(st.tuples(st.booleans(), st.booleans())) if msgstr else (False, False)
    plural, forms = draw(st.one_of(st.just((None, ())), st.tuples(some_text, st.tuples(some_text, texts))))
    previous = draw(st.none() | texts)
    return Unit(
        msgid=draw(some_text),
        msgstr="" if plural else msgstr,
        msgctxt=draw(st.none() | texts),
        fuzzy=fuzzy,
        previous_msgid=previous,
        previous_msgctxt=None if previous is None else draw(st.none() | texts),
        comments=_trimmed(draw(st.lists(comment_lines, max_size=3))),
        extracted=tuple(filter(None, (line.rstrip() for line in draw(st.lists(comment_lines, max_size=2))))),
        references=tuple(draw(st.lists(references, max_size=6, unique=True))),
        flags=draw(flags),
        obsolete=obsolete,
        msgid_plural=plural,
        msgstr_plural=forms,
    )


def _trimmed(lines: list[str]) -> tuple[str, ...]:
    lines = [line.rstrip() for line in lines]
    while lines and not lines[0]:
        del lines[0]
    return tuple(lines)


header_fields = st.tuples(st.just("Project-Id-Version"), st.text('aé "\\\t:', max_size=6).map(str.strip))


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """A catalog with a header, units of different keys, obsolete ones last."""
    found = draw(st.lists(units(), max_size=4, unique_by=lambda unit: unit.key))
    return Catalog(
        headers=(draw(header_fields), ("Content-Type", "text/plain; charset=UTF-8")),
        units=tuple(sorted(found, key=lambda unit: unit.obsolete)),
        comments=_trimmed(draw(st.lists(comment_lines, max_size=2))),
        fuzzy=draw(st.booleans()),
    )
