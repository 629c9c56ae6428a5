from __future__ import annotations

import pytest

from i18n.markdown.dialects import GFM, named
from i18n.message.pseudo import pseudo
from i18n.pseudo import ACCENTED, MIRRORED


def test_words_change_and_grow_and_markup_stays() -> None:
    message = 'Check the **[list](l.md "t")** `code` {{< x >}} <b>twice</b>, &amp; {name} %(n)s :tada: ![alt](x)'
    changed = pseudo(message, GFM, ACCENTED)
    assert changed.startswith(
        'Çĥéçķ ţĥé **[ĺíšţ](l.md "t")** `code` {{< x >}} <b>ţŵíçé</b>, &amp; {name} %(n)s :tada: ![áĺţ](x)'
    )
    assert len(changed) > len(message)


def test_mirrored_words_are_closed_again() -> None:
    assert pseudo("See [The Guide].", GFM, ACCENTED, ("the guide",)).startswith("Šéé [The Guide].")
    assert pseudo("See [The Guide].", GFM, ACCENTED).startswith("Šéé [Ţĥé")
    formula = r"\\( x = \frac{a}{b} \\)"
    assert formula in pseudo(f"See {formula} here", named("mdbook"), ACCENTED)
    assert pseudo("Check *it*.", GFM, MIRRORED) == "\u202eCheck\u202c *\u202eit\u202c*."


@pytest.mark.parametrize("message", ["1 2 3", "`code`", "<https://example.org>", "{{ x }}"])
def test_what_has_no_words_stays(message: str) -> None:
    assert pseudo(message, GFM, ACCENTED) == message


def test_roles_of_a_dialect_stay() -> None:
    assert "{ref}`words`" in pseudo("See {ref}`words` here", named("myst"), ACCENTED)


@pytest.mark.parametrize(
    "kept",
    "%lld %@ %o %p %1$@ {name} ${x} https://example.org/für a@b.example www.c.example :tada: {{x}} {:.c}".split(),
)
def test_what_programs_read_stays(kept: str) -> None:
    assert pseudo(f"see {kept}, now", GFM, ACCENTED).startswith(f"šéé {kept}, ñóŵ")


def test_identifiers_in_prose_stay() -> None:
    changed = pseudo("Raise retry_after in cache.toml with --quiet.", GFM, ACCENTED)
    assert all(name in changed for name in ("retry_after", "cache.toml", "--quiet"))
    assert "Raise" not in changed
