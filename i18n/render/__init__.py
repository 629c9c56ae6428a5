"""From an article to what its readers see: XHTML, each message in one element."""

from i18n.render.context import Options
from i18n.render.links import Remark
from i18n.render.messages import Mark, marks, uid
from i18n.render.page import Rendered, render

__all__ = ["Mark", "Options", "Remark", "Rendered", "marks", "render", "uid"]
