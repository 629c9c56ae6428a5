"""How do the messages of a run get their drafts?"""
