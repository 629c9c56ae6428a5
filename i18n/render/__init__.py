"""From an article to what its readers see: XHTML, each message in one element."""

from i18n.render.context import Options
from i18n.render.links import Remark
from i18n.render.messages import Mark, marks, uid
from i18n.render.page import Rendered, heading_ids, render
from i18n.render.translated import of_translation

__all__ = ["Mark", "Options", "Remark", "Rendered", "heading_ids", "marks", "of_translation", "render", "uid"]
