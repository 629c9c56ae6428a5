"""What is known of VitePress?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

VITEPRESS = Site("VitePress", "vitepress", "docs", (Sign(".vitepress/config.*"), Sign("docs/.vitepress/config.*")))
