"""What is known of MyST?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

MYST = Site("MyST", "myst", "docs", (Sign("myst.yml"), Sign("conf.py"), Sign("docs/conf.py"), Sign("source/conf.py")))
