"""Does the tool do what its contract says?"""
