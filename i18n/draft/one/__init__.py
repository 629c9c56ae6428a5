"""How does one message get a draft?"""
