"""How faithful, fast and big is the tool next to its peers and to other versions? See `python -m benchmarks --help`."""
