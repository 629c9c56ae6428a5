"""What does a text state that languages write in their own way: references to scripture, dates, amounts, quotations?"""
