"""The command line: options in, one use case, output and an exit status."""
