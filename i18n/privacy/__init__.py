"""Which names must not leave this machine, and what in a comment names a person?"""
