"""What lies in the output folder and in bundles, and from what was it made?"""
