"""Do the real generators publish anything of what a translation must not bring?"""
