"""How do bytes cross the project's edge? Whole or not at all, only where they differ, never outside the project."""

from i18n.store.local import LocalStore
from i18n.store.protocol import PRIVATE, Listing, Store

__all__ = ["PRIVATE", "Listing", "LocalStore", "Store"]
