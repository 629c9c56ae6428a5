"""From an article and its catalogs to the article in another language."""
