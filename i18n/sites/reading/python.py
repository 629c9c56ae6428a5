"""Which constants does a Python file set? It is read as far as it is written out, and never run."""

from __future__ import annotations

import ast


def constants(text: str) -> dict[str, object]:
    """The names that a module sets to literals: texts, lists, tables. Raises `ValueError` for what is no Python."""
    try:
        statements = ast.parse(text).body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError("it is no Python") from error
    found: dict[str, object] = {}
    for statement in statements:
        if isinstance(statement, ast.Assign):
            targets: list[ast.expr] = statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        else:
            continue
        for target in targets:
            if isinstance(target, ast.Name):
                found[target.id] = _literal(statement.value)
    return found


def _literal(value: ast.expr | None) -> object:
    """A value that is written out; None for another."""
    try:
        return ast.literal_eval(value) if value else None
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None
