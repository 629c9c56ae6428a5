"""May this still be sent, and what has been sent so far? Counts over all engines and languages of a run."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Account:
    """What one engine was given in a run, and what it cost."""

    engine: str
    address: str = ""
    """The host that texts were sent to; empty for an engine in this process, which counts against no limit."""
    price: float = 0.0
    """Price of a million characters, in the currency of the price table."""
    requests: int = 0
    texts: int = 0
    characters: int = 0
    """Characters of the texts and of their context."""
    billed: int = 0
    """Characters that the service says it charges for; all that were sent if it does not say."""
    cached: int = 0
    """Texts that were answered before."""

    @property
    def cost(self) -> float:
        """Cost in the currency of the price table."""
        return self.billed * self.price / 1_000_000


@dataclass(slots=True)
class Budget:
    """Limits of a run, 0 for no limit; may be asked from several threads at once."""

    max_characters: int = 0
    """Most characters sent beyond this process."""
    max_cost: float = 0.0
    accounts: dict[str, Account] = field(default_factory=dict)
    """Accounts by the name of the engine."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def account(self, engine: str, address: str = "", price: float = 0.0) -> Account:
        """Open an engine's account, or find it."""
        with self._lock:
            return self.accounts.setdefault(engine, Account(engine, address, price))

    def reserve(self, account: Account, texts: int, characters: int, billed: int) -> str:
        """Book what is about to be sent in one request; if it would pass a limit, book nothing and say which.

        `billed` are the characters that are probably charged for.
        """
        with self._lock:
            reason = self._passed(account, characters, billed) if account.address else ""
            if reason:
                return reason
            account.requests += 1
            account.texts += texts
            account.characters += characters
            account.billed += billed
            return ""

    def settle(self, account: Account, booked: int, billed: Iterable[int | None]) -> None:
        """Correct a booking by what the service says it charges for."""
        said = [one for one in billed if one is not None]
        if said:
            with self._lock:
                account.billed += sum(said) - booked

    def found(self, account: Account, texts: int) -> None:
        """Count texts that were answered before."""
        with self._lock:
            account.cached += texts

    def _passed(self, account: Account, characters: int, billed: int) -> str:
        sent = sum(each.characters for each in self.accounts.values() if each.address)
        if self.max_characters and sent + characters > self.max_characters:
            return f"the limit of {self.max_characters:,} characters is reached"
        cost = sum(each.cost for each in self.accounts.values()) + billed * account.price / 1_000_000
        if self.max_cost and account.price and cost > self.max_cost:
            return f"the limit of {self.max_cost:,.2f} in cost is reached"
        return ""
