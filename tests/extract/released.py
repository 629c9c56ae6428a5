"""Which messages had the samples of the tests when the format was last released?

`python -m tests.extract.released` writes that down for the present format: once for each release that raised it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from i18n.catalog.headers import FORMAT
from i18n.errors import I18nError
from i18n.markdown.dialects import NAMES
from tests import fixtures
from tests.extract.reading import extraction

RELEASED = fixtures.DATA / "released_format.json"
_ROOT = Path(__file__).parent.parent.parent
_ARTICLES = (_ROOT / "source", _ROOT / "benchmarks" / "data" / "specimens")


def samples() -> Iterator[tuple[str, str]]:
    """Dialects and texts: what fixtures hold for their dialect, and articles of ours for every dialect."""
    for path in sorted(fixtures.DATA.glob("*.txt")):
        dialect = path.stem.partition("_")[0]
        for text in fixtures.parts(path.name):
            yield from ((each, text) for each in ((dialect,) if dialect in NAMES else ("gfm", "mkdocs", "jekyll")))
    for folder in _ARTICLES:
        for path in sorted(folder.rglob("*.md")):
            yield from ((each, path.read_text(encoding="utf-8")) for each in NAMES)


def digests() -> dict[str, str]:
    """A digest of the messages of each sample, by one of the sample."""
    return {digest(dialect, text): digest(*_messages(dialect, text)) for dialect, text in samples()}


def _messages(dialect: str, text: str) -> Iterator[str]:
    try:
        segments = extraction(text, dialect).segments
    except I18nError as error:
        yield str(error)
        return
    for msgctxt, msgid in dict.fromkeys(segment.key for segment in segments):
        yield f"{msgctxt}\0{msgid}"


def digest(*texts: str) -> str:
    """The first eight hexadecimal digits of the SHA-256 of texts."""
    return hashlib.sha256("\0\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def released() -> tuple[str, dict[str, str]]:
    """The format that was released last, and the digests of then."""
    data = json.loads(RELEASED.read_text(encoding="utf-8"))
    return data["format"], data["samples"]


def write() -> None:
    """Write down the messages of today as those of the present format."""
    data = {"format": FORMAT, "samples": dict(sorted(digests().items()))}
    RELEASED.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
