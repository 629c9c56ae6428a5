"""Gettext catalogs: bytes to values and back, merging with a template, headers, origins, counts."""
