"""What does Google's page for small screens answer?"""

from __future__ import annotations

import html

from tests.real.servers.script import Asked, Handler


class Google(Handler):
    """Speaks at `/m`."""

    def answer(self, asked: Asked, fault: str) -> None:
        """Show the translation of `q`."""
        texts = self.script.translations([asked.query.get("q", "")], fault)
        shown = html.escape("".join(texts[:1]))
        page = (
            '<!DOCTYPE html><html><head><title>Translate</title></head><body><div class="root-container">'
            f'<div class="result-container">{shown}</div><div class="links-container">more</div></div></body></html>'
        )
        self.send(200, page.encode(), {"Content-Type": "text/html; charset=utf-8"})
