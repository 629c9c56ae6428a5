"""Which ids does a generator give the headings of a page? `rules` has them all, and takes a while to import."""

from __future__ import annotations

from i18n.sites.ids.settings import Form, Ids

__all__ = ["Form", "Ids"]
