"""Which names must not leave this machine, and how are they kept back?"""
