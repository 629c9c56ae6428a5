"""How are engines and models given to other programs? As JSON, in the order in which people see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from i18n.draft.models.installed import Installed
    from i18n.draft.models.installing import Outcome
    from i18n.draft.models.offers import Offer
    from i18n.draft.models.wanted import Wanted
    from i18n.workflow.draft.engines import EngineReport
    from i18n.workflow.draft.models import Removal
    from i18n.workflow.draft.ways import BestWay

FORMAT = 1
"""Raised when a field of the JSON form changes its meaning or goes."""


def overview(found: Iterable[EngineReport], ways: Iterable[BestWay]) -> str:
    """Give what each engine could do for the project, and the best way for each language that none serves."""
    return _written(
        engines=[
            {
                "engine": one.engine,
                "used": one.used,
                "traffic": one.traffic.value,
                "address": one.address,
                "notice": one.notice,
                "ready": dict(one.ready),
                "lacks": [
                    {"locales": [*lack.locales], "missing": [*lack.missing], "hint": lack.hint} for lack in one.lacks
                ],
                "fault": one.fault,
            }
            for one in found
        ],
        best=[
            {"locale": way.locale, "engine": way.engine, "reason": way.reason, "command": way.command} for way in ways
        ],
    )


def models(installed: Iterable[Installed], offers: Iterable[Offer], folder: str) -> str:
    """Give the models that are installed and those that can be installed by name."""
    return _written(
        folder=folder,
        installed=[_model(each) for each in installed],
        by_name=[
            {
                "engine": offer.engine,
                "source": offer.source,
                "target": offer.target,
                "bytes": sum(file.size for file in offer.files),
                "licence": offer.licence,
                "quality": offer.quality,
            }
            for offer in offers
        ],
    )


def verified(found: Mapping[str, Sequence[str]]) -> str:
    """Give what is wrong with each model, by its name."""
    return _written(models=[{"name": name, "wrong": [*wrong]} for name, wrong in found.items()])


def removed(done: Removal, *, pretend: bool) -> str:
    """Give what was deleted, or would be."""
    return _written(
        removed=not pretend and bool(done.models or done.size),
        models=[each.name for each in done.models],
        bytes=done.size,
        left=[str(each.folder) for each in done.left],
    )


def folder(path: str) -> str:
    """Give the folder of the models."""
    return _written(folder=path)


def added(wanted: Wanted, place: str, model: Installed | None, outcome: Outcome | None) -> str:
    """Give what is wanted, and what became of it: no model if there is none, no trial if none was made."""
    trial = outcome.trial if outcome else None
    return _written(
        wanted={
            "engine": wanted.engine,
            "source": wanted.source,
            "target": wanted.target,
            "host": wanted.host,
            "hosts": [*wanted.hosts],
            "bytes": wanted.size,
            "files": [{"name": part.name, "place": part.place, "sha256": part.sha256} for part in wanted.parts],
            "licence": wanted.licence,
            "attribution": wanted.attribution,
            "folder": place,
        },
        installed=outcome is not None and outcome.fresh,
        model=_model(model) if model else None,
        trial={"sentence": trial.sentence, "answer": trial.answer, "missing": trial.missing} if trial else None,
    )


def _model(model: Installed) -> dict[str, Any]:
    record = model.record
    return {
        "name": model.name,
        "engine": record.engine,
        "source": record.source,
        "target": record.target,
        "bytes": model.size,
        "licence": record.licence,
        "attribution": record.attribution,
        "day": record.day,
        "origin": record.origin,
        "folder": str(model.folder),
    }


def _written(**fields: object) -> str:
    return json.dumps({"format": FORMAT, **fields}, ensure_ascii=False, indent=2)
