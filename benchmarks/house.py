"""How is the package built? Measured by its syntax trees: nothing of it is imported."""

from __future__ import annotations

import ast
import io
import itertools
import statistics
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.patterns import misplaced
from benchmarks.table import table

LONG, TOO_LONG = 300, 400
"""Lines of a module."""
LIMITS = {
    f"modules over {TOO_LONG} lines": 0,
    f"modules over {LONG} lines": 3,
    "lines of a function, median": 7,
    "lines of a function, 90th percentile": 20,
    "Any per 1,000 lines": 3,
    "broad except": 5,
    "caches keyed on identity": 0,
    "patterns away from message/, numbers/, words/": 0,
}
"""What each measure may be at most."""

PLAIN = frozenset({"str", "bytes", "int", "bool", "float", "None", "tuple", "frozenset", "Literal", "Pattern", "..."})
"""Types whose values are equal when what they hold is; a compiled pattern is equal by its source and flags."""
ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "NamedTuple"})
CACHES = frozenset({"cache", "lru_cache"})
BROAD = frozenset({"Exception", "BaseException"})
_NO_CODE = frozenset(
    {
        *(tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT),
        *(tokenize.ENCODING, tokenize.ENDMARKER),
    }
)


@dataclass(frozen=True, slots=True)
class Module:
    """One module of the package."""

    path: str
    """Below the package, in POSIX form."""
    text: str
    tree: ast.Module
    nodes: tuple[ast.AST, ...]
    """All of the tree, found once: each measure looks at them."""

    @property
    def lines(self) -> int:
        """Lines of the file."""
        return len(self.text.splitlines())


Measured = tuple[float, Sequence[str]]
"""A figure, and the places that make it up."""


def house(folder: Path) -> Iterator[str]:
    """Measure the package in `folder`, or in its folder `i18n`; yields paragraphs of Markdown."""
    modules = read(folder)
    measured = measure(modules)
    rows = [(name, _figure(is_now), _figure(LIMITS[name])) for name, (is_now, _) in measured.items()]
    yield table(("measure", "is", "at most"), rows)
    lengths = function_lengths(modules)
    lines = sum(module.lines for module in modules)
    code = sum(map(code_lines, modules))
    yield (
        f"{len(modules):,} modules, {lines:,} lines, {code:,} of them code; the longest module has "
        f"{max(module.lines for module in modules)} lines. {len(lengths):,} functions, the longest has "
        f"{lengths[-1]} lines. {len(broad(modules, raised_again=True))} broad except with those that raise again."
    )
    for name, (_, found) in measured.items():
        if found:
            yield "\n".join((f"{name}:", "", *(f"- {place}" for place in found)))


