"""Which connections may a process make that a test starts? To this machine alone, as the tests themselves.

Python imports a module of this name as it starts, where its folder is on the path.
"""

from __future__ import annotations

import importlib
import os
import socket
import sys
from typing import Any

_LOCAL = ("localhost", "", None)


def _beyond(host: Any) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    return name not in _LOCAL and not str(name).startswith(("127.", "::1"))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook cannot be taken off again, and no `except Exception` outlives the end of the process."""
    if event == "socket.connect":
        sock, address = arguments
        if sock.family in (socket.AF_INET, socket.AF_INET6) and _beyond(address[0]):
            sys.stderr.write(f"a test reached for {address[0]}\n")
            sys.stderr.flush()
            raise SystemExit(99)
    elif event == "socket.getaddrinfo" and _beyond(arguments[0]):
        sys.stderr.write(f"a test looked up {arguments[0]}\n")
        sys.stderr.flush()
        raise SystemExit(99)


sys.addaudithook(_refuse)
if "NOTE_OPENS" in os.environ:
    importlib.import_module("opens")
