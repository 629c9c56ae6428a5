"""What is known of Jekyll?"""

from __future__ import annotations

from i18n.sites.site import Sign, Site

JEKYLL = Site(
    "Jekyll",
    "jekyll",
    "_posts",
    (Sign("_config.yml"), Sign("_config.yaml")),
    dates=("date",),  # its `future` is false unless somebody changed it
    dated_names=True,
    needs_front_matter=True,
)
