"""Is the package built as its limits say, and does the measure see what breaks them?"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.house import LIMITS, Measured, Module, house, measure, read
from benchmarks.patterns import ALLOWED, allowing, misplaced, places

PACKAGE = Path(__file__).parent.parent / "i18n"


@pytest.fixture(scope="module")
def modules() -> tuple[Module, ...]:
    return read(PACKAGE)


@pytest.fixture(scope="module")
def measured(modules: tuple[Module, ...]) -> dict[str, Measured]:
    return measure(modules)


def assert_within(measured: dict[str, Measured], name: str) -> None:
    figure, found = measured[name]
    assert figure <= LIMITS[name], "\n".join((f"{name}: {figure:g}", *found))


def test_no_module_is_too_long(measured: dict[str, Measured]) -> None:
    assert_within(measured, "modules over 400 lines")


def test_few_modules_are_long(measured: dict[str, Measured]) -> None:
    assert_within(measured, "modules over 300 lines")


def test_functions_are_short(measured: dict[str, Measured]) -> None:
    assert_within(measured, "lines of a function, median")
    assert_within(measured, "lines of a function, 90th percentile")


def test_types_say_what_they_are(measured: dict[str, Measured]) -> None:
    assert_within(measured, "Any per 1,000 lines")


def test_faults_are_not_swallowed(measured: dict[str, Measured]) -> None:
    assert_within(measured, "broad except")


def test_nothing_is_remembered_by_identity(measured: dict[str, Measured]) -> None:
    assert_within(measured, "caches keyed on identity")


def test_what_a_message_is_made_of_is_said_once(measured: dict[str, Measured]) -> None:
    assert_within(measured, "patterns away from message/, numbers/, words/")


def test_every_exception_is_needed(modules: tuple[Module, ...]) -> None:
    trees = {module.path: module.tree for module in modules}
    used = {row for place in places(trees) for row in allowing(place)}
    assert [row for row in ALLOWED if row not in used] == []


def packed(tmp_path: Path, text: str, path: str = "room/one.py") -> dict[str, Measured]:
    """Measure a package of one module."""
    target = tmp_path / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"def nothing(): ...\n{text}\n", encoding="utf-8")
    return measure(read(tmp_path))


@pytest.mark.parametrize(("lines", "long", "too_long"), [(300, 0, 0), (301, 1, 0), (400, 1, 0), (401, 1, 1)])
def test_lines_of_modules_are_counted(lines: int, long: int, too_long: int, tmp_path: Path) -> None:
    measured = packed(tmp_path, "#\n" * (lines - 2) + "#")
    assert (measured["modules over 300 lines"][0], measured["modules over 400 lines"][0]) == (long, too_long)


def test_functions_are_measured_with_docstrings_and_without_decorators(tmp_path: Path) -> None:
    long = (
        'class A:\n    @property\n    def long(self):\n        """Say.\n\n        More.\n        """\n        return 1'
    )
    other = "    async def other(self):\n        def inner(): ...\n        return inner"
    measured = packed(tmp_path, f"{long}\n{other}")
    # 1, 1, 3 and 6 lines
    assert measured["lines of a function, median"][0] == 2
    assert measured["lines of a function, 90th percentile"][0] == 6


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("from typing import Any", 1),
        ("import typing\nvalue: typing.Any = 1", 1),
        ("from typing import Any\ndef f(one: Any, *, two: dict[str, Any]) -> Any: ...", 4),
        ("def f(one: 'AnyStr') -> None: 'Any of them'", 0),
    ],
)
def test_any_is_counted(text: str, count: int, tmp_path: Path) -> None:
    lines = text.count("\n") + 2
    assert packed(tmp_path, text)["Any per 1,000 lines"][0] == 1000 * count / lines


@pytest.mark.parametrize(
    ("clause", "count"),
    [
        ("except:\n    pass", 1),
        ("except Exception:\n    pass", 1),
        ("except Exception:\n    raise", 1),
        ("except (OSError, Exception) as error:\n    print(error)", 1),
        ("except BaseException:\n    pass", 1),
        ("except builtins.BaseException as error:\n    raise Fault from error", 1),
        ("except BaseException:\n    print()\n    raise", 0),
        ("except:\n    raise", 0),
        ("except (OSError, ValueError):\n    pass", 0),
        ("except* Exception:\n    pass", 1),
    ],
)
def test_broad_handlers_are_counted(clause: str, count: int, tmp_path: Path) -> None:
    assert packed(tmp_path, f"try:\n    pass\n{clause}")["broad except"][0] == count


@pytest.mark.parametrize(
    ("decorator", "arguments", "count"),
    [
        ("functools.cache", "one: str, two: tuple[int, ...] = ()", 0),
        ("functools.cache", "", 0),
        ("functools.lru_cache(maxsize=1)", "one: Identity", 1),
        ("lru_cache", "one: list[str]", 1),
        ("cache", "one: str, two", 1),
        ("cache", "self", 1),
        ("cache", "one: 'Identity | None'", 1),
        ("cache", "*, one: Value, two: Colour | None, three: Key, four: re.Pattern[bytes]", 0),
        ("cache", "one: frozenset[Literal['a', 'b']], *more: Changing", 1),
        ("cache", "one: Both", 1),
        ("functools.cached_property", "self", 0),
    ],
)
def test_caches_on_identity_are_found(decorator: str, arguments: str, count: int, tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text("@dataclass(frozen=True, eq=False)\nclass Both: ...\n")
    classes = """
    Key = tuple[str | None, str]
    class Identity: ...
    class Colour(enum.Enum): ...
    @dataclass(frozen=True, slots=True)
    class Value: ...
    @dataclass(frozen=True)
    class Both: ...
    @dataclass
    class Changing: ...
    """.replace("\n    ", "\n")
    measured = packed(tmp_path, f"{classes}\n@{decorator}\ndef remembered({arguments}): ...")
    assert measured["caches keyed on identity"][0] == count


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # placeholders
        (r're.compile(r"%\((\w+)\)s")', "placeholder"),
        (r're.search(r"%[sd]", text)', "placeholder"),
        (r're.compile(r"%(?:\d+\$)?[-+]*[sdifg]")', "placeholder"),
        (r're.compile(r"\{[^{}]*\}")', "placeholder"),
        (r're.compile(r"\{[^}\n]+\}")', "placeholder"),
        (r're.compile(r"\$\{\w+\}")', "placeholder"),
        (r're.compile(rb"\{\{.*?\}\}")', "placeholder"),
        (r're.compile(r"\{%.*?%\}")', "placeholder"),
        (r're.compile(r"%\d+\$s")', "placeholder"),
        # addresses
        (r're.compile("https?://x")', "address"),
        (r're.compile(r"\w+://")', "address"),
        (r're.compile(r"www\.")', "address"),
        (r're.compile("(?:tel|mailto):")', "address"),
        (r're.compile(r"\S+@\S+\.\w+")', "address"),
        # scripts
        (r'regex.compile(r"[\p{Han}]")', "script"),
        (r'regex.compile(r"\p{Script=Thai}+")', "script"),
        (r'regex.compile(r"\P{Hang}")', "script"),
        ('re.compile("[\u3041-\u3096]")', "script"),
        (r're.compile(r"[\uac00-\ud7a3]")', "script"),
        (r're.compile("[\U00020000-\U0002a6df]")', "script"),
        # numbers
        (r're.compile(r"\d+(?:[.,]\d+)*")', "number"),
        (r're.compile(r"\d{1,3}(?:[ \u00a0.]\d{3})+")', "number"),
        (r're.compile(r"\d[\d.,]*")', "number"),
        # built from pieces
        ('PIECE = "https?"\nre.compile(PIECE + "x")', "address"),
        ('PIECE = "https?"\nWHOLE = f"<{PIECE}>"\nre.compile(WHOLE)', "address"),
        ('KINDS = {"one": "https?", "two": r"%\\d+\\$"}\nre.compile("|".join(KINDS.values()))', "address placeholder"),
        ('re.compile("ht" + f"tps{x}?" "://")', "address"),
        ('def f(text):\n    return re.sub(r"\\{[^{}]*\\}", "", text)', "placeholder"),
        # nothing of the kind
        ('TEXT = "See https://example.org, {name} and %(name)s"\nprint(TEXT)', ""),
        (r're.compile(r"\{\s*[a-z]+=[\w]+\}|[{}%$]|%|\d+|\d{4}-\d\d")', ""),
        (r're.compile(r"[\u200b-\u200f\ue000-\uefff\ufff9-\ufffc]|[A-Za-z\u00c0-\u024f]")', ""),
        (r're.compile(r"\p{L}\p{Lu}\p{P}[^\w@]@name|\w+ @")', ""),
        ('re.compile(r"""x\n  \\d  # as in https://example.org\n""", re.VERBOSE)', ""),
        ('"https?".split("x")', ""),
    ],
)
def test_patterns_are_known_by_what_they_look_for(text: str, kinds: str, tmp_path: Path) -> None:
    packed(tmp_path, text)
    trees = {module.path: module.tree for module in read(tmp_path)}
    assert " ".join(sorted({place.kind for place in misplaced(trees)})) == kinds


