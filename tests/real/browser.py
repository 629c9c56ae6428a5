"""What does a real browser make of a page?"""

from __future__ import annotations

import subprocess
from pathlib import Path

_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars", "--force-color-profile=srgb",
    "--allow-file-access-from-files", "--virtual-time-budget=5000",
)  # fmt: skip


def read(page: Path, timeout: int = 240) -> subprocess.CompletedProcess[str]:
    """Let Chromium read a page and run its scripts; it prints the HTML of what came of it."""
    command = ("chromium-headless-shell", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri())
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=True)


def screenshot(page: Path, folder: Path, size: tuple[int, int] = (800, 900)) -> bytes:
    """Let Chromium draw a page; gives a PNG file. `folder` is for what it leaves behind."""
    picture = folder / f"{page.stem}.screenshot.png"
    subprocess.run(
        [
            *(
                "chromium-headless-shell",
                *_QUIET,
                f"--user-data-dir={folder / 'profile'}",
                f"--window-size={size[0]},{size[1]}",
            ),
            *(f"--screenshot={picture}", page.as_uri()),
        ],
        capture_output=True,
        check=True,
        timeout=200,
    )
    return picture.read_bytes()
