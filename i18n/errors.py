"""What can go wrong, as one small tree: each failure says what, where, and what to do next."""

from __future__ import annotations


class I18nError(Exception):
    """A failure that a user can understand and act on.

    Every argument has a default, so that a failure raised in a worker process can be pickled.
    """

    exit_status = 70
    """Exit status of a command that ends with this failure (the contract lists them)."""

    def __init__(self, message: str = "", hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
        """What to do next; one sentence, or empty."""

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class ConfigurationError(I18nError):
    """The command line or the configuration asks for something that is not possible."""

    exit_status = 2


class FileError(I18nError):
    """A file could not be read or written. One article's failure never stops the others: it becomes a finding."""

    exit_status = 3

    def __init__(self, message: str = "", hint: str = "", path: str = "", line: int = 0) -> None:
        super().__init__(message, hint)
        self.args = (message, hint, path, line)
        self.path = path
        """Relative to the project's root, POSIX form; empty when there is no file."""
        self.line = line
        """1-based; 0 when it is not known."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return place + super().__str__()


class InputError(FileError):
    """A file could not be read as what it claims to be."""


class StorageError(FileError):
    """A file cannot be written, or lies outside of the project."""

    everywhere = False
    """The disk is full or fails: other files cannot be written either."""


class EngineError(I18nError):
    """An engine, or the place that its model comes from, failed; nothing was lost."""

    exit_status = 4
