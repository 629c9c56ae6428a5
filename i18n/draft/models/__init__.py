"""Which models can be installed for engines of this machine, and how do they come, stay whole, and go?"""
