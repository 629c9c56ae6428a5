"""What went wrong with a file, and what can be done about it?"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from i18n.errors import InputError, StorageError

_HINTS = {
    errno.ENOSPC: "The disk is full: make room and run the command again; what was finished is kept.",
    errno.EDQUOT: "Your disk quota is used up: make room and run the command again; what was finished is kept.",
    errno.EACCES: "Ask for permission, or run the command as the owner of the project.",
    errno.EPERM: "Ask for permission, or run the command as the owner of the project.",
    errno.EIO: "The disk, or the network it is reached by, fails: save the project elsewhere before you go on.",
    errno.EROFS: "The file system is read-only: work on a copy of the project that can be written.",
    errno.ENAMETOOLONG: "Give the article a shorter name.",
    errno.EISDIR: "A folder stands where a file belongs: move it away.",
    errno.ENOTDIR: "A file stands where a folder belongs: move it away.",
}


def unreadable(name: str, error: OSError) -> InputError:
    """What to raise where the system refuses to read."""
    return InputError(f"cannot be read: {_reason(error)}", _HINTS.get(error.errno or 0, ""), name)


@contextlib.contextmanager
def writing(name: str) -> Iterator[None]:
    """Raise `StorageError`, which names the file, where the system refuses to write."""
    try:
        yield
    except OSError as error:
        refused = StorageError(f"cannot be written: {_reason(error)}", _HINTS.get(error.errno or 0, ""), name)
        refused.everywhere = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
        raise refused from error


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
