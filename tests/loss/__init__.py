"""Is anything that a person wrote ever changed or lost? Whole projects, in whatever order things happen to them."""
