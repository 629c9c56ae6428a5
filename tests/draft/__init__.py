"""Does drafting keep its promises?"""
