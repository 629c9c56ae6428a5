"""How does a project begin? The use case of `init`."""
