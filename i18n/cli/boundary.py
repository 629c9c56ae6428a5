"""How does an exception become an exit status and a message? The only place that decides it."""

from __future__ import annotations

import _thread
import errno
import os
import platform
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

import click

from i18n import __version__
from i18n.errors import I18nError

_CIRCUMSTANCES = (
    errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EMFILE, errno.ENFILE, errno.EIO,
    errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ETIMEDOUT, errno.EFBIG, errno.ENOLCK, errno.ENOTCONN,
)  # fmt: skip
"""What the system may refuse through no fault of ours: disks that are full or fail, and folders on other machines."""

_SOON = 0.01
"""Seconds."""


def guarded(run: Callable[[], Any]) -> int:
    """Run a command; return its exit status, having said on stderr what went wrong.

    A command returns its status, or nothing for 0. A reader of stdout that has gone (`i18n status | head`) is no
    failure.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal may not know a letter that an article has
    _end_in_order()
    try:
        status = run()
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except I18nError as error:
        click.echo(f"Error: {error}", err=True)
        return error.exit_status
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted: everything finished so far is kept.", err=True)
        return 130
    except BrokenPipeError:
        _discard_output()
        return 0
    except OSError as error:
        if error.errno not in _CIRCUMSTANCES:
            click.echo(_report(error), err=True)
            return 70
        click.echo(f"Error: {error.strerror}{f': {error.filename}' if error.filename else ''}", err=True)
        return 3
    except Exception as error:  # noqa: BLE001 - the boundary: whatever is left is a fault of this program
        click.echo(_report(error), err=True)
        return 70
    return status if isinstance(status, int) else 0


def _end_in_order() -> None:
    """Take the system's request to end, or a terminal that was closed, for an interruption: no file is left half."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` asks to ignore a terminal that was closed
            signal.signal(number, _interrupt)
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _not_lost


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _not_lost(lost: sys.UnraisableHookArgs) -> None:
    """Interrupt once more if an interruption came while Python cleaned up an object, where it cannot go further."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    again = threading.Timer(_SOON, _interrupt_main)  # at once would be here, where it would be lost again
    again.daemon = True
    again.start()


def _interrupt_main() -> None:
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, signal.SIGINT)  # it may wait for the system, which only a signal ends
    else:
        _thread.interrupt_main()


def _discard_output() -> None:
    # The interpreter flushes stdout once more as it ends, and would complain of the same broken pipe.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(error: Exception) -> str:
    """What to send in: where it happened. The message is left out, as it may quote an article or a translation."""
    frames = traceback.extract_tb(error.__traceback__)
    notes = getattr(error, "__notes__", [])
    lines = [
        "This is a fault of i18n itself. What was finished is kept.",
        *notes,
        "Please report what you ran to the maintainers of Manytongues, with these lines; they hold no text of yours:",
        "",
        f"  i18n {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"  {type(error).__module__}.{type(error).__qualname__}",
        *(f"  {_module(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames[-12:]),
    ]
    return "\n".join(lines)


def _module(path: str) -> str:
    """The path from the package on: what lies above it may hold a person's name."""
    parts = path.replace("\\", "/").split("/")
    for anchor in ("site-packages", "i18n", "lib"):
        if anchor in parts[:-1]:
            at = parts.index(anchor)
            return "/".join(parts[at + (anchor == "site-packages") :])
    return parts[-1]
