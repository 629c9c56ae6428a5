"""Do the real programs of the field agree with the tool?"""
