"""Do the real renderers read an article as the tool does?"""
