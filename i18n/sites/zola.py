"""What is known of Zola?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

ZOLA = Site("Zola", "zola", "content", (Sign("config.toml", b"[markdown]"),))
