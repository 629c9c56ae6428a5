"""Which part of a translation translates which part of its source?"""
