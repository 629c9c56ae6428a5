"""What is sent to an engine, what does it cost, and what was answered before?"""
