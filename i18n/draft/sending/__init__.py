"""What is sent to an engine, what does it cost, and what need not be sent again?"""
