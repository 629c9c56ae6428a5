"""Do models that are installed keep what is promised of them?"""
