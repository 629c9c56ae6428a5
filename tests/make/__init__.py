"""What stands behind targets of the Makefile that a line of shell is not enough for?"""
