"""Where does work run?"""
