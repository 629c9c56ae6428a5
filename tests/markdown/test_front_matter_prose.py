from __future__ import annotations

import pytest

from i18n.markdown.frontmatter.prose import is_prose


@pytest.mark.parametrize(
    "value",
    [
        *("Words", "ä", "日本語", "مرحبا", "A 1", "Node.js", "ASP.NET", "Vue.js", "C++", "TCP/IP", "Input/output"),
        *(
            "What is a.png?",
            "Visit https://example.org",
            "/about/ us",
            "{{ name }} here",
            "<b>Bold</b>",
            "Part 1:",
            "e.g.",
        ),
        *("Chapter: one", "Data:", "Re:Zero", "@handle", "#hashtag"),
    ],
)
def test_prose(value: str) -> None:
    assert is_prose(value)


@pytest.mark.parametrize(
    "value",
    [
        *(
            "",
            " ",
            "404",
            "1,5 %",
            "—",
            "…",
            "🌍",
            "12:30",
            "2026-11-03",
            "2026-11-03T10:00:00Z",
            "2026-11-03T10:00+01:00",
        ),
        *(
            "https://example.org/a?b=c#d",
            "HTTPS://EXAMPLE.ORG",
            "//example.org",
            "www.example.org/x",
            "mailto:a@example.org",
        ),
        *("a@example.org", "/", "/about/", "./a", "../a/b", "~/a", "a.png", "Photo.JPG", "images/Photo.jpeg"),
        *(
            "index.html",
            "docs/README.md",
            "static/app.js",
            "über.svg",
            "{{ site.title }}",
            "{% include x %}",
            "{{ base }}/about/",
        ),
    ],
)
def test_no_prose(value: str) -> None:
    assert not is_prose(value)
