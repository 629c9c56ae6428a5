"""What did the options before the command say?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the group."""

    folder: str | None
    """`--project`."""
    wanted_jobs: int | None
    """`--jobs`."""
    verbose: bool = False
    quiet: bool = False
    private: bool = False
    """`--private`: private articles are named too."""
    verify: bool = False
    """`--verify`: no time stamp is believed."""

    @property
    def jobs(self) -> int:
        """How many processes to work with."""
        from i18n.work import processors

        return self.wanted_jobs or processors()