def test_a_pattern_is_found_where_it_stands_and_not_where_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "pieces.py").write_text('PIECE = "https?"\n')
    measured = packed(tmp_path, "from pieces import PIECE\nre.compile(PIECE)")
    assert measured["patterns away from message/, numbers/, words/"] == (1, ["pieces.py:1: address (https?)"])


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("message/one.py", 0),
        ("numbers/deep/one.py", 0),
        ("messages/one.py", 1),
        ("check/message/one.py", 1),
        ("markdown/dialects/one.py", 0),
        ("markdown/one.py", 1),
    ],
)
def test_patterns_have_homes_and_exceptions(path: str, count: int, tmp_path: Path) -> None:
    measured = packed(tmp_path, r're.compile(r"\{\{.*?\}\}")', path)
    assert measured["patterns away from message/, numbers/, words/"][0] == count


def test_figures_and_places_are_printed(tmp_path: Path) -> None:
    text = '"""A docstring\n\nof three lines."""\n\n# A comment\nVALUE = """\ntext\n"""\n"""What it is."""\n'
    packed(tmp_path, f"{text}try:\n    x()  # now\nexcept Exception:\n    pass", "i18n/one.py")
    said = "\n\n".join(house(tmp_path))
    [row] = [line for line in said.splitlines() if line.startswith("| broad except")]
    assert [cell.strip() for cell in row.split("|")[2:4]] == ["1", "5"]
    assert "1 modules, 14 lines, 8 of them code" in said
    assert "broad except:\n\n- one.py:13: Exception" in said
    with pytest.raises(SystemExit, match="no modules"):
        read(tmp_path / "nowhere")
