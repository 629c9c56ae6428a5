"""What do translators look at: a second output with drafts, and with languages that are not live?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from i18n.compile.withheld import Withheld
from i18n.model import Finding
from i18n.project import Project
from i18n.workflow import exit_status, pages, reading
from i18n.workflow.publish.build import Done, publish
from i18n.workflow.selection import Selection
from i18n.workflow.session import Session
from i18n.workflow.withheld import withheld_of


def stage(
    session: Session,
    project: Project,
    selection: Selection,
    hidden: Withheld | None = None,
    said: Collection[Finding] = (),
    texts: Mapping[str, bytes] = reading.NO_TEXTS,
    *,
    adopt: bool = False,
) -> Done | None:
    """Build what `[build] staging` asks for, if it does: the selected articles with all that there is of them.

    It has a manifest of its own, by which what belongs to nothing any more is removed. Of what is found only that an
    input or output failed is repeated, unless the build has `said` it. Raises what `publish` raises.
    """
    if not project.build.staging:
        return None
    hidden = hidden or withheld_of(session, project, selection)
    context = pages.page_context(project.staged(), selection.locales, {}, hidden, session=session)
    done, _ = publish(session, "Staging", selection, context, texts, adopt=adopt)
    failed = (each for each in done.findings if exit_status.of_findings([each]) and each not in said)
    return replace(done, findings=tuple(failed))
