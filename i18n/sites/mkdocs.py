"""What is known of MkDocs?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

MKDOCS = Site("MkDocs", "mkdocs", "docs", (Sign("mkdocs.yml"), Sign("mkdocs.yaml")))
