"""Does `check` find what translators get wrong, and is it silent about what they get right?"""

from benchmarks.slips.answer import slips

__all__ = ["slips"]
