"""One use case a command: reads and writes the project, and calls the rooms below."""
