"""What is known of Starlight?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

STARLIGHT = Site("Starlight", "starlight", "src/content/docs", (Sign("astro.config.*"),))
