"""From an article to its messages."""
