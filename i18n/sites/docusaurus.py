"""What is known of Docusaurus?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

DOCUSAURUS = Site("Docusaurus", "docusaurus", "docs", (Sign("docusaurus.config.*"),))