def read(folder: Path) -> tuple[Module, ...]:
    """Read the modules of a package, in the order of their paths."""
    root = folder / "i18n" if (folder / "i18n").is_dir() else folder
    paths = sorted(root.rglob("*.py"))
    if not paths:
        raise SystemExit(f"no modules in {folder}")
    texts = ((path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
    trees = ((path, text, ast.parse(text)) for path, text in texts)
    return tuple(Module(path, text, tree, tuple(ast.walk(tree))) for path, text, tree in trees)


def measure(modules: Sequence[Module]) -> dict[str, Measured]:
    """Answer each measure of LIMITS, in its order."""
    lengths = function_lengths(modules)
    found = [
        *(_longer(modules, limit) for limit in (TOO_LONG, LONG)),
        (statistics.median(lengths), ()),
        (lengths[len(lengths) * 9 // 10], ()),
        (1000 * sum(map(any_count, modules)) / sum(module.lines for module in modules), ()),
        *(
            (len(places), places)
            for places in (
                broad(modules),
                caches(modules),
                [str(place) for place in misplaced({module.path: module.tree for module in modules})],
            )
        ),
    ]
    return dict(zip(LIMITS, found, strict=True))


def _longer(modules: Sequence[Module], limit: int) -> Measured:
    found = [f"{module.path}: {module.lines}" for module in modules if module.lines > limit]
    return len(found), found


def function_lengths(modules: Sequence[Module]) -> list[int]:
    """Lines of each function and method, from `def` to its end, docstring included, decorators not; shortest first."""
    return sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def any_count(module: Module) -> int:
    """How often a module says `Any`, where it is imported too."""
    return sum(
        (isinstance(node, ast.Name) and node.id == "Any")
        or (isinstance(node, ast.Attribute) and node.attr == "Any")
        or (isinstance(node, ast.alias) and node.name == "Any")
        for node in module.nodes
    )


def code_lines(module: Module) -> int:
    """Lines that hold code: no docstrings (those of fields included), no comments, no blank lines."""
    tokens = tokenize.generate_tokens(io.StringIO(module.text).readline)
    code = {line for one in tokens if one.type not in _NO_CODE for line in range(one.start[0], one.end[0] + 1)}
    for node in module.nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            code -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(code)


def broad(modules: Sequence[Module], *, raised_again: bool = False) -> list[str]:
    """List the handlers of everything: a bare `except`, `Exception`, `BaseException`, alone or in a tuple.

    One of `BaseException` or of everything that ends in a bare `raise` only tidies up: it counts if `raised_again`.
    """
    return [
        f"{module.path}:{node.lineno}: {' '.join(sorted(names))}"
        for module in modules
        for node in module.nodes
        if isinstance(node, ast.ExceptHandler)
        and (names := _caught(node) & (BROAD | {"everything"}))
        and (raised_again or "Exception" in names or not _raises_again(node))
    ]


def _caught(handler: ast.ExceptHandler) -> set[str]:
    if handler.type is None:
        return {"everything"}
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {_last_name(kind) for kind in kinds}


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def caches(modules: Sequence[Module]) -> list[str]:
    """List the functions behind `functools.cache` or `lru_cache` that take something else than plain values.

    Plain are PLAIN, what is made of them, and classes of the package that compare by value: enumerations, named tuples
    and frozen data classes without `eq=False`. An argument without annotation is not, nor is `self`.
    """
    plain = PLAIN | _values(modules)
    found = []
    for module in modules:
        for node in module.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(map(_is_cache, node.decorator_list)):
                arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
                arguments += [one for one in (node.args.vararg, node.args.kwarg) if one is not None]
                found += [
                    f"{module.path}:{node.lineno}: {node.name}({one.arg})"
                    for one in arguments
                    if one.annotation is None or not _types(one.annotation) <= plain
                ]
    return found


def _is_cache(decorator: ast.expr) -> bool:
    return _last_name(decorator.func if isinstance(decorator, ast.Call) else decorator) in CACHES


def _values(modules: Sequence[Module]) -> frozenset[str]:
    """Collect classes that compare by value, save those whose name another class has, and aliases of plain types."""
    nodes = list(itertools.chain.from_iterable(module.nodes for module in modules))
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    others = {node.name for node in classes if not _compares_by_value(node)}
    aliases = {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign) and _is_plain(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return frozenset(({node.name for node in classes} | aliases) - others)


def _is_plain(value: ast.expr) -> bool:
    return isinstance(value, ast.Subscript) and _last_name(value.value) in PLAIN and _types(value) <= PLAIN


def _compares_by_value(node: ast.ClassDef) -> bool:
    return any(_last_name(base) in ENUMS for base in node.bases) or any(map(_is_frozen, node.decorator_list))


def _is_frozen(decorator: ast.expr) -> bool:
    if not (isinstance(decorator, ast.Call) and _last_name(decorator.func) == "dataclass"):
        return False
    said = {word.arg: isinstance(word.value, ast.Constant) and word.value.value for word in decorator.keywords}
    return said.get("frozen") is True and said.get("eq", True) is True


def _types(annotation: ast.expr) -> set[str]:
    """Names of the types that an annotation is made of."""
    if isinstance(annotation, ast.Constant):
        if isinstance(annotation.value, str):
            return _types(ast.parse(annotation.value, mode="eval").body)
        return {"None" if annotation.value is None else "..."}
    if isinstance(annotation, ast.Name | ast.Attribute):
        return {_last_name(annotation)}
    if isinstance(annotation, ast.Subscript) and _last_name(annotation.value) == "Literal":
        return {"Literal"}
    return {name for child in ast.iter_child_nodes(annotation) if isinstance(child, ast.expr) for name in _types(child)}


def _last_name(node: ast.expr) -> str:
    """`functools.cache` → `cache`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _figure(figure: float) -> str:
    return f"{figure:g}" if figure == int(figure) else f"{figure:.1f}"
