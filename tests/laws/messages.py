"""Messages as writers write them, and worse."""

from __future__ import annotations

from hypothesis import strategies as st

_WORDS = st.sampled_from(
    (
        "the house river of a red nurse said we don’t “carry” supplies—and walk. Up! to camp? "
        "No, 1,240 kilos; été 말은 日本"
    ).split()
)
_ODD = st.sampled_from(
    [
        "{name}", "%s", "%(count)d", "${x}", "{{ site.title }}", "{{< ref \"*a*\" >}}", "{% raw %}", "[^1]", "&amp;",
        "&nbsp;", "\\*", "*", "_", "`", "[", "]", "<", ">", "(Acts 1:8)", "(Eph. 6:18)", "5 km", "40 %", ":smile:",
        "https://x.example/a_b", "<https://x.example>", "<br>", "\n", "\\", "**", "~~", "  ", "a@b.example", "[label]",
        "`code`", "`` a`b ``", "<kbd>Ctrl</kbd>", "H<sub>2</sub>O", "![a house](h.png)", "![](h.png \"the river\")",
    ]
)  # fmt: skip


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    frames = [
        "*{}*", "**{}**", "_{}_", "~~{}~~", "[{}](https://x.example/p)", "[{}](y.md \"the title\")", "[{}][label]",
        "[{}][]", "<b>{}</b>", "<span class=\"n\">{}</span>", "***{}***", "“{}”", "({})",
    ]  # fmt: skip
    return st.builds(lambda frame, text: frame.replace("{}", text), st.sampled_from(frames), inner)


def messages() -> st.SearchStrategy[str]:
    """Inline Markdown: words, nested markup, placeholders of every kind, and marks that mean nothing."""
    phrase = st.recursive(
        _WORDS | _ODD,
        lambda inner: st.lists(inner, min_size=1, max_size=4).map(" ".join) | _wrapped(inner),
        max_leaves=12,
    )
    spaced = st.lists(phrase, min_size=1, max_size=6).map(" ".join)
    tight = st.lists(phrase, min_size=1, max_size=4).map("".join)
    return spaced | tight
