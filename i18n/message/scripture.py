"""How are verses of the Bible referred to in English, as in `1 Cor. 13:4-7; Rom. 8:28`?"""

from __future__ import annotations

_BOOKS = (
    "Genesis Gen Gn Exodus Exod Ex Leviticus Lev Lv Numbers Num Nm Deuteronomy Deut Dt Joshua Josh Jos Judges "
    "Judg Jdg Ruth Samuel Sam Sm Kings Kgs Chronicles Chron Chr Ezra Nehemiah Neh Tobit Tob Judith Jdt Esther "
    "Esth Est Maccabees Macc Mc Job Jb Psalms Psalm Pss Ps Proverbs Prov Prv Ecclesiastes Eccles Eccl Song Wisdom "
    "Wis Sirach Sir Isaiah Isa Is Jeremiah Jer Lamentations Lam Baruch Bar Ezekiel Ezek Ez Daniel Dan Dn Hosea "
    "Hos Joel Jl Amos Am Obadiah Obad Ob Jonah Jon Micah Mic Mi Nahum Nah Na Habakkuk Hab Zephaniah Zeph Zep "
    "Haggai Hag Hg Zechariah Zech Zec Malachi Mal Matthew Matt Mt Mark Mk Luke Lk John Jn Acts Romans Rom Rm "
    "Corinthians Cor Galatians Gal Ephesians Eph Philippians Phil Colossians Col Thessalonians Thess Thes Timothy "
    "Tim Tm Titus Tit Ti Philemon Philem Phlm Hebrews Heb James Jas Peter Pet Pt Jude Revelation Rev Rv"
).split()

_BOOK = (
    r"(?:(?:[1-4]|I{1,3})\s?)?(?:"
    + "|".join(sorted(_BOOKS, key=len, reverse=True))
    + r"|Song\ of\ (?:Songs|Solomon))\.?"
)
_VERSES = r"\d{1,3}[:.]\d{1,3}[a-c]?(?:\s?[-–—]\s?\d{1,3}(?:[:.]\d{1,3})?[a-c]?)?"
REFERENCE = (
    rf"\b{_BOOK}\s{_VERSES}(?:[,;]\s?(?:{_BOOK}\s)?(?:{_VERSES}|\d{{1,3}}(?:[-–]\d{{1,3}})?(?![\d:.]*\d)))*(?!\w)"
)
