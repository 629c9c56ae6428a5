"""Lossless reading of Markdown, and the only way to rewrite it."""
