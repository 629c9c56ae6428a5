"""What is known of Hugo?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

HUGO = Site(
    "Hugo",
    "hugo",
    "content",
    (
        Sign("hugo.toml"),
        Sign("hugo.yaml"),
        Sign("hugo.json"),
        Sign("archetypes/default.md"),
        Sign("config.toml", b"baseURL"),
        Sign("config/_default/*.toml", b"baseURL"),
    ),
    dates=("publishdate", "pubdate", "published", "date"),
    expiry="expirydate",
)
