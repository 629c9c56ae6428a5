"""What is a message made of? Markup, placeholders, addresses, emphasis, references, sentences, scripts."""
