"""What is known of mdBook?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

MDBOOK = Site("mdBook", "mdbook", "src", (Sign("book.toml"),))
