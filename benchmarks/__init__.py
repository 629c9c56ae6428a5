"""How faithful, fast and big is the tool beside its peers? `python -m benchmarks --help` lists what can be asked."""
