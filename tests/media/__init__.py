"""Does cleaning a file leave what it shows, and nothing else?"""
