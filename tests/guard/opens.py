"""Which articles and catalogs does a process open? It notes each in the file that `NOTE_OPENS` names."""

from __future__ import annotations

import os
import sys
from typing import Any

_NOTES = os.open(os.environ["NOTE_OPENS"], os.O_CREAT | os.O_APPEND | os.O_WRONLY)


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and str(arguments[0]).endswith((".md", ".po")):
        os.write(_NOTES, f"{arguments[0]}\n".encode())


sys.addaudithook(_note)
