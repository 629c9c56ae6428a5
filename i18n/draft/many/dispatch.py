"""When is each task sent, and where does its result arrive? Tasks are sent in batches, each task once."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import dataclass, field

from i18n.draft.many.fallback import FallbackOrder, Task, TaskResult


@dataclass(slots=True)
class Slot:
    """The place where the result of a task will arrive."""

    task: Task
    at: int
    """Index of the task in its batch."""
    future: Future[tuple[TaskResult, ...]] | None = None
    """None until the batch is sent."""

    @property
    def done(self) -> bool:
        """Whether its result has arrived."""
        return self.future is not None and self.future.done()


@dataclass(slots=True)
class Dispatcher:
    """Sends the tasks of a run to its engines; for one thread, which is not that of the executor."""

    order: FallbackOrder
    executor: Executor
    _batch: list[Slot] = field(default_factory=list)
    _known: dict[Task, Slot] = field(default_factory=dict)
    """Every task of the run."""

    def slot(self, task: Task) -> Slot:
        """Take a task, or find the slot of an equal one; a full batch is sent."""
        slot = self._known.get(task)
        if slot is None:
            slot = self._known[task] = Slot(task, len(self._batch))
            self._batch.append(slot)
            if len(self._batch) >= self.order.batch:
                self.send()
        return slot

    def send(self) -> None:
        """Send the batch, full or not."""
        batch, self._batch = self._batch, []
        if batch:
            future = self.executor.submit(self.order.solve, [slot.task for slot in batch])
            for slot in batch:
                slot.future = future

    def result(self, slot: Slot) -> TaskResult:
        """Wait for the result of a task."""
        if slot.future is None:
            self.send()
        assert slot.future is not None
        return slot.future.result()[slot.at]
