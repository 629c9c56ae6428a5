"""What does an article look like in another language?"""
