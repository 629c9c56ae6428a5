"""Which names must not be told, and how are they kept back?"""
