"""Does the translation memory find what it should, and show nothing it must not?"""
