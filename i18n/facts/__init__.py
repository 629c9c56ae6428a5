"""What does a text state that every language writes in its own way: references to scripture, dates, quantities?"""
